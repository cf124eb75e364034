/** Reading in the block editor. */
import { blockFields } from './block-fields.ts';
import { blockPage, blockPost, isLocked } from './block-page.ts';
import { fingerprintOf, postBlocks, selectedPlace, wholePost } from './block-place.ts';
import { readBlocks } from './block-text.ts';
import { blocksOf } from './blocks-of.ts';
import type { EditorReader } from './editor.ts';
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
      const read = () => blocksOf((sink) => readBlocks(place.selected, isLocked(store), sink));
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
