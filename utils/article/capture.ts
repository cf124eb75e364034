/** What the editor script hands to the background: the text, where it stands, and how to find that place again. */
import { z } from '../zod.ts';
import { Block } from './block.ts';

/** Where nothing can be inserted safely, and the text is read to be copied: three page builders, and any other field. */
export const CopyOnlyKind = z.enum(['elementor', 'divi', 'wpbakery', 'field']);
export type CopyOnlyKind = z.infer<typeof CopyOnlyKind>;

export const EditorKind = z.enum(['block', 'classic-visual', 'classic-text', ...CopyOnlyKind.options]);
export type EditorKind = z.infer<typeof EditorKind>;

/** `range`: inside one block or paragraph · `blocks`: whole blocks, or a selection across blocks · `post`: nothing was selected. */
export const Scope = z.enum(['range', 'blocks', 'post']);
export type Scope = z.infer<typeof Scope>;

/**
 * How to find the captured place again, in the page that gave it. Offsets are in characters of the rich text's plain
 * text (block editor) or of the textarea's value (Text tab).
 */
export const PlaceHandle = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post') }),
  z.object({
    kind: z.literal('blocks'),
    rootClientId: z.nullable(z.string()),
    clientIds: z.array(z.string()),
    /** Where the first one stood among the post's own blocks: a reload gives all of them new IDs. -1: inside another. */
    at: z.optional(z.number()),
    /** Set when the selection cuts the first and last block. */
    cut: z.nullable(
      z.object({
        start: z.object({ clientId: z.string(), attributeKey: z.string(), offset: z.number() }),
        end: z.object({ clientId: z.string(), attributeKey: z.string(), offset: z.number() }),
      }),
    ),
  }),
  /** TinyMCE: child indexes from the body to the first and last selected top-level node, and the range inside them. */
  z.object({
    kind: z.literal('nodes'),
    editorId: z.string(),
    start: z.object({ path: z.array(z.number()), offset: z.number() }),
    end: z.object({ path: z.array(z.number()), offset: z.number() }),
  }),
  z.object({ kind: z.literal('text'), elementId: z.string(), start: z.number(), end: z.number() }),
]);
export type PlaceHandle = z.infer<typeof PlaceHandle>;

/** Values that stood in the post's fields at the capture; `null` = the field does not exist in this editor. */
export const PostFields = z.object({
  title: z.nullable(z.string()),
  slug: z.nullable(z.string()),
  excerpt: z.nullable(z.string()),
  tags: z.nullable(z.array(z.string())),
  seoTitle: z.nullable(z.string()),
  metaDescription: z.nullable(z.string()),
  keyphrase: z.nullable(z.string()),
});
export type PostFields = z.infer<typeof PostFields>;

export const Capture = z.object({
  editor: EditorKind,
  scope: Scope,
  /** Serialised HTML of what was captured, cleaned of hidden nodes, comments and zero-width characters. */
  html: z.string(),
  blocks: z.array(Block),
  title: z.string(),
  /** 0 while WordPress has given none (a post never saved). */
  postId: z.number(),
  postType: z.string(),
  /** WordPress's own word: draft, auto-draft, pending, future, publish, private. */
  status: z.string(),
  language: z.nullable(z.string()),
  /** The admin page, without its fragment. */
  pageUrl: z.string(),
  fields: PostFields,
  /** The active SEO plugin whose fields we can fill, or null. */
  seoPlugin: z.nullable(z.enum(['yoast', 'rank-math', 'seopress', 'aioseo', 'jetpack'])),
  /** SEO fields whose plugin has only a route that stores them at once, without waiting for the post to be saved. */
  writesAtOnce: z.optional(z.array(z.enum(['seoTitle', 'metaDescription', 'keyphrase']))),
  handle: PlaceHandle,
  /** Hash of the editor's own serialisation of the captured place. */
  fingerprint: z.string(),
});
export type Capture = z.infer<typeof Capture>;

/** As the page gives it: the background writes the HTML, so that no writer of it is injected to read. */
export const PageCapture = z.omit(Capture, { html: true });
export type PageCapture = z.infer<typeof PageCapture>;
