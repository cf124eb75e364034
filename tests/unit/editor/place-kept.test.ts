import { describe, expect, test } from 'vitest';
import type { Block } from '../../../utils/article/block.ts';
import { Outline } from '../../../utils/editor/outline.ts';
import { placeKept } from '../../../utils/editor/place-kept.ts';

const text = (words: string): Block => ({ kind: 'paragraph', inlines: [{ text: words }] });
const heading = (words: string): Block => ({ kind: 'heading', level: 2, inlines: [{ text: words }] });
const kept = (ref: string): Block => ({ kind: 'kept', name: 'core/image', ref });

/** Texts as they are, kept things in brackets. */
function order(old: Block[], draft: Block[]): string[] {
  const outline = new Outline<string>();
  for (const block of old) {
    if (block.kind === 'kept') {
      outline.things.push(`[${block.ref}]`);
      outline.keep();
    } else if ('inlines' in block) outline.text(block.inlines.map((run) => run.text).join(''));
    outline.boundary();
  }
  const place = outline.end();
  return placeKept(place, place, draft, (thing) => thing).map((entry) =>
    'thing' in entry
      ? entry.thing
      : entry.block.kind === 'paragraph' || entry.block.kind === 'heading'
        ? (entry.block.inlines[0]?.text ?? '')
        : entry.block.kind,
  );
}

describe('what is not text', () => {
  test('stays first when it stood first, and last when it stood last', () => {
    expect(order([kept('0'), text('un'), kept('1')], [text('A'), text('B')])).toEqual(['[0]', 'A', 'B', '[1]']);
  });

  test('comes as far down as it stood before', () => {
    const old = [text('x'.repeat(100)), kept('0'), text('x'.repeat(300))];
    expect(order(old, [text('y'.repeat(100)), text('z'.repeat(100)), text('v'.repeat(100)), text('w'.repeat(100))])[1]).toBe(
      '[0]',
    );
  });

  test('never comes between a subheading and its text', () => {
    const old = [text('x'.repeat(100)), kept('0'), text('x'.repeat(100))];
    const mixed = order(old, [text('y'.repeat(100)), heading('Titre'), text('z'.repeat(100))]);
    expect(mixed[mixed.indexOf('[0]') - 1]).not.toBe('Titre');
  });

  test('keeps its order among its like', () => {
    expect(order([text('un'), kept('0'), kept('1'), kept('2'), text('deux')], [text('A'), text('B')])).toEqual([
      'A',
      '[0]',
      '[1]',
      '[2]',
      'B',
    ]);
  });

  test('stands where the draft puts it, and then only there', () => {
    expect(order([kept('0'), text('un')], [text('A'), kept('0'), text('B')])).toEqual(['A', '[0]', 'B']);
  });

  test('survives a draft without any text', () => {
    expect(order([text('un'), kept('0')], [])).toEqual(['[0]']);
  });
});
