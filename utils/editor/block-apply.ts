/** Writing in the block editor: one edit of the post, so that one undo takes body and fields back. */
import type { Block } from '../article/block.ts';
import { blockFieldEdits, blockFields } from './block-fields.ts';
import { blockPage, blockPost, isLocked } from './block-page.ts';
import { cutBlocks, cutOf, findPlace, postBlocks, sliceHtml, wholePost, withText, type BlockPlace } from './block-place.ts';
import { readBlocks, richHtml, type KeptThing } from './block-text.ts';
import { Outline } from './outline.ts';
import { insertAfter, replaceRun } from './block-tree.ts';
import { safeHtml, wpBlockOf, wpBlockOfHtml } from './block-write.ts';
import { control } from './classic-post.ts';
import { CORE_FIELDS, EditorFailure, outcomes, type EditorWriter, type Insertion } from './editor.ts';
import type { BlockEditorSelectors, WpBlock } from './page-globals.ts';
import { placeKept } from './place-kept.ts';
import { KEPT, nodesOf } from './read-dom.ts';

export function blockWriter(): EditorWriter | null {
  const found = blockPage();
  if (!found) return null;
  const { post, store, postActions, blockActions, blocks } = found;
  const serialise: (blocks: WpBlock[]) => string = blocks['__unstableSerializeAndClean'] ?? blocks.serialize;

  const edit = async (body: WpBlock[], fields: Record<string, unknown>, meta: Record<string, string>) => {
    const all = Object.keys(meta).length > 0 ? { meta: { ...(post.getEditedPostAttribute('meta') as object), ...meta } } : {};
    // As a function, so that WordPress serialises only when it needs the text: as its own editor does.
    const content = ({ blocks: now = [] }: { blocks?: WpBlock[] }) => serialise(now);
    await postActions.editPost({ blocks: body, content, ...fields, ...all });
  };

  /** Every new block is in the model, and the first and last are in its text: serialising all again would double the cost. */
  const isHeld = (added: readonly WpBlock[], content: string) => {
    const ids = new Set(idsOf(post.getEditedPostAttribute('blocks') as WpBlock[]));
    const isIn = (some: WpBlock[]) => content.includes(serialise(some));
    return added.every(({ clientId }) => ids.has(clientId)) && isIn(added.slice(0, 1)) && isIn(added.slice(-1));
  };

  return {
    kind: 'block',
    post: () => blockPost(post),
    fields: () => blockFields(post),
    content: () => post.getEditedPostContent(),
    normalised: (content) => serialise(blocks.parse(content)),

    async apply(insertion) {
      const place = checkedPlace(store, insertion, serialise);
      const edits = await blockFieldEdits(post, insertion.fields);
      const { body, added } = composed(store, place, insertion);
      const clientId = added[0]?.clientId;
      // Where the whole was replaced, drawing the tools of a selected block would cost WordPress more than drawing 100 blocks.
      const selects = clientId !== undefined && body[0] !== added[0];
      const selection = { selectionStart: { clientId }, selectionEnd: { clientId }, initialPosition: null };
      await edit(body, { ...edits, ...(selects && { selection }) }, insertion.meta);
      const content = post.getEditedPostContent();
      // The edit's own selection saves a second drawing, but does not reach a post inside a template.
      if (selects) blockActions.selectBlock(clientId, null);
      const now = await blockFields(post);
      // The replaced blocks had the focus: without it Ctrl+Z would reach nobody (in WordPress 6.1, which has no iframe).
      control(`[data-block="${clientId}"]`)
        ?.closest<HTMLElement>(selects ? '*' : '[role=region]')
        ?.focus();
      return {
        verified: isHeld(added, content),
        bodyUndo: 'editor',
        content,
        fields: outcomes(insertion.fields, now, CORE_FIELDS, () => 'editor'),
      };
    },

    async restore(content, fields, meta) {
      await edit(blocks.parse(content), await blockFieldEdits(post, fields), meta);
      return outcomes(fields, await blockFields(post), CORE_FIELDS, () => 'editor');
    },
  };
}

/** The place to write to; throws when it is not what was captured and nobody said to go on. */
function checkedPlace(
  store: BlockEditorSelectors,
  { handle, fingerprint, mode, force }: Insertion,
  serialise: (blocks: WpBlock[]) => string,
): BlockPlace {
  const found = findPlace(store, handle, fingerprint);
  if (found) {
    if (found.same || force || mode === 'after') return found.place;
    throw new EditorFailure('place_changed', serialise(found.place.selected));
  }
  if (mode === 'after' || (mode === 'post' && force)) return wholePost(store);
  throw new EditorFailure('page_reloaded');
}

