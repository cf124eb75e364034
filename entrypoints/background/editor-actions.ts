/** « Insérer », « Rétablir l’original », « Voir dans l’article ». */
import { CodedError } from '../../utils/errors.ts';
import type { EditorAnswer, EditorCommand } from '../../utils/editor/editor-protocol.ts';
import { RUNNING_STATES, type Job } from '../../utils/jobs/job.ts';
import type { JobRunner } from '../../utils/jobs/job-runner.ts';
import { askEditor } from './editor-bridge.ts';
import { insertionOf } from '../../utils/jobs/insertion.ts';
import { withReview } from '../../utils/jobs/review-trail.ts';
import { reviewOfInsertion, reviewOfRestoration } from './record-review.ts';

/** @throws CodedError `place_changed`, `page_reloaded`, `page_error` */
export async function insertJob(runner: JobRunner, id: string, force: boolean): Promise<void> {
  const job = await runner.load(id);
  if (!job || RUNNING_STATES.includes(job.state)) return;
  const command = insertionOf(job, force);
  if (!command) return;
  const review = await reviewOfInsertion(job, force);
  const answer = await ask(job, command);
  if (answer.kind !== 'applied') throw new CodedError('page_error', answer.kind);
  const { receipt } = answer;
  await runner.change(id, (now) => withReview({ ...now, state: 'applied', error: null, receipt }, review(receipt)));
}

/** Body, core fields and SEO fields as they were. The draft stays, and can be inserted again. */
export async function restoreJob(runner: JobRunner, id: string): Promise<void> {
  const job = await runner.load(id);
  if (!job?.receipt) return;
  const review = await reviewOfRestoration();
  const answer = await ask(job, { kind: 'restore', original: job.receipt.original });
  if (answer.kind !== 'restored') throw new CodedError('page_error', answer.kind);
  if (!answer.verified) throw new CodedError('page_error', 'not as it was');
  await runner.change(id, (now) => withReview({ ...now, state: 'ready', receipt: null }, review()));
}

export async function revealJob(runner: JobRunner, id: string): Promise<void> {
  const job = await runner.load(id);
  if (job) await ask(job, { kind: 'reveal' });
}

/** The job had a page: one that can no longer be entered was left or closed since. */
async function ask(job: Job, command: EditorCommand): Promise<EditorAnswer> {
  const answer = await askEditor(job.tabId, command);
  if (answer.kind !== 'failed') return answer;
  throw new CodedError(answer.code === 'not_editor' ? 'page_reloaded' : answer.code, answer.detail);
}
