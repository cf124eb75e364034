/** Which facts a form takes, and the account of what other forms say already in the same words. */
import type { FormKind } from '../article/draft.ts';
import { countWords } from '../article/words.ts';
import { standingOf } from './floor/known.ts';
import type { Carried } from './forms.ts';
import type { Reading, ReadFact } from './reading.ts';
import { joinable, joined, neighbours } from './wording/joined.ts';
import { otherWordings } from './wording/variants.ts';

/** Points of « l’essentiel »: wanted, fewest that make a list, most where the text is still short. */
export const POINTS = 4;
const FEWEST_POINTS = 3;
/** Words of a point that is easily read. */
const POINT_WORDS = 34;
export const MOST_POINTS = 7;
/** As many where nothing else makes the text longer: then neighbours share points too. */
export const PAIRED_POINTS = 8;

/** Facts whose first or last other wording stands somewhere already. */
export interface Taken {
  first: Set<ReadFact>;
  last: Set<ReadFact>;
}

/** Forms that take a fact's last wording; the others take its first. */
export const LAST_WORDING: ReadonlySet<FormKind> = new Set(['figures']);

/** Forms whose text is nobody else's: quotations in a list, names, answers that hold only what their question leaves out. */
export const FREE: ReadonlySet<FormKind> = new Set(['who-said-what', 'people', 'questions']);

/** Facts for a form out of those that it could take; empty where they are fewer than `fewest`. */
export function pickFacts(
  form: FormKind,
  carried: Carried,
  taken: Taken,
  most: number,
  reading: Reading,
  fewest: number,
): ReadFact[] {
  const used = LAST_WORDING.has(form) ? taken.last : taken.first;
  const candidates = (carried[form] ?? []).filter((read) => FREE.has(form) || !used.has(read));
  if (form === 'essentiel') return points(candidates, most, reading);
  const facts = candidates.slice(0, most);
  return facts.length >= (form === 'who-said-what' ? 1 : fewest) ? facts : [];
}

/** One point a paragraph, what is plainly told before what is alleged. */
function points(candidates: readonly ReadFact[], most: number, reading: Reading): ReadFact[] {
  const chosen: ReadFact[] = [];
  const worded = candidates.filter((read) => otherWordings(read, reading).length > 0);
  const short = worded.filter((read) => countWords(otherWordings(read, reading)[0] ?? '') <= POINT_WORDS);
  const told = short.filter((read) => standingOf(read) === null);
  for (const pool of told.length >= 2 ? [told] : [told, short, worded]) {
    for (const read of pool) {
      const near = chosen.some((other) => other === read || (most <= POINTS && other.fact.paragraph === read.fact.paragraph));
      if (chosen.length < most && !near) chosen.push(read);
    }
  }
  // Too few, or the text too short: two neighbours that have no other wording share a point.
  const plain = candidates.filter((read) => !worded.includes(read) && standingOf(read) === null && joinable(read));
  for (const [at, one] of plain.entries()) {
    const two = plain[at + 1];
    if (chosen.length >= (most > MOST_POINTS ? most : FEWEST_POINTS)) break;
    if (chosen.includes(one) || !two || !neighbours(one, two)) continue;
    if (one.plain && two.plain && joined(one.plain, two.plain) !== null) chosen.push(one, two);
  }
  return chosen.length >= 2 ? chosen.toSorted((a, b) => a.rank - b.rank) : [];
}
