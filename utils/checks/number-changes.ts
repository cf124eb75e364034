/** A change told of a number: where the source has none, where it goes the other way, where something else changes. */
import { isPersonNoun } from '../facts/entities.ts';
import type { SheetIndex } from '../facts/sheet-index.ts';
import type { FoundNumber } from '../french/numbers.ts';
import { areSynonyms } from '../french/synonyms.ts';
import type { Token } from '../french/tokens.ts';
import { stemsOfForms } from '../french/verb-forms.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';
import type { SourceNumber } from './source-numbers.ts';

/** « 15 % » said of a rise where the source has a share: words of change before the number, none in the source. */
export function directionFault(
  number: FoundNumber,
  same: SourceNumber[],
  sentence: DraftSentence,
  index: SheetIndex,
): Fault | null {
  if (number.unit === null) return null;
  const mine = directionOf(sentence.analysis.tokens, number);
  if (mine === 0) return null;
  const theirs = same.map((candidate) => directionOf(candidate.fact.analysis.tokens, candidate.number));
  if (theirs.some((direction) => direction === mine)) return null;
  const origin = same.find((candidate) => sentence.evidence.includes(candidate.fact)) ?? same[0];
  if (!origin) return null;
  const opposite = theirs.some((direction) => direction === -mine);
  // « grimpe à 41 % »: a level, not a rise.
  if (!opposite && sentence.analysis.tokens[number.from - 1]?.text === 'à') return null;
  // « est passé de 96 000 à 81 000 »: a change told without a word for it.
  const { tokens } = origin.fact.analysis;
  const around = tokens.slice(Math.max(0, origin.number.from - 9), origin.number.to + 3);
  if (!opposite && around.some((token) => CHANGES.has(token.stem) || UP.has(token.stem) || DOWN.has(token.stem))) return null;
  if (!opposite && number.unit !== '%' && number.unit !== 'points') return null;
  // « réclame 5 % d’augmentation. La direction propose 2,2 %. »: the sentence before says of what.
  const before = index.facts[origin.fact.rank - 1];
  if (
    !opposite &&
    before?.fact.paragraph === origin.fact.fact.paragraph &&
    before.analysis.numbers.some((other) => other.unit === number.unit && directionOf(before.analysis.tokens, other) === mine)
  )
    return null;
  return {
    kind: 'number-noun',
    severity: opposite ? 'error' : 'warning',
    ...changeSpan(sentence.analysis.tokens, number),
    message: opposite ? 'La source dit le mouvement inverse.' : 'Dans la source, ce nombre ne mesure pas une évolution.',
    source: origin.fact.fact.text,
  };
}

const forms = (words: string): Set<string> => new Set(words.split(' ').flatMap(stemsOfForms));
const UP = forms(
  'hausse augmenter augmentation progresser progression croissance croitre grimper bondir bond monter accroitre relever rehausser gagner majorer majoration renchérir accru accrue',
);
const DOWN = forms(
  'baisse baisser diminuer diminution reculer recul chuter chute perdre perte fléchir repli replier réduire réduction céder ceder abaisser décliner dégringoler amputer flechir',
);
const CHANGES = forms('passer ramener porter évoluer tomber');

/** 1 = up, -1 = down, 0 = no word of change within six tokens before the number or two after it. */
function directionOf(tokens: readonly Token[], number: FoundNumber): number {
  for (let i = number.from - 1; i >= Math.max(0, number.from - 6); i--) {
    const token = tokens[i];
    if (!token || /^[;:.«»]$/u.test(token.text)) break;
    // « la gagnante réunit 51 % »: who wins is no rise.
    if (isPersonNoun(token.key)) continue;
    if (UP.has(token.stem)) return 1;
    if (DOWN.has(token.stem)) return -1;
    if (token.kind === 'number') break;
  }
  for (let i = number.to; i < Math.min(tokens.length, number.to + 2); i++) {
    const token = tokens[i];
    if (token?.key === 'de' && /^(?:plus|moins)$/u.test(tokens[i + 1]?.key ?? '')) return tokens[i + 1]?.key === 'plus' ? 1 : -1;
    if (token && UP.has(token.stem)) return 1;
    if (token && DOWN.has(token.stem)) return -1;
  }
  return 0;
}

/** Words between the last mark and the word of change before the number: « La masse salariale » of « La masse salariale a grimpé de 28 % ». */
function changing(tokens: readonly Token[], number: FoundNumber): Token[] {
  let at = number.from - 1;
  while (at >= Math.max(0, number.from - 4) && !UP.has(tokens[at]?.stem ?? '') && !DOWN.has(tokens[at]?.stem ?? '')) at--;
  if (at < Math.max(0, number.from - 4)) return [];
  let from = at;
  while (
    from > 0 &&
    tokens[from - 1]?.kind === 'word' &&
    !/^(?:et|mais|que|qu'|qui|dont|ou|tandis)$/u.test(tokens[from - 1]?.key ?? '')
  )
    from--;
  if (!/^(?:le|la|les|l'|son|sa|ses|leurs?|un|une|des)$/u.test(tokens[from]?.key ?? '')) return [];
  return tokens.slice(from, at).filter((token) => token.content);
}

/** « le budget a augmenté de 28 % » where the source has « la masse salariale a grimpé de 28 % »: another matter of the source. */
export function changingFault(
  number: FoundNumber,
  same: SourceNumber[],
  sentence: DraftSentence,
  index: SheetIndex,
): Fault | null {
  const [origin, ...others] = same;
  if (!origin || others.length > 0 || number.unit === null || !sentence.evidence.includes(origin.fact)) return null;
  const { tokens } = sentence.analysis;
  const mine = changing(tokens, number);
  const theirs = changing(origin.fact.analysis.tokens, origin.number);
  const known = [...tokens, ...(sentence.before?.analysis.tokens ?? [])];
  if (
    mine.length === 0 ||
    theirs.length === 0 ||
    theirs.some((token) => known.some((other) => other.content && areSynonyms(other.stem, token.stem))) ||
    mine.some((token) => token.capital || token.framing || origin.fact.terms.has(token.stem) || !index.postings.has(token.stem))
  )
    return null;
  return {
    kind: 'number-noun',
    severity: 'warning',
    start: mine[0]?.start ?? number.start,
    end: number.end,
    message: `Dans la source, ce nombre va avec « ${theirs.map((token) => token.text).join(' ')} ».`,
    source: origin.fact.fact.text,
  };
}

function changeSpan(tokens: readonly Token[], number: FoundNumber): { start: number; end: number } {
  for (let i = number.from - 1; i >= Math.max(0, number.from - 6); i--) {
    const token = tokens[i];
    if (token && (UP.has(token.stem) || DOWN.has(token.stem))) return { start: token.start, end: number.end };
  }
  return { start: number.start, end: number.end };
}
