/** Numbers: a value, a unit or a thing counted that the evidence does not have. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { ORDINALS } from '../french/number-words.ts';
import type { FoundNumber } from '../french/numbers.ts';
import { areSynonyms } from '../french/synonyms.ts';
import { borrowedFault } from './borrowed-numbers.ts';
import type { Fault } from './fault.ts';
import { changingFault, directionFault } from './number-changes.ts';
import { complementFault, elsewhere, nounFault } from './number-nouns.ts';
import type { DraftSentence } from './read-draft.ts';
import { convertible, derived, elliptical, isSmallTalk, rounded } from './reckoned-numbers.ts';
import { periodFault } from './rate-periods.ts';
import { partFault, swapFault } from './swapped-numbers.ts';
import { TIME_UNITS, base, unitsAgree, valuesOf, withNoun } from './source-numbers.ts';

export function checkNumbers(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis } = sentence;
  return analysis.numbers.flatMap((number): Fault[] => {
    // A quotation answers for its own words.
    if (analysis.quoted[number.from] || (number.kind === 'ordinal' && number.value <= 3)) return [];
    return checkNumber(number, sentence, index);
  });
}

function checkNumber(number: FoundNumber, sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { start, end } = number;
  const text = sentence.analysis.text.slice(start, end);
  const sameValue = valuesOf(index).get(number.value) ?? [];
  const same = sameValue.filter((candidate) => unitsAgree(number, candidate.number));
  if (same.length === 0) {
    const time = sameValue.find((candidate) => TIME_UNITS.has(candidate.number.unit ?? ''));
    if (/^(?:min|h|s)$/u.test(base(number.unit ?? '')) && derived(number, sentence, index)) return [];
    if (rounded(number, sentence, index)) return [];
    if (time && TIME_UNITS.has(number.unit ?? '') && !number.article && !convertible(number, index)) {
      return [
        { kind: 'unit', severity: 'error', start, end, message: `La source dit « ${time.text} ».`, source: time.fact.fact.text },
      ];
    }
    const near = closest(number, sentence);
    const total = near !== null && isTotal(number, sentence);
    if (
      convertible(number, index) ||
      elliptical(number, index) ||
      (isSmallTalk(number, sentence) && !total) ||
      derived(number, sentence, index)
    )
      return [];
    if (number.article && MEASURES.has(number.unit ?? '') && !hasUnit(number.unit ?? '', index) && sentence.evidence.length > 0)
      return [{ kind: 'unit', severity: 'warning', start, end, message: 'La source ne donne aucune mesure dans cette unité.' }];
    // « un », « une » and numbers up to six count the text's own matter too: only against a rival of the evidence.
    if (number.article && (near === null || !TIME_UNITS.has(number.unit ?? ''))) return [];
    const otherUnit =
      sameValue.find((candidate) => candidate.number.unit !== null) ??
      sameValue.find((candidate) => candidate.number.nouns.length > 0 || number.unit === '%');
    const sameFace = sentence.evidence.flatMap((fact) =>
      fact.analysis.numbers
        .filter((other) => other.face === number.face && other.value !== number.value)
        .map((other) => ({ other, fact })),
    )[0];
    if (sameFace && !otherUnit && number.value > 10) {
      const said = sameFace.fact.analysis.text.slice(sameFace.other.start, sameFace.other.end);
      return [
        { kind: 'unit', severity: 'error', start, end, message: `La source dit « ${said} ».`, source: sameFace.fact.fact.text },
      ];
    }
    // « onze points » for « onze longueurs », « deux jours » where the source has two of anything: counted, not measured.
    const bare = otherUnit?.number.unit === null;
    const counts =
      otherUnit &&
      ((bare && number.unit === 'points') || (number.value <= 6 && (bare || !sentence.evidence.includes(otherUnit.fact))));
    if (counts) return [];
    if (otherUnit && number.unit !== null && !number.article) {
      return [
        {
          kind: 'unit',
          severity: otherUnit.number.unit === null && !sentence.evidence.includes(otherUnit.fact) ? 'warning' : 'error',
          start,
          end,
          message: `La source dit « ${otherUnit.text} ».`,
          source: otherUnit.fact.fact.text,
        },
      ];
    }
    if (otherUnit && number.unit === null && number.nouns.length > 0 && number.value > 3) {
      return [
        {
          kind: 'number-noun',
          severity: 'warning',
          ...withNoun(number, sentence),
          message: `Dans la source, ce nombre est « ${otherUnit.text} ».`,
          source: otherUnit.fact.fact.text,
        },
      ];
    }
    if (number.kind === 'ordinal' && near === null) return isRanked(number, index) ? [] : [unknownRank(number, sentence)];
    if (number.value <= 6 && number.unit === null && number.kind !== 'score' && near === null) return [];
    return [
      {
        kind: 'number',
        // « raccourcir d’une journée » may be reckoned from two numbers of the source.
        severity: number.article || (number.value <= 10 && number.unit === null) ? 'warning' : 'error',
        ...withNoun(number, sentence),
        message: near ? `La source dit « ${near.text} ».` : `« ${text} » n’est pas dans la source.`,
        ...(near ? { source: near.fact.fact.text } : {}),
      },
    ];
  }
  const fault =
    periodFault(number, same, sentence) ??
    nounFault(number, same, sentence, index) ??
    complementFault(number, same, sentence, index) ??
    directionFault(number, same, sentence, index) ??
    swapFault(number, same, sentence, index) ??
    partFault(number, same, sentence) ??
    changingFault(number, same, sentence, index) ??
    borrowedFault(number, same, sentence, index);
  return fault ? [fault] : elsewhere(number, same, sentence);
}

/** Units that « un » before them measures in: « un kilomètre » for « un mille nautique ». */
const MEASURES = new Set(['km', 'kg', 't', 'ha', 'l', 'hl', 'mile', 'kW', 'MW', 'GW']);

function hasUnit(unit: string, index: SheetIndex): boolean {
  return index.facts.some((fact) =>
    fact.analysis.numbers.some((number) => number.unit !== null && base(number.unit) === base(unit)),
  );
}

/** « quatrième » for « 4e ». */
function isRanked(number: FoundNumber, index: SheetIndex): boolean {
  return index.facts.some((fact) => fact.analysis.tokens.some((token) => ORDINALS.get(token.key) === number.value));
}

function unknownRank(number: FoundNumber, sentence: DraftSentence): Fault {
  return { kind: 'number', severity: 'warning', ...withNoun(number, sentence), message: 'Ce rang n’est pas dans la source.' };
}

/** « sur les six suspentes », « parmi les 12 élus »: all there are. */
function isTotal(number: FoundNumber, { analysis: { tokens } }: DraftSentence): boolean {
  return (
    number.nouns.length > 0 &&
    /^(?:les|ses|leurs)$/u.test(tokens[number.from - 1]?.key ?? '') &&
    /^(?:sur|parmi)$/u.test(tokens[number.from - 2]?.key ?? '')
  );
}

/** A number of the evidence in the same place: same unit, or same thing counted. */
function closest(number: FoundNumber, sentence: DraftSentence): { text: string; fact: IndexedFact } | null {
  for (const fact of sentence.evidence) {
    for (const other of fact.analysis.numbers) {
      const alike =
        number.unit !== null
          ? other.unit === number.unit
          : other.unit === null && other.nouns.some((noun) => number.nouns.some((mine) => areSynonyms(mine, noun)));
      if (alike) return { text: fact.analysis.text.slice(other.start, other.end), fact };
    }
  }
  return null;
}
