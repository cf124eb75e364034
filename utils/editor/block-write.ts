/** Blocks of a draft as blocks of the block editor, made with `createBlock` from escaped text. */
import type { Block, Inline, ListItem } from '../article/block.ts';
import { htmlFromInlines } from '../article/html-writer.ts';
import { EditorFailure } from './editor.ts';
import { page, type WpBlock } from './page-globals.ts';
import { withoutShortcodes } from './plain-field.ts';

export function wpBlockOf(block: Exclude<Block, { kind: 'kept' }>): WpBlock {
  switch (block.kind) {
    case 'paragraph':
      return create('core/paragraph', { content: safeHtml(block.inlines) });
    case 'heading':
      return create('core/heading', { level: block.level, content: safeHtml(block.inlines) });
    case 'list':
      return listBlock(block.ordered, block.items);
    case 'quote': {
      const paragraphs = block.paragraphs.map((inlines) => create('core/paragraph', { content: safeHtml(inlines) }));
      return create('core/quote', block.citation ? { citation: safeHtml(block.citation) } : {}, paragraphs);
    }
  }
}

/** A picture that stood inside a paragraph gets one of its own. */
export function wpBlockOfHtml(html: string): WpBlock {
  return create('core/paragraph', { content: html });
}

/** Rich text of the draft: escaped, links from the allow-list only, no shortcode that was not there. */
export function safeHtml(inlines: readonly Inline[]): string {
  return withoutShortcodes(htmlFromInlines(inlines));
}

function listBlock(ordered: boolean, items: readonly ListItem[]): WpBlock {
  const inner = items.map(({ inlines, list }) =>
    create('core/list-item', { content: safeHtml(inlines) }, list ? [listBlock(list.ordered, list.items)] : []),
  );
  return create('core/list', ordered ? { ordered: true } : {}, inner);
}

function create(name: string, attributes: Record<string, unknown>, innerBlocks: WpBlock[] = []): WpBlock {
  const blocks = page.wp?.blocks;
  if (!blocks) throw new EditorFailure('page_error');
  return blocks.createBlock(name, attributes, innerBlocks);
}
