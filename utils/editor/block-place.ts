/** The place in the block editor: what is selected, how it is told apart, and how it is found again. */
import type { PlaceHandle, Scope } from '../article/capture.ts';
import { EditorFailure } from './editor.ts';
import { fingerprint } from './fingerprint.ts';
import { page, type BlockEditorSelectors, type SelectionEdge, type WpBlock } from './page-globals.ts';
import { richHtml } from './block-text.ts';
import { blocksAtMenu } from './menu-selection.ts';

type BlocksHandle = Extract<PlaceHandle, { kind: 'blocks' }>;

export interface BlockPlace {
  scope: Scope;
  handle: PlaceHandle;
  /** Whole siblings, as they stand in the store. */
  siblings: WpBlock[];
  /** The same with the first and last one cut where the selection cuts them. */
  selected: WpBlock[];
}

/** A list's items and a table's cells take no heading: a selection among them is widened to the list itself. */
const TEXT_HOST = 'core/heading';

/** The selection, or the whole post where nothing is selected. */
export function selectedPlace(store: BlockEditorSelectors): BlockPlace {
  const ids = selectedIds(store);
  const edges = { start: store.getSelectionStart(), end: store.getSelectionEnd() };
  const [first] = ids;
  const isCaret = ids.length === 1 && edges.start.offset !== undefined && edges.start.offset === edges.end.offset;
  if (first === undefined || isCaret) return wholePost(store);

  if (ids.length === 1 && edges.start.offset !== undefined) {
    const block = store.getBlock(first);
    const cut = orderedCut(ids, edges);
    if (!block || !cut) throw new EditorFailure('nothing_to_rewrite', 'selection inside a block without rich text');
    const whole = cut.start.offset === 0 && cut.end.offset === textLength(block, cut.end.attributeKey);
    if (!whole) return place('range', store, [first], cut);
  }
  const widened = widen(store, ids);
  const cut = widened === ids && ids.length > 1 ? orderedCut(ids, edges) : null;
  return place('blocks', store, widened, cut && isFull(store, cut) ? null : cut);
}

function selectedIds(store: BlockEditorSelectors): string[] {
  const ids = store.getSelectedBlockClientIds();
  const before = ids.length === 1 ? blocksAtMenu() : [];
  return before.includes(ids[0] ?? '') ? before.filter((id) => store.getBlock(id)) : ids;
}

export function wholePost(store: BlockEditorSelectors): BlockPlace {
  const siblings = postBlocks(store);
  return { scope: 'post', handle: { kind: 'post' }, siblings, selected: siblings };
}

/** The post's own blocks: where a template is shown around it, those inside its content block. */
export function postBlocks(store: BlockEditorSelectors): WpBlock[] {
  const roots = store.getBlocks();
  const host = findBlock(roots, (block) => block.name === 'core/post-content');
  return host ? store.getBlocks(host.clientId) : roots;
}

/** Hash of what the place holds; the same after a reload, which gives every block a new client ID. */
export function fingerprintOf(place: Pick<BlockPlace, 'siblings' | 'handle'>): string {
  return fingerprintOfKeys(place.siblings.map(contentKey), cutOf(place));
}

/** Where the place begins and ends inside its first and last block; null = with them. */
export function cutOf({ handle }: Pick<BlockPlace, 'handle'>): BlocksHandle['cut'] {
  return handle.kind === 'blocks' ? handle.cut : null;
}

/**
 * The place that a handle names, or null where it is gone. `same` says whether it still holds what was captured: by
 * client IDs, else (after a reload) by content anywhere in the post.
 */
export function findPlace(
  store: BlockEditorSelectors,
  handle: PlaceHandle,
  expected: string,
): { place: BlockPlace; same: boolean } | null {
  if (handle.kind === 'post') {
    const place = wholePost(store);
    return { place, same: fingerprintOf(place) === expected };
  }
  if (handle.kind !== 'blocks') return null;
  const byIds = placeByIds(store, handle);
  if (byIds && fingerprintOf(byIds) === expected) return { place: byIds, same: true };
  const moved = placeByContent(store, handle, expected);
  if (moved) return { place: moved, same: true };
  const place = byIds ?? placeByRank(store, handle);
  return place && { place, same: false };
}

