/** How much text a block holds. */
import type { Block, ListItem } from '../article/block.ts';
import { inlineText } from '../article/inlines.ts';

/** Characters. */
export function weightOf(block: Block): number {
  switch (block.kind) {
    case 'kept':
      return 0;
    case 'list':
      return itemsWeight(block.items);
    case 'quote':
      return block.paragraphs.reduce((sum, inlines) => sum + inlineText(inlines).length, 0);
    default:
      return inlineText(block.inlines).length;
  }
}

export function hasText(blocks: readonly Block[]): boolean {
  return blocks.some((block) => weightOf(block) > 0);
}

function itemsWeight(items: readonly ListItem[]): number {
  return items.reduce((sum, item) => sum + inlineText(item.inlines).length + itemsWeight(item.list?.items ?? []), 0);
}
