/** Allegations told as facts: a conditional, a suspicion or a possibility of the source gone. */
import { readingOf } from '../facts/reading.ts';
import type { SheetIndex } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import { isConditional } from '../french/cautions.ts';
import type { Clause } from '../french/clauses.ts';
import { areSynonyms } from '../french/synonyms.ts';
import { cautionOf, GRANTS } from './keeps-distance.ts';
import { type Fault, spanOf } from './fault.ts';
import { FUTURE, INDICATIVE, hedgedVerbs } from './hedged-verbs.ts';
import { attributionLost, claimFault, establishedFault, presumedFault, unconfirmedFault } from './lost-claims.ts';
import type { DraftSentence } from './read-draft.ts';
import { resolvedFault } from './resolved.ts';
import { causeFault, toldDoneFault } from './told-done.ts';
import { toldFlatFault } from './told-flat.ts';
import { flatly, sharedWeight } from './shared-weight.ts';

export function checkHedges(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis } = sentence;
  if (analysis.question) return [];
  const faults: Fault[] = [];
  const predicates = sentence.evidence.flatMap((fact) => hedgedVerbs(fact).flatMap(({ predicate }) => predicate ?? []));
  for (const clause of predicates.length > 0 ? readingOf(analysis).clauses : []) {
    if (analysis.quoted[clause.from]) continue;
    const fault = conditionalLost(clause, sentence, index, predicates);
    if (fault) faults.push(fault);
  }
  if (faults.length === 0) {
    const fault =
      establishedFault(sentence) ??
      presumedFault(sentence, index) ??
      toldFlatFault(sentence, index) ??
      resolvedFault(sentence, index) ??
      toldDoneFault(sentence) ??
      causeFault(sentence) ??
      unconfirmedFault(sentence) ??
      claimFault(sentence, index) ??
      attributionLost(sentence, index);
    if (fault) faults.push(fault);
  }
  return faults;
}

/** Weight in common, in rarest words, from which two clauses surely speak of one thing though a word or two differ. */
const MUCH = 1.6;

/** A statement elsewhere in the source must say this much of a clause to bear it out. */
const FLATLY = 0.5;

/** Share of the draft's clause that must stand in the source's hedged one: the less, the surer the verb and the more in common. */
function leastShare(
  verb: 'exact' | 'said' | 'other',
  caution: 'doubt' | 'reported' | 'none',
  promised: boolean,
  much: boolean,
): number {
  if (caution === 'reported') return { exact: 0.65, said: 0.75, other: 0.85 }[verb];
  if (promised) return 0.3;
  return { exact: 0.5, said: 0.6, other: 0.7 }[verb] - (much ? 0.1 : 0);
}

