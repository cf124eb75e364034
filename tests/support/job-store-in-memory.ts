/** A job store for unit tests: as the real one, jobs go in and come out as copies. */
import type { Job } from '../../utils/jobs/job.ts';
import { RUNNING_STATES } from '../../utils/jobs/job.ts';
import type { JobStore } from '../../utils/jobs/job-store.ts';

export interface MemoryJobStore extends JobStore {
  /** Writes so far. */
  writes: number;
}

export function jobStoreInMemory(): MemoryJobStore {
  const jobs = new Map<string, Job>();
  const where = (wanted: (job: Job) => boolean): Promise<Job[]> =>
    Promise.resolve(
      [...jobs.values()]
        .filter(wanted)
        .map((job) => structuredClone(job))
        .sort((a, b) => b.createdAt - a.createdAt),
    );
  const store: MemoryJobStore = {
    writes: 0,
    get: async (id) => (await where((job) => job.id === id))[0] ?? null,
    put(job) {
      store.writes += 1;
      jobs.set(job.id, structuredClone(job));
      return Promise.resolve();
    },
    remove(id) {
      jobs.delete(id);
      return Promise.resolve();
    },
    running: () => where((job) => RUNNING_STATES.includes(job.state)),
    ofPost: (postKey) => where((job) => job.postKey === postKey),
    ofTab: (tabId) => where((job) => job.tabId === tabId),
    all: () => where(() => true),
    weights: async () =>
      (await where(() => true)).map((job) => {
        const { id, state, createdAt } = job;
        return { id, state, createdAt, bytes: JSON.stringify(job).length };
      }),
  };
  return store;
}
