/** What code has to say of a draft: its length, its evidence, its findings. Recomputed whenever the draft changes. */
import { z } from '../zod.ts';

/** The 14 error types of the labelled articles (`tests/eval/README.md`), and the two that are no error by themselves. */
export const FidelityKind = z.enum([
  'number',
  'number-noun',
  'unit',
  'date',
  'name',
  'place',
  'quote-altered',
  'quote-invented',
  'quote-speaker',
  'polarity',
  'hedge-lost',
  'fact-added',
  'fact-added-entity',
  'link',
  'lost',
  'variant',
]);
export type FidelityKind = z.infer<typeof FidelityKind>;

export const FindingKind = z.union([
  FidelityKind,
  z.enum([
    'length',
    'structure',
    'language',
    'typography',
    'repetition',
    'echo',
    'overlap',
    'undated',
    'injection',
    'seo',
    'field',
  ]),
]);
export type FindingKind = z.infer<typeof FindingKind>;

export const Finding = z.object({
  kind: FindingKind,
  severity: z.enum(['error', 'warning', 'info']),
  /** Verbatim text of the checked article, as short as shows the fault; for a link its href; empty for `lost`. */
  excerpt: z.string(),
  /** One French sentence. */
  message: z.string(),
  /** The source's wording, where there is one to show. */
  source: z.optional(z.string()),
  /** Index into `report.evidence` of the sentence that holds the excerpt. */
  sentence: z.optional(z.number()),
});
export type Finding = z.infer<typeof Finding>;

/** `hand`: corrected in the preview by the editor. */
export const Origin = z.enum(['model', 'floor', 'hand']);
export type Origin = z.infer<typeof Origin>;

export const SentenceEvidence = z.object({
  /** The sentence's plain text, verbatim. */
  sentence: z.string(),
  /** Ids of the facts that carry it (`F3`), best first. */
  sources: z.array(z.string()),
  /** Of its weakest clause. A sentence that states no fact is `supported` with no sources. */
  status: z.enum(['supported', 'weak', 'none']),
  origin: Origin,
  /** Where it stands: section, block, item of a list (0 elsewhere) and characters [start, end) in that text. */
  place: z.object({ section: z.number(), block: z.number(), item: z.number(), start: z.number(), end: z.number() }),
});
export type SentenceEvidence = z.infer<typeof SentenceEvidence>;

export const NoticeCode = z.enum([
  'too_short',
  'thin_source',
  'undated_source',
  'quotation_lost',
  'quotation_restored',
  'translated',
  'translation_doubt',
  'fields_by_code',
  'plan_by_code',
  'sections_by_code',
  'truncated',
]);
export type NoticeCode = z.infer<typeof NoticeCode>;

export const Notice = z.object({ code: NoticeCode, detail: z.optional(z.string()) });
export type Notice = z.infer<typeof Notice>;

export const Report = z.object({
  /** Words of the body, subheadings and lists in, by the project's one rule (`words.ts`). */
  words: z.number(),
  facts: z.array(z.object({ id: z.string(), text: z.string() })),
  evidence: z.array(SentenceEvidence),
  findings: z.array(Finding),
  notices: z.array(Notice),
  /** Sentences that share a run of 12 words or more with the source, and the longest run, in words. */
  copied: z.object({ sentences: z.number(), longestRun: z.number() }),
  /** Words of the body by who wrote them; `hand` counts as model here. */
  origin: z.object({ model: z.number(), floor: z.number() }),
  /** Yoast's assessments, filled by whoever runs them (a worker in the browser); empty until then. */
  seo: z.array(z.object({ id: z.string(), score: z.number() })),
});
export type Report = z.infer<typeof Report>;
