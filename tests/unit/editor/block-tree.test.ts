import { describe, expect, test } from 'vitest';
import { insertAfter, replaceRun } from '../../../utils/editor/block-tree.ts';
import type { WpBlock } from '../../../utils/editor/page-globals.ts';

const block = (clientId: string, ...innerBlocks: WpBlock[]): WpBlock => ({
  clientId,
  name: 'core/group',
  attributes: {},
  innerBlocks,
});
const ids = (tree: readonly WpBlock[] | null): unknown =>
  tree?.map(({ clientId, innerBlocks }) => (innerBlocks.length > 0 ? { [clientId]: ids(innerBlocks) } : clientId));

describe('a run of blocks', () => {
  test('gives way at the top and leaves its neighbours the same objects', () => {
    const tree = [block('a'), block('b'), block('c'), block('d')];
    const changed = replaceRun(tree, ['b', 'c'], [block('x')]);
    expect(ids(changed)).toEqual(['a', 'x', 'd']);
    expect(changed?.[0]).toBe(tree[0]);
    expect(changed?.[2]).toBe(tree[3]);
  });

  test('gives way deep inside, and only its ancestors are copied', () => {
    const tree = [block('a', block('b'), block('c', block('d'), block('e'))), block('f')];
    const changed = replaceRun(tree, ['d'], [block('x'), block('y')]);
    expect(ids(changed)).toEqual([{ a: ['b', { c: ['x', 'y', 'e'] }] }, 'f']);
    expect(changed?.[0]?.innerBlocks[0]).toBe(tree[0]?.innerBlocks[0]);
    expect(changed?.[1]).toBe(tree[1]);
  });

  test('that is not there changes nothing', () => {
    expect(replaceRun([block('a')], ['z'], [])).toBeNull();
  });

  test('can be followed by new blocks at any depth', () => {
    expect(ids(insertAfter([block('a', block('b')), block('c')], 'b', [block('x')]))).toEqual([{ a: ['b', 'x'] }, 'c']);
    expect(insertAfter([block('a')], 'z', [block('x')])).toBeNull();
  });
});
