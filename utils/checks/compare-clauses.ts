/** A clause of the draft beside the source clause that says most of it: what both affirm or deny, what one undoes. */
import { isPersonNoun } from '../facts/entities.ts';
import { type ReadClause, readingOf } from '../facts/reading.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Clause } from '../french/clauses.ts';
import { oppositesOf } from '../french/polarity.ts';
import type { Token } from '../french/tokens.ts';
import type { DraftSentence } from './read-draft.ts';

/** What a draft clause has in common with a source clause. */
interface Comparison {
  fact: IndexedFact;
  share: number;
  /** Words in common, names included. */
  common: number;
  against: number;
  agreeing: number;
  first: number;
  last: number;
  opposite: { at: number; word: string } | null;
  hedged: boolean;
  /** The source clause stands in a quotation: it can bear the draft out, not refute it. */
  quoted: boolean;
}

/** The source clause that shares most with the draft's; of equals, the one that agrees. */
export function closestClause(mine: number[], sentence: DraftSentence, index: SheetIndex): Comparison | null {
  let best: Comparison | null = null;
  const { analysis } = sentence;
  const denier = denialAt(analysis, mine);
  let total = 0;
  const words = mine.flatMap((at): ClauseWord[] => {
    const token = analysis.tokens[at];
    if (!token) return [];
    const weight = (index.weights.get(token.stem) ?? index.novel * 0.6) * (token.framing ? 0.5 : 1);
    total += weight;
    const undeniable = token.capital || at < denier || isPersonNoun(token.key);
    return [{ at, token, weight, undeniable, opposites: oppositesOf(token.stem) }];
  });
  for (const fact of factsAbout(mine, sentence, index)) {
    if (mostShared(words, fact) < total * LEAST_SHARE) continue;
    for (const clause of readingOf(fact.analysis).clauses) {
      const comparison = compare(words, total, analysis, fact, clause);
      if (!comparison) continue;
      if (fact === sentence.evidence[0]) comparison.share *= 1.1;
      const gain = best ? comparison.share - best.share : 1;
      if (!best || gain > 0.08 || (gain > -0.08 && comparison.agreeing > best.agreeing && best.against > 0)) best = comparison;
    }
  }
  return best;
}

/** The evidence, and every fact that holds a rare word of the clause. */
function factsAbout(mine: number[], sentence: DraftSentence, index: SheetIndex): Set<IndexedFact> {
  const facts = new Set(sentence.evidence);
  for (const i of mine) {
    const list = index.postings.get(sentence.analysis.tokens[i]?.stem ?? '');
    if (list && list.length <= 4) for (const fact of list) facts.add(fact);
  }
  return facts;
}

/** Clauses that share less are never asked about. */
const LEAST_SHARE = 0.4;

/** The most that any clause of the fact can share with these words. */
function mostShared(words: readonly ClauseWord[], fact: IndexedFact): number {
  let weight = 0;
  for (const { token, weight: own, opposites } of words)
    if (opposites || fact.terms.has(token.stem) || token.classes.some((name) => fact.terms.has(name))) weight += own;
  return weight;
}

interface ClauseWord {
  at: number;
  token: Token;
  weight: number;
  /** Who denies is not denied: names, persons, what stands before the verb of denial. */
  undeniable: boolean;
  /** Stems of its contraries. */
  opposites: ReadonlySet<string> | undefined;
}

function compare(
  words: readonly ClauseWord[],
  total: number,
  analysis: Analysis,
  fact: IndexedFact,
  clause: ReadClause,
): Comparison | null {
  const own = readingOf(analysis).denied;
  const other = readingOf(fact.analysis).denied;
  const result: Comparison = {
    fact,
    share: 0,
    common: 0,
    against: 0,
    agreeing: 0,
    first: -1,
    last: -1,
    opposite: null,
    hedged: clause.hedged,
    quoted: clause.quoted,
  };
  let shared = 0;
  for (const { at, token, weight, undeniable, opposites } of words) {
    const match = matchIn(token, opposites, clause);
    if (match !== -1) {
      shared += weight;
      result.common++;
      if (undeniable) continue;
      if (Boolean(own[at]) === Boolean(other[match])) result.agreeing += weight;
      else if (token.framing) continue;
      else {
        // What is said of the subject weighs more than what it is said with.
        result.against += /(?:é|ée|és|ées|er|ir)$/u.test(token.text) ? weight * 2 : weight;
        if (result.first === -1) result.first = at;
        result.last = at;
      }
      continue;
    }
    // The subject may stand apart from the verb: « Sa présidente, X, dément… ».
    if (token.capital && fact.terms.has(token.stem)) shared += weight;
    const contrary = contraryIn(opposites, clause);
    if (contrary !== -1 && Boolean(own[at]) === Boolean(other[contrary])) {
      result.opposite = { at, word: fact.analysis.tokens[contrary]?.text ?? '' };
      shared += weight;
    }
  }
  if (total === 0 || shared === 0) return null;
  result.share = shared / total;
  return result;
}

/** Indexes of the words of a clause that can be affirmed or denied: no quotations, dates, verbs that report or deny, framing words. */
export function contentOf(analysis: Analysis, clause: Clause): number[] {
  const found: number[] = [];
  const { denials } = readingOf(analysis);
  for (let i = clause.from; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (!token?.content || analysis.quoted[i] || analysis.dated[i] || denials.includes(i)) continue;
    if (!token.capital && token.speech) continue;
    found.push(i);
  }
  return found;
}

/** Token index of the first verb of denial of the clause whose words are `mine`, -1 without one. */
function denialAt(analysis: Analysis, mine: readonly number[]): number {
  const from = mine[0] ?? 0;
  const to = mine.at(-1) ?? 0;
  return readingOf(analysis).denials.find((i) => i >= from && i <= to + 1) ?? -1;
}

/** Token index of the word, or of a synonym that is no contrary of it; -1 without one. */
function matchIn(token: Token, opposites: ReadonlySet<string> | undefined, clause: ReadClause): number {
  const same = clause.stems.get(token.stem);
  if (same !== undefined) return same;
  for (const name of token.classes) {
    const at = clause.classes.get(name);
    if (at !== undefined && contraryIn(opposites, clause) !== at) return at;
  }
  return -1;
}

function contraryIn(opposites: ReadonlySet<string> | undefined, clause: ReadClause): number {
  if (!opposites) return -1;
  for (const [stemmed, at] of clause.stems) if (opposites.has(stemmed)) return at;
  return -1;
}