/** The whole body with the new blocks in it, and those blocks. */
function composed(
  store: BlockEditorSelectors,
  captured: BlockPlace,
  { mode, blocks }: Insertion,
): { body: WpBlock[]; added: WpBlock[] } {
  const tree = postBlocks(store);
  const own = (): WpBlock[] => blocks.flatMap((block) => (block.kind === 'kept' ? [] : [wpBlockOf(block)]));
  if (mode === 'after') {
    const added = own();
    return { body: placedAfter(store, tree, captured, added), added };
  }
  const place = mode === 'post' ? wholePost(store) : captured;
  const cut = cutOf(place);
  const [only] = blocks;
  if (cut && place.siblings.length === 1 && place.siblings[0]) {
    const host = place.siblings[0];
    const around = (from: number, to?: number) => sliceHtml(host, cut.start.attributeKey, from, to);
    const rewritten = (html: string) =>
      withText(host, cut.start.attributeKey, around(0, cut.start.offset) + html + around(cut.end.offset));
    if (blocks.length === 1 && only?.kind === 'paragraph') {
      const kept = outlineOf(store, place).things.map((thing) => (thing.kind === 'html' ? thing.html : ''));
      const changed = rewritten([safeHtml(only.inlines), ...kept].join(''));
      return { body: replaceRun(tree, [host.clientId], [changed]) ?? tree, added: [changed] };
    }
    const beside = textAncestor(store, host.clientId);
    // A point of a list, say: headings cannot stand where it does.
    if (beside !== host.clientId) {
      const added = own();
      const without = replaceRun(tree, [host.clientId], [rewritten('')]) ?? tree;
      return { body: insertAfter(without, beside, added) ?? [...without, ...added], added };
    }
  }
  const added = withKept(store, place, captured, blocks);
  const before = cut ? cutBlocks(place.siblings, cut, 'before') : [];
  const after = cut ? cutBlocks(place.siblings, cut, 'after') : [];
  const replacement = [...before, ...added, ...after];
  if (place.handle.kind === 'post') return { body: replacement, added };
  const ids = place.siblings.map((block) => block.clientId);
  return { body: replaceRun(tree, ids, replacement) ?? [...tree, ...replacement], added };
}

function placedAfter(store: BlockEditorSelectors, tree: WpBlock[], place: BlockPlace, added: WpBlock[]): WpBlock[] {
  const last = place.siblings.at(-1);
  if (place.handle.kind === 'post' || !last) return [...tree, ...added];
  return insertAfter(tree, textAncestor(store, last.clientId), added) ?? [...tree, ...added];
}

/** The draft's blocks, and among them whatever of the place is no text. */
function withKept(store: BlockEditorSelectors, place: BlockPlace, captured: BlockPlace, blocks: readonly Block[]): WpBlock[] {
  const old = outlineOf(store, place);
  const mixed = placeKept(old, captured === place ? old : outlineOf(store, captured), blocks, keyOf);
  const placed: WpBlock[] = [];
  for (const entry of mixed) {
    if ('block' in entry) placed.push(wpBlockOf(entry.block));
    else if (entry.thing.kind === 'block') placed.push(entry.thing.block);
    else placeHtml(placed, entry.thing.html);
  }
  return placed;
}

/** The mark of a footnote goes to the end of the paragraph before it, a picture into a paragraph of its own. */
function placeHtml(placed: WpBlock[], html: string): void {
  const at = html.startsWith('<sup') ? placed.findLastIndex(({ name }) => name === 'core/paragraph') : -1;
  const before = placed[at];
  if (before) placed[at] = withText(before, 'content', richHtml(before.attributes['content']) + html);
  else placed.push(wpBlockOfHtml(html));
}

/** Rich text without it holds nothing that `readNodes` keeps, and is not parsed: no such tag or class, no shortcode. */
const THING = new RegExp(`<(sup|p|div|${[...KEPT].join('|')})\\b|wpview|mce|\\[|&(?!amp|nbsp)`, 'i');

function outlineOf(store: BlockEditorSelectors, { selected }: BlockPlace): Outline<KeptThing> {
  const outline = new Outline<KeptThing>();
  const parsed = (html: string) => (THING.test(html) ? nodesOf(html) : null);
  readBlocks(selected, isLocked(store), outline, parsed, (thing) => outline.things.push(thing));
  return outline.end();
}

const keyOf = (thing: KeptThing) => (thing.kind === 'block' ? thing.block.clientId : thing.html);

function idsOf(blocks: readonly WpBlock[]): string[] {
  return blocks.flatMap((block) => [block.clientId, ...idsOf(block.innerBlocks)]);
}

/** The nearest block around this one whose siblings may be headings and paragraphs. */
function textAncestor(store: BlockEditorSelectors, clientId: string): string {
  const root = store.getBlockRootClientId(clientId);
  if (!root || store.canInsertBlockType('core/heading', root)) return clientId;
  return textAncestor(store, root);
}
