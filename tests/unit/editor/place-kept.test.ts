import { describe, expect, test } from 'vitest';
import type { Block } from '../../../utils/article/block.ts';
import { placeKept } from '../../../utils/editor/place-kept.ts';

const text = (words: string): Block => ({ kind: 'paragraph', inlines: [{ text: words }] });
const heading = (words: string): Block => ({ kind: 'heading', level: 2, inlines: [{ text: words }] });
const kept = (ref: string): Block => ({ kind: 'kept', name: 'core/image', ref });

/** Texts as they are, kept things in brackets. */
function order(old: Block[], draft: Block[]): string[] {
  const things = new Map(old.flatMap((block) => (block.kind === 'kept' ? [[block.ref, `[${block.ref}]`] as const] : [])));
  const place = { blocks: old, kept: things };
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
    expect(order([kept('a'), text('un'), kept('z')], [text('A'), text('B')])).toEqual(['[a]', 'A', 'B', '[z]']);
  });

  test('comes as far down as it stood before', () => {
    const old = [text('x'.repeat(100)), kept('a'), text('x'.repeat(300))];
    expect(order(old, [text('y'.repeat(100)), text('z'.repeat(100)), text('v'.repeat(100)), text('w'.repeat(100))])[1]).toBe(
      '[a]',
    );
  });

  test('never comes between a subheading and its text', () => {
    const old = [text('x'.repeat(100)), kept('a'), text('x'.repeat(100))];
    const mixed = order(old, [text('y'.repeat(100)), heading('Titre'), text('z'.repeat(100))]);
    expect(mixed[mixed.indexOf('[a]') - 1]).not.toBe('Titre');
  });

  test('keeps its order among its like', () => {
    expect(order([text('un'), kept('a'), kept('b'), kept('c'), text('deux')], [text('A'), text('B')])).toEqual([
      'A',
      '[a]',
      '[b]',
      '[c]',
      'B',
    ]);
  });

  test('stands where the draft puts it, and then only there', () => {
    expect(order([kept('a'), text('un')], [text('A'), kept('a'), text('B')])).toEqual(['A', '[a]', 'B']);
  });

  test('survives a draft without any text', () => {
    expect(order([text('un'), kept('a')], [])).toEqual(['[a]']);
  });
});
