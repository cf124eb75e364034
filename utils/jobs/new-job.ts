/** A job at its beginning: what was captured, and what is proposed for its insertion. Pure. */
import type { PageCapture } from '../article/capture.ts';
import { withHtml } from '../article/capture-html.ts';
import type { InsertMode } from '../editor/editor-protocol.ts';
import { NO_PROGRESS } from '../rewrite/progress.ts';
import type { Settings } from '../settings.ts';
import { FIELD_NAMES, type Job } from './job.ts';
import { normalise } from './normalise.ts';

type FieldName = (typeof FIELD_NAMES)[number];

/** @throws CodedError `nothing_to_rewrite` */
export function newJob(given: { id: string; tabId: number; now: number; capture: PageCapture; settings: Settings }): Job {
  const { id, tabId, now, capture, settings } = given;
  return {
    ...capturingJob({ id, tabId, now, settings }),
    state: 'idle',
    postKey: postKeyOf(capture, tabId),
    capture: withHtml(capture),
    source: normalise(capture),
    insertMode: proposedMode(capture),
    accepted: proposedFields(capture),
  };
}

/** What is shown while the page is being read; never stored. */
export function capturingJob(given: { id: string; tabId: number; now: number; settings: Settings }): Job {
  return {
    id: given.id,
    tabId: given.tabId,
    postKey: '',
    state: 'capturing',
    createdAt: given.now,
    startedAt: null,
    finishedAt: null,
    heartbeatAt: given.now,
    capture: null,
    source: null,
    options: given.settings.options,
    provider: given.settings.provider,
    progress: NO_PROGRESS,
    error: null,
    insertMode: 'replace',
    accepted: [],
    receipt: null,
  };
}

/**
 * Which post this is, across tabs and reloads: the admin folder's address and the post's id (`post-new.php` becomes
 * `post.php` at the first save). A post without an id yet is known by its tab.
 */
export function postKeyOf(capture: PageCapture, tabId: number): string {
  const url = URL.parse(capture.pageUrl);
  const folder = url ? url.origin + url.pathname.replace(/[^/]*$/, '') : capture.pageUrl;
  return capture.postId > 0 ? `${folder}#${capture.postId}` : `${folder}#new-in-tab-${tabId}`;
}

function proposedMode(capture: PageCapture): InsertMode {
  return capture.scope === 'post' ? 'post' : 'replace';
}

/**
 * Each field that this editor has. Not the slug of a post that readers already have the address of, nor a field that is
 * stored at once: those are accepted apart. And none for a few words inside a paragraph, which do not make the post's title.
 */
function proposedFields(capture: PageCapture): FieldName[] {
  if (capture.scope === 'range') return [];
  const published = ['publish', 'future', 'private'].includes(capture.status);
  const apart = new Set<FieldName>([...(capture.writesAtOnce ?? []), ...(published ? ['slug' as const] : [])]);
  return FIELD_NAMES.filter((name) => capture.fields[name] !== null && !apart.has(name));
}
