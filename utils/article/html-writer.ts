/** Blocks as the HTML that WordPress itself would save: `<h2>`, `<p>`, `<ul>`, `<blockquote>`, nothing else. */
import type { Block, Inline, ListItem, Mark } from './block.ts';
import { allowedHref } from './link.ts';
import { markTree, type Marked } from './mark-tree.ts';

/** Escaped, one block a line. `kept` blocks have no HTML here: the editor still holds them. */
export function htmlFromBlocks(blocks: readonly Block[]): string {
  return blocks.map(htmlOfBlock).filter(Boolean).join('\n');
}

export function htmlFromInlines(inlines: readonly Inline[]): string {
  return htmlFromTree(markTree(inlines));
}

/**
 * Half a character (a cut emoji) is replaced: with one WordPress refuses to save the post. U+0000 goes, as it does wherever
 * HTML is parsed.
 */
export function escaped(text: string): string {
  return text.toWellFormed().replace(/\0/g, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function htmlFromTree(tree: readonly Marked[]): string {
  return tree
    .map((one) => (typeof one === 'string' ? escaped(one).replace(/\n/g, '<br>') : wrapped(htmlFromTree(one.inside), one.mark)))
    .join('');
}

function htmlOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${htmlFromInlines(block.inlines)}</p>`;
    case 'heading':
      return `<h${block.level}>${htmlFromInlines(block.inlines)}</h${block.level}>`;
    case 'list':
      return htmlOfList(block.ordered, block.items);
    case 'quote': {
      const citation = block.citation ? `<cite>${htmlFromInlines(block.citation)}</cite>` : '';
      return `<blockquote>${block.paragraphs.map((runs) => `<p>${htmlFromInlines(runs)}</p>`).join('')}${citation}</blockquote>`;
    }
    case 'kept':
      return '';
  }
}

function htmlOfList(ordered: boolean, items: readonly ListItem[]): string {
  const tag = ordered ? 'ol' : 'ul';
  const inner = items.map(
    ({ inlines, list }) => `<li>${htmlFromInlines(inlines)}${list ? htmlOfList(list.ordered, list.items) : ''}</li>`,
  );
  return `<${tag}>${inner.join('')}</${tag}>`;
}

function wrapped(html: string, mark: Mark): string {
  if (mark.kind !== 'link') return `<${mark.kind}>${html}</${mark.kind}>`;
  const href = allowedHref(mark.href);
  return href === null ? html : `<a href="${escaped(href).replace(/"/g, '&quot;')}">${html}</a>`;
}
