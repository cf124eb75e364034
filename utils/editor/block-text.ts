/** Blocks of the block editor as text, and what of them is no text. */
import { page, type WpBlock } from './page-globals.ts';
import { isShortcode, readNodes } from './read-dom.ts';
import type { TextSink } from './text-sink.ts';

/** A whole block, or a picture inside a paragraph. */
export type KeptThing = { kind: 'block'; block: WpBlock } | { kind: 'html'; html: string };

/** Containers whose content is text of the article, whatever they look like. */
const FLATTENED = new Set(['core/group', 'core/columns', 'core/column']);

/**
 * `isLocked` blocks may not be removed: they are kept, whatever they hold.
 * @param parsed the nodes of a rich text, or null where its characters are enough
 * @param onKept gets each thing before its `keep`
 */
export function readBlocks(
  blocks: readonly WpBlock[],
  isLocked: (block: WpBlock) => boolean,
  sink: TextSink,
  parsed: (html: string) => readonly Node[] | null,
  onKept: (thing: KeptThing) => void = () => undefined,
): void {
  const keep = (block: WpBlock) => {
    onKept({ kind: 'block', block });
    sink.keep(block.name);
  };
  const text = (value: unknown) => {
    const html = richHtml(value);
    const nodes = /[<&]/.test(html) ? parsed(html) : null;
    if (!nodes) return sink.text(html.replace(/<[^>]*>/g, ''));
    readNodes(nodes, sink, (node) => {
      onKept({ kind: 'html', html: node instanceof Element ? node.outerHTML : (node.nodeValue ?? '') });
    });
  };

  const read = (block: WpBlock): void => {
    const { name, attributes, innerBlocks } = block;
    // What stands in a locked template has its place in it, and none outside.
    if (isLocked(block) || attributes['templateLock']) return keep(block);
    if (name === 'core/paragraph') {
      if (isShortcode(richHtml(attributes['content']).trim())) return keep(block);
      sink.boundary();
      text(attributes['content']);
      return sink.boundary();
    }
    if (name === 'core/heading') {
      sink.openHeading(Number(attributes['level'] ?? 2));
      text(attributes['content']);
      return sink.closeHeading();
    }
    if (name === 'core/list' && innerBlocks.length > 0) return readList(block);
    if (name === 'core/list-item') return readList({ ...block, attributes: {}, innerBlocks: [block] });
    if (name === 'core/quote' || name === 'core/pullquote') {
      sink.openQuote();
      if (innerBlocks.length === 0) text(attributes['value']);
      innerBlocks.forEach(read);
      sink.openCitation();
      text(attributes['citation']);
      sink.closeCitation();
      return sink.closeQuote();
    }
    if (name === 'core/freeform')
      return text(page.switchEditors?.wpautop(richHtml(attributes['content'])) ?? attributes['content']);
    if (FLATTENED.has(name)) return innerBlocks.forEach(read);
    keep(block);
  };

  const readList = (list: WpBlock): void => {
    sink.openList(list.attributes['ordered'] === true);
    for (const item of list.innerBlocks) {
      sink.openItem();
      text(item.attributes['content']);
      item.innerBlocks.forEach(read);
      sink.closeItem();
    }
    sink.closeList();
  };

  blocks.forEach(read);
}

/** Rich text as HTML: a string up to WordPress 6.4, an object since 6.5. */
export function richHtml(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'toHTMLString' in value && typeof value.toHTMLString === 'function') {
    return String(value.toHTMLString());
  }
  return '';
}
