/** Runs of text as a tree of their marks: neighbours that share their outermost mark stand inside one element of it. */
import type { Inline, Mark } from './block.ts';

export type Marked = string | { mark: Mark; inside: Marked[] };

/** A link with emphasis in it is one link, not two. `depth`: marks that the caller has opened already. */
export function markTree(inlines: readonly Inline[], depth = 0): Marked[] {
  const tree: Marked[] = [];
  for (let from = 0, to = 0; from < inlines.length; from = to) {
    const mark = markAt(inlines[from], depth);
    do to++;
    while (mark && JSON.stringify(markAt(inlines[to], depth)) === JSON.stringify(mark));
    tree.push(mark ? { mark, inside: markTree(inlines.slice(from, to), depth + 1) } : (inlines[from]?.text ?? ''));
  }
  return tree;
}

function markAt(inline: Inline | undefined, depth: number): Mark | undefined {
  return inline?.marks?.[depth];
}
