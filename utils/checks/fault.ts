/** A fault as one check sees it: where in which sentence, before it becomes a finding. */
import type { FidelityKind } from '../article/report.ts';
import type { Token } from '../french/tokens.ts';

export interface Fault {
  kind: FidelityKind;
  severity: 'error' | 'warning' | 'info';
  /** [start, end) in characters of the sentence. */
  start: number;
  end: number;
  /** Given where the excerpt is not text of the sentence (a link's href). */
  excerpt?: string;
  /** One French sentence. */
  message: string;
  source?: string;
}

/** Characters from token `from` to token `to` (excluded). */
export function spanOf(tokens: readonly Token[], from: number, to: number): { start: number; end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[Math.max(from, to - 1)]?.end ?? 0 };
}
