/** DOM nodes as blocks: TinyMCE's body, the classic text, the rich text of a block. Reads only, in the page. */
import { isHidden, UNREAD_TAGS } from '../article/hidden.ts';
import type { TextSink } from './text-sink.ts';

/** Elements that are no text. Besides them `readNodes` keeps some of `<p>`, `<div>` and `<sup>`, TinyMCE's views and shortcodes. */
export const KEPT = new Set(
  'IMG PICTURE SVG TABLE IFRAME VIDEO AUDIO EMBED OBJECT CANVAS MAP MATH BUTTON FIGURE PRE HR FORM DETAILS DL'.split(' '),
);
const MARKUP_TAG = /^H[1-6]$/;
const INLINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE DATA DFN EM FONT I INS KBD LABEL MARK Q RUBY SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR DEL S'.split(
    ' ',
  ),
);
/** TinyMCE's own views of captions, embeds and galleries, and its mark for « lire la suite ». */
const TINYMCE_VIEW = /(?:^|\s)(?:wpview|mceTemp|mceItem|mce-wp-more|mce-wp-nextpage)/;
const SHORTCODE = /^\[([a-z][\w-]*)(?:\s[^\]]*)?\/?\](?:[\s\S]*\[\/\1\])?$/;
/** An address alone on its line becomes an embed when the post is shown. */
const LONE_ADDRESS = /^https?:\/\/\S+$/;

/** `onKept` gets the node of every `kept` block, in the order of their `ref`s. */
export function readNodes(nodes: Iterable<Node>, sink: TextSink, onKept: (node: Node) => void = () => undefined): void {
  for (const node of nodes) readNode(node, sink, onKept);
}

/** The nodes of an HTML text, inert: nothing in it loads or runs. */
export function nodesOf(html: string): Node[] {
  return [...new DOMParser().parseFromString(`<body>${html}`, 'text/html').body.childNodes];
}

function readNode(node: Node, sink: TextSink, onKept: (node: Node) => void): void {
  if (node.nodeType === 3) return readText(node, sink, onKept);
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const tag = element.tagName.toUpperCase();
  if (UNREAD_TAGS.has(tag.toLowerCase()) || isHidden(attributesOf(element)) || element.hasAttribute('data-mce-bogus')) {
    if (tag === 'BR') sink.lineBreak();
    return;
  }
  if (isKept(element, tag)) {
    onKept(element);
    sink.keep(tag === 'SUP' ? 'note' : tag.toLowerCase());
    return;
  }
  const inside = () => readNodes(element.childNodes, sink, onKept);
  if (tag === 'BR') return sink.lineBreak();
  if (tag === 'UL' || tag === 'OL') {
    sink.openList(tag === 'OL');
    inside();
    return sink.closeList();
  }
  if (tag === 'LI') {
    sink.openItem();
    inside();
    return sink.closeItem();
  }
  if (tag === 'BLOCKQUOTE') {
    sink.openQuote();
    inside();
    return sink.closeQuote();
  }
  if (MARKUP_TAG.test(tag)) {
    sink.openHeading(Number(tag[1]));
    inside();
    return sink.closeHeading();
  }
  if (tag === 'CITE' && element.closest('blockquote')) {
    sink.openCitation();
    inside();
    return sink.closeCitation();
  }
  if (!INLINE.has(tag)) {
    sink.boundary();
    inside();
    return sink.boundary();
  }
  const mark = sink.markOf?.(element, tag);
  if (mark) sink.openMark?.(mark);
  inside();
  if (mark) sink.closeMark?.();
}

function readText(node: Node, sink: TextSink, onKept: (node: Node) => void): void {
  const text = node.nodeValue ?? '';
  if (!isShortcode(text.trim())) return sink.text(text);
  onKept(node);
  sink.keep('shortcode');
}

function isKept(element: Element, tag: string): boolean {
  // The mark of a footnote: without it WordPress throws the note away.
  if (tag === 'SUP') return element.hasAttribute('data-fn');
  if (KEPT.has(tag) || TINYMCE_VIEW.test(element.className)) return true;
  if (tag !== 'P' && tag !== 'DIV') return false;
  const text = element.textContent.trim();
  // A paragraph around pictures alone goes as a whole, with its link and its alignment.
  if (!text) return element.querySelector('img, iframe, video, audio, object, svg') !== null;
  return tag === 'P' && (isShortcode(text) || LONE_ADDRESS.test(text));
}

export function isShortcode(text: string): boolean {
  return text.startsWith('[') && SHORTCODE.test(text);
}

function attributesOf(element: Element): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, value } of element.attributes) found[name] = value;
  return found;
}
