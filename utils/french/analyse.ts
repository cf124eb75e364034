/** One sentence read once: tokens, dates, numbers, quotations. Everything else is decided from this. */
import { findDates, type FoundDate } from './dates.ts';
import { findNumbers, type FoundNumber } from './numbers.ts';
import { findQuotations, type QuotedSpan } from './quotations.ts';
import { tokenize, type Token } from './tokens.ts';

export interface Analysis {
  text: string;
  tokens: Token[];
  dates: FoundDate[];
  numbers: FoundNumber[];
  quotations: QuotedSpan[];
  /** Ends in a question mark. */
  question: boolean;
  /** Per token: inside a quotation. */
  quoted: boolean[];
  /** Per token: part of a date. */
  dated: boolean[];
}

const QUESTION = /\?\s*[»”"]?\s*$/u;

export function analyse(text: string): Analysis {
  const tokens = tokenize(text);
  const dated: boolean[] = Array.from({ length: tokens.length }, () => false);
  const dates = findDates(tokens, dated);
  const numbers = findNumbers(tokens, dated);
  const quotations = findQuotations(text);
  const quoted = tokens.map(
    (token) =>
      quotations.length > 0 && quotations.some((quotation) => token.start >= quotation.start && token.end <= quotation.end),
  );
  return { text, tokens, dates, numbers, quotations, question: QUESTION.test(text.slice(-8)), quoted, dated };
}