function placeByIds(store: BlockEditorSelectors, handle: BlocksHandle): BlockPlace | null {
  const alive = handle.clientIds.filter((id) => store.getBlock(id));
  const [first] = alive;
  if (first === undefined) return null;
  const root = store.getBlockRootClientId(first);
  const siblings = childrenOf(store, root);
  const at = alive.map((id) => siblings.findIndex((block) => block.clientId === id)).filter((index) => index >= 0);
  const from = Math.min(...at);
  const run = siblings.slice(from, Math.max(...at) + 1);
  const complete = alive.length === handle.clientIds.length && run.length === alive.length;
  return placeOf(handle.cut ? 'range' : 'blocks', run, root, complete ? handle.cut : null);
}

function placeByContent(store: BlockEditorSelectors, handle: BlocksHandle, expected: string): BlockPlace | null {
  const length = handle.clientIds.length;
  for (const siblings of everySiblings(postBlocks(store))) {
    const keys = siblings.map(contentKey);
    for (let from = 0; from + length <= siblings.length; from++) {
      if (fingerprintOfKeys(keys.slice(from, from + length), handle.cut) !== expected) continue;
      return placeOfRun(store, siblings.slice(from, from + length), handle);
    }
  }
  return null;
}

/** What stands there now, whoever wrote it. */
function placeByRank(store: BlockEditorSelectors, { at = -1, ...handle }: BlocksHandle): BlockPlace | null {
  return at < 0 ? null : placeOfRun(store, postBlocks(store).slice(at, at + handle.clientIds.length), handle);
}

function placeOfRun(store: BlockEditorSelectors, run: WpBlock[], { cut }: Pick<BlocksHandle, 'cut'>): BlockPlace | null {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return null;
  const here = cut && { start: { ...cut.start, clientId: first.clientId }, end: { ...cut.end, clientId: last.clientId } };
  return placeOf(cut && run.length === 1 ? 'range' : 'blocks', run, store.getBlockRootClientId(first.clientId), here);
}

function place(scope: Scope, store: BlockEditorSelectors, ids: string[], cut: BlocksHandle['cut']): BlockPlace {
  const run = ids.flatMap((id) => store.getBlock(id) ?? []);
  const found = placeOf(scope, run, store.getBlockRootClientId(ids[0] ?? ''), cut);
  const at = postBlocks(store).findIndex((block) => block.clientId === ids[0]);
  return { ...found, handle: { ...found.handle, at } };
}

function placeOf(
  scope: Scope,
  siblings: WpBlock[],
  root: string | null,
  cut: BlocksHandle['cut'],
): BlockPlace & { handle: BlocksHandle } {
  const handle: BlocksHandle = {
    kind: 'blocks',
    rootClientId: root || null,
    clientIds: siblings.map((block) => block.clientId),
    cut,
  };
  return { scope, handle, siblings, selected: cut ? cutBlocks(siblings, cut, 'inside') : siblings };
}

/** A copy with other rich text, its other attributes kept. */
export function withText(block: WpBlock, attributeKey: string, html: string): WpBlock {
  return page.wp?.blocks?.cloneBlock(block, { [attributeKey]: html }) ?? block;
}

/**
 * `inside`: the blocks with their ends cut to the selection. `before` and `after`: what of the first and last block
 * stays outside, as copies with the same attributes; none where nothing is left.
 */
export function cutBlocks(
  siblings: readonly WpBlock[],
  cut: NonNullable<BlocksHandle['cut']>,
  part: 'inside' | 'before' | 'after',
): WpBlock[] {
  const first = siblings[0];
  const last = siblings.at(-1);
  if (!first || !last) return [];
  if (part === 'before') return leftOver(first, cut.start.attributeKey, 0, cut.start.offset);
  if (part === 'after') return leftOver(last, cut.end.attributeKey, cut.end.offset, undefined);
  if (siblings.length === 1) return [sliced(first, cut.start.attributeKey, cut.start.offset, cut.end.offset)];
  return [
    sliced(first, cut.start.attributeKey, cut.start.offset, undefined),
    ...siblings.slice(1, -1),
    sliced(last, cut.end.attributeKey, 0, cut.end.offset),
  ];
}

