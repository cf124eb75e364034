/** The pieces of running text of an article in reading order, each with its path: where a sentence stands. */
import type { Block, Inline, ListItem } from './block.ts';
import { inlineText } from './inlines.ts';

export interface TextUnit {
  kind: 'paragraph' | 'heading' | 'list' | 'quote';
  /** Index into the blocks. */
  block: number;
  /** Rank in a list (its nested items counted where they stand) or paragraph of a block quotation; 0 elsewhere. */
  item: number;
  /** Depth of a list item (0 = outermost), level of a heading, 0 elsewhere. */
  level: number;
  inlines: Inline[];
  /** Plain text of the inlines; a line break is `\n`. */
  text: string;
}

/** `kept` blocks have no unit. A block quotation's citation is its last one. */
export function textUnits(blocks: readonly Block[]): TextUnit[] {
  return blocks.flatMap((block, i) => unitsOfBlock(block, i));
}

/** Blocks with the inlines of every text unit replaced. Same paths, new text. */
export function mapInlines(blocks: readonly Block[], change: (inlines: Inline[], unit: TextUnit) => Inline[]): Block[] {
  return blocks.map((block, i): Block => {
    const changed = unitsOfBlock(block, i).map((unit) => change(unit.inlines, unit));
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, inlines: changed[0] ?? [] };
      case 'list':
        return { ...block, items: withInlines(block.items, changed) };
      case 'quote': {
        const paragraphs = changed.slice(0, block.paragraphs.length);
        return block.citation ? { ...block, paragraphs, citation: changed.at(-1) ?? [] } : { ...block, paragraphs };
      }
      case 'kept':
        return block;
    }
  });
}

/** Text of the blocks: a blank line between blocks, a newline between the items of one. */
export function plainText(blocks: readonly Block[]): string {
  let text = '';
  let last = -1;
  for (const unit of textUnits(blocks)) {
    if (text) text += unit.block === last ? '\n' : '\n\n';
    text += unit.text;
    last = unit.block;
  }
  return text;
}

function unitsOfBlock(block: Block, index: number): TextUnit[] {
  const unit = (kind: TextUnit['kind'], item: number, level: number, inlines: Inline[]): TextUnit => ({
    kind,
    block: index,
    item,
    level,
    inlines,
    text: inlineText(inlines),
  });
  switch (block.kind) {
    case 'paragraph':
      return [unit('paragraph', 0, 0, block.inlines)];
    case 'heading':
      return [unit('heading', 0, block.level, block.inlines)];
    case 'list':
      return flatItems(block.items).map(({ item, depth }, rank) => unit('list', rank, depth, item.inlines));
    case 'quote':
      return [...block.paragraphs, ...(block.citation ? [block.citation] : [])].map((runs, rank) => unit('quote', rank, 0, runs));
    case 'kept':
      return [];
  }
}

function flatItems(items: readonly ListItem[], depth = 0): { item: ListItem; depth: number }[] {
  return items.flatMap((item) => [{ item, depth }, ...(item.list ? flatItems(item.list.items, depth + 1) : [])]);
}

/** Takes from `changed` in the order of `flatItems`. */
function withInlines(items: readonly ListItem[], changed: Inline[][]): ListItem[] {
  const queue = [...changed];
  const walk = (level: readonly ListItem[]): ListItem[] =>
    level.map((item) => {
      const inlines = queue.shift() ?? [];
      return item.list ? { inlines, list: { ...item.list, items: walk(item.list.items) } } : { inlines };
    });
  return walk(items);
}
