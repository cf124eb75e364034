/** Changes in a tree of blocks. Blocks that are not on the way to the change stay the same objects. */
import type { WpBlock } from './page-globals.ts';

/** The run of siblings `ids` gives way to `replacement`; null where the run is not there. */
export function replaceRun(tree: readonly WpBlock[], ids: readonly string[], replacement: readonly WpBlock[]): WpBlock[] | null {
  const from = tree.findIndex((block) => block.clientId === ids[0]);
  if (from >= 0) return [...tree.slice(0, from), ...replacement, ...tree.slice(from + ids.length)];
  for (const [i, block] of tree.entries()) {
    const inner = block.innerBlocks.length > 0 ? replaceRun(block.innerBlocks, ids, replacement) : null;
    if (inner) return tree.with(i, { ...block, innerBlocks: inner });
  }
  return null;
}

export function insertAfter(tree: readonly WpBlock[], id: string, added: readonly WpBlock[]): WpBlock[] | null {
  const block = blockIn(tree, id);
  return block && replaceRun(tree, [id], [block, ...added]);
}

function blockIn(tree: readonly WpBlock[], id: string): WpBlock | null {
  for (const block of tree) {
    if (block.clientId === id) return block;
    const inside = blockIn(block.innerBlocks, id);
    if (inside) return inside;
  }
  return null;
}
