/** How much of what a draft clause says stands in a clause or fact of the source, rare words weighing more. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Clause } from '../french/clauses.ts';
import type { FoundDate } from '../french/dates.ts';
import { areSynonyms } from '../french/synonyms.ts';

export function sharedWeight(
  mine: number[],
  analysis: Analysis,
  fact: IndexedFact,
  theirs: Clause,
  index: SheetIndex,
  clause: Clause,
): { share: number; weight: number } {
  let total = 0;
  let shared = 0;
  const near: string[] = [];
  for (let i = theirs.from; i < theirs.to; i++) {
    const token = fact.analysis.tokens[i];
    if (token?.content) near.push(token.stem);
  }
  for (const i of mine) {
    const token = analysis.tokens[i];
    if (!token) continue;
    const weight = (index.weights.get(token.stem) ?? index.novel * 0.6) * (token.framing ? 0.5 : 1);
    total += weight;
    if (near.includes(token.stem)) shared += weight;
    else if (near.some((other) => areSynonyms(other, token.stem))) shared += weight * 0.8;
  }
  for (const date of analysis.dates) {
    if (date.from < clause.from || date.from >= clause.to) continue;
    total += 2;
    if (fact.analysis.dates.some((other) => sameDay(date, other) && other.from >= theirs.from && other.from < theirs.to))
      shared += 2;
  }
  for (const number of analysis.numbers) {
    if (number.from < clause.from || number.from >= clause.to || number.value <= 1) continue;
    total += 2;
    if (
      fact.analysis.numbers.some((other) => other.value === number.value && other.from >= theirs.from && other.from < theirs.to)
    )
      shared += 2;
  }
  return { share: total === 0 ? 0 : shared / total, weight: shared };
}

function sameDay(a: FoundDate, b: FoundDate): boolean {
  const parts = ['day', 'month', 'year', 'weekday', 'season'] as const;
  return (
    parts.some((part) => a[part] !== null && a[part] === b[part]) &&
    parts.every((part) => a[part] === null || b[part] === null || a[part] === b[part])
  );
}

/** Share of the clause's weight in a fact as a whole. */
export function flatly(mine: number[], analysis: Analysis, fact: IndexedFact, index: SheetIndex): number {
  let total = 0;
  let shared = 0;
  for (const i of mine) {
    const token = analysis.tokens[i];
    if (!token) continue;
    const weight = index.weights.get(token.stem) ?? index.novel * 0.6;
    total += weight;
    if (fact.terms.has(token.stem)) shared += weight;
  }
  return total === 0 ? 0 : shared / total;
}
