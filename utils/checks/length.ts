/** Length of the body against what the user asked for. */
import type { Block } from '../article/block.ts';
import type { Finding } from '../article/report.ts';
import { countBlockWords } from '../article/words.ts';

/** @param minWords words, by the one rule of `words.ts`. */
export function checkLength(blocks: readonly Block[], minWords: number): Finding[] {
  const words = countBlockWords(blocks);
  if (words >= minWords) return [];
  const message = `Le texte compte ${words} mots pour ${minWords} demandés : il en manque ${minWords - words}.`;
  return [{ kind: 'length', severity: 'warning', excerpt: '', message }];
}
