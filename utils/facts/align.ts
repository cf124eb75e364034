/** Which facts carry a sentence of the draft. */
import { analyse, type Analysis } from '../french/analyse.ts';
import { fold } from '../french/fold.ts';
import { placeGroups } from '../french/geo.ts';
import type { FactSheet } from './fact.ts';
import { indexSheet, type IndexedFact, type SheetIndex } from './sheet-index.ts';
import { unsupportedClauses } from './support.ts';
import { termsOf, type Term } from './terms.ts';

export interface Alignment {
  /** Ids of the facts that carry the sentence, best first. */
  sources: string[];
  /** Of its weakest clause; a sentence that states no fact is `supported` with no sources. */
  status: 'supported' | 'weak' | 'none';
}

/** How much each fact shares with a sentence, as a share of what the sentence says (0-1 and more). */
export interface Ranking {
  terms: Term[];
  scores: Map<IndexedFact, number>;
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
  return alignmentOf(analysis, rankFacts(analysis, index, within), index);
}

export function rankFacts(analysis: Analysis, index: SheetIndex, within?: readonly string[]): Ranking {
  const terms = termsOf(analysis);
  const raw = new Map<IndexedFact, number>();
  let total = 0;
  for (const term of terms) {
    const [stemKey = '', ...classes] = term.keys;
    const own = index.weights.get(stemKey);
    const classWeight = own ?? Math.max(0, ...classes.map((name) => index.weights.get(name) ?? 0));
    const weight = (own ?? (classWeight > 0 ? classWeight : index.novel)) * term.weight;
    total += own === undefined && classWeight === 0 ? weight * 0.7 : weight;
    const met = new Set<IndexedFact>();
    for (const fact of index.postings.get(stemKey) ?? []) {
      met.add(fact);
      raw.set(fact, (raw.get(fact) ?? 0) + weight);
    }
    for (const name of classes) {
      for (const fact of index.postings.get(name) ?? []) {
        if (met.has(fact)) continue;
        met.add(fact);
        raw.set(fact, (raw.get(fact) ?? 0) + weight * SYNONYM);
      }
    }
  }
  for (const quotation of analysis.quotations) {
    const fact = factOfQuotation(quotation.words, index);
    if (fact) raw.set(fact, (raw.get(fact) ?? 0) + total * 0.5 + 3);
  }
  const scores = new Map<IndexedFact, number>();
  let best = 0;
  for (const [fact, score] of raw) {
    if (fact.fact.kind !== 'statement' || (within && !within.includes(fact.fact.id))) continue;
    const share = score / Math.max(total, 1) / (0.7 + 0.3 * Math.min(2, fact.terms.size / 30));
    scores.set(fact, share);
    if (share > best) best = share;
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
): Alignment {
  const need = Math.max(0, 1 - own.best);
  const scores = new Map(own.scores);
  for (const [ranking, share] of [
    [next, 0.45],
    [before, 0.3],
  ] as const) {
    if (!ranking) continue;
    for (const [fact, score] of ranking.scores)
      if (score >= ranking.best * 0.6) scores.set(fact, (scores.get(fact) ?? 0) + score * share * need);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const best = ranked[0]?.[1] ?? 0;
  const sources =
    best < LEAST_SHARE
      ? []
      : ranked
          .filter(([, score]) => score >= best * NEAR_BEST)
          .slice(0, MOST_SOURCES)
          .map(([fact]) => fact);
  const clauses = unsupportedClauses(analysis, index, sources);
  const status =
    clauses.length === 0 && !hasUnknown(analysis, own.terms, index)
      ? 'supported'
      : sources.length === 0 || own.best < 0.15
        ? 'none'
        : 'weak';
  return { sources: sources.map((fact) => fact.fact.id), status };
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
      fact.analysis.quotations.map((quotation) => ({ words: ` ${looseOf(quotation.words)} `, fact })),
    );
    QUOTED.set(index, quoted);
  }
  const loose = looseOf(words);
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

function looseOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
