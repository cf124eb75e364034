/** Blocks of a draft as DOM elements, for TinyMCE: text nodes and a fixed set of tags, nothing parsed. */
import type { Block, Inline, ListItem, Mark } from '../article/block.ts';
import { allowedHref } from '../article/link.ts';
import { markTree, type Marked } from '../article/mark-tree.ts';
import { withoutShortcodes } from './plain-field.ts';

/** A list in one element per block; null for a `kept` block, which has its node already. */
export function elementOf(block: Block, doc: Document): Element[] | null {
  switch (block.kind) {
    case 'paragraph':
      return [filled('p', block.inlines, doc)];
    case 'heading':
      return [filled(`h${block.level}`, block.inlines, doc)];
    case 'list':
      return [listOf(block.ordered, block.items, doc)];
    case 'quote': {
      const quote = doc.createElement('blockquote');
      quote.append(...block.paragraphs.map((inlines) => filled('p', inlines, doc)));
      if (block.citation) quote.append(filled('cite', block.citation, doc));
      return [quote];
    }
    case 'kept':
      return null;
  }
}

export function writeInlines(target: Node, inlines: readonly Inline[], doc: Document): void {
  writeTree(target, markTree(inlines), doc);
}

function writeTree(target: Node, tree: readonly Marked[], doc: Document): void {
  for (const one of tree) {
    if (typeof one === 'string') target.appendChild(textWithBreaks(withoutShortcodes(one), doc));
    else writeTree(markedIn(target, one.mark, doc), one.inside, doc);
  }
}

/** A new element at the end of `target`; `target` itself where the mark is a link that is not allowed. */
function markedIn(target: Node, mark: Mark, doc: Document): Node {
  const href = mark.kind === 'link' ? allowedHref(mark.href) : null;
  if (mark.kind === 'link' && href === null) return target;
  const element = doc.createElement(mark.kind === 'link' ? 'a' : mark.kind);
  if (href !== null) {
    element.setAttribute('href', href);
    // TinyMCE reads its own copy of the address when it serialises.
    element.setAttribute('data-mce-href', href);
  }
  return target.appendChild(element);
}

/** Nothing to see in it: what a cut leaves of a paragraph. */
export function isEmptyElement(node: Node): boolean {
  if (node.nodeType !== 1) return !(node.nodeValue ?? '').trim();
  const element = node as Element;
  return (
    !element.textContent.trim() &&
    element.querySelector('img, iframe, video, audio, hr, table, .wpview') === null &&
    element.tagName !== 'HR'
  );
}

function filled(tag: string, inlines: readonly Inline[], doc: Document): Element {
  const element = doc.createElement(tag);
  writeInlines(element, inlines, doc);
  return element;
}

function listOf(ordered: boolean, items: readonly ListItem[], doc: Document): Element {
  const list = doc.createElement(ordered ? 'ol' : 'ul');
  for (const { inlines, list: inner } of items) {
    const item = filled('li', inlines, doc);
    if (inner) item.append(listOf(inner.ordered, inner.items, doc));
    list.append(item);
  }
  return list;
}

function textWithBreaks(text: string, doc: Document): DocumentFragment {
  const fragment = doc.createDocumentFragment();
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) fragment.appendChild(doc.createElement('br'));
    fragment.appendChild(doc.createTextNode(line));
  }
  return fragment;
}
