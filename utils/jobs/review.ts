/**
 * The review trail of a rewrite: who accepted what, and when, with the findings open at that moment. Written by the
 * background at each insertion and each restoration, never changed afterwards. Says what code saw, not more.
 */
import { FindingKind } from '../article/report.ts';
import { FieldOutcome, InsertMode } from '../editor/editor-protocol.ts';
import { z } from '../zod.ts';

export const OpenFinding = z.object({
  kind: FindingKind,
  severity: z.enum(['error', 'warning', 'info']),
  excerpt: z.string(),
  message: z.string(),
  /** « Garder » was pressed: somebody looked at it and let it stand. */
  kept: z.boolean(),
});
export type OpenFinding = z.infer<typeof OpenFinding>;

export const Insertion = z.object({
  kind: z.literal('inserted'),
  /** ms since the epoch. */
  at: z.number(),
  /** The name typed on the history page, null where none was. */
  who: z.nullable(z.string()),
  mode: InsertMode,
  /** « Remplacer quand même », over a place that had changed. */
  forced: z.boolean(),
  blocks: z.number(),
  /** Of the body accepted. */
  words: z.number(),
  /** SHA-256 of the body's HTML, hexadecimal: which text was accepted, should the draft be edited later. */
  sha256: z.string(),
  title: z.string(),
  /** The accepted fields that were written, as the editor answered. */
  fields: z.array(z.object({ field: FieldOutcome.shape.field, outcome: FieldOutcome.shape.outcome })),
  /** The editor was seen to hold the text afterwards. */
  verified: z.boolean(),
  /** null = no model. */
  model: z.nullable(z.string()),
  /** What the checks said of this very text; null where they had not run (a rewrite stopped half-way). */
  checks: z.nullable(
    z.object({
      /** The gravest first, at most `MAX_FINDINGS`. */
      findings: z.array(OpenFinding),
      /** All of them, listed or not. */
      errors: z.number(),
      warnings: z.number(),
      infos: z.number(),
      /** Sentences corrected by hand, and sentences that nothing in the source carries. */
      byHand: z.number(),
      withoutEvidence: z.number(),
      sentences: z.number(),
      /** Words by who wrote them. */
      origin: z.object({ model: z.number(), floor: z.number() }),
    }),
  ),
});
export type Insertion = z.infer<typeof Insertion>;

export const ReviewEntry = z.discriminatedUnion('kind', [
  Insertion,
  /** « Rétablir l’original » */
  z.object({ kind: z.literal('restored'), at: z.number(), who: z.nullable(z.string()) }),
]);
export type ReviewEntry = z.infer<typeof ReviewEntry>;
