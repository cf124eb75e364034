/** The rewrite as data. The preview renders it, insertion builds native blocks from it. */
import { z } from '../zod.ts';
import { Block } from './block.ts';

/** The journalistic forms that a source's facts can carry. */
export const FormKind = z.enum([
  'chapo',
  'essentiel',
  'body',
  'who-said-what',
  'reactions',
  'chronology',
  'known-denied-unknown',
  'figures',
  'questions',
  'people',
  'next',
]);
export type FormKind = z.infer<typeof FormKind>;

export const DraftSection = z.object({
  /** `P1`, `P2`…: stable through the life of a draft. */
  id: z.string(),
  form: FormKind,
  /** null for the chapô, which has no subheading. */
  heading: z.nullable(z.string()),
  /** Who worded the subheading; absent = code. */
  headingBy: z.optional(z.enum(['model', 'hand'])),
  level: z.union([z.literal(2), z.literal(3)]),
  blocks: z.array(Block),
});
export type DraftSection = z.infer<typeof DraftSection>;

export const DraftFields = z.object({
  seoTitle: z.string(),
  metaDescription: z.string(),
  slug: z.string(),
  excerpt: z.string(),
  keyphrase: z.string(),
  tags: z.array(z.string()),
});
export type DraftFields = z.infer<typeof DraftFields>;

export const Draft = z.object({
  title: z.string(),
  titleVariants: z.array(z.string()),
  fields: DraftFields,
  sections: z.array(DraftSection),
});
export type Draft = z.infer<typeof Draft>;

export const EMPTY_DRAFT: Draft = {
  title: '',
  titleVariants: [],
  fields: { seoTitle: '', metaDescription: '', slug: '', excerpt: '', keyphrase: '', tags: [] },
  sections: [],
};

/** The body as a flat list of blocks, subheadings included: what goes into the post. */
export function draftBlocks(draft: Draft): Block[] {
  return draft.sections.flatMap((section): Block[] => [
    ...(section.heading === null
      ? []
      : [{ kind: 'heading' as const, level: section.level, inlines: [{ text: section.heading }] }]),
    ...section.blocks,
  ]);
}
