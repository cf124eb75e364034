/** What the user asks of one rewrite. */
import { z } from '../zod.ts';

export const RewriteOptions = z.object({
  /** Words, by `countWords`. */
  minWords: z.int().check(z.minimum(100), z.maximum(5000)),
  /** '' = found in the source. */
  keyphrase: z.string(),
  /** The editor's note for this article (« angle, à éviter… »), '' = none. */
  note: z.string(),
  tone: z.string(),
  /** House style (« charte »), '' = none. */
  houseStyle: z.string(),
  /** Keep datelines and agency credits. */
  keepDateline: z.boolean(),
  /** Space inside « »: U+00A0 by default, U+202F where the house wants it. */
  narrowQuotes: z.boolean(),
  /** Sections written at a time; 0 = as the model's locality says (3 hosted, 1 local). */
  concurrency: z.int(),
});
export type RewriteOptions = z.infer<typeof RewriteOptions>;

export const DEFAULT_OPTIONS: RewriteOptions = {
  minWords: 700,
  keyphrase: '',
  note: '',
  tone: '',
  houseStyle: '',
  keepDateline: false,
  narrowQuotes: false,
  concurrency: 0,
};
