/** Yoast's assessments of the draft shown: computed here, in a worker of this page, and given to the job. */
import { useEffect } from 'preact/hooks';
import type { Send } from '../../components/view.ts';
import type { Job } from '../../utils/jobs/job.ts';

/** States in which nobody is writing at the draft. */
const STILL: readonly Job['state'][] = ['ready', 'applied', 'failed', 'cancelled'];

/** Runs when a draft is there that nobody is writing at, and again when it was edited. */
export function useSeo(job: Job | null, send: Send): void {
  const draft = job?.progress.draft;
  const still = job !== null && STILL.includes(job.state) && job.progress.report !== null;
  useEffect(() => {
    if (!still || !draft || draft.sections.length === 0) return;
    let here = true;
    void assess(draft).then((seo) => {
      if (here && seo) send({ kind: 'seo', seo });
      return undefined;
    });
    return () => {
      here = false;
    };
  }, [draft, still]);
}

/** Loaded late: some 200 kB that no first paint waits for. A failure costs the lights only. */
async function assess(draft: Job['progress']['draft']) {
  try {
    const [{ assessInWorker }, { seoInputOf }] = await Promise.all([
      import('../../utils/checks/seo/seo-client.ts'),
      import('../../utils/checks/seo/seo-input.ts'),
    ]);
    return await assessInWorker(seoInputOf(draft));
  } catch (error) {
    console.error('SEO assessments', error);
    return null;
  }
}
