/** « Le Kremlin Dément Tout Contact » → « Le Kremlin dément tout contact »: headline capitals are English. */
import type { FactSheet } from '../facts/fact.ts';
import { tokenize } from '../french/tokens.ts';

/** Share of the capitals that must be wrong before a title is touched: one alone may be a name that is a word too. */
const MOSTLY = 0.5;

/** A capital goes where the source writes the word without; names keep theirs. */
export function sentenceCase(title: string, sheet: FactSheet): string {
  const tokens = tokenize(title);
  const lower = lowerWords(sheet);
  const inside = tokens.filter((token, index) => token.capital && index > 0 && !/[:?!.«]/u.test(tokens[index - 1]?.text ?? ''));
  const wrong = inside.filter((token) => lower.has(token.text.toLowerCase()) || !token.content);
  if (wrong.length < 2 || wrong.length < inside.length * MOSTLY) return title;
  let text = title;
  for (const token of wrong) text = text.slice(0, token.start) + token.text.toLowerCase() + text.slice(token.end);
  return text;
}

const LOWER = new WeakMap<FactSheet, Set<string>>();

/** Words that the source writes in lower case somewhere. */
function lowerWords(sheet: FactSheet): Set<string> {
  const known = LOWER.get(sheet);
  if (known) return known;
  const words = new Set(
    sheet.facts.flatMap((fact) =>
      tokenize(fact.text).flatMap((token) => (token.kind === 'word' && !token.capital ? [token.text] : [])),
    ),
  );
  LOWER.set(sheet, words);
  return words;
}
