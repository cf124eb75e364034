/** How many rewrites are kept, and which go when there are more. Pure. */
import { RUNNING_STATES } from './job.ts';

/** A record of the store without its content. */
export interface JobWeight {
  id: string;
  state: string;
  /** ms since the epoch. */
  createdAt: number;
  bytes: number;
}

export const HISTORY_LIMIT = { rewrites: 100, bytes: 30_000_000 };

/**
 * Ids of those that have to go: the oldest, until what is left fits. Never one that runs, nor the newest.
 * @param jobs newest first, as the store gives them
 */
export function overLimit(jobs: readonly JobWeight[], limit = HISTORY_LIMIT): string[] {
  let bytes = 0;
  let kept = 0;
  const over: string[] = [];
  for (const job of jobs) {
    const fits = kept === 0 || (kept < limit.rewrites && bytes + job.bytes <= limit.bytes);
    // One that goes takes all older ones along: the history has no holes.
    if (isRunning(job) || (fits && over.length === 0)) {
      bytes += job.bytes;
      kept += 1;
    } else over.push(job.id);
  }
  return over;
}

export function isRunning(job: { state: string }): boolean {
  return RUNNING_STATES.some((state) => state === job.state);
}
