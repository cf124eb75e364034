/** A number of the source given to another thing: another noun, another whole, a share for a rise. */
import { isPersonNoun } from '../facts/entities.ts';
import type { SheetIndex } from '../facts/sheet-index.ts';
import { isFraming } from '../french/framing-words.ts';
import type { FoundNumber } from '../french/numbers.ts';
import { areSynonyms } from '../french/synonyms.ts';
import type { Token } from '../french/tokens.ts';
import { countsSame, isPeople, isSex, stems } from './counted-alike.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';
import { type SourceNumber, standsNear, withNoun, withSourceNoun } from './source-numbers.ts';

/** The number counts something else than in the source. */
export function nounFault(number: FoundNumber, same: SourceNumber[], sentence: DraftSentence, index: SheetIndex): Fault | null {
  const [noun] = number.nouns;
  if (noun === undefined) return subjectFault(number, same, sentence);
  if (number.kind === 'score' || number.kind === 'ordinal' || number.unit !== null || number.value <= 1) return null;
  if (
    same.some(
      (candidate) => countsSame(number, candidate.number) || countsPart(number, candidate) || countsPeople(noun, candidate),
    )
  )
    return null;
  // « pénalisés à 14 reprises » for « 14 pénalités »
  if (TIMES.has(noun)) return null;
  const anaphoric = /^(?:les|ces|ses|leurs|des|aux|nos)$/u.test(sentence.analysis.tokens[number.from - 1]?.key ?? '');
  if (number.value <= 12 && (anaphoric || isFraming(noun))) return null;
  const inEvidence = same.filter((candidate) => sentence.evidence.includes(candidate.fact));
  // Small numbers return everywhere: the thing counted must at least be a matter of the source.
  if (number.value <= 6 && (inEvidence.length === 0 || !index.postings.has(noun))) return null;
  const origin = inEvidence[0] ?? same[0];
  if (!origin) return null;
  // « au nombre de 412 », « 412 d’entre eux »: nothing follows in the source; its noun stands before.
  const bare = origin.number.nouns.length === 0;
  if (
    bare &&
    (number.value <= 12 || !index.postings.has(noun) || origin.fact.analysis.tokens.some((token) => token.stem === noun))
  )
    return null;
  // « inspectée deux fois » for « deux inspections ».
  if (TIMES.has(origin.number.nouns[0] ?? '') && standsNear(origin, noun, 6, 0)) return null;
  return {
    kind: 'number-noun',
    // A word that the source does not have may be another name for what it counts.
    severity: number.value > 10 && index.postings.has(noun) ? 'error' : 'warning',
    ...withNoun(number, sentence),
    message: `Dans la source, ce nombre compte autre chose (« ${withSourceNoun(origin)} »).`,
    source: origin.fact.fact.text,
  };
}

const COPULA = /^(?:represente|representent|representaient|representait|sont|etaient|seront|forment)$/u;

