/** The job runner with this browser's store, clock, client, badge and heartbeat. */
import { createJobRunner, type JobRunner } from '../../utils/jobs/job-runner.ts';
import { idbJobStore } from '../../utils/jobs/job-store.ts';
import { showBadge } from './badge.ts';
import { clientFor } from './client.ts';
import { engine } from './engine.ts';
import { keepShort } from './keep-short.ts';
import { setAwake } from './watchdog.ts';

export function createBackgroundRunner(): JobRunner {
  const store = idbJobStore();
  const runner: JobRunner = createJobRunner({
    store,
    async *rewrite(input) {
      const { rewrite } = await engine();
      yield* rewrite(input);
    },
    clientFor: (job, gate) => clientFor(job.provider, gate),
    now: Date.now,
    onBusy(busy) {
      setAwake(busy);
      // The history grows by rewrites only.
      if (!busy) keepShort(runner, store).catch((error: unknown) => console.error('history not shortened', error));
    },
    onProgress: showBadge,
  });
  return runner;
}