function conditionalLost(
  clause: Clause,
  sentence: DraftSentence,
  index: SheetIndex,
  predicates: readonly string[],
): Fault | null {
  const { analysis } = sentence;
  const verb = assertion(analysis, clause, predicates);
  if (verb === null || reportsItself(analysis, clause, verb, predicates)) return null;
  const caution = cautionOf(sentence, clause);
  if (caution === 'doubt') return null;
  const mine: number[] = [];
  for (let i = clause.from; i < clause.to; i++)
    if (analysis.tokens[i]?.content && !analysis.quoted[i] && !analysis.dated[i]) mine.push(i);
  for (const fact of sentence.evidence) {
    for (const { at, predicate, region: theirs } of hedgedVerbs(fact)) {
      // What the draft's verb says: itself, its participle or infinitive.
      const verbs = mine.filter((i) => i >= verb && i <= verb + 5);
      const exact = verbs.some((i) => sameVerb(analysis.tokens[i]?.stem ?? '', predicate));
      const said = exact || (predicate !== null && verbs.some((i) => areSynonyms(analysis.tokens[i]?.stem ?? '', predicate)));
      const { share, weight } = sharedWeight(mine, analysis, fact, theirs, index, clause);
      // « reprendront le 9 décembre » for « pourrait avoir lieu le 9 décembre »
      const promised = FUTURE.test(analysis.tokens[verb]?.key ?? '') && /^pourr/u.test(fact.analysis.tokens[at]?.key ?? '');
      const main = fact === sentence.evidence[0] && sentence.ranking.best >= 0.5;
      const sameMatter = exact && main && caution === 'none' && (weight === 0 || share >= 0.35);
      const least = leastShare(exact ? 'exact' : said ? 'said' : 'other', caution, promised, weight >= index.novel * MUCH);
      // « les marchandises qu’il transportait »: taken for granted in passing, of another matter.
      if (weight === 0 && /^(?:que|qu')$/u.test(analysis.tokens[clause.from]?.key ?? '')) continue;
      if (!sameMatter && (weight < index.novel * (promised ? 0.6 : said ? 0.75 : 1) || share < least)) continue;
      // The same thing stated flatly elsewhere in the source is no allegation.
      if (
        index.facts.some(
          (other) =>
            other !== fact && hedgedVerbs(other).length === 0 && flatly(mine, analysis, other, index) >= Math.max(share, FLATLY),
        )
      )
        continue;
      return {
        kind: 'hedge-lost',
        severity: said && caution === 'none' ? 'error' : 'warning',
        ...spanOf(analysis.tokens, subjectStart(analysis, clause, verb), verbEnd(analysis, clause, verb)),
        message: 'La source le dit au conditionnel : ce n’est pas établi.',
        source: fact.fact.text,
      };
    }
  }
  return null;
}

/** « souffre » and « souffrirait », « envisage » and « envisagerait »: one stem starts the other. */
function sameVerb(a: string, b: string | null): boolean {
  if (b === null || a.length < 4 || b.length < 4) return a === b;
  return a.startsWith(b) || b.startsWith(a);
}

/** The verb itself reports or denies: « Bloomberg a rapporté », « rejette cette version », « le démenti est net ». */
function reportsItself(analysis: Analysis, clause: Clause, verb: number, predicates: readonly string[]): boolean {
  if (analysis.tokens.slice(clause.from, verb).some((token) => /^(?:dementis?|rejet|refus|contestation)$/u.test(token.key)))
    return true;
  for (let i = verb; i < Math.min(clause.to, verb + 4); i++) {
    const token = analysis.tokens[i];
    if (token?.content && predicates.some((predicate) => sameVerb(token.stem, predicate))) return false;
    if (token?.content && (token.speech || readingOf(analysis).denials.includes(i))) return true;
  }
  return false;
}

/** Token index of the clause's finite verb in the indicative, or null: an auxiliary, a future, or a form of a verb that the source hedges. */
function assertion(analysis: Analysis, clause: Clause, predicates: readonly string[]): number | null {
  const words = analysis.tokens.slice(clause.from, clause.to);
  // « S’il saisit le tribunal »: supposed, not told; « c’est à l’enquête de dire ce qui a provoqué… »: asked.
  if (words.some(isConditional) || (/^(?:si|s')$/u.test(words[0]?.key ?? '') && /^ils?$/u.test(words[1]?.key ?? 'il')))
    return null;
  if (words[0]?.key === 'qui' && analysis.tokens[clause.from - 1]?.key === 'ce') return null;
  let present: number | null = null;
  for (let i = clause.from; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (!token || token.kind !== 'word' || analysis.quoted[i]) continue;
    if (INDICATIVE.test(token.key) && token.text !== 'à') return i;
    if (FUTURE.test(token.key) && token.key.length > 4) return i;
    if (/^(?:avoir|etre)$/u.test(token.key) && analysis.tokens[i - 1]?.key === 'pour') return i;
    if (
      present !== null ||
      !token.content ||
      token.capital ||
      !/(?:e|ent|t|d)$/u.test(token.text) ||
      /(?:ment|té)$/u.test(token.text)
    )
      continue;
    const before = analysis.tokens[i - 1]?.key ?? '';
    if (/^(?:le|la|les|l'|un|une|des|de|d'|du|son|sa|ses|leur|cette|cet|ce|ces|au|aux|en|par|toute?|chaque)$/u.test(before))
      continue;
    if (predicates.some((predicate) => sameVerb(token.stem, predicate) || areSynonyms(predicate, token.stem))) present = i;
  }
  return present;
}

function subjectStart(analysis: Analysis, clause: Clause, verb: number): number {
  // « rappelle que des eaux se sont écoulées »: with what takes it for granted.
  if (GRANTS.test(analysis.tokens[clause.from - 1]?.key ?? '')) return clause.from - 1;
  let from = verb;
  while (from > clause.from && verb - from < 4) from--;
  return from;
}

function verbEnd(analysis: Analysis, clause: Clause, verb: number): number {
  for (let i = verb + 1; i < Math.min(clause.to, verb + 4); i++) if (analysis.tokens[i]?.content) return i + 1;
  return Math.min(clause.to, verb + 1);
}
