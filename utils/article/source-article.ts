/** What is rewritten: one or more sources, the first of them taken from the editor. */
import { z } from '../zod.ts';
import { Block } from './block.ts';

export const Source = z.object({
  /** `S1`, `S2`…: unique in the article. */
  id: z.string(),
  kind: z.enum(['selection', 'post', 'added', 'archive']),
  title: z.string(),
  url: z.nullable(z.string()),
  /** ISO 8601 day, where the source has one. */
  date: z.nullable(z.string()),
  blocks: z.array(Block),
});
export type Source = z.infer<typeof Source>;

export const SourceArticle = z.object({
  title: z.string(),
  /** BCP 47 language of the site (`fr-FR`), not of the text: the text's own is found in code. */
  siteLanguage: z.nullable(z.string()),
  sources: z.array(Source).check(z.minLength(1)),
  /** BCP 47 language of what was translated into French before it was cut into facts. */
  translatedFrom: z.optional(z.string()),
});
export type SourceArticle = z.infer<typeof SourceArticle>;
