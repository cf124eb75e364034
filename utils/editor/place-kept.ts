/**
 * What is not text (images, embeds, tables, shortcodes) finds its place again among the new blocks: where the draft
 * says, else as far down as it stood before. Never lost.
 */
import type { Block } from '../article/block.ts';
import type { PlaceOutline } from './outline.ts';
import { weightOf } from './weight.ts';

export type TextBlock = Exclude<Block, { kind: 'kept' }>;
export type Mixed<T> = { block: TextBlock } | { thing: T };

/**
 * `draft` with everything kept of `old` in it. Its own `kept` blocks name things of the capture, `captured`: the same
 * place, or a part of it. `keyOf` tells two readings of one thing from two things.
 */
export function placeKept<T>(
  old: PlaceOutline<T>,
  captured: PlaceOutline<T>,
  draft: readonly Block[],
  keyOf: (thing: T) => unknown,
): Mixed<T>[] {
  const mixed = draft.flatMap((block): Mixed<T>[] => {
    if (block.kind !== 'kept') return [{ block }];
    const thing = captured.things[Number(block.ref)];
    return thing === undefined ? [] : [{ thing }];
  });
  const placed = new Set(mixed.flatMap((entry) => ('thing' in entry ? [keyOf(entry.thing)] : [])));
  const total = old.parts.reduce((sum, part) => sum + part.chars, 0);
  let above = 0;
  for (const { chars, thing } of old.parts) {
    above += chars;
    if (thing !== null && !placed.has(keyOf(thing))) mixed.splice(gapAt(mixed, total ? above / total : 1), 0, { thing });
  }
  return mixed;
}

/** The gap nearest to that share of the text (0 to 1), never right under a subheading, behind what was put there already. */
function gapAt<T>(mixed: readonly Mixed<T>[], share: number): number {
  if (share >= 1) return mixed.length;
  const weights = mixed.map((entry) => ('block' in entry ? weightOf(entry.block) : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [best, nearest, above] = [mixed.length, Infinity, 0];
  for (let gap = 0; gap <= mixed.length; gap++) {
    const previous = mixed[gap - 1];
    const distance = Math.abs((total ? above / total : 1) - share);
    const underHeading = previous !== undefined && 'block' in previous && previous.block.kind === 'heading';
    if (!underHeading && distance <= nearest) [best, nearest] = [gap, distance];
    above += weights[gap] ?? 0;
  }
  return best;
}
