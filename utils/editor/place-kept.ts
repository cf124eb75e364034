/**
 * What is not text (images, embeds, tables, shortcodes) finds its place again among the new blocks: where the draft
 * says, else as far down as it stood before. Never lost.
 */

/** One block of the place as it was: text, or something kept. `weight` in characters of text. */
export type Before<T> = { kind: 'text'; weight: number } | { kind: 'kept'; item: T };
/** One block to write: new text, or a thing kept that the draft has placed itself. */
export type After<T, B> = { kind: 'new'; block: B; weight: number; heading: boolean } | { kind: 'kept'; item: T };

export function placeKept<T, B>(before: readonly Before<T>[], after: readonly After<T, B>[]): After<T, B>[] {
  const placed = new Set(after.flatMap((entry) => (entry.kind === 'kept' ? [entry.item] : [])));
  const result = [...after];
  for (const { item, share } of shares(before)) {
    if (!placed.has(item)) result.splice(indexAt(result, share), 0, { kind: 'kept', item });
  }
  return result;
}

/** How much of the text stood above each kept thing, 0 to 1. */
function shares<T>(before: readonly Before<T>[]): { item: T; share: number }[] {
  const total = before.reduce((sum, entry) => sum + (entry.kind === 'text' ? entry.weight : 0), 0);
  let above = 0;
  return before.flatMap((entry) => {
    if (entry.kind === 'kept') return [{ item: entry.item, share: total ? above / total : 1 }];
    above += entry.weight;
    return [];
  });
}

/** The gap between blocks that is nearest to that share, never right under a subheading; behind what stands there already. */
function indexAt<T, B>(blocks: readonly After<T, B>[], share: number): number {
  const total = blocks.reduce((sum, entry) => sum + (entry.kind === 'new' ? entry.weight : 0), 0);
  let best = blocks.length;
  let bestDistance = share >= 1 ? 0 : Infinity;
  let above = 0;
  for (let i = 0; i <= blocks.length; i++) {
    const previous = blocks[i - 1];
    const distance = Math.abs((total ? above / total : 1) - share);
    const underHeading = previous?.kind === 'new' && previous.heading;
    if (!underHeading && distance <= bestDistance && !(share >= 1 && i < blocks.length)) {
      best = i;
      bestDistance = distance;
    }
    const here = blocks[i];
    if (here?.kind === 'new') above += here.weight;
  }
  return best;
}
