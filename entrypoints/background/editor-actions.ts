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
  if (!job || RUNNING_STATES.includes(job.state) || (await settleInsertion(runner, job))) return;
  const command = insertionOf(job, force);
  if (!command) return;
  const review = await reviewOfInsertion(job, force);
  await ask(job.tabId, guardOf(job));
  const attempt = crypto.randomUUID();
  underWay.add(attempt);
  // Put away before the page is asked: should this worker die now, the next one asks the page what was written.
  await runner.change(id, (now) => ({ ...now, inserting: { attempt, force } }));
  try {
    const answer = await ask(job.tabId, { ...command, attempt });
    if (answer.kind !== 'applied') throw new CodedError('page_error', answer.kind);
    await runner.change(id, (now) => inserted(now, answer.receipt, review));
  } catch (error) {
    await runner.change(id, (now) => ({ ...now, inserting: undefined }));
    throw error;
  }
}

/** Insertions of this worker, as against those of one that died. */
const underWay = new Set<string>();

/** An insertion that lost its worker: its receipt is asked of the page. Returns whether it was made. */
export async function settleInsertion(runner: JobRunner, { id, tabId, inserting }: Job): Promise<boolean> {
  if (!inserting || underWay.has(inserting.attempt)) return false;
  const job = await runner.load(id);
  const review = job && (await reviewOfInsertion(job, inserting.force));
  const answer = await askEditor(tabId, { kind: 'receipt', attempt: inserting.attempt });
  await runner.change(id, (now) => {
    if (now.inserting?.attempt !== inserting.attempt) return now;
    return answer.kind === 'applied' && review ? inserted(now, answer.receipt, review) : { ...now, inserting: undefined };
  });
  return answer.kind === 'applied';
}

function inserted(job: Job, receipt: Receipt, review: Awaited<ReturnType<typeof reviewOfInsertion>>): Job {
  return withReview({ ...job, state: 'applied', error: null, receipt, inserting: undefined, change: undefined }, review(receipt));
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
