/** The JSON answer that words everything around the body, as asked for and as taken: nothing in it is trusted yet. */
import { z } from '../zod.ts';

/** Each key may be missing or of another kind: what is good is used, the rest falls back to code. */
const otherwise = <T>(value: T) =>
  z.pipe(
    z.unknown(),
    z.transform(() => value),
  );
const text = z.union([z.string(), otherwise('')]);
const texts = z.union([z.array(text), otherwise<string[]>([])]);
const part = z.object({ id: z.optional(text), intertitre: z.optional(text), faits: z.optional(texts) });

const Answer = z.object({
  titre: z.optional(text),
  variantes: z.optional(texts),
  expression_cle: z.optional(text),
  parties: z.optional(z.union([z.array(part), otherwise<z.infer<typeof part>[]>([])])),
  titre_seo: z.optional(text),
  meta_description: z.optional(text),
  chapo: z.optional(text),
  etiquettes: z.optional(texts),
});

export interface Wording {
  titre: string;
  variantes: string[];
  expression_cle: string;
  parties: { id: string; intertitre: string; faits: string[] }[];
  titre_seo: string;
  meta_description: string;
  chapo: string;
  etiquettes: string[];
}

/** The answer with every key; null where it is no object at all. */
export function wordingOf(answer: unknown): Wording | null {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success) return null;
  const {
    titre = '',
    variantes = [],
    expression_cle = '',
    parties = [],
    titre_seo = '',
    meta_description = '',
    chapo = '',
    etiquettes = [],
  } = parsed.data;
  return {
    ...{ titre, variantes, expression_cle, titre_seo, meta_description, chapo, etiquettes },
    parties: parties.map(({ id = '', intertitre = '', faits = [] }) => ({ id, intertitre, faits })),
  };
}

const TEXT = { type: 'string' };
const TEXTS = { type: 'array', items: TEXT };

/**
 * JSON Schema of it, without lengths: `maxLength` makes llama.cpp cut in the middle of a word. `afterwards` = for a text
 * that stands: the facts of its parts and the keyphrase are settled.
 */
export function wordingSchema(afterwards: boolean): Record<string, unknown> {
  const part = objectOf(afterwards ? { id: TEXT, intertitre: TEXT } : { id: TEXT, intertitre: TEXT, faits: TEXTS });
  const short = { titre_seo: TEXT, meta_description: TEXT, chapo: TEXT, etiquettes: TEXTS };
  const parties = { type: 'array', items: part };
  return objectOf(
    afterwards ? { titre: TEXT, parties, ...short } : { titre: TEXT, variantes: TEXTS, expression_cle: TEXT, parties, ...short },
  );
}

function objectOf(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}
