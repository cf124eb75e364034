/** Allegations told as facts: a conditional of the source gone, « selon » dropped from a contested figure. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { readingOf } from '../facts/reading.ts';
import type { Analysis } from '../french/analyse.ts';
import { isConditional } from '../french/cautions.ts';
import type { Clause } from '../french/clauses.ts';
import type { FoundDate } from '../french/dates.ts';
import { speechVerbs } from '../french/speech-verbs.ts';
import { areSynonyms } from '../french/synonyms.ts';
import { stemsOfForms } from '../french/verb-forms.ts';
import { spanOf, type Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

export function checkHedges(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis } = sentence;
  if (/\?\s*[»”"]?\s*$/u.test(analysis.text)) return [];
  const faults: Fault[] = [];
  for (const clause of readingOf(analysis).clauses) {
    if (analysis.quoted[clause.from]) continue;
    const fault = conditionalLost(clause, sentence, index);
    if (fault) faults.push(fault);
  }
  if (faults.length === 0) {
    const fault = establishedFault(sentence) ?? claimFault(sentence, index) ?? attributionLost(sentence, index);
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

function conditionalLost(clause: Clause, sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis } = sentence;
  const predicates = sentence.evidence.flatMap((fact) => hedgedVerbs(fact).flatMap(({ predicate }) => predicate ?? []));
  if (predicates.length === 0) return null;
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

const ESTABLISHES = new Set('établir montrer démontrer prouver attester'.split(' ').flatMap(stemsOfForms));

/** « comme l’établit une note », « a montré un témoin », of what the source only alleges. */
function establishedFault(sentence: DraftSentence): Fault | null {
  const { analysis, evidence, ranking } = sentence;
  const [main] = evidence;
  if (!main || ranking.best < 0.25 || hedgedVerbs(main).length === 0) return null;
  const establishes = ({ tokens, quoted }: Analysis): number =>
    tokens.findIndex(
      (token, i) =>
        token.content &&
        !token.capital &&
        !quoted[i] &&
        ESTABLISHES.has(token.stem) &&
        !/(?:er|ir|ement|ements|ation)$/u.test(token.key),
    );
  const at = establishes(analysis);
  if (at === -1 || readingOf(analysis).denied[at] || analysis.tokens.some(isConditional)) return null;
  if (evidence.some((fact) => establishes(fact.analysis) !== -1)) return null;
  return {
    kind: 'hedge-lost',
    severity: 'warning',
    ...spanOf(analysis.tokens, Math.max(0, at - 2), at + 1),
    message: 'La source le dit sous réserve : ce n’est pas établi.',
    source: main.fact.text,
  };
}

const CLAIMS = new Set(
  'assurer affirmer soutenir prétendre juger estimer redouter craindre considérer'.split(' ').flatMap(stemsOfForms),
);

/** « assure que son client était à l’étranger » told without who says so: a party's word or a judgement, not a fact. */
function claimFault(sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis, evidence, ranking, marks } = sentence;
  const [main] = evidence;
  if (!main || sentence.kind === 'heading' || ranking.best < 0.45 || marks.length > 0 || keepsDistance(sentence)) return null;
  const claim = claimOf(main);
  if (!claim) return null;
  const mine: number[] = [];
  for (let i = 0; i < analysis.tokens.length; i++) if (analysis.tokens[i]?.content && !analysis.dated[i]) mine.push(i);
  const { share, weight } = sharedWeight(mine, analysis, main, claim, index, { from: 0, to: analysis.tokens.length });
  if (share < 0.55 || weight < index.novel * 1.3) return null;
  if (index.facts.some((other) => other !== main && flatly(mine, analysis, other, index) >= 0.6)) return null;
  return {
    kind: 'hedge-lost',
    severity: 'warning',
    ...spanOf(analysis.tokens, 0, analysis.tokens.length),
    message: 'La source dit de qui vient cette affirmation.',
    source: main.fact.text,
  };
}

/** Somebody speaks, doubts or is quoted in the sentence or the one before it. */
function keepsDistance({ analysis, before }: DraftSentence): boolean {
  const speaks = ({ tokens, quotations }: Analysis): boolean =>
    quotations.length > 0 ||
    tokens.some(
      (token) => token.speech || token.conditional || DOUBT.test(token.key) || MODAL.test(token.key) || token.key === 'selon',
    );
  return (
    speaks(analysis) ||
    /^pour\s|(?<!\p{L})(?:aux yeux|à en croire|aux dires)\s/iu.test(analysis.text) ||
    (before !== null && speaks(before.analysis))
  );
}

