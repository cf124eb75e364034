/** The fact that a sentence means when some of its terms are left out: its names, its numbers. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { Term } from '../facts/terms.ts';

export interface BestWithout {
  /** The fact that says most of the other terms, null where none says half of them. */
  best: IndexedFact | null;
  /** Weight in common with each fact that has any. */
  scores: Map<IndexedFact, number>;
}

/** From this share of its other words on, one fact is what the sentence says. */
const SAME_FACT = 0.5;

export function bestWithout(terms: readonly Term[], index: SheetIndex, isLeftOut: (term: Term) => boolean): BestWithout {
  let total = 0;
  const scores = new Map<IndexedFact, number>();
  /** Last term that met the fact, by its rank: a fact counts a term once. */
  const met = new Int32Array(index.facts.length).fill(-1);
  for (const [t, term] of terms.entries()) {
    if (isLeftOut(term)) continue;
    const [own = ''] = term.keys;
    let known = index.weights.get(own);
    if (known === undefined) {
      known = 0;
      for (const key of term.keys) known = Math.max(known, index.weights.get(key) ?? 0);
    }
    const weight = known * term.weight;
    total += weight === 0 ? index.novel * term.weight * 0.7 : weight;
    for (const key of term.keys) {
      for (const fact of index.postings.get(key) ?? []) {
        if (met[fact.rank] === t) continue;
        met[fact.rank] = t;
        scores.set(fact, (scores.get(fact) ?? 0) + weight * (key === own ? 1 : 0.6));
      }
    }
  }
  let best: IndexedFact | null = null;
  for (const [fact, score] of scores)
    if (score / Math.max(total, 1) >= SAME_FACT && (!best || score > (scores.get(best) ?? 0))) best = fact;
  return { best, scores };
}
