/** How much of a draft is the source's own wording. */
import { wordsOf } from '../article/words.ts';
import { fold } from '../french/fold.ts';

/** Words in a row from which a sentence counts as copied. */
export const COPIED_RUN = 12;

export interface Copied {
  /** Sentences that share `COPIED_RUN` words or more in a row with the source, quotations left out. */
  sentences: number;
  /** Longest run in common, in words, quotations left out. */
  longestRun: number;
  /** Which sentences, as given. */
  which: string[];
}

export function copiedShare(sentences: readonly string[], source: readonly string[]): Copied {
  // Quotations must be copied: each is one mark that no run goes through.
  const texts = source.map((text) => wordsWithoutQuotations(text));
  const starts = new Map<string, [text: number, at: number][]>();
  texts.forEach((words, text) =>
    words.forEach((word, at) => {
      const list = starts.get(word);
      if (list) list.push([text, at]);
      else starts.set(word, [[text, at]]);
    }),
  );
  const which: string[] = [];
  let longestRun = 0;
  for (const sentence of sentences) {
    const run = longestCommonRun(wordsWithoutQuotations(sentence), texts, starts);
    longestRun = Math.max(longestRun, run);
    if (run >= COPIED_RUN) which.push(sentence);
  }
  return { sentences: which.length, longestRun, which };
}

const QUOTATION = '|';

function wordsWithoutQuotations(text: string): string[] {
  return text
    .split(/«[^»]*»|“[^”]*”/u)
    .flatMap((part, index) => (index === 0 ? wordsOf(fold(part)) : [QUOTATION, ...wordsOf(fold(part))]));
}

function longestCommonRun(
  words: readonly string[],
  texts: readonly (readonly string[])[],
  starts: ReadonlyMap<string, readonly (readonly [number, number])[]>,
): number {
  let longest = 0;
  words.forEach((word, at) => {
    if (word === QUOTATION || words.length - at <= longest) return;
    for (const [text, from] of starts.get(word) ?? []) {
      const other = texts[text] ?? [];
      let run = 0;
      while (words[at + run] !== undefined && words[at + run] !== QUOTATION && words[at + run] === other[from + run]) run++;
      longest = Math.max(longest, run);
    }
  });
  return longest;
}
