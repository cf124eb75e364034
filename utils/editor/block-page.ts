/** The block editor of this page as its stores give it: everything goes through `wp.data`, nothing through its DOM. */
import type { PostInfo } from './editor.ts';
import { page, type BlockEditorSelectors, type PageGlobals, type PostSelectors, type WpBlock } from './page-globals.ts';

interface PostActions {
  editPost(edits: Record<string, unknown>): unknown;
}
interface BlockActions {
  selectBlock(clientId: string, initialPosition?: number | null): unknown;
}
type Blocks = NonNullable<NonNullable<PageGlobals['wp']>['blocks']>;

export interface BlockPage {
  post: PostSelectors;
  store: BlockEditorSelectors;
  postActions: PostActions;
  blockActions: BlockActions;
  blocks: Blocks;
}

/** null where there is no block editor of a post on this page, its canvas in an iframe or not. */
export function blockPage(): BlockPage | null {
  const { data, blocks } = page.wp ?? {};
  const post = data?.select('core/editor') as PostSelectors | undefined;
  const store = data?.select('core/block-editor') as BlockEditorSelectors | undefined;
  if (!data || !blocks || !post || !store || !post.getCurrentPostId?.() || !post.getCurrentPostType?.()) return null;
  const postActions = data.dispatch('core/editor') as PostActions;
  const blockActions = data.dispatch('core/block-editor') as BlockActions;
  return { post, store, postActions, blockActions, blocks };
}

export function blockPost(post: PostSelectors): PostInfo {
  return {
    postId: Number(post.getCurrentPostId()) || 0,
    postType: post.getCurrentPostType() ?? 'post',
    status: String(post.getEditedPostAttribute('status') ?? ''),
    title: String(post.getEditedPostAttribute('title') ?? ''),
  };
}

/** Blocks that may not be removed are kept, whatever they hold. */
export function isLocked(store: BlockEditorSelectors): (block: WpBlock) => boolean {
  return (block) => !store.canRemoveBlock(block.clientId);
}
