/** Writing in the classic editor's Visual tab: TinyMCE's own document, changed in one undo level. */
import type { Block } from '../article/block.ts';
import type { PlaceHandle } from '../article/capture.ts';
import { classicFields, classicPost, writeClassicFields } from './classic-post.ts';
import { classicTarget } from './classic-target.ts';
import { elementOf, isEmptyElement, writeInlines } from './dom-write.ts';
import { EditorFailure, type EditorWriter, type Insertion } from './editor.ts';
import { Outline } from './outline.ts';
import { page, type TinyMce } from './page-globals.ts';
import { placeKept } from './place-kept.ts';
import { blockAround, fingerprintOf, htmlOf, readRange, topNode, wholeRange } from './visual-range.ts';

type NodesHandle = Extract<PlaceHandle, { kind: 'nodes' }>;

export function visualWriter(editorId?: string): EditorWriter | null {
  const visual = classicTarget(editorId)?.visual;
  if (!visual) return null;
  return {
    kind: 'classic-visual',
    post: classicPost,
    fields: () => Promise.resolve(classicFields()),
    content: () => visual.getContent(),
    normalised: (content) => page.switchEditors?.wpautop(content) ?? content,

    apply(insertion) {
      const range = checkedRange(visual, insertion);
      let added: Element[] = [];
      // The state before must be a level of its own, else what was typed just now would go back with the insertion.
      visual.undoManager.add();
      visual.undoManager.transact(() => {
        added = insert(visual, range, insertion);
      });
      visual.nodeChanged();
      visual.save();
      visual.focus();
      const fields = writeClassicFields(insertion.fields);
      const verified = added.length > 0 && added.every((element) => visual.getBody().contains(element));
      return Promise.resolve({ verified, bodyUndo: 'editor', content: visual.getContent(), fields });
    },

    restore(content, fields) {
      visual.undoManager.add();
      visual.undoManager.transact(() => visual.setContent(content));
      visual.save();
      return Promise.resolve(writeClassicFields(fields));
    },
  };
}

function checkedRange(visual: TinyMce, { handle, fingerprint: expected, mode, force }: Insertion): Range {
  const found = handle.kind === 'nodes' ? rangeOf(visual.getBody(), handle, 0) : wholeRange(visual.getBody());
  if (found && fingerprintOf(found) === expected) return found;
  if (handle.kind === 'nodes') {
    const moved = movedRange(visual.getBody(), handle, expected);
    if (moved) return moved;
  }
  if (found && (force || mode === 'after')) return found;
  if (mode === 'after') return wholeRange(visual.getBody());
  throw new EditorFailure('place_changed', found ? htmlOf(found) : '');
}

/** Somebody wrote above: the same content so many top-level nodes further on. */
function movedRange(body: HTMLElement, handle: NodesHandle, expected: string): Range | null {
  for (let shift = 1; shift < body.childNodes.length; shift++) {
    for (const by of [shift, -shift]) {
      const range = rangeOf(body, handle, by);
      if (range && fingerprintOf(range) === expected) return range;
    }
  }
  return null;
}

function rangeOf(body: HTMLElement, { start, end }: NodesHandle, shift: number): Range | null {
  const [from, to] = [nodeAt(body, start.path, shift), nodeAt(body, end.path, shift)];
  // A path of no steps is the body itself, and its offset counts top-level nodes.
  const [a, b] = [start.offset + (start.path.length ? 0 : shift), end.offset + (end.path.length ? 0 : shift)];
  if (!from || !to || a < 0 || b < 0 || a > lengthOf(from) || b > lengthOf(to)) return null;
  const range = body.ownerDocument.createRange();
  range.setStart(from, a);
  range.setEnd(to, b);
  return range.collapsed ? null : range;
}

function nodeAt(body: Node, path: readonly number[], shift: number): Node | null {
  let node: Node | null = body;
  for (const [depth, index] of path.entries()) node = node?.childNodes[index + (depth === 0 ? shift : 0)] ?? null;
  return node;
}

