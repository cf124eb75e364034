/** Which facts carry a sentence of the draft. */
import { analyse, type Analysis } from '../french/analyse.ts';
import type { FactSheet } from './fact.ts';
import { indexSheet, termsOf, type IndexedFact, type SheetIndex } from './sheet-index.ts';

export interface Alignment {
  /** Ids of the facts that carry the sentence, best first. */
  sources: string[];
  /** Of its weakest clause; a sentence that states no fact is `supported` with no sources. */
  status: 'supported' | 'weak' | 'none';
}

/** Aligns one sentence. `within` limits the facts to those ids (a section's own). */
export function alignSentence(sentence: string, sheet: FactSheet, within?: string[]): Alignment {
  return alignAnalysis(analyse(sentence), indexSheet(sheet), within);
}

export function alignAnalysis(analysis: Analysis, index: SheetIndex, within?: readonly string[]): Alignment {
  const terms = termsOf(analysis);
  let total = 0;
  const scores = new Map<IndexedFact, number>();
  for (const term of terms) {
    const weight = index.weights.get(term);
    total += weight ?? Math.log(1 + index.facts.length);
    for (const fact of index.postings.get(term) ?? []) {
      if (within && !within.includes(fact.fact.id)) continue;
      scores.set(fact, (scores.get(fact) ?? 0) + (weight ?? 0));
    }
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  const sources = ranked
    .filter(([, score]) => score >= best * 0.6)
    .slice(0, 3)
    .map(([fact]) => fact.fact.id);
  const share = total === 0 ? 1 : best / total;
  if (terms.size === 0) return { sources: [], status: 'supported' };
  return { sources: share < 0.12 ? [] : sources, status: share >= 0.4 ? 'supported' : share >= 0.2 ? 'weak' : 'none' };
}