/** « Les grévistes représentent 720 des 1 140 salariés » where the source has « 720 conducteurs »: the subject is what is counted. */
function subjectFault(number: FoundNumber, same: SourceNumber[], { analysis, evidence }: DraftSentence): Fault | null {
  const { tokens } = analysis;
  if (number.unit !== null || number.kind !== 'cardinal' || number.value <= 12) return null;
  const copula = COPULA.test(tokens[number.from - 1]?.key ?? '');
  const at = copula ? number.from - 2 : countedBefore(tokens, number.from);
  const subject = tokens[at];
  const article = tokens[at - 1];
  if (!subject?.content || subject.capital || (copula && !/^(?:le|la|les|l'|des|ces)$/u.test(article?.key ?? ''))) return null;
  const counted = { ...number, nouns: [subject.stem] };
  const origin = same.find(({ number: theirs, fact }) => theirs.nouns.length > 0 && evidence.includes(fact));
  if (!origin || same.some((candidate) => countsSame(counted, candidate.number))) return null;
  return {
    kind: 'number-noun',
    severity: 'warning',
    start: tokens[copula ? at - 1 : at - 2]?.start ?? subject.start,
    end: number.end,
    message: `Dans la source, ce nombre compte autre chose (« ${withSourceNoun(origin)} »).`,
    source: origin.fact.fact.text,
  };
}

/** « le nombre d’abonnés s’est établi à 2 350 »: token index of the noun, -1 without one. */
function countedBefore(tokens: readonly Token[], number: number): number {
  for (let i = number - 1; i >= Math.max(1, number - 9); i--) {
    const token = tokens[i];
    if (!token || token.kind === 'number' || /^[;:.«»]$/u.test(token.text)) return -1;
    if (/^(?:nombre|effectif|total)$/u.test(token.key) && /^(?:de|d'|des)$/u.test(tokens[i + 1]?.key ?? '')) return i + 2;
  }
  return -1;
}

const TIMES = stems('fois reprise reprises');

/** « 38 400 femmes » for « 38 400 infirmières », « deux militaires » for « deux hommes ». */
function countsPeople(noun: string, { number, fact }: SourceNumber): boolean {
  const theirs = fact.analysis.tokens.slice(number.to, number.to + 5).find((token) => token.stem === number.nouns[0]);
  if (theirs === undefined) return false;
  const general = (stemmed: string, other: string): boolean => isPeople(stemmed) || (isSex(stemmed) && !isSex(other));
  return general(noun, theirs.stem) ? isPersonNoun(theirs.key) : general(theirs.stem, noun) && isPersonNoun(noun);
}

/** « 180 emplois » for « 180 suppressions de postes »: what the source's noun is of. */
function countsPart(number: FoundNumber, { number: theirs, fact }: SourceNumber): boolean {
  const { tokens } = fact.analysis;
  if (!/(?:tion|sion|ment|age|ure|depart|perte|offre|demande)s?$/u.test(tokens[theirs.to]?.key ?? '')) return false;
  for (let i = theirs.to + 1; i < Math.min(tokens.length, theirs.to + 6); i++) {
    const token = tokens[i];
    if (!token || token.kind === 'punct') return false;
    if (token.content && /^(?:de|d'|du|des)$/u.test(tokens[i - 1]?.key ?? '') && areSynonyms(token.stem, number.nouns[0] ?? ''))
      return true;
  }
  return false;
}

/** « 730 000 euros de subventions », « 210 millions en actions »: the complement is a matter of the source, but not beside this number. */
export function complementFault(
  number: FoundNumber,
  same: SourceNumber[],
  sentence: DraftSentence,
  index: SheetIndex,
): Fault | null {
  if (number.unit === null) return null;
  const { tokens } = sentence.analysis;
  const link = tokens[number.to]?.key ?? '';
  if (!/^(?:de|d'|des|en)$/u.test(link)) return null;
  const noun = tokens.slice(number.to + 1, number.to + 4).find((token) => token.content);
  if (!noun || noun.capital) return null;
  if ((link === 'des' || !index.postings.has(noun.stem)) && !same.every((candidate) => countsOthers(candidate, noun, sentence)))
    return null;
  if (same.some((candidate) => standsNear(candidate, noun.stem, 8, 6))) return null;
  // A synonym beside it will do.
  if (
    same.some((candidate) =>
      candidate.fact.analysis.tokens.some(
        (token) => token.content && areSynonyms(token.stem, noun.stem) && token.stem !== noun.stem,
      ),
    )
  )
    return null;
  const origin = same[0];
  return origin
    ? {
        kind: 'number-noun',
        severity: 'warning',
        start: number.start,
        end: noun.end,
        message: 'La source donne ce nombre à autre chose.',
        source: origin.fact.fact.text,
      }
    : null;
}

/** « 81 % des habitants » where the source has « 81 % des enfants »: it says of what, and this sentence does not name it. */
function countsOthers({ number, fact }: SourceNumber, noun: Token, sentence: DraftSentence): boolean {
  const { tokens } = fact.analysis;
  if (!/^(?:de|d'|des)$/u.test(tokens[number.to]?.key ?? '')) return false;
  const theirs = tokens.slice(number.to + 1, number.to + 4).find((token) => token.content);
  if (!theirs || theirs.capital || areSynonyms(theirs.stem, noun.stem) || isFraming(noun.stem)) return false;
  return !sentence.analysis.tokens.some((token) => token.content && areSynonyms(token.stem, theirs.stem));
}

/** The value is in the source, but not where this sentence's evidence stands. */
export function elsewhere(number: FoundNumber, same: SourceNumber[], sentence: DraftSentence): Fault[] {
  if (number.value <= 12 && number.unit === null) return [];
  if (sentence.evidence.length === 0 || (sentence.kind === 'heading' && number.nouns.length === 0)) return [];
  const near = same.some(
    (candidate) =>
      sentence.evidence.some((fact) => fact === candidate.fact) ||
      // The very thing that the source counts, in a sentence that says more besides.
      (number.nouns.length > 0 && countsSame(number, candidate.number)),
  );
  if (near) return [];
  const origin = same[0];
  return origin
    ? [
        {
          kind: 'number-noun',
          severity: 'info',
          ...withNoun(number, sentence),
          message: `La source donne ce nombre à autre chose (« ${withSourceNoun(origin)} »).`,
          source: origin.fact.fact.text,
        },
      ]
    : [];
}
