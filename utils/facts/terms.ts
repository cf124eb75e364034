/** What a sentence can be recognised by: stems, synonym classes, numbers and dates. */
import type { Analysis } from '../french/analyse.ts';

export interface Term {
  /** Index of its first token. */
  token: number;
  /** The stem first, then the synonym classes it stands for; `#value` for a number, `@…` for a date. */
  keys: string[];
  /** How much it tells: 1 for a word, more for names, numbers and dates, less for framing words. */
  weight: number;
}

export function termsOf(analysis: Analysis): Term[] {
  const terms: Term[] = [];
  const seen = new Set<string>();
  const push = (token: number, keys: string[], weight: number): void => {
    const [key] = keys;
    if (key === undefined || seen.has(key)) return;
    seen.add(key);
    terms.push({ token, keys, weight });
  };
  analysis.tokens.forEach((token, i) => {
    if (!token.content || analysis.dated[i]) return;
    const { classes } = token;
    const keys = classes.length === 0 ? [token.stem] : [token.stem, ...classes];
    push(i, keys, token.capital && i > 0 ? 1.2 : token.framing ? 0.4 : 1);
  });
  for (const number of analysis.numbers) {
    if (number.value > 1 || number.unit !== null)
      push(number.from, [`#${number.value}`], number.value < 10 && number.unit === null ? 0.7 : 1.5);
  }
  for (const date of analysis.dates) {
    if (date.month !== null)
      push(date.from, [`@m${date.month}`, ...(date.day === null ? [] : [`@d${date.day}/${date.month}`])], 1.2);
    else if (date.year !== null) push(date.from, [`@y${date.year}`], 1.2);
    if (date.weekday !== null) push(date.from, [`@w${date.weekday}`], 0.8);
    if (date.time !== null) push(date.from, [`@t${date.time}`], 1.2);
    if (date.season !== null) push(date.from, [`@${date.season}`], 0.8);
  }
  return terms;
}
