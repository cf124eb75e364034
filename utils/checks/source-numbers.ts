/** The numbers of a source by their value, and how two numbers with their units and nouns stand to one another. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { FoundNumber } from '../french/numbers.ts';
import type { DraftSentence } from './read-draft.ts';

export interface SourceNumber {
  number: FoundNumber;
  fact: IndexedFact;
  text: string;
}

const INDEXES = new WeakMap<SheetIndex, Map<number, SourceNumber[]>>();

export const TIME_UNITS = new Set(['an', 'mois', 'semaine', 'jour', 'h', 'min', 's']);

/** The stem stands within so many tokens before or after the source's number, in its clause. */
export function standsNear({ number, fact }: SourceNumber, stemmed: string, before: number, after: number): boolean {
  const { tokens } = fact.analysis;
  for (let i = Math.max(0, number.from - before); i < Math.min(tokens.length, number.to + after); i++)
    if (tokens[i]?.stem === stemmed) return true;
  return false;
}

export function valuesOf(index: SheetIndex): Map<number, SourceNumber[]> {
  const known = INDEXES.get(index);
  if (known) return known;
  const values = new Map<number, SourceNumber[]>();
  for (const fact of index.facts) {
    for (const number of fact.analysis.numbers) {
      const list = values.get(number.value) ?? [];
      list.push({ number, fact, text: fact.analysis.text.slice(number.start, number.end) });
      values.set(number.value, list);
    }
  }
  INDEXES.set(index, values);
  return values;
}

/** A unit left out (« contre 400 en temps normal ») agrees with any; two units must be the same, rates with their base. */
export function unitsAgree(draft: FoundNumber, source: FoundNumber): boolean {
  if (draft.unit === source.unit) return true;
  if (source.unit === null)
    return source.nouns.length === 0 || (draft.unit !== '%' && draft.unit !== 'points' && source.value >= 1e6);
  if (draft.unit === null) return draft.nouns.length === 0 || (source.value >= 1e6 && draft.nouns.length === 0);
  return base(draft.unit) === base(source.unit) && (!draft.unit.includes('/') || !source.unit.includes('/'));
}

export function base(unit: string): string {
  return unit.split('/')[0] ?? unit;
}

export function withNoun(number: FoundNumber, sentence: DraftSentence): { start: number; end: number } {
  const { tokens } = sentence.analysis;
  let end = number.end;
  if (number.nouns.length > 0) {
    for (let i = number.to; i < Math.min(tokens.length, number.to + 5); i++) {
      const token = tokens[i];
      if (token?.content && token.stem === number.nouns[0]) {
        end = token.end;
        break;
      }
    }
  }
  return { start: number.start, end };
}

export function withSourceNoun({ number, fact }: SourceNumber): string {
  const { tokens, text } = fact.analysis;
  const noun = tokens.findIndex((token, i) => i >= number.to && i < number.to + 5 && token.stem === number.nouns[0]);
  return text.slice(number.start, noun === -1 ? number.end : (tokens[noun]?.end ?? number.end));
}
