/** Who says it, left out: what is held for established, a party’s claim, a contested figure. */
import { readingOf } from '../facts/reading.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import { isConditional } from '../french/cautions.ts';
import type { Clause } from '../french/clauses.ts';
import { speechVerbs } from '../french/speech-verbs.ts';
import { stemsOfForms } from '../french/verb-forms.ts';
import { cautionOf, keepsDistance, keepsDistanceItself } from './keeps-distance.ts';
import { type Fault, spanOf } from './fault.ts';
import { INDICATIVE, hedgedVerbs } from './hedged-verbs.ts';
import type { DraftSentence } from './read-draft.ts';
import { flatly, sharedWeight } from './shared-weight.ts';

const ESTABLISHES = new Set('établir montrer démontrer prouver attester'.split(' ').flatMap(stemsOfForms));

/** « comme l’établit une note », « a montré un témoin », of what the source only alleges. */
export function establishedFault(sentence: DraftSentence): Fault | null {
  const { analysis, evidence, ranking } = sentence;
  const [main] = evidence;
  if (!main || sentence.kind === 'heading' || ranking.best < 0.25 || hedgedVerbs(main).length === 0) return null;
  const establishes = ({ tokens, quoted }: Analysis): number =>
    tokens.findIndex(
      (token, i) =>
        token.content &&
        !token.capital &&
        !quoted[i] &&
        ESTABLISHES.has(token.stem) &&
        // « un fonds établi au Luxembourg »
        !(/^etablie?s?$/u.test(token.key) && !/^(?:a|ont|ete)$/u.test(tokens[i - 1]?.key ?? '')) &&
        !/(?:er|ir|ement|ements|ation|montants?|preuves?)$/u.test(token.key),
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

/** « une altercation présumée » told as one that happened. */
export function presumedFault(sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis, evidence, kind } = sentence;
  if (kind === 'heading' || sentence.marks.length > 0) return null;
  const { clauses, denied } = readingOf(analysis);
  for (const fact of evidence) {
    for (const noun of presumedNouns(fact)) {
      if (index.facts.some((other) => other !== fact && other.terms.has(noun))) continue;
      const at = analysis.tokens.findIndex((token, i) => token.stem === noun && !analysis.quoted[i] && !denied[i]);
      const clause = clauses.find(({ from, to }) => at >= from && at < to);
      const verb = clause
        ? analysis.tokens.slice(at, clause.to).findIndex((token) => INDICATIVE.test(token.key) && token.text !== 'à')
        : -1;
      if (verb === -1 || !clause || cautionOf(sentence, clause) !== 'none') continue;
      return {
        kind: 'hedge-lost',
        severity: 'warning',
        ...spanOf(analysis.tokens, at, at + verb + 2),
        message: 'La source ne fait que le présumer.',
        source: fact.fact.text,
      };
    }
  }
  return null;
}

/** « n’a pas confirmé le chiffre de 180 suppressions de postes » told as « 180 emplois sont menacés ». */
export function unconfirmedFault(sentence: DraftSentence): Fault | null {
  const { analysis, evidence, kind } = sentence;
  if (kind === 'heading' || keepsDistanceItself(sentence) || analysis.quotations.length > 0) return null;
  for (const fact of evidence) {
    const at = unconfirmedAt(fact);
    if (at === -1) continue;
    const number = analysis.numbers.find(
      (own) =>
        own.value > 3 &&
        fact.analysis.numbers.some((theirs) => theirs.value === own.value && theirs.from > at && theirs.from < at + 9),
    );
    const verb = analysis.tokens.findIndex((token) => INDICATIVE.test(token.key) && token.text !== 'à');
    if (!number || verb === -1) continue;
    return {
      kind: 'hedge-lost',
      severity: 'warning',
      ...spanOf(analysis.tokens, Math.min(number.from, verb), Math.max(number.to, verb + 2)),
      message: 'La source ne le donne pas pour confirmé.',
      source: fact.fact.text,
    };
  }
  return null;
}

/** Token index of the « confirmé » of « n’a pas confirmé », -1 without one. */
function unconfirmedAt({ analysis }: IndexedFact): number {
  const { denied } = readingOf(analysis);
  return analysis.tokens.findIndex((token, i) => token.content && denied[i] && CONFIRMS.has(token.stem));
}

const CONFIRMS = new Set(stemsOfForms('confirmer'));

/** Stems of the nouns that an adjective calls presumed, supposed or possible. */
function presumedNouns({ analysis, marks }: IndexedFact): string[] {
  return marks.flatMap((mark) => {
    const before = analysis.tokens[mark.from - 1];
    return mark.kind === 'presumed' && before?.content && !before.capital ? [before.stem] : [];
  });
}

const CLAIMS = new Set(
  'assurer affirmer soutenir prétendre juger estimer redouter craindre considérer'.split(' ').flatMap(stemsOfForms),
);

/** « assure que son client était à l’étranger » told without who says so: a party's word or a judgement, not a fact. */
export function claimFault(sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis, evidence, ranking, marks } = sentence;
  const [main] = evidence;
  if (!main || sentence.kind === 'heading' || ranking.best < 0.45 || marks.length > 0 || keepsDistance(sentence)) return null;
  const claim = claimOf(main);
  if (!claim) return null;
  const mine = contentTokens(analysis);
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

function contentTokens({ tokens, dated }: Analysis): number[] {
  return tokens.flatMap((token, i) => (token.content && !dated[i] ? [i] : []));
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

/** A figure « selon la préfecture » that others contest, told without its source. */
export function attributionLost(sentence: DraftSentence, index: SheetIndex): Fault | null {
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
