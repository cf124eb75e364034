/** Blocks of the block editor as text, and what of them is no text. */
import { BlockBuilder } from '../article/block-builder.ts';
import type { Block } from '../article/block.ts';
import { page, type WpBlock } from './page-globals.ts';
import { isShortcode, nodesOf, readNodes } from './read-dom.ts';

/** A whole block, or a picture inside a paragraph. */
export type KeptThing = { kind: 'block'; block: WpBlock } | { kind: 'html'; html: string };

export interface BlockText {
  blocks: Block[];
  /** By `ref`. */
  kept: Map<string, KeptThing>;
}

/** Containers whose content is text of the article, whatever they look like. */
const FLATTENED = new Set(['core/group', 'core/columns', 'core/column']);

/** `isLocked` blocks may not be removed: they are kept, whatever they hold. */
export function readBlocks(blocks: readonly WpBlock[], isLocked: (block: WpBlock) => boolean): BlockText {
  const builder = new BlockBuilder();
  const things: KeptThing[] = [];
  const keep = (block: WpBlock) => {
    things.push({ kind: 'block', block });
    builder.keep(block.name);
  };
  const parsed = parsedOnce(blocks);
  const text = (value: unknown) => readRichText(richHtml(value), builder, things, parsed);

  const read = (block: WpBlock): void => {
    const { name, attributes, innerBlocks } = block;
    if (isLocked(block)) return keep(block);
    if (name === 'core/paragraph') {
      if (isShortcode(richHtml(attributes['content']).trim())) return keep(block);
      builder.boundary();
      text(attributes['content']);
      return builder.boundary();
    }
    if (name === 'core/heading') {
      builder.openHeading(Number(attributes['level'] ?? 2));
      text(attributes['content']);
      return builder.closeHeading();
    }
    if (name === 'core/list' && innerBlocks.length > 0) return readList(block);
    if (name === 'core/list-item') return readList({ ...block, attributes: {}, innerBlocks: [block] });
    if (name === 'core/quote' || name === 'core/pullquote') {
      builder.openQuote();
      if (innerBlocks.length === 0) text(attributes['value']);
      innerBlocks.forEach(read);
      builder.openCitation();
      text(attributes['citation']);
      builder.closeCitation();
      return builder.closeQuote();
    }
    if (name === 'core/freeform')
      return text(page.switchEditors?.wpautop(richHtml(attributes['content'])) ?? attributes['content']);
    if (FLATTENED.has(name)) return innerBlocks.forEach(read);
    keep(block);
  };

  const readList = (list: WpBlock): void => {
    builder.openList(list.attributes['ordered'] === true);
    for (const item of list.innerBlocks) {
      builder.openItem();
      text(item.attributes['content']);
      item.innerBlocks.forEach(read);
      builder.closeItem();
    }
    builder.closeList();
  };

  blocks.forEach(read);
  const found = builder.end();
  return { blocks: found, kept: pairKept(found, things) };
}

/** Rich text as HTML: a string up to WordPress 6.4, an object since 6.5. */
export function richHtml(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'toHTMLString' in value && typeof value.toHTMLString === 'function') {
    return String(value.toHTMLString());
  }
  return '';
}

type Parsed = ReadonlyMap<string, Node[]>;

function readRichText(html: string, builder: BlockBuilder, things: KeptThing[], parsed: Parsed): void {
  if (!/[<&]/.test(html)) return builder.text(html);
  readNodes(parsed.get(html) ?? nodesOf(html), builder, (node) => {
    things.push({ kind: 'html', html: node instanceof Element ? node.outerHTML : (node.nodeValue ?? '') });
  });
}

/** The rich text of all blocks, parsed in one go: one document for 500 paragraphs instead of 500. */
function parsedOnce(blocks: readonly WpBlock[]): Parsed {
  const texts = [...richTexts(blocks)].filter((html) => /[<&]/.test(html));
  const holders = nodesOf(texts.map((html) => `<div>${html}</div>`).join(''));
  // Text that closes what it did not open would shift all others: each by itself, then.
  return new Map(holders.length === texts.length ? texts.map((html, i) => [html, [...(holders[i]?.childNodes ?? [])]]) : []);
}

function* richTexts(blocks: readonly WpBlock[]): Generator<string> {
  for (const { name, attributes, innerBlocks } of blocks) {
    if (/^core\/(?:paragraph|heading|list-item)$/.test(name)) yield richHtml(attributes['content']);
    yield* richTexts(innerBlocks);
  }
}

/** The builder numbers what is kept in the order in which it was met. */
export function pairKept<T>(blocks: readonly Block[], things: readonly T[]): Map<string, T> {
  const refs = blocks.flatMap((block) => (block.kind === 'kept' ? [block.ref] : [])).sort((a, b) => Number(a) - Number(b));
  return new Map(refs.flatMap((ref, i) => (things[i] === undefined ? [] : [[ref, things[i]]])));
}
