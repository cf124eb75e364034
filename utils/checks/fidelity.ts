/** Source against draft: every sentence of the draft held against its own evidence. */
import type { Block } from '../article/block.ts';
import type { Finding } from '../article/report.ts';
import type { FactSheet } from '../facts/fact.ts';

/** Fidelity findings of a whole draft, in reading order. */
export function checkFidelity(blocks: readonly Block[], sheet: FactSheet): Finding[] {
  void blocks;
  void sheet;
  return [];
}

/** Findings of one sentence alone, for the gate that reads a model's stream. */
export function checkSentence(sentence: string, sheet: FactSheet, within?: string[]): Finding[] {
  void sentence;
  void sheet;
  void within;
  return [];
}
