/** A job after some events of its rewrite. Loaded after the first paint: it brings the pipeline's schemas along. */
import { advance, type RewriteEvent } from '../../utils/rewrite/progress.ts';
import type { Job } from '../../utils/jobs/job.ts';

export function fold(job: Job, events: readonly RewriteEvent[]): Job {
  const progress = events.reduce(advance, job.progress);
  // The state goes with the stage; what ends a rewrite comes as a snapshot.
  const state = progress.stage && progress.stage !== job.progress.stage ? progress.stage.stage : job.state;
  return { ...job, progress, state };
}
