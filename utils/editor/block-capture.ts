/** Reading in the block editor. */
import { blockFields } from './block-fields.ts';
import { blockPage, blockPost, isLocked } from './block-page.ts';
import { fingerprintOf, postBlocks, selectedPlace, wholePost } from './block-place.ts';
import { readBlocks, richHtml } from './block-text.ts';
import { blocksOf } from './blocks-of.ts';
import type { EditorReader } from './editor.ts';
import type { WpBlock } from './page-globals.ts';
import { nodesOf } from './read-dom.ts';
import { hasText } from './weight.ts';

export function blockReader(): EditorReader | null {
  const found = blockPage();
  if (!found) return null;
  const { post, store, blockActions } = found;
  return {
    kind: 'block',
    post: () => blockPost(post),
    fields: () => blockFields(post),

    capture() {
      const read = () => blocksOf((sink) => readBlocks(place.selected, isLocked(store), sink, parsedOnce(place.selected)));
      let place = selectedPlace(store);
      let text = read();
      // Only an image or the like is selected: there is nothing to rewrite in it, so the post is meant.
      if (place.scope === 'blocks' && !hasText(text)) {
        place = wholePost(store);
        text = read();
      }
      return hasText(text) ? { scope: place.scope, blocks: text, handle: place.handle, fingerprint: fingerprintOf(place) } : null;
    },

    reveal() {
      // What was inserted is selected, unless the user has moved on.
      const target = store.getSelectedBlockClientIds()[0] ?? postBlocks(store)[0]?.clientId;
      if (target) blockActions.selectBlock(target, null);
    },
  };
}

/** The rich text of all blocks, parsed in one go: one document for 500 paragraphs instead of 500. */
function parsedOnce(blocks: readonly WpBlock[]): (html: string) => Node[] {
  const texts = [...richTexts(blocks)].filter((html) => /[<&]/.test(html));
  const holders = nodesOf(texts.map((html) => `<div>${html}</div>`).join(''));
  // Text that closes what it did not open would shift all others: each by itself, then.
  const nodes = new Map(
    holders.length === texts.length ? texts.map((html, i) => [html, [...(holders[i]?.childNodes ?? [])]]) : [],
  );
  return (html) => nodes.get(html) ?? nodesOf(html);
}

function* richTexts(blocks: readonly WpBlock[]): Generator<string> {
  for (const { name, attributes, innerBlocks } of blocks) {
    if (/^core\/(?:paragraph|heading|list-item)$/.test(name)) yield richHtml(attributes['content']);
    yield* richTexts(innerBlocks);
  }
}
