/** What the background asks of the script it injects into the page, and what that script answers. */
import { Block } from '../article/block.ts';
import { PageCapture, PlaceHandle, PostFields, EditorKind } from '../article/capture.ts';
import { z } from '../zod.ts';

export const InsertMode = z.enum(['replace', 'after', 'post']);
export type InsertMode = z.infer<typeof InsertMode>;

/** Fields to write: only the accepted ones are present. */
export const FieldValues = z.object({
  title: z.optional(z.string()),
  slug: z.optional(z.string()),
  excerpt: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  seoTitle: z.optional(z.string()),
  metaDescription: z.optional(z.string()),
  keyphrase: z.optional(z.string()),
});
export type FieldValues = z.infer<typeof FieldValues>;
export type FieldName = keyof FieldValues;

/** Enough to put everything back, also after a save or a reload. */
export const Original = z.object({
  editor: EditorKind,
  /** Of the classic editor that was written in, where the page may have several. */
  editorId: z.optional(z.string()),
  /** The editor's own serialisation of the whole body before the insertion. */
  content: z.string(),
  /** The same right after it, to know whether somebody wrote since. */
  contentAfter: z.string(),
  fields: PostFields,
});
export type Original = z.infer<typeof Original>;

export const FieldOutcome = z.object({
  field: z.enum(['title', 'slug', 'excerpt', 'tags', 'seoTitle', 'metaDescription', 'keyphrase']),
  /** `written`: read back as asked · `differs`: the editor holds another value · `unavailable`: no such field here. */
  outcome: z.enum(['written', 'differs', 'unavailable']),
  /** Who takes it back: the editor's undo, or only « Rétablir l’original ». */
  undo: z.enum(['editor', 'restore', 'none']),
});
export type FieldOutcome = z.infer<typeof FieldOutcome>;

export const Receipt = z.object({
  mode: InsertMode,
  /** The text was found in the editor's model after writing. */
  verified: z.boolean(),
  blocks: z.number(),
  fields: z.array(FieldOutcome),
  /** Ctrl+Z in the editor takes the body back. */
  bodyUndo: z.enum(['editor', 'restore']),
  original: Original,
});
export type Receipt = z.infer<typeof Receipt>;

export const EditorCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('capture') }),
  /** Where `capture` answered `not_editor`: a page builder's text, or that of the field in use. */
  z.object({ kind: z.literal('capture-to-copy') }),
  z.object({
    kind: z.literal('apply'),
    editor: EditorKind,
    postId: z.number(),
    handle: PlaceHandle,
    fingerprint: z.string(),
    mode: InsertMode,
    /** « Remplacer quand même »: the place is written over although its fingerprint differs. */
    force: z.boolean(),
    blocks: z.array(Block),
    fields: FieldValues,
    /** A name for this one insertion, by which `receipt` asks after it. */
    attempt: z.optional(z.string()),
  }),
  /** What became of an insertion whose answer never came: a worker died. `page_reloaded` where the page knows of none. */
  z.object({ kind: z.literal('receipt'), attempt: z.string() }),
  z.object({
    kind: z.literal('restore'),
    postId: z.number(),
    original: Original,
    /** « Rétablir quand même »: over what was written since the insertion. */
    force: z.boolean(),
  }),
  /** Is it this post, and may it be written to? Asked before `apply` and `restore`, of WordPress itself. */
  z.object({ kind: z.literal('guard'), postId: z.number() }),
  /** Scrolls to the inserted text and focuses the editor (« Voir dans l’article »). */
  z.object({ kind: z.literal('reveal') }),
]);
export type EditorCommand = z.infer<typeof EditorCommand>;

export const EditorAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('captured'), capture: PageCapture }),
  z.object({ kind: z.literal('applied'), receipt: Receipt }),
  z.object({ kind: z.literal('restored'), fields: z.array(FieldOutcome), verified: z.boolean() }),
  z.object({ kind: z.literal('revealed') }),
  z.object({ kind: z.literal('clear') }),
  z.object({
    kind: z.literal('failed'),
    code: z.enum([
      'not_editor',
      'nothing_to_rewrite',
      'place_changed',
      'page_reloaded',
      'page_error',
      'post_locked',
      'read_only',
      'session_expired',
    ]),
    /** `place_changed`: the HTML that stands there now, '' where nothing does · `post_locked`: who has the post. */
    detail: z.string(),
  }),
]);
export type EditorAnswer = z.infer<typeof EditorAnswer>;
