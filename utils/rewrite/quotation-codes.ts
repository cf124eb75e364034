/** Quotations travel as codes (`[C1]`): the model places the code, code puts the words back. */
import type { FactSheet, Quotation } from '../facts/fact.ts';
import { foldQuotation } from '../french/fold.ts';

export interface Restored {
  text: string;
  /** Quotations that stand in full in the text now. */
  placed: Quotation[];
  /** Codes of no quotation, and words between quotation marks that no source holds. */
  foreign: string[];
}

/** A code with whatever a model puts around it: guillemets, bold, an equals sign with the words. */
const CODE = /(?:[«"“]\s*)?\*{0,2}\[\s*(C\d{1,3})\s*(?:[=:]\s*«?[^\]]*)?\]\*{0,2}(?:\s*[»"”])?/gu;
const MARKED = /«\s*([^«»]+?)\s*»|“\s*([^“”]+?)\s*”/gu;

/** Codes become their quotations, verbatim between « », and quotations written out are held against the sources' own. */
export function restoreQuotations(text: string, sheet: FactSheet): Restored {
  const placed: Quotation[] = [];
  const foreign: string[] = [];
  const restored = text.replace(CODE, (whole, id: string, offset: number) => {
    const quotation = sheet.quotations.find((candidate) => candidate.id === id);
    if (!quotation) {
      foreign.push(whole);
      return whole;
    }
    const next = text
      .slice(offset + whole.length)
      .trimStart()
      .charAt(0);
    const words = /[,;:]/u.test(next) ? quotation.text.replace(/(?<![.…])\.$/u, '') : quotation.text;
    return `« ${words} »`;
  });
  for (const match of restored.matchAll(MARKED)) {
    const words = match[1] ?? match[2] ?? '';
    const own = matchQuotation(words, sheet);
    if (own === 'foreign') foreign.push(words);
    else if (own !== 'part') placed.push(own);
  }
  return { text: tidyEnd(restored), placed, foreign };
}

/** The quotation that these words are in full; `part` where they stand in a source otherwise; `foreign` where nowhere. */
export function matchQuotation(words: string, sheet: FactSheet): Quotation | 'part' | 'foreign' {
  const folded = bare(words);
  const full = sheet.quotations.find((quotation) => bare(quotation.text) === folded);
  if (full) return full;
  const partial = sheet.facts.some((fact) => ` ${bare(fact.text)} `.includes(` ${folded} `));
  return partial ? 'part' : 'foreign';
}

/** Ids of the whole quotations that stand in full between marks in a text. */
export function quotationsIn(text: string, sheet: FactSheet): string[] {
  return [...text.matchAll(MARKED)].flatMap((match) => {
    const own = matchQuotation(match[1] ?? match[2] ?? '', sheet);
    return typeof own === 'string' || !own.whole ? [] : [own.id];
  });
}

/** Quotations as their codes again: a model that mends a sentence is never shown one that it could alter. */
export function withCodes(text: string, sheet: FactSheet): string {
  return text.replace(MARKED, (whole: string, guillemets: string | undefined, curly: string | undefined) => {
    const own = matchQuotation(guillemets ?? curly ?? '', sheet);
    return typeof own === 'string' || !own.whole ? whole : `[${own.id}]`;
  });
}

/** Folded, without punctuation and marks at the ends: « …objectifs. » and « …objectifs » are the same words. */
function bare(text: string): string {
  return foldQuotation(text)
    .replace(/["']/gu, ' ')
    .replace(/[.,;:!?…()]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** « Phrase. ». → « Phrase. » */
function tidyEnd(text: string): string {
  return text.replace(/([.!?…]\s*»)\s*\./gu, '$1');
}
