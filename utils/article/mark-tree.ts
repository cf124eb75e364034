/** Runs of text as a tree of their marks: neighbours that share their outermost mark stand inside one element of it. */
import type { Inline, Mark } from './block.ts';

export type Marked = string | { mark: Mark; inside: Marked[] };

/** A link with emphasis in it is one link, not two. `depth`: marks that the caller has opened already. */
export function markTree(inlines: readonly Inline[], depth = 0): Marked[] {
  const tree: Marked[] = [];
  for (let from = 0, to = 0; from < inlines.length; from = to) {
    const mark = markAt(inlines[from], depth);
    to = inlines.findIndex((inline, i) => i > from && !(mark && isSame(mark, markAt(inline, depth))));
    if (to < 0) to = inlines.length;
    tree.push(mark ? { mark, inside: markTree(inlines.slice(from, to), depth + 1) } : (inlines[from]?.text ?? ''));
  }
  return tree;
}

const isSame = (a: Mark, b: Mark | undefined) => JSON.stringify(a) === JSON.stringify(b);

function markAt(inline: Inline | undefined, depth: number): Mark | undefined {
  return inline?.marks?.[depth];
}