/** What follows « assure que », outside quotations. */
function claimOf({ analysis }: IndexedFact): Clause | null {
  const { tokens, quoted } = analysis;
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (quoted[i] || !tokens[i]?.content || !CLAIMS.has(tokens[i]?.stem ?? '')) continue;
    if (/^(?:que|qu')$/u.test(tokens[i + 1]?.key ?? '')) return { from: i + 2, to: tokens.length };
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

/** The clause of the conditional, and the pieces after it that have no verb of their own. */
function hedgedRegion(analysis: Analysis, at: number): Clause {
  const { clauses } = readingOf(analysis);
  const k = clauses.findIndex((clause) => at >= clause.from && at < clause.to);
  const own = clauses[k];
  if (!own) return { from: at, to: at + 1 };
  let { to } = own;
  for (let next = k + 1; next < clauses.length; next++) {
    const clause = clauses[next];
    if (!clause || analysis.quoted[clause.from]) break;
    const words = analysis.tokens.slice(clause.from, clause.to);
    if (
      words.some(
        (token) =>
          (INDICATIVE.test(token.key) && token.text !== 'à') ||
          /^(?:qui|dont|que|qu'|selon)$/u.test(token.key) ||
          token.text === 'où',
      )
    )
      break;
    to = clause.to;
  }
  return { from: own.from, to };
}

const HEDGED = new WeakMap<IndexedFact, { at: number; predicate: string | null; region: Clause }[]>();

/** Conditionals of a fact that tell an allegation: no reported future (« a annoncé que … se tiendrait »), no wish of a quotation. */
function hedgedVerbs(fact: IndexedFact): { at: number; predicate: string | null; region: Clause }[] {
  const known = HEDGED.get(fact);
  if (known) return known;
  const { tokens, quoted } = fact.analysis;
  const found = tokens.flatMap((token, at) => {
    if (quoted[at]) return [];
    if (token.conditional && !reportedFuture(fact.analysis, at))
      return [{ at, predicate: predicateOf(fact.analysis, at), region: hedgedRegion(fact.analysis, at) }];
    const deed = suspectedDeed(fact.analysis, at);
    return deed === null
      ? []
      : [{ at: deed, predicate: predicateOf(fact.analysis, deed), region: hedgedRegion(fact.analysis, deed) }];
  });
  HEDGED.set(fact, found);
  return found;
}

/** « soupçonnée d’avoir présenté un faux », « semble avoir été préparé »: token index of the infinitive, or null. */
function suspectedDeed(analysis: Analysis, at: number): number | null {
  const { tokens } = analysis;
  if (/^(?:sembl|parai|paraî)/u.test(tokens[at]?.key ?? '') && /(?:er|ir|re|oir)$/u.test(tokens[at + 1]?.key ?? ''))
    return at + 1;
  if (!/^(?:soupconn|suspect|accus)/u.test(tokens[at]?.key ?? '')) return null;
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    if (!/^(?:de|d')$/u.test(tokens[i]?.key ?? '')) continue;
    const next = tokens[i + 1];
    return next && /(?:er|ir|re|oir)$/u.test(next.key) ? i + 1 : null;
  }
  return null;
}

function reportedFuture(analysis: Analysis, at: number): boolean {
  const { tokens } = analysis;
  const key = tokens[at]?.key ?? '';
  if (key.startsWith('aurai') || key.startsWith('pourrai')) return false;
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.text === ';' || token.text === '.') return false;
    if (token.key !== 'que' && token.key !== "qu'") continue;
    return (
      speechVerbs(tokens).some(
        (verb) => verb.to <= i + 1 && i - verb.to <= 4 && /(?:é|it|is|ant|u)e?s?$/u.test(tokens[verb.to - 1]?.text ?? ''),
      ) || tokens[i - 1]?.key.endsWith('ant') === true
    );
  }
  return false;
}

/** Stem of what the conditional says: the participle after « aurait » and « serait », the infinitive after « pourrait », else itself. */
function predicateOf(analysis: Analysis, at: number): string | null {
  const token = analysis.tokens[at];
  if (!token) return null;
  if (token.content) return token.stem;
  for (let i = at + 1; i < Math.min(analysis.tokens.length, at + 6); i++) {
    const next = analysis.tokens[i];
    if (!next || next.kind === 'punct') break;
    if (next.content && !/ment$/u.test(next.key)) return next.stem;
  }
  return null;
}

const INDICATIVE = /^(?:ayant|a|ont|est|sont|etait|etaient|avait|avaient|sera|seront|aura|auront|va|vont|fait|font)$/u;
const FUTURE = /(?:era|eront|ira|iront|dra|dront|rra|rront)$/u;

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

const DOUBT =
  /^(?:possible|possibles|possibilite|peut-etre|probable|probablement|eventuel|eventuelle|eventuels|eventuelles|hypothese|rumeur|suppose|supposee|presume|presumee|presumes|presumees|soupconne|soupconnee|soupconnes|soupconnees|accuse|accusee|accuses|accusation|affirmation|affirmations|conditionnel|allegation|allegations|evoque|evoquee|evoques|evoquees|mentionne|mentionnee|pretendu|prete|pretes|incertain|incertaine|attribue|attribuee|attribues|enquete)$/u;
const MODAL =
  /^(?:peut|peuvent|pourra|pourront|doit|doivent|devra|devront|semble|semblent|parait|risque|risquent|reste|restent)$/u;

/** How the draft keeps its distance from a clause: words of doubt, somebody who says it, or nothing. */
function cautionOf(sentence: DraftSentence, clause: Clause): 'doubt' | 'reported' | 'none' {
  const { analysis, marks } = sentence;
  const words = analysis.tokens.slice(clause.from, clause.to);
  if (words.some((token) => DOUBT.test(token.key) || MODAL.test(token.key))) return 'doubt';
  if (/^(?:à en croire|aux yeux|au dire|aux dires|du point de vue)/iu.test(analysis.text)) return 'reported';
  if (marks.some((mark) => mark.kind === 'attribution' || mark.kind === 'presumed')) return 'reported';
  // « , ce qu’elle conteste »: who denies does not report.
  const { denials } = readingOf(analysis);
  const reports = speechVerbs(analysis.tokens).filter(
    (verb) => verb.strong && !analysis.quoted[verb.from] && !denials.some((i) => i >= verb.from && i < verb.to),
  );
  const reported = reports.some(
    (verb) => reportsClause(analysis, verb.to, clause) || verb.from >= clause.to || analysis.tokens[verb.from - 1]?.text === ',',
  );
  return reported || /^pour\s/iu.test(analysis.text) ? 'reported' : 'none';
}

/** « affirme que … »: the clause follows the verb that reports it. */
function reportsClause(analysis: Analysis, to: number, clause: Clause): boolean {
  if (clause.from < to - 1) return false;
  return analysis.tokens
    .slice(to, clause.from + 2)
    .some(
      (token) =>
        token.key === 'que' || token.key === "qu'" || token.text === ':' || token.key === 'avoir' || token.key === 'etre',
    );
}

function sharedWeight(
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
function flatly(mine: number[], analysis: Analysis, fact: IndexedFact, index: SheetIndex): number {
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

function subjectStart(analysis: Analysis, clause: Clause, verb: number): number {
  let from = verb;
  while (from > clause.from && verb - from < 4) from--;
  return from;
}

function verbEnd(analysis: Analysis, clause: Clause, verb: number): number {
  for (let i = verb + 1; i < Math.min(clause.to, verb + 4); i++) if (analysis.tokens[i]?.content) return i + 1;
  return Math.min(clause.to, verb + 1);
}

/** A figure « selon la préfecture » that others contest, told without its source. */
function attributionLost(sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis, marks } = sentence;
  if (sentence.kind === 'heading' || marks.some((mark) => mark.kind === 'attribution' || mark.kind === 'conditional'))
    return null;
  if (speechVerbs(analysis.tokens).some((verb) => verb.strong && !analysis.quoted[verb.from])) return null;
  for (const number of analysis.numbers) {
    if (number.value <= 12 || analysis.quoted[number.from]) continue;
    const fact = sentence.evidence.find((candidate) => candidate.analysis.numbers.some((other) => other.value === number.value));
    if (!fact || !fact.marks.some((mark) => mark.kind === 'attribution')) continue;
    // « 64 % des 210 conducteurs selon les syndicats »: of two figures the first is what they say.
    const theirs = fact.analysis.numbers.findIndex((other) => other.value === number.value);
    const [attributed] = fact.marks.filter(
      (mark) => mark.kind === 'attribution' && mark.from >= (fact.analysis.numbers[theirs]?.to ?? 0),
    );
    const previous = fact.analysis.numbers[theirs - 1];
    if (
      previous &&
      attributed &&
      fact.analysis.numbers[theirs]?.unit === null &&
      previous.unit === '%' &&
      previous.to + 2 >= (fact.analysis.numbers[theirs]?.from ?? 0)
    )
      continue;
    // « les syndicats recensaient 64 % »: who says it is the subject.
    const sources = fact.marks.flatMap((mark) =>
      mark.kind === 'attribution' ? fact.analysis.tokens.slice(mark.from, mark.to).filter((token) => token.content) : [],
    );
    if (analysis.tokens.some((token, i) => i < number.from && sources.some((source) => source.stem === token.stem))) continue;
    const next = index.facts[fact.rank + 1];
    const contested = [fact, next].some((candidate) =>
      candidate?.analysis.tokens.some((token) => token.content && token.key.startsWith('revendiqu')),
    );
    const twice = fact.marks.filter((mark) => mark.kind === 'attribution').length > 1;
    if (!contested && !twice) continue;
    const source = fact.marks.find((mark) => mark.kind === 'attribution');
    const from = Math.max(0, number.from - 1);
    return {
      kind: 'hedge-lost',
      severity: 'warning',
      ...spanOf(analysis.tokens, from, Math.min(analysis.tokens.length, number.to + 3)),
      message: `Ce chiffre est contesté : la source dit de qui il vient${source ? ` (« ${fact.analysis.text.slice(fact.analysis.tokens[source.from]?.start ?? 0, fact.analysis.tokens[source.to - 1]?.end ?? 0)} »)` : ''}.`,
      source: fact.fact.text,
    };
  }
  return null;
}
