/** Which facts carry a sentence of the draft. */
import { analyse, type Analysis } from '../french/analyse.ts';
import { looseWords } from '../french/fold.ts';
import { placeGroups } from '../french/geo.ts';
import type { FactSheet } from './fact.ts';
import { indexSheet, type IndexedFact, type SheetIndex } from './sheet-index.ts';
import { unsupportedClauses, type UnsupportedClause } from './support.ts';
import { termsOf, type Term } from './terms.ts';

export interface Alignment {
  /** Ids of the facts that carry the sentence, best first. */
  sources: string[];
  /** Of its weakest clause; a sentence that states no fact is `supported` with no sources. */
  status: 'supported' | 'weak' | 'none';
}

export interface FullAlignment extends Alignment {
  facts: IndexedFact[];
  /** Pieces that no fact carries. */
  unsupported: UnsupportedClause[];
}

/** How much each fact shares with a sentence, as a share of what the sentence says (0-1 and more). */
export interface Ranking {
  terms: Term[];
  /** By rank of the fact. */
  scores: Float64Array;
  /** Highest score. */
  best: number;
}

/** A synonym tells less than the word itself. */
const SYNONYM = 0.6;
/** Facts within this share of the best one are given too. */
const NEAR_BEST = 0.55;
const MOST_SOURCES = 3;
/** Below this share of its weight in common with any fact, a sentence has no evidence of its own. */
const LEAST_SHARE = 0.1;

/** Aligns one sentence alone. `within` limits the facts to those ids (a section's own). */
export function alignSentence(sentence: string, sheet: FactSheet, within?: readonly string[]): Alignment {
  const index = indexSheet(sheet);
  const analysis = analyse(sentence);
  const { sources, status } = alignmentOf(analysis, rankFacts(analysis, index, within), index);
  return { sources, status };
}

/**
 * Aligns the sentences of a text, paragraph by paragraph, each in the light of its neighbours: « Le marché espérait
 * mieux. » is carried by the fact of the sentence that it announces. What a report shows.
 */
export function alignText(paragraphs: readonly (readonly string[])[], sheet: FactSheet): Alignment[][] {
  const index = indexSheet(sheet);
  return paragraphs.map((sentences) => {
    const read = sentences.map((sentence) => {
      const analysis = analyse(sentence);
      return { analysis, ranking: rankFacts(analysis, index) };
    });
    return read.map(({ analysis, ranking }, i) => {
      const { sources, status } = alignmentOf(analysis, ranking, index, read[i + 1]?.ranking, read[i - 1]?.ranking);
      return { sources, status };
    });
  });
}

export function rankFacts(analysis: Analysis, index: SheetIndex, within?: readonly string[]): Ranking {
  const terms = termsOf(analysis);
  const scores = new Float64Array(index.facts.length);
  /** Last term that met the fact: a fact counts a term once. */
  const met = new Int32Array(index.facts.length).fill(-1);
  let total = 0;
  terms.forEach((term, t) => {
    const [key = ''] = term.keys;
    const own = index.weights.get(key);
    let known = own ?? 0;
    if (own === undefined)
      for (let k = 1; k < term.keys.length; k++) known = Math.max(known, index.weights.get(term.keys[k] ?? '') ?? 0);
    const weight = (known > 0 ? known : index.novel) * term.weight;
    total += known > 0 ? weight : weight * 0.7;
    if (known === 0) return;
    for (let k = 0; k < term.keys.length; k++) {
      const list = index.postings.get(term.keys[k] ?? '');
      if (!list) continue;
      for (const { rank } of list) {
        if (met[rank] === t) continue;
        met[rank] = t;
        scores[rank] = (scores[rank] ?? 0) + (k === 0 ? weight : weight * SYNONYM);
      }
    }
  });
  for (const quotation of analysis.quotations) {
    const fact = factOfQuotation(quotation.words, index);
    if (fact) scores[fact.rank] = (scores[fact.rank] ?? 0) + total * 0.5 + 3;
  }
  let best = 0;
  for (const { rank, fact, terms: own } of index.facts) {
    const share = (scores[rank] ?? 0) / Math.max(total, 1) / (0.7 + 0.3 * Math.min(2, own.size / 30));
    scores[rank] = fact.kind !== 'statement' || (within && !within.includes(fact.id)) ? 0 : share;
    best = Math.max(best, scores[rank] ?? 0);
  }
  return { terms, scores, best };
}

