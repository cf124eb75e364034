import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thinkFilter } from '../../../utils/llm/think-filter.ts';

function filtered(pieces: string[], startsThinking = false): string {
  const filter = thinkFilter(startsThinking);
  return pieces.map((piece) => filter.push(piece)).join('') + filter.end();
}

describe('thinkFilter', () => {
  it('drops the thinking and the blank lines after it', () => {
    expect(filtered(['<think>Let me see.</think>\n\nLe Kremlin dément.'])).toBe('Le Kremlin dément.');
  });

  it('gives the same answer however the stream is cut', () => {
    const text = '<think>a < b </thin</think>\nLe texte < la suite <thinking ?<think>encore</think> et fin.';
    assert(
      property(array(integer({ min: 1, max: text.length - 1 }), { maxLength: 12 }), (cuts) => {
        const at = [0, ...[...cuts].sort((a, b) => a - b), text.length];
        expect(filtered(at.slice(1).map((end, n) => text.slice(at[n], end)))).toBe(filtered([text]));
      }),
    );
  });

  it('keeps a text without thinking, a half tag at its end included', () => {
    expect(filtered(['Moins de 5 <', ' 6 <thi'])).toBe('Moins de 5 < 6 <thi');
  });

  it('drops a thinking that never ends', () => {
    expect(filtered(['<think>and on', ' and on'])).toBe('');
  });

  it('starts inside the thinking where the template opens it', () => {
    expect(filtered(['let me see</th', 'ink>Le texte'], true)).toBe('Le texte');
  });

  it('tells of an end without a beginning', () => {
    const filter = thinkFilter(false);
    expect(filter.push('let me see</think>Le texte')).toBe('Le texte');
    expect(filter.orphan).toBe(true);
  });
});
