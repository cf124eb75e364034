/** The stored rewrites, read again whenever this page comes to the front. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { readDropped } from '../../utils/jobs/history-dropped.ts';
import { historyOf } from '../../utils/jobs/history.ts';
import { idbJobStore } from '../../utils/jobs/job-store.ts';
import type { Job } from '../../utils/jobs/job.ts';

const store = idbJobStore();

/** `jobs` null until they have been read. */
export function useHistory(): { jobs: Job[] | null; dropped: number; reload: () => Promise<void> } {
  const [jobs, setJobs] = useState<Job[] | null>(null);
  const [dropped, setDropped] = useState(0);
  const reload = useCallback(async () => {
    const [all, gone] = await Promise.all([store.all(), readDropped()]);
    setJobs(historyOf(all));
    setDropped(gone?.count ?? 0);
  }, []);
  useEffect(() => {
    void reload();
    const onVisible = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [reload]);
  return { jobs, dropped, reload };
}
