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

/** Plain enough to share a sentence: no quotation, no semicolon or colon of its own. */
export function joinable(read: ReadFact): boolean {
  return (
    read.alone &&
    read.plain !== null &&
    !/[⟦;:]|[?!…]$/u.test(read.plain) &&
    read.plain.split(' ').length <= 24 &&
    !/-t-(?:il|elle)/u.test(read.plain)
  );
}
