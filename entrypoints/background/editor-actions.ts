/** « Insérer », « Rétablir l’original », « Voir dans l’article ». */
import { CodedError } from '../../utils/errors.ts';
import type { EditorAnswer, EditorCommand, Receipt } from '../../utils/editor/editor-protocol.ts';
import { RUNNING_STATES, type Job } from '../../utils/jobs/job.ts';
import type { JobRunner } from '../../utils/jobs/job-runner.ts';
import { askEditor } from './editor-bridge.ts';
import { insertionOf } from '../../utils/jobs/insertion.ts';
import { withReview } from '../../utils/jobs/review-trail.ts';
import { reviewOfInsertion, reviewOfRestoration } from './record-review.ts';

/** @throws CodedError `place_changed`, `page_reloaded`, `page_error`, `post_locked`, `read_only`, `session_expired` */
export async function insertJob(runner: JobRunner, id: string, force: boolean): Promise<void> {
  const job = await runner.load(id);
  if (!job || RUNNING_STATES.includes(job.state)) return;
  const command = insertionOf(job, force);
  if (!command) return;
  const review = await reviewOfInsertion(job, force);
  await ask(job.tabId, guardOf(job));
  const answer = await ask(job.tabId, command);
  if (answer.kind !== 'applied') throw new CodedError('page_error', answer.kind);
  const { receipt } = answer;
  await runner.change(id, (now) =>
    withReview({ ...now, state: 'applied', error: null, receipt, change: undefined }, review(receipt)),
  );
}

/**
 * Body and the fields that were written, as they were. The draft stays, and can be inserted again.
 * @throws CodedError as `insertJob`
 */
export async function restoreJob(runner: JobRunner, id: string, force: boolean): Promise<void> {
  const job = await runner.load(id);
  if (!job?.receipt) return;
  const review = await reviewOfRestoration();
  const command: EditorCommand = { kind: 'restore', postId: job.capture?.postId ?? 0, original: originalOf(job.receipt), force };
  const tabId = await tabOf(runner, job);
  const answer = await ask(tabId, command);
  if (answer.kind !== 'restored') throw new CodedError('page_error', answer.kind);
  if (!answer.verified) throw new CodedError('page_error', 'not as it was');
  await runner.change(id, (now) => withReview({ ...now, tabId, state: 'ready', error: null, receipt: null }, review()));
}

export async function revealJob(runner: JobRunner, id: string): Promise<void> {
  const job = await runner.load(id);
  if (job) await ask(job.tabId, { kind: 'reveal' });
}

function guardOf({ capture }: Job): EditorCommand {
  return { kind: 'guard', postId: capture?.postId ?? 0 };
}

/** What was not written is not written back: somebody may have filled it since. */
function originalOf({ original, fields }: Receipt): Receipt['original'] {
  const written = new Set<string>(fields.map(({ field }) => field));
  const old = Object.entries(original.fields).map(([name, value]) => [name, written.has(name) ? value : null]);
  return { ...original, fields: { ...original.fields, ...Object.fromEntries(old) } };
}

/** The tab where its post can be reached: the job's own, else one where another rewrite of the post was shown. */
async function tabOf(runner: JobRunner, job: Job): Promise<number> {
  const others = (await runner.ofPost(job.postKey)).map((one) => one.tabId);
  for (const tabId of new Set([job.tabId, ...others])) {
    const answer = await askEditor(tabId, guardOf(job));
    if (answer.kind === 'clear') return tabId;
    if (answer.kind === 'failed' && answer.code !== 'not_editor' && answer.code !== 'page_reloaded')
      throw new CodedError(answer.code, answer.detail);
  }
  throw new CodedError('page_reloaded');
}

/** The job had a page: one that can no longer be entered was left or closed since. */
async function ask(tabId: number, command: EditorCommand): Promise<EditorAnswer> {
  const answer = await askEditor(tabId, command);
  if (answer.kind !== 'failed') return answer;
  throw new CodedError(answer.code === 'not_editor' ? 'page_reloaded' : answer.code, answer.detail);
}
