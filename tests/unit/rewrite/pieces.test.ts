import { describe, expect, it } from 'vitest';
import type { Block } from '../../../utils/article/block.ts';
import { asProse, joinLists } from '../../../utils/rewrite/pieces.ts';

const list = (ordered: boolean, ...points: string[]): Block => ({
  kind: 'list',
  ordered,
  items: points.map((text) => ({ inlines: [{ text }] })),
});
const paragraph: Block = { kind: 'paragraph', inlines: [{ text: 'Entre deux.' }] };

describe('joinLists', () => {
  it('makes one list of two that follow one another', () => {
    expect(joinLists([list(false, 'un'), list(false, 'deux', 'trois'), paragraph])).toEqual([
      list(false, 'un', 'deux', 'trois'),
      paragraph,
    ]);
  });

  it('leaves lists of two kinds, and lists with text between them', () => {
    const blocks = [list(false, 'un'), list(true, 'deux'), paragraph, list(true, 'trois')];
    expect(joinLists(blocks)).toEqual(blocks);
  });
});

describe('asProse', () => {
  it('makes a paragraph of a list of one point, and of no other', () => {
    expect(asProse(list(false, 'un'))).toEqual({ kind: 'paragraph', inlines: [{ text: 'un' }] });
    expect(asProse(list(false, 'un', 'deux'))).toEqual(list(false, 'un', 'deux'));
    expect(asProse(paragraph)).toEqual(paragraph);
  });
});
