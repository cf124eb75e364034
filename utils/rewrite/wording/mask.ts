/** Sentences as the floor words them: quotations replaced by their codes, one kind of space and apostrophe elsewhere. */
import type { Fact, Quotation } from '../../facts/fact.ts';

const CODE = /⟦(C\d+)⟧/gu;
const OPENING = '[«“„"‹]';
const CLOSING = '[»”"›]';

/** The fact's sentence with `⟦C1⟧` in place of each quotation and its marks: what is inside « » is never worded anew. */
export function maskedText(fact: Fact): string {
  let text = fact.text.replace(/[⟦⟧]/gu, '');
  for (const quotation of fact.quotations) {
    const between = quotation.text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/\s+/gu, '\\s+');
    const marked = new RegExp(`${OPENING}\\s*${between}\\s*${CLOSING}`, 'u');
    text = marked.test(text) ? text.replace(marked, `⟦${quotation.id}⟧`) : text.replace(quotation.text, `⟦${quotation.id}⟧`);
  }
  return tidy(text);
}

/** Puts the quotations back, each between French marks. A full stop that ends a quotation also ends its sentence. */
export function unmasked(text: string, quotations: readonly Quotation[], narrow = false): string {
  const space = narrow ? '\u202F' : '\u00A0';
  return text.replace(/⟦(C\d+)⟧(\.?)/gu, (whole: string, id: string, stop: string) => {
    const quotation = quotations.find((candidate) => candidate.id === id);
    if (!quotation) return whole;
    const ended = /[.!?…]$/u.test(quotation.text);
    return `«${space}${quotation.text}${space}»${ended ? '' : stop}`;
  });
}

/** Codes of the quotations in a masked text, in order. */
export function codesIn(text: string): string[] {
  return [...text.matchAll(CODE)].map((match) => match[1] ?? '');
}

/** One space, one apostrophe; no space before a comma or full stop. */
export function tidy(text: string): string {
  return text
    .replace(/['’ʼ]/gu, '’')
    .replace(/[ \t\n]+/gu, ' ')
    .replace(/\s+([.,])/gu, '$1')
    .trim();
}
