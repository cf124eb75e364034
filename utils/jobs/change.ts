/** A small request on a draft that stands: what it was before, until the user has kept or undone what came of it. Pure. */
import { DraftSection } from '../article/draft.ts';
import { Report } from '../article/report.ts';
import { ErrorCode } from '../errors.ts';
import { Plan } from '../rewrite/plan.ts';
import { Progress } from '../rewrite/progress.ts';
import { z } from '../zod.ts';
import type { Job } from './job.ts';

export const Change = z.object({
  /** False while it is being worked at. */
  made: z.boolean(),
  state: z.enum(['ready', 'failed', 'cancelled']),
  error: z.nullable(z.object({ code: ErrorCode, detail: z.nullable(z.string()) })),
  before: z.object({
    plan: z.nullable(Plan),
    sections: z.array(DraftSection),
    states: Progress.shape.sections,
    report: z.nullable(Report),
  }),
});
export type Change = z.infer<typeof Change>;

/** The job at work on a small request; null where its draft does not stand still. */
export function begun(job: Job): Job | null {
  const { state, error, progress } = job;
  if (state !== 'ready' && state !== 'failed' && state !== 'cancelled') return null;
  const { plan, draft, sections, report } = progress;
  const before = { plan, sections: draft.sections, states: sections, report };
  return { ...job, state: 'repairing', error: null, change: { made: false, state, error, before } };
}

/** What came of it is there to be kept or undone. */
export function made(job: Job): Job {
  const { change } = job;
  return change ? { ...job, state: change.state, error: change.error, change: { ...change, made: true } } : job;
}

/** The text as it was; the tokens stay paid, and title and fields as they are now. */
export function undone(job: Job): Job {
  const { change, progress } = job;
  if (!change) return job;
  const { plan, sections, states, report } = change.before;
  const draft = { ...progress.draft, sections };
  return {
    ...job,
    state: change.state,
    error: change.error,
    change: undefined,
    progress: { ...progress, plan, draft, report, sections: states, retry: null },
  };
}

export function kept(job: Job): Job {
  return job.change?.made ? { ...job, change: undefined } : job;
}
