/** Blocks of text as data: the form in which an article travels through the whole extension. Never an HTML string. */
import { z } from '../zod.ts';

/** One piece of formatting. `href` is absolute and already allowed (`allowedHref` in `link.ts`). */
export const Mark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('strong') }),
  z.object({ kind: z.literal('em') }),
  z.object({ kind: z.literal('code') }),
  z.object({ kind: z.literal('link'), href: z.string() }),
]);
export type Mark = z.infer<typeof Mark>;

/** A run of text that carries the same marks. Its text is plain: markup in it is text, to be escaped where HTML is made. */
export const Inline = z.object({ text: z.string(), marks: z.optional(z.array(Mark)) });
export type Inline = z.infer<typeof Inline>;

export const ListItem = z.object({
  inlines: z.array(Inline),
  get list() {
    return z.optional(z.object({ ordered: z.boolean(), items: z.array(ListItem) }));
  },
});
export type ListItem = z.infer<typeof ListItem>;

export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), inlines: z.array(Inline) }),
  z.object({ kind: z.literal('heading'), level: z.int().check(z.minimum(1), z.maximum(6)), inlines: z.array(Inline) }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(ListItem) }),
  /** A block quotation: one entry a paragraph. */
  z.object({ kind: z.literal('quote'), paragraphs: z.array(z.array(Inline)), citation: z.optional(z.array(Inline)) }),
  /**
   * What is not text (image, embed, table, shortcode, button): stays as it is in the editor, never sent to a model.
   * `name` is the editor's name of it (`core/image`, `img`), `ref` the capture's handle of it (a client ID, an index).
   */
  z.object({ kind: z.literal('kept'), name: z.string(), ref: z.string() }),
]);
export type Block = z.infer<typeof Block>;
