/** A job after a change by hand in the preview. Pure. */
import { kept, undone } from './change.ts';
import type { Job } from './job.ts';
import type { recheck } from './recheck.ts';
import type { PageToBackground } from '../messages.ts';

export type Edit = Extract<
  PageToBackground,
  { kind: 'change' | 'edit-title' | 'edit-fields' | 'edit-section' | 'accept' | 'insert-mode' | 'seo' }
>;

/**
 * The same object when nothing changes.
 * @param check makes the report of a changed text; without it the old one stays. It comes in, since it is of the engine.
 */
export function edited(job: Job, edit: Edit, check: typeof recheck | null = null): Job {
  const { draft, report } = job.progress;
  switch (edit.kind) {
    case 'accept':
      return { ...job, accepted: edit.accepted };
    case 'insert-mode':
      return { ...job, insertMode: edit.mode };
    case 'change':
      return job.change?.made
        ? edit.keep
          ? kept(job)
          : undone(job)
        : { ...job, error: job.state === 'ready' ? null : job.error };
    case 'edit-title':
      return withDraft(job, { ...draft, title: edit.title });
    case 'edit-fields':
      return withDraft(job, { ...draft, fields: edit.fields });
    case 'edit-section': {
      const section = draft.sections[edit.section];
      if (!section) return job;
      const headingBy = edit.heading === section.heading ? section.headingBy : 'hand';
      const { heading, blocks } = edit;
      const sections = draft.sections.with(edit.section, { ...section, heading, headingBy, blocks });
      const next = withDraft(kept(job), { ...draft, sections });
      return check ? rechecked(next, check) : next;
    }
    case 'seo':
      // Told again for each draft shown: without this, a snapshot would answer each, for ever.
      if (!report || JSON.stringify(report.seo) === JSON.stringify(edit.seo)) return job;
      return { ...job, progress: { ...job.progress, report: { ...report, seo: edit.seo } } };
  }
}

function rechecked(job: Job, check: typeof recheck): Job {
  const { source, progress, options } = job;
  if (!source || !progress.report) return job;
  const report = check({
    source: progress.translated?.source ?? source,
    draft: progress.draft,
    report: progress.report,
    options,
  });
  return { ...job, progress: { ...progress, report } };
}

function withDraft(job: Job, draft: Job['progress']['draft']): Job {
  return { ...job, progress: { ...job.progress, draft } };
}
