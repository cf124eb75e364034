/** Which sections go into one request. */
import type { PlannedSection } from './plan.ts';

/**
 * Words asked for in one request. Every request carries the rules and all the facts (some 1,000 tokens for a dispatch
 * of 350 words), so that one a section would cost more than twice the article; answers of this length still hold
 * their plan, and a lost one loses a third of the article.
 */
const WORDS_A_REQUEST = 330;

/** Indexes of the sections to write, those of one request together, in reading order. */
export function requestsFor(sections: readonly PlannedSection[], wanted: (index: number) => boolean): number[][] {
  const indexes = sections.map((_, index) => index).filter(wanted);
  const total = indexes.reduce((sum, index) => sum + (sections[index]?.words ?? 0), 0);
  const count = Math.max(1, Math.round(total / WORDS_A_REQUEST));
  const share = total / count;
  const requests: number[][] = [];
  let words = 0;
  for (const index of indexes) {
    const section = sections[index];
    if (!section) continue;
    const last = requests.at(-1);
    // A request takes the section whose middle lies in its share of the words.
    if (last && words + section.words / 2 < share * requests.length && last.at(-1) === index - 1) last.push(index);
    else requests.push([index]);
    words += section.words;
  }
  return requests;
}
