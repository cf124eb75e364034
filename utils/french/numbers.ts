/** Numbers of a sentence with their unit and what they count. */
import { COLLECTIVES, numberParts, numberWord, SCALES } from './number-words.ts';
import type { Token } from './tokens.ts';
import { unitAt } from './units.ts';

export interface FoundNumber {
  /** Token indexes [from, to): the number with its unit. */
  from: number;
  to: number;
  /** Characters [start, end) of the number with its unit. */
  start: number;
  end: number;
  /** In units of one; percentages keep their face value; fractions of a whole (« un tiers ») are 1/3. */
  value: number;
  /** As written, without its scale: 2,5 of « 2,5 millions ». */
  face: number;
  unit: string | null;
  /** Stems of the words that may be what is counted, nearest first. */
  nouns: string[];
  kind: 'cardinal' | 'ordinal' | 'fraction' | 'collective' | 'score';
  /** « un », « une »: a number only where a unit or a contrast makes it one. */
  article: boolean;
}

const FRACTIONS = new Map([
  ['moitie', 1 / 2],
  ['tiers', 1 / 3],
  ['quart', 1 / 4],
  ['quarts', 1 / 4],
  ['cinquiemes', 1 / 5],
  ['dixiemes', 1 / 10],
]);

/** A number in words may start with the folded word. */
export function isNumberWord(key: string): boolean {
  return COLLECTIVES.has(key) || FRACTIONS.has(key) || numberWord(key) !== null;
}

/** `taken[i]` = token already read as part of a date or time; such tokens are no numbers here. */
export function findNumbers(tokens: readonly Token[], taken: readonly boolean[]): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i]) continue;
    const number = numberAt(tokens, i, taken);
    if (!number) continue;
    found.push(number);
    i = number.to - 1;
  }
  shareUnits(found, tokens);
  return found;
}

function numberAt(tokens: readonly Token[], i: number, taken: readonly boolean[]): FoundNumber | null {
  const token = tokens[i];
  if (!token || !(token.opensNumber || token.kind === 'number')) return null;
  let value: number;
  let face: number | null = null;
  let to = i + 1;
  let kind: FoundNumber['kind'] = 'cardinal';
  let article = false;
  if (token.kind === 'number') {
    value = parseDigits(token.text);
    const next = tokens[to];
    if (next?.kind === 'word' && next.start === token.end && /^(?:e|eme|er|ere|es|emes|nd|nde)$/u.test(next.key)) {
      kind = 'ordinal';
      to++;
    } else if (isScore(tokens, i)) {
      return finish(tokens, i, i + 3, value * 1000 + parseDigits(tokens[i + 2]?.text ?? '0'), 'score', false, value);
    }
  } else if (token.kind === 'word') {
    const collective = COLLECTIVES.get(token.key);
    const fraction = FRACTIONS.get(token.key);
    if (collective !== undefined) {
      value = collective;
      kind = 'collective';
    } else if (fraction !== undefined && isFraction(tokens, i)) {
      const before = tokens[i - 1];
      const times = before ? (numberWord(before.key) ?? 1) : 1;
      value = fraction * times;
      kind = 'fraction';
    } else {
      const single = numberWord(token.key);
      if (single === null || isIdiom(tokens, i)) return null;
      if (FRACTIONS.has(tokens[i + 1]?.key ?? '') && isFraction(tokens, i + 1)) return null;
      if (COLLECTIVES.has(tokens[i + 1]?.key ?? '')) return null;
      const parts = [...token.key.split('-')];
      while (!taken[to]) {
        const next = tokens[to];
        if (!next || next.kind !== 'word') break;
        if (
          next.key === 'et' &&
          (tokens[to + 1]?.key === 'un' || tokens[to + 1]?.key === 'une') &&
          [20, 30, 40, 50, 60, 70].includes(single)
        ) {
          parts.push('un');
          to += 2;
          continue;
        }
        if (next.key === 'un' || next.key === 'une' || numberWord(next.key) === null) break;
        if ((numberWord(next.key) ?? 0) < 100 && single < 20) break;
        parts.push(...next.key.split('-'));
        to++;
      }
      value = numberParts(parts) ?? single;
      article = to === i + 1 && (token.key === 'un' || token.key === 'une');
    }
  } else return null;
  const scale = tokens[to];
  const factor = scale ? SCALES.get(scale.key) : undefined;
  if (factor !== undefined) {
    face = value;
    value *= factor;
    to++;
    article = false;
  } else if (scale?.key === 'mille' && token.kind === 'number') {
    value *= 1000;
    to++;
  }
  if (tokens[to]?.key === 'et' && /^demie?$/u.test(tokens[to + 1]?.key ?? '')) {
    value += 0.5;
    to += 2;
  }
  return finish(tokens, i, to, value, kind, article, face ?? value);
}

function finish(
  tokens: readonly Token[],
  from: number,
  to: number,
  value: number,
  kind: FoundNumber['kind'],
  article: boolean,
  face: number,
): FoundNumber | null {
  const unit = kind === 'ordinal' || kind === 'score' ? null : unitAt(tokens, to);
  const end = unit ? unit.to : to;
  // « une » before a plain noun is an article; before a unit of time or measure it counts.
  if (article && !unit) return null;
  let scaled = value;
  if (unit) scaled = value * unit.factor;
  return {
    from,
    to: end,
    start: tokens[from]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
    value: scaled,
    face,
    unit: unit?.unit ?? null,
    nouns: nounsOf(tokens, from, end),
    kind,
    article,
  };
}

