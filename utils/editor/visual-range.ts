/** Ranges of TinyMCE's document: what they hold as text, and what tells them apart. */
import { fingerprint } from './fingerprint.ts';
import { readNodes } from './read-dom.ts';
import type { TextSink } from './text-sink.ts';

/** `onKept` gets a copy of each node that is no text. */
export function readRange(range: Range, sink: TextSink, onKept: (node: Node) => void = () => undefined): void {
  readNodes(marked(range).childNodes, sink, onKept);
}

/** A copy of the range; a selection inside one paragraph or heading keeps that element around it. */
function marked(range: Range): DocumentFragment {
  const fragment = range.cloneContents();
  const host = blockAround(range.commonAncestorContainer);
  if (!host) return fragment;
  const copy = host.cloneNode(false);
  copy.appendChild(fragment);
  const whole = fragment.ownerDocument.createDocumentFragment();
  whole.appendChild(copy);
  return whole;
}

export function blockAround(node: Node): Element | null {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const host = element?.closest('p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote') ?? null;
  return host?.closest('body') === host?.ownerDocument.body ? host : null;
}

export function fingerprintOf(range: Range): string {
  return fingerprint(htmlOf(range));
}

/** Without TinyMCE's own attributes. */
export function htmlOf(range: Range): string {
  const holder = range.startContainer.ownerDocument?.createElement('div');
  holder?.appendChild(range.cloneContents());
  return holder?.innerHTML.replace(/\s*data-mce-[\w-]+="[^"]*"/g, '') ?? '';
}

export function wholeRange(body: HTMLElement): Range {
  const range = body.ownerDocument.createRange();
  range.selectNodeContents(body);
  return range;
}

export function topNode(body: Node, node: Node): Node | null {
  let at: Node | null = node;
  while (at && at.parentNode !== body) at = at.parentNode;
  return at;
}
