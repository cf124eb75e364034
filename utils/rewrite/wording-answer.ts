/** The JSON answer that words everything around the body, as asked for and as taken: nothing in it is trusted yet. */
import { z } from '../zod.ts';

/** Each key may be missing or of another kind: what is good is used, the rest falls back to code. */
const text = z.catch(z.string(), '');
const texts = z.catch(z.array(text), []);

export const Wording = z.object({
  titre: text,
  variantes: texts,
  expression_cle: text,
  parties: z.catch(z.array(z.object({ id: text, intertitre: text, faits: texts })), []),
  titre_seo: text,
  meta_description: text,
  chapo: text,
  etiquettes: texts,
});
export type Wording = z.infer<typeof Wording>;

/** JSON Schema of it, without lengths: `maxLength` makes llama.cpp cut in the middle of a word. */
export const WORDING_SCHEMA: Record<string, unknown> = {
  type: 'object',
  additionalProperties: false,
  required: ['titre', 'variantes', 'expression_cle', 'parties', 'titre_seo', 'meta_description', 'chapo', 'etiquettes'],
  properties: {
    titre: { type: 'string' },
    variantes: { type: 'array', items: { type: 'string' } },
    expression_cle: { type: 'string' },
    parties: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'intertitre', 'faits'],
        properties: {
          id: { type: 'string' },
          intertitre: { type: 'string' },
          faits: { type: 'array', items: { type: 'string' } },
        },
      },
    },
    titre_seo: { type: 'string' },
    meta_description: { type: 'string' },
    chapo: { type: 'string' },
    etiquettes: { type: 'array', items: { type: 'string' } },
  },
};