const lengthOf = (node: Node) => (node.nodeType === 3 ? (node.nodeValue ?? '').length : node.childNodes.length);

/** Writes, and returns the new top-level elements (or the paragraph that was changed). */
function insert(visual: TinyMce, captured: Range, { mode, blocks }: Insertion): Element[] {
  const [doc, body] = [visual.getDoc(), visual.getBody()];
  if (mode === 'after') {
    const added = blocks.flatMap((block) => elementOf(block, doc) ?? []);
    return put(added, body, topAfter(body, captured));
  }
  const range = mode === 'post' ? wholeRange(body) : captured;
  const [only] = blocks;
  const host = blockAround(range.commonAncestorContainer);
  if (host && blocks.length === 1 && only?.kind === 'paragraph' && host.tagName !== 'UL' && host.tagName !== 'OL') {
    range.deleteContents();
    const fragment = doc.createDocumentFragment();
    writeInlines(fragment, only.inlines, doc);
    range.insertNode(fragment);
    return [host];
  }
  const added = withKept(range, captured, blocks, doc);
  return put(added, body, splitAt(body, range));
}

/**
 * All at once: in a body that was emptied Firefox's own editor has put a `<br>`, and takes it away at the first element that
 * comes, so that a second could not be put before it (seen in ESR 153).
 */
function put(added: Element[], body: HTMLElement, before: Node | null): Element[] {
  const all = body.ownerDocument.createDocumentFragment();
  all.append(...added);
  body.insertBefore(all, before);
  return added;
}

/** Empties the range and returns the top-level node before which new text goes (null = the end). */
function splitAt(body: HTMLElement, range: Range): Node | null {
  const first = topNode(body, range.startContainer) ?? body.childNodes[range.startOffset] ?? null;
  range.deleteContents();
  if (!first || first.parentNode !== body)
    return topNode(body, range.startContainer) ?? body.childNodes[range.startOffset] ?? null;
  if (first === range.startContainer || first.contains(range.startContainer)) {
    const rest = body.ownerDocument.createRange();
    rest.setStart(range.startContainer, range.startOffset);
    rest.setEndAfter(first);
    body.insertBefore(rest.extractContents(), first.nextSibling);
  }
  const next = first.nextSibling;
  const beyond = next?.nextSibling ?? null;
  const afterNext = next && isEmptyElement(next) ? beyond : next;
  if (next && next !== afterNext) next.remove();
  // A selection over several paragraphs leaves the emptied head of the last one behind.
  if (isEmptyElement(first)) first.parentNode.removeChild(first);
  return afterNext && isEmptyElement(afterNext) ? removed(afterNext) : afterNext;
}

function removed(node: ChildNode): Node | null {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function topAfter(body: HTMLElement, range: Range): Node | null {
  if (range.endContainer === body) return body.childNodes[range.endOffset] ?? null;
  return topNode(body, range.endContainer)?.nextSibling ?? null;
}

function withKept(range: Range, captured: Range, blocks: readonly Block[], doc: Document): Element[] {
  const old = outlineOf(range);
  const mixed = placeKept(old, range === captured ? old : outlineOf(captured), blocks, keyOf);
  return mixed.flatMap((entry) => ('block' in entry ? (elementOf(entry.block, doc) ?? []) : [standing(entry.thing, doc)]));
}

function outlineOf(range: Range): Outline<Node> {
  const outline = new Outline<Node>();
  readRange(range, outline, (node) => outline.things.push(node));
  return outline.end();
}

const keyOf = (node: Node) => (node.nodeType === 1 ? (node as Element).outerHTML : node.nodeValue);

/** Pictures and bare shortcodes stand in a paragraph of their own, as TinyMCE wants it. */
function standing(node: Node, doc: Document): Element {
  if (node.nodeType === 1 && !/^(?:IMG|PICTURE|SVG|BUTTON|EMBED|OBJECT|VIDEO|AUDIO|IFRAME)$/i.test((node as Element).tagName))
    return node as Element;
  const paragraph = doc.createElement('p');
  paragraph.appendChild(node);
  return paragraph;
}
