/** Numbers that the source does not write but that follow from it: converted, rounded, summed, left without their scale. */
import type { SheetIndex } from '../facts/sheet-index.ts';
import { isFraming } from '../french/framing-words.ts';
import type { FoundNumber } from '../french/numbers.ts';
import { countsSame, isPeople } from './counted-alike.ts';
import type { DraftSentence } from './read-draft.ts';
import { TIME_UNITS, base, unitsAgree, valuesOf } from './source-numbers.ts';

/** « réclamerait 15 » after « 11,5 millions »: the source leaves the scale out. */
export function elliptical(number: FoundNumber, index: SheetIndex): boolean {
  return [1e3, 1e6, 1e9].some(
    (scale) =>
      number.value >= scale &&
      (valuesOf(index).get(number.value / scale) ?? []).some(
        (candidate) =>
          candidate.number.unit === null &&
          candidate.number.nouns.length === 0 &&
          candidate.number.face === candidate.number.value &&
          [candidate.fact, index.facts[candidate.fact.rank - 1]].some((fact) =>
            fact?.analysis.numbers.some((other) => other.value >= scale),
          ),
      ),
  );
}

/** Unit → common unit and factor. */
const CONVERSIONS: Record<string, readonly [string, number]> = {
  siècle: ['mois', 1200],
  décennie: ['mois', 120],
  an: ['mois', 12],
  mois: ['mois', 1],
  trimestre: ['mois', 3],
  semestre: ['mois', 6],
  semaine: ['jour', 7],
  jour: ['jour', 1],
  h: ['min', 60],
  min: ['min', 1],
  s: ['min', 1 / 60],
  km: ['m', 1000],
  m: ['m', 1],
  cm: ['m', 0.01],
  mm: ['m', 0.001],
  t: ['kg', 1000],
  kg: ['kg', 1],
  g: ['kg', 0.001],
  l: ['l', 1],
  hl: ['l', 100],
  MW: ['kW', 1000],
  kW: ['kW', 1],
  GW: ['kW', 1e6],
  '€': ['€', 1],
  centime: ['€', 0.01],
};

/** « un an et demi » for « dix-huit mois ». */
export function convertible(number: FoundNumber, index: SheetIndex): boolean {
  const mine = CONVERSIONS[number.unit ?? ''];
  if (!mine) return false;
  for (const list of valuesOf(index).values()) {
    for (const { number: other } of list) {
      const theirs = CONVERSIONS[other.unit ?? ''];
      if (
        theirs &&
        other.unit !== number.unit &&
        theirs[0] === mine[0] &&
        Math.abs(number.value * mine[1] - other.value * theirs[1]) < 1e-6
      )
        return true;
    }
  }
  return false;
}

