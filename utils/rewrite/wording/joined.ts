/** Two short facts in one sentence: other company, so that neither is merely said again. */
import type { ReadFact } from '../reading.ts';
import { lowered } from './grammar.ts';
import { shortened } from './shorten.ts';

/** Longest pair, in words. */
const MOST_WORDS = 40;

/** « A ; b. », or null where they are too long, hold a semicolon, or the second's capital cannot be judged. */
export function joined(one: string, two: string): string | null {
  if (/[;:⟦]/u.test(`${one}${two}`)) return null;
  const second = lowered(shortened(two));
  const first = shortened(one).replace(/\.$/u, '');
  if (second === null || first === '' || `${first} ${second}`.split(' ').length > MOST_WORDS) return null;
  return `${first} ; ${second}`;
}

/** Behind a label (« 64 pompiers : … ») a fact may stand in the source's own words. */
export function labellable(read: ReadFact): boolean {
  return read.alone && read.plain !== null && !/[⟦;:]|[?!…]$/u.test(read.plain) && read.plain.split(' ').length <= MOST_WORDS;
}

/** One right behind the other in one paragraph: the source itself says them together. */
export function neighbours(one: ReadFact, two: ReadFact): boolean {
  return two.rank - one.rank === 1 && two.fact.paragraph === one.fact.paragraph && two.fact.sourceId === one.fact.sourceId;
}

/** Plain enough to share a sentence: no quotation, no semicolon or colon of its own. */
export function joinable(read: ReadFact): boolean {
  return labellable(read) && (read.plain ?? '').split(' ').length <= 24 && !/-t-(?:il|elle)/u.test(read.plain ?? '');
}