/** Rich text between two offsets, as HTML with the marks that reach into it. */
export function sliceHtml(block: WpBlock, attributeKey: string, start: number, end: number | undefined): string {
  const richText = page.wp?.richText;
  if (!richText) throw new EditorFailure('page_error');
  const preserveWhiteSpace = /^core\/(?:preformatted|verse|code)$/.test(block.name);
  const value = richText.create({ html: richHtml(block.attributes[attributeKey]), preserveWhiteSpace });
  return richText.toHTMLString({ value: richText.slice(value, start, end ?? value.text.length), preserveWhiteSpace });
}

/** Name, attributes and inner blocks as text: independent of client IDs and of the order of attributes. */
export function contentKey(block: WpBlock): string {
  const attributes = Object.keys(block.attributes)
    .sort()
    .flatMap((name) =>
      block.attributes[name] === undefined
        ? []
        : [`${name}=${JSON.stringify(richHtml(block.attributes[name]) || block.attributes[name])}`],
    );
  return `${block.name}{${attributes.join()}}[${block.innerBlocks.map(contentKey).join()}]`;
}

function fingerprintOfKeys(keys: readonly string[], cut: BlocksHandle['cut']): string {
  return fingerprint(keys.join('\n') + (cut ? `|${cut.start.offset}|${cut.end.offset}` : ''));
}

function sliced(block: WpBlock, attributeKey: string, start: number, end: number | undefined): WpBlock {
  return { ...block, attributes: { ...block.attributes, [attributeKey]: sliceHtml(block, attributeKey, start, end) } };
}

function leftOver(block: WpBlock, attributeKey: string, start: number, end: number | undefined): WpBlock[] {
  const html = sliceHtml(block, attributeKey, start, end);
  return html.replace(/<[^>]*>/g, '').trim() ? [withText(block, attributeKey, html)] : [];
}

/** The store's edges in document order, where both lie in rich text of the first and last selected block. */
function orderedCut(ids: readonly string[], edges: { start: SelectionEdge; end: SelectionEdge }): BlocksHandle['cut'] {
  const [a, b] = [edge(edges.start), edge(edges.end)];
  if (!a || !b) return null;
  const backwards = a.clientId === b.clientId ? a.offset > b.offset : ids.indexOf(a.clientId) > ids.indexOf(b.clientId);
  const [start, end] = backwards ? [b, a] : [a, b];
  if (start.clientId !== ids[0] || end.clientId !== ids.at(-1)) return null;
  if (ids.length === 1 && start.attributeKey !== end.attributeKey) return null;
  return { start, end };
}

function edge({
  clientId,
  attributeKey,
  offset,
}: SelectionEdge): { clientId: string; attributeKey: string; offset: number } | null {
  return clientId !== undefined && attributeKey !== undefined && offset !== undefined ? { clientId, attributeKey, offset } : null;
}

function isFull(store: BlockEditorSelectors, cut: NonNullable<BlocksHandle['cut']>): boolean {
  const last = store.getBlock(cut.end.clientId);
  return cut.start.offset === 0 && last !== null && cut.end.offset >= textLength(last, cut.end.attributeKey);
}

function textLength(block: WpBlock, attributeKey: string): number {
  return page.wp?.richText?.create({ html: richHtml(block.attributes[attributeKey]) }).text.length ?? 0;
}

/** Up to blocks whose parent takes headings and paragraphs. */
function widen(store: BlockEditorSelectors, ids: string[]): string[] {
  let current = ids;
  for (;;) {
    const root = store.getBlockRootClientId(current[0] ?? '');
    if (!root || store.canInsertBlockType(TEXT_HOST, root)) return current;
    current = [root];
  }
}

function childrenOf(store: BlockEditorSelectors, root: string | null): WpBlock[] {
  return root ? store.getBlocks(root) : store.getBlocks();
}

function* everySiblings(blocks: WpBlock[]): Generator<WpBlock[]> {
  yield blocks;
  for (const block of blocks) if (block.innerBlocks.length > 0) yield* everySiblings(block.innerBlocks);
}

function findBlock(blocks: readonly WpBlock[], wanted: (block: WpBlock) => boolean): WpBlock | undefined {
  for (const block of blocks) {
    const found = wanted(block) ? block : findBlock(block.innerBlocks, wanted);
    if (found) return found;
  }
  return undefined;
}
