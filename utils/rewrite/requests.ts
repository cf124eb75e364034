/** Which sections go into one request. */
import type { FormKind } from '../article/draft.ts';
import type { Ask } from './write-sections.ts';

/**
 * Words asked for in one request. Every request carries the rules and all the facts (some 1,000 tokens for a dispatch
 * of 350 words), so that one a section would cost more than twice the article; answers of this length still hold
 * their plan, and a lost one loses a third of the article.
 */
const WORDS_A_REQUEST = 330;

/** Forms of running text. The others (who said what, figures, questions…) code writes from the facts as well as a small model. */
const RUNNING: readonly FormKind[] = ['chapo', 'essentiel', 'body', 'reactions'];

/** The running text of these, one section a request: a small model loses the thread of several, and a slow one is seen to write. */
export function runningOneByOne(asks: readonly Ask[]): Ask[][] {
  return asks.filter((ask) => RUNNING.includes(ask.planned.form) || ask.standing !== '').map((ask) => [ask]);
}

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
