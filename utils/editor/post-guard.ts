/**
 * Whether the post may be written to. WordPress knows it best: its heartbeat tells who has the post, whether the session
 * still holds, and nothing at all of the post to those who may not edit it. Seen in 6.6 and 7.1, both editors.
 */
import { EditorFailure } from './editor.ts';
import { page, type PostSelectors, type TinyMce } from './page-globals.ts';

/** A slow or silenced heartbeat keeps nobody from writing: what the page shows must do then. ms. */
const PATIENCE_MS = 2000;
const NAMESPACE = 'reecrire-seo/guard';
const LOCK = 'wp-refresh-post-lock';

/** @throws EditorFailure `page_reloaded` (not this post), `post_locked` (detail: who has it), `session_expired`, `read_only` */
export async function guardPost(postId: number): Promise<void> {
  if (shownPost() !== postId) throw new EditorFailure('page_reloaded', 'another post');
  const { asked, told } = await beat();
  const session = told?.['wp-auth-check'];
  if (session === false || isShown('#wp-auth-check-wrap')) throw new EditorFailure('session_expired');
  const holder = lockHolder(told);
  if (holder !== null) throw new EditorFailure('post_locked', holder);
  // To whom may not edit the post, WordPress answers nothing about its lock.
  const silent = told !== null && asked && !(LOCK in told);
  if (silent || isReadOnly()) throw new EditorFailure('read_only');
}

function shownPost(): number {
  const post = page.wp?.data?.select('core/editor') as PostSelectors | undefined;
  return Number(post?.getCurrentPostId?.() ?? document.querySelector<HTMLInputElement>('#post_ID')?.value) || 0;
}

interface Beat {
  /** It was about this post's lock too. */
  asked: boolean;
  /** null where no answer came in time. */
  told: Record<string, unknown> | null;
}

function beat(): Promise<Beat> {
  const { heartbeat, hooks } = page.wp ?? {};
  if (!heartbeat || !hooks) return Promise.resolve({ asked: false, told: null });
  return new Promise((resolve) => {
    let asked = false;
    const end = (told: Beat['told']) => {
      clearTimeout(timer);
      for (const hook of ['heartbeat.send', 'heartbeat.tick']) hooks.removeAction(hook, NAMESPACE);
      resolve({ asked, told });
    };
    const timer = setTimeout(end, PATIENCE_MS, null);
    hooks.addAction('heartbeat.send', NAMESPACE, (data) => {
      asked = LOCK in data;
    });
    hooks.addAction('heartbeat.tick', NAMESPACE, end);
    heartbeat.connectNow();
  });
}

/** Their name, '' where the page does not tell it; null where nobody has the post. */
function lockHolder(told: Beat['told']): string | null {
  const lock = told?.[LOCK] as { lock_error?: { name?: string } } | undefined;
  if (lock?.lock_error) return lock.lock_error.name ?? '';
  const post = page.wp?.data?.select('core/editor') as PostSelectors | undefined;
  if (post?.isPostLocked?.()) return post.getPostLockUser?.()?.name ?? '';
  return isShown('#post-lock-dialog') ? '' : null;
}

function isReadOnly(): boolean {
  const area = document.querySelector<HTMLTextAreaElement>('form#post textarea#content');
  const visual: (TinyMce & { readonly?: boolean }) | null | undefined = area && page.tinymce?.get(area.id);
  return area !== null && (area.readOnly || area.disabled || Boolean(visual?.readonly));
}

/** Both dialogs stay in the page while they are not shown. */
function isShown(selector: string): boolean {
  return (document.querySelector(selector)?.getClientRects().length ?? 0) > 0;
}
