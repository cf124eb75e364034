/** The job runner with this browser's store, clock, client, badge and heartbeat. */
import { createJobRunner, type JobRunner } from '../../utils/jobs/job-runner.ts';
import { idbJobStore } from '../../utils/jobs/job-store.ts';
import { rewrite } from '../../utils/rewrite/pipeline.ts';
import { showBadge } from './badge.ts';
import { clientFor } from './client.ts';
import { setAwake } from './watchdog.ts';

export function createBackgroundRunner(): JobRunner {
  return createJobRunner({
    store: idbJobStore(),
    rewrite,
    clientFor: (job, gate) => clientFor(job.provider, gate),
    now: Date.now,
    onBusy: setAwake,
    onProgress: showBadge,
  });
}
