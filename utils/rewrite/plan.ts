/** The plan of a rewrite: which forms, which facts in each, how many words. */
import { z } from '../zod.ts';
import { FormKind } from '../article/draft.ts';

export const PlannedSection = z.object({
  /** Becomes the draft section's id. */
  id: z.string(),
  form: FormKind,
  /** null for the chapô. */
  heading: z.nullable(z.string()),
  /** Absent = worded by code. */
  headingBy: z.optional(z.literal('model')),
  level: z.union([z.literal(2), z.literal(3)]),
  /** Fact ids that the section may use, in the order to use them. */
  facts: z.array(z.string()),
  /** Quotation ids that stand in full in this section. */
  quotations: z.array(z.string()),
  /** Words aimed at. */
  words: z.number(),
  /** A list reads better than paragraphs. */
  list: z.boolean(),
});
export type PlannedSection = z.infer<typeof PlannedSection>;

export const Plan = z.object({
  title: z.string(),
  keyphrase: z.string(),
  sections: z.array(PlannedSection),
  /** The source's facts do not carry the target, whatever the forms. */
  thin: z.boolean(),
  /** A model has worded it, with title and fields: paid for, and not asked again. */
  worded: z.optional(z.boolean()),
});
export type Plan = z.infer<typeof Plan>;
