/** The one way to count words. Source of the rule: docs/architecture.md, « Words ». */
import type { Block } from './block.ts';
import { textUnits } from './text-units.ts';

const WORD = /[\p{L}\p{N}]+(?:[’'\-‑][\p{L}\p{N}]+)*/gu;

/** Words of a plain text. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** The words themselves, in order. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Words of a body: subheadings, lists and quotations in. */
export function countBlockWords(blocks: readonly Block[]): number {
  return textUnits(blocks).reduce((sum, unit) => sum + countWords(unit.text), 0);
}
