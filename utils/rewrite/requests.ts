/** Which sections go into one request. */
import type { Ask } from './write-sections.ts';

/**
 * Words asked for in one request. Every request carries the rules and all the facts (some 1,000 tokens for a dispatch
 * of 350 words), so that one a section would cost more than twice the article; answers of this length still hold
 * their plan, and a lost one loses a third of the article.
 */
const WORDS_A_REQUEST = 330;

/** The asks in groups of about that many words, in reading order; only sections that follow one another share a request. */
export function requestsFor(asks: readonly Ask[]): Ask[][] {
  const total = asks.reduce((sum, ask) => sum + ask.planned.words, 0);
  const share = total / Math.max(1, Math.round(total / WORDS_A_REQUEST));
  const requests: Ask[][] = [];
  let words = 0;
  for (const ask of asks) {
    const last = requests.at(-1);
    const follows = last?.at(-1)?.index === ask.index - 1 || ask.standing !== '';
    // A request takes the section whose middle lies in its share of the words.
    if (last && follows && words + ask.planned.words / 2 < share * requests.length) last.push(ask);
    else requests.push([ask]);
    words += ask.planned.words;
  }
  return requests;
}
