/** What the history page asks of the background, one-shot (`runtime.sendMessage`): whatever changes a job goes through its owner. */
import type { ErrorCode } from '../errors.ts';
import { z } from '../zod.ts';

export const HistoryToBackground = z.discriminatedUnion('kind', [
  /** Those that run are left; null = all, also records that this version cannot read. → `HistoryAnswer` */
  z.object({ kind: z.literal('history-remove'), ids: z.nullable(z.array(z.string())) }),
  /** « Rétablir l’original », in a tab where the post was worked on. → `HistoryAnswer` */
  z.object({ kind: z.literal('history-restore'), id: z.string(), force: z.boolean() }),
]);
export type HistoryToBackground = z.infer<typeof HistoryToBackground>;

/** `detail` of `place_changed`: the HTML that stands there now. */
export type HistoryAnswer = { ok: true } | { ok: false; code: ErrorCode; detail: string | null };
