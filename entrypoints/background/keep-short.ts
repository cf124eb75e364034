/** Holds the history to its limit. */
import { browser } from 'wxt/browser';
import { addDropped } from '../../utils/jobs/history-dropped.ts';
import { isRunning, overLimit } from '../../utils/jobs/history-limit.ts';
import type { JobRunner } from '../../utils/jobs/job-runner.ts';
import type { JobStore } from '../../utils/jobs/job-store.ts';

/** Takes out what is over the limit, oldest first, and notes that it did. */
export async function keepShort(runner: JobRunner, store: JobStore): Promise<void> {
  const over = overLimit(await store.weights());
  for (const id of over) await forgetJob(runner, store, id);
  if (over.length > 0) await addDropped(over.length, Date.now());
}

/** Out of memory first, so that nothing writes it again. One that runs stays. */
export async function forgetJob(runner: JobRunner, store: JobStore, id: string): Promise<void> {
  const job = await runner.load(id);
  if (job && isRunning(job)) return;
  runner.drop(id);
  await store.remove(id);
  await browser.storage.session.remove(`kept:${id}`);
}