/** « les deux camps », « ces trois points », « à deux reprises », « deux facteurs »: numbers that count the text's own matter. */
export function isSmallTalk(number: FoundNumber, sentence: DraftSentence): boolean {
  // « l’essentiel en trois points »
  if (number.unit === 'points' && number.value <= 10) {
    const { tokens } = sentence.analysis;
    if (
      tokens[number.from - 1]?.key === 'en' ||
      /^(?:pour|essentiels|cles|forts|principaux|saillants)$/u.test(tokens[number.to]?.key ?? '')
    )
      return true;
  }
  if (number.value > 10 || number.unit !== null || number.kind === 'fraction') return false;
  const before = sentence.analysis.tokens[number.from - 1]?.key ?? '';
  if (/^(?:les|ces|ses|leurs|aux|nos|des|tous|toutes|entre|l'un|autres)$/u.test(before)) return true;
  const [noun] = number.nouns;
  return number.value <= 5 && noun !== undefined && isFraming(noun);
}

const ABOUT = /^(?:pres|environ|quelque|presque|autour|quasi|quasiment|approximativement|moins|plus|proche|a-peu-pres)$/u;
/** How far a number told as rounded may stand from the source's. */
const ROUNDING = 0.06;

/** « près de 150 cas » for 143: told as rounded, of the same thing. */
export function rounded(number: FoundNumber, sentence: DraftSentence, index: SheetIndex): boolean {
  const { tokens } = sentence.analysis;
  const before = tokens.slice(Math.max(0, number.from - 2), number.from);
  if (number.value < 20 || number.value % 10 !== 0 || !before.some((token) => ABOUT.test(token.key))) return false;
  const under = before.some((token) => token.key === 'plus');
  const over = before.some((token) => /^(?:pres|presque|moins)$/u.test(token.key));
  for (const [value, list] of valuesOf(index)) {
    if (
      Math.abs(value - number.value) > number.value * ROUNDING ||
      (under && value < number.value) ||
      (over && value > number.value)
    )
      continue;
    if (list.some((other) => unitsAgree(number, other.number) && (number.unit !== null || countsSame(number, other.number))))
      return true;
  }
  return false;
}

/** Differences of minutes, years and times, sums told as such, parts of a score. */
export function derived(number: FoundNumber, sentence: DraftSentence, index: SheetIndex): boolean {
  const sum =
    (number.unit === null && (number.nouns.length === 0 || isPeople(number.nouns[0] ?? ''))) ||
    sentence.analysis.tokens.some((token) => /^(?:total|ecart|difference|soit)$/u.test(token.key));
  const span = TIME_UNITS.has(base(number.unit ?? ''));
  if (sum || span) {
    const facts = index.facts.filter((fact) => sentence.evidence.some((other) => Math.abs(other.rank - fact.rank) <= 2));
    const values = facts.flatMap((fact) => [
      ...fact.analysis.numbers.flatMap((other) => (reckonable(number, other) ? [other.value] : [])),
      ...(span ? fact.analysis.dates.flatMap((date) => [date.year, date.time].filter((value) => value !== null)) : []),
    ]);
    // Times are in minutes: « douze heures par jour » for « de 8 heures à 20 heures ».
    const scale = base(number.unit ?? '') === 'h' ? 60 : 1;
    for (const a of values) for (const b of values) if (span && a - b === number.value * scale) return true;
    for (const a of values)
      for (const b of values) if (a !== b && (a - b === number.value || (sum && a + b === number.value))) return true;
  }
  if (number.kind === 'fraction' || number.unit === '%') {
    if (isRatio(number.unit === '%' ? number.value / 100 : number.value, sentence)) return true;
  }
  if (number.kind === 'score') return number.value % 1001 === 0;
  if (number.value > 10 || number.unit !== null) return false;
  return index.facts.some((fact) =>
    fact.analysis.numbers.some(
      (other) =>
        other.kind === 'score' && (Math.floor(other.value / 1000) === number.value || other.value % 1000 === number.value),
    ),
  );
}

/** Minutes come from minutes, people from people; a number without unit says nothing against it. */
function reckonable(number: FoundNumber, other: FoundNumber): boolean {
  const unit = other.unit === null ? null : base(other.unit);
  if (number.unit !== null)
    return unit === base(number.unit) || (unit === null && (other.nouns.length === 0 || other.kind === 'ordinal'));
  return number.nouns.length === 0 || unit === null;
}

/** « la moitié » for « quatre des huit classes », « 60 % » for « trois sur cinq », « un tiers » for « 33 % ». */
function isRatio(value: number, sentence: DraftSentence): boolean {
  return sentence.evidence.some(({ analysis: { numbers } }) =>
    numbers.some(
      (part, i) =>
        (part.unit === '%' && Math.abs(part.value / 100 - value) < 0.005) ||
        (part.kind === 'fraction' && Math.abs(part.value - value) < 0.005) ||
        numbers
          .slice(i + 1)
          .some(
            (whole) =>
              whole.value > part.value && whole.from - part.to <= 4 && Math.abs(part.value / whole.value - value) < 0.005,
          ),
    ),
  );
}