/** « de quatre à six semaines », « entre 2,45 et 2,5 milliards »: the first takes the unit (and scale) of the second. */
function shareUnits(found: FoundNumber[], tokens: readonly Token[]): void {
  for (let k = found.length - 2; k >= 0; k--) {
    const first = found[k];
    const second = found[k + 1];
    if (!first || !second || first.unit !== null || first.kind !== 'cardinal' || second.kind !== 'cardinal') continue;
    if (second.from - first.to !== 1) continue;
    const between = tokens[first.to]?.key ?? '';
    if (!['a', 'et', 'ou', '-', '–'].includes(between)) continue;
    const small = second.value >= 1e6 && first.value < 1000;
    if (second.unit !== null || small) {
      first.unit = second.unit;
      if (small) first.value *= second.value >= 1e9 ? 1e9 : 1e6;
      first.nouns = second.nouns;
    } else if (between !== 'et' && first.nouns.length === 0) first.nouns = second.nouns;
  }
}

export function parseDigits(text: string): number {
  return Number(text.replace(/[\s\u00A0\u202F\u2009]/gu, '').replace(',', '.'));
}

/** « 3-1 », « 2–0 »: two small figures joined by a dash. */
function isScore(tokens: readonly Token[], i: number): boolean {
  const [a, dash, b] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!a || !dash || b?.kind !== 'number') return false;
  return /^[-–‑]$/u.test(dash.text) && a.end === dash.start && dash.end === b.start && a.text.length <= 3 && b.text.length <= 3;
}

function isFraction(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1]?.key ?? '';
  const next = tokens[i + 1]?.key ?? '';
  if (token?.key === 'moitie') return before === 'la' || before === 'de' || before === 'par';
  // « un quart d’heure » is a duration, « quart de finale » a round.
  if (next === "d'" && tokens[i + 2]?.key.startsWith('heure')) return true;
  if (tokens[i + 2]?.key.startsWith('finale')) return false;
  return before === 'un' || before === 'le' || numberWord(before) !== null;
}

/** Number words that count nothing: « l’un des », « à deux reprises » stays, « en un mot », « sept » in a name. */
function isIdiom(tokens: readonly Token[], i: number): boolean {
  const key = tokens[i]?.key ?? '';
  const before = tokens[i - 1]?.key ?? '';
  const next = tokens[i + 1]?.key ?? '';
  const further = tokens[i - 2]?.key ?? '';
  if (key === 'un' || key === 'une') {
    if (before === "l'" || next === 'des' || next === 'de' || next === "d'") return true;
    if (next === 'seul' || next === 'seule') return true;
  }
  if (key === 'neuf' && /^(?:tout|toute|quoi|a|flambant)$/u.test(before)) return true;
  // « un ouvrage neuf à », « un bâtiment neuf coûterait »: the adjective.
  if (key === 'neuf' && tokens[i - 1]?.content && (!tokens[i + 1]?.content || /^(?:un|le|ce|du|au|son)$/u.test(further)))
    return true;
  if (key === 'cent' && before === 'pour') return true;
  return false;
}

/** Adjectives and links that stand between a number and its noun. */
const SKIPPED = new Set(
  (
    'grand grands grande grandes gros grosse grosses petit petits petite petites haut hauts haute hautes nouveau nouveaux nouvel nouvelle nouvelles ancien anciens ancienne anciennes autre autres dernier derniers derniere dernieres premier premiers premiere premieres ' +
    'jeune jeunes bon bons bonne bonnes long longs longue longues prochain prochains prochaine prochaines seul seuls seule seules meme memes vrai vrais principaux principales principal principale meilleur meilleurs meilleure meilleures supplementaire supplementaires ' +
    "de des d' ces ses leurs nos vos mes les la le l' cette ce du plus trois deux quelque environ"
  ).split(' '),
);

function nounsOf(tokens: readonly Token[], from: number, end: number): string[] {
  // « Les enfants des familles…, au nombre de 412 »: the subject is what is counted.
  if (tokens[from - 1]?.key === 'de' && tokens[from - 2]?.key === 'nombre' && tokens[from - 3]?.key === 'au') {
    const subject = tokens.find((token) => token.content && !SKIPPED.has(token.key));
    return subject ? [subject.stem] : [];
  }
  return nounsAfter(tokens, end);
}

function nounsAfter(tokens: readonly Token[], from: number): string[] {
  const nouns: string[] = [];
  for (let i = from; i < tokens.length && i < from + 7 && nouns.length < 3; i++) {
    const token = tokens[i];
    if (!token || token.kind !== 'word') break;
    // « 27 reviennent »: what is counted stands in the plural, a verb in -ent is its predicate.
    if (nouns.length === 0 && /[^m]ent$/u.test(token.key) && !/^(?:cent|pour-cent)$/u.test(token.key)) break;
    if (token.content && !SKIPPED.has(token.key)) nouns.push(token.stem);
    else if (!SKIPPED.has(token.key)) break;
    // Adjectives follow the noun; a second determiner starts another noun.
    else if (nouns.length > 0 && !token.content) break;
  }
  return nouns;
}
