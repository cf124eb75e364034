/** Which job a page that opens on a tab is shown: the one of this post, or a new one from a fresh capture. */
import { browser } from 'wxt/browser';
import type { EditorAnswer } from '../../utils/editor/editor-protocol.ts';
import { CodedError } from '../../utils/errors.ts';
import { RUNNING_STATES, type Job } from '../../utils/jobs/job.ts';
import type { JobRunner } from '../../utils/jobs/job-runner.ts';
import { capturingJob, newJob } from '../../utils/jobs/new-job.ts';
import type { Settings } from '../../utils/settings.ts';
import { askEditor } from './editor-bridge.ts';

export interface Opening {
  runner: JobRunner;
  tabId: number;
  settings: Settings;
  /** Captures anew, whatever job there is. */
  fresh: boolean;
  /** Asked for by the context menu or the shortcut. */
  intent: boolean;
  /** Told while the page is being read. */
  onCapturing(job: Job): void;
}

/**
 * A job of this post is shown, never begun again by opening the popup; only the context menu or the shortcut on a post
 * whose rewrite is in place already begins a new one.
 * @throws CodedError `not_editor`, `nothing_to_rewrite`, `page_error`
 */
export async function openJob(opening: Opening): Promise<{ job: Job | null; isNew: boolean }> {
  const { runner, tabId, settings, fresh, intent } = opening;
  const shown = (job: Job): boolean => !fresh && job.startedAt !== null && !(intent && job.state === 'applied');
  const ofTab = await runner.ofTab(tabId);
  const address = await addressOf(tabId);
  const here = ofTab.find((job) => shown(job) && isOnPage(job, address));
  if (here) return { job: here, isNew: false };

  const id = crypto.randomUUID();
  opening.onCapturing(capturingJob({ id, tabId, now: Date.now(), settings }));
  const answer = await captureIn(tabId);
  if (answer.kind !== 'captured') {
    throw answer.kind === 'failed' ? new CodedError(answer.code, answer.detail) : new CodedError('page_error', answer.kind);
  }
  const job = newJob({ id, tabId, now: Date.now(), capture: answer.capture, settings });
  const ofPost = (await runner.ofPost(job.postKey)).find(shown);
  if (ofPost) {
    // The post is open in another tab than it was.
    const moved = ofPost.tabId === tabId ? ofPost : await runner.change(ofPost.id, (old) => ({ ...old, tabId }));
    return { job: moved, isNew: false };
  }
  const waiting = ofTab.filter((old) => old.startedAt === null);
  const same = waiting.find((old) => old.postKey === job.postKey);
  for (const old of waiting) if (old !== same) runner.drop(old.id);
  if (same) {
    // Another page may show it already (popup and side panel): both go on with one job, of what is selected now.
    return { job: await runner.change(same.id, (now) => (now.startedAt === null ? { ...job, id: now.id } : now)), isNew: true };
  }
  runner.add(job);
  return { job, isNew: true };
}

/** Where there is no editor to write in, the text may still be read and copied. */
async function captureIn(tabId: number): Promise<EditorAnswer> {
  const answer = await askEditor(tabId, { kind: 'capture' });
  return answer.kind === 'failed' && answer.code === 'not_editor' ? askEditor(tabId, { kind: 'capture-to-copy' }) : answer;
}

/** The active tab of the window in front. */
export async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id ?? null;
}

/** Readable with `activeTab`; null without. */
async function addressOf(tabId: number): Promise<URL | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url ? URL.parse(tab.url) : null;
}

/**
 * Whether the job's post is what the tab shows, as far as its address tells. `post.php?post=12` names the post;
 * `post-new.php` names none, and is believed only while the job runs.
 */
function isOnPage(job: Job, address: URL | null): boolean {
  const { capture } = job;
  const from = capture && URL.parse(capture.pageUrl);
  if (!from) return false;
  if (!address) return RUNNING_STATES.includes(job.state);
  if (address.origin !== from.origin) return false;
  const named = address.searchParams.get('post');
  if (named !== null) return Number(named) === capture.postId;
  return address.pathname === from.pathname && RUNNING_STATES.includes(job.state);
}