/** The alignment of a sentence from its own ranking and those of its neighbours: a transition announces the next sentence or sums up the one before. */
export function alignmentOf(
  analysis: Analysis,
  own: Ranking,
  index: SheetIndex,
  next?: Ranking | null,
  before?: Ranking | null,
): FullAlignment {
  const need = Math.max(0, 1 - own.best);
  const scores = Float64Array.from(own.scores);
  const borrow = (ranking: Ranking | null | undefined, share: number): void => {
    if (!ranking) return;
    for (let rank = 0; rank < scores.length; rank++) {
      const score = ranking.scores[rank] ?? 0;
      if (score >= ranking.best * 0.6) scores[rank] = (scores[rank] ?? 0) + score * share * need;
    }
  };
  borrow(next, 0.45);
  borrow(before, 0.3);
  let best = 0;
  for (const score of scores) best = Math.max(best, score);
  const scoreOf = (fact: IndexedFact): number => scores[fact.rank] ?? 0;
  const sources =
    best < LEAST_SHARE
      ? []
      : index.facts
          .filter((fact) => scoreOf(fact) >= best * NEAR_BEST)
          .sort((a, b) => scoreOf(b) - scoreOf(a))
          .slice(0, MOST_SOURCES);
  const clauses = unsupportedClauses(analysis, index, sources);
  const status =
    clauses.length === 0 && !hasUnknown(analysis, own.terms, index)
      ? 'supported'
      : sources.length === 0 || own.best < 0.15
        ? 'none'
        : 'weak';
  return { sources: sources.map((fact) => fact.fact.id), status, facts: sources, unsupported: clauses };
}

/** A name, number or date that the source has nowhere. */
function hasUnknown(analysis: Analysis, terms: readonly Term[], index: SheetIndex): boolean {
  return terms.some(({ keys: [key = ''], token: at }) => {
    if (index.postings.has(key) || analysis.quoted[at]) return false;
    if (key.startsWith('@y') || key.startsWith('@m') || key.startsWith('@w') || key.startsWith('@t')) return true;
    if (key.startsWith('#')) return Number(key.slice(1)) > 12;
    const token = analysis.tokens[at];
    return (
      token !== undefined &&
      token.capital &&
      at > 0 &&
      !index.entities.byKey.has(token.key) &&
      analysis.tokens[at - 1]?.kind === 'word' &&
      !placeGroups(token.key).length
    );
  });
}

const QUOTED = new WeakMap<SheetIndex, { words: string; fact: IndexedFact }[]>();

function factOfQuotation(words: string, index: SheetIndex): IndexedFact | null {
  let quoted = QUOTED.get(index);
  if (!quoted) {
    quoted = index.facts.flatMap((fact) =>
      fact.analysis.quotations.map((quotation) => ({ words: ` ${looseWords(quotation.words)} `, fact })),
    );
    QUOTED.set(index, quoted);
  }
  const loose = looseWords(words);
  const whole = quoted.find((candidate) => candidate.words.includes(` ${loose} `));
  if (whole) return whole.fact;
  const list = loose.split(' ');
  if (list.length < 5) return null;
  for (let i = 0; i + 4 <= list.length; i++) {
    const run = ` ${list.slice(i, i + 4).join(' ')} `;
    const found = quoted.find((candidate) => candidate.words.includes(run));
    if (found) return found.fact;
  }
  return null;
}
