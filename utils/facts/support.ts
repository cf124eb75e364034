/** Clauses of a sentence that no fact carries. */
import type { Analysis } from '../french/analyse.ts';
import type { IndexedFact, SheetIndex } from './sheet-index.ts';

export interface UnsupportedClause {
  /** Token indexes [from, to). */
  from: number;
  to: number;
}

export function unsupportedClauses(
  _analysis: Analysis,
  _index: SheetIndex,
  _evidence: readonly IndexedFact[],
): UnsupportedClause[] {
  return [];
}
