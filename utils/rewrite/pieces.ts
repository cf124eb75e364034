/** A section's text while it is being put together: sentences with what they say, and how they become blocks. */
import type { Block, Inline, ListItem } from '../article/block.ts';
import { allowedHref } from '../article/link.ts';

export type Piece =
  | { kind: 'heading'; text: string }
  | { kind: 'sentence'; text: string; opens: 'paragraph' | 'item' | null; facts: string[]; quotations: string[] }
  /** Where a sentence was cut: filled by a second try or by the floor, else nothing. */
  | { kind: 'gap'; opens: 'paragraph' | 'item' | null; facts: string[] };

/** Longest paragraph that is left in one: yoastseo's limit is 150 words, on the web less reads better. */
const LONG_PARAGRAPH = 700;

export function blocksOfPieces(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  /** Set when the sentence that opened a paragraph or item was cut: the next one opens it instead. */
  let opening: 'paragraph' | 'item' | null = null;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'heading') {
      if (!leads(pieces, index)) continue;
      blocks.push({ kind: 'heading', level: 3, inlines: [{ text: piece.text }] });
      opening = 'paragraph';
    } else if (piece.kind === 'gap') opening = piece.opens ?? opening;
    else {
      place(blocks, piece.text, piece.opens ?? opening);
      opening = null;
    }
  }
  return blocks;
}

/** A subheading whose sentences were all cut leads to nothing. */
function leads(pieces: readonly Piece[], heading: number): boolean {
  const next = pieces.slice(heading + 1).find((piece) => piece.kind !== 'gap');
  return next?.kind === 'sentence';
}

function place(blocks: Block[], text: string, opens: 'paragraph' | 'item' | null): void {
  const last = blocks.at(-1);
  const inlines = inlinesOf(text);
  if (opens === 'item') {
    const item: ListItem = { inlines };
    if (last?.kind === 'list') last.items.push(item);
    else blocks.push({ kind: 'list', ordered: false, items: [item] });
    return;
  }
  const open = last?.kind === 'paragraph' ? last.inlines : last?.kind === 'list' ? last.items.at(-1)?.inlines : undefined;
  const length = open?.reduce((sum, inline) => sum + inline.text.length, 0) ?? 0;
  if (opens === null && open && length < LONG_PARAGRAPH) open.push({ text: ' ' }, ...inlines);
  else blocks.push({ kind: 'paragraph', inlines });
}

const LINK = /\[([^\]]+)\]\(([^)\s]+)\)/gu;

/** Text with Markdown links as runs. Links have been held against the source's by the gate. */
export function inlinesOf(text: string): Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    if (match.index > at) inlines.push({ text: text.slice(at, match.index) });
    const href = allowedHref(match[2] ?? '');
    inlines.push(href === null ? { text: match[1] ?? '' } : { text: match[1] ?? '', marks: [{ kind: 'link', href }] });
    at = match.index + match[0].length;
  }
  if (at < text.length) inlines.push({ text: text.slice(at) });
  return inlines;
}

/** The text as it reads: of a link its words. */
export function plainOf(text: string): string {
  return text.replace(LINK, '$1').replace(/\s+/gu, ' ').trim();
}

/** Addresses of the Markdown links. */
export function hrefsOf(text: string): string[] {
  return [...text.matchAll(LINK)].map((match) => match[2] ?? '');
}

/** Lists that follow one another are one: a model's points, and those that code adds to them. */
export function joinLists(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'list' && last?.kind === 'list' && last.ordered === block.ordered)
      joined[joined.length - 1] = { ...last, items: [...last.items, ...block.items] };
    else joined.push(block);
  }
  return joined;
}

/** One point is no list. */
export function asProse(block: Block): Block {
  const [only, ...more] = block.kind === 'list' ? block.items : [];
  return only && more.length === 0 && !only.list ? { kind: 'paragraph', inlines: only.inlines } : block;
}
