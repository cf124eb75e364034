/** What the view will be once the background has heard a message: typing and ticking answer at once. Pure. */
import type { View } from '../../components/view.ts';
import type { Job } from '../../utils/jobs/job.ts';
import type { PageToBackground } from '../../utils/messages.ts';

export function anticipate(view: View, message: PageToBackground): View {
  const { job } = view;
  if (message.kind === 'consent' && view.surroundings)
    return { ...view, surroundings: { ...view.surroundings, consentNeeded: false } };
  if (!job) return view;
  const { draft } = job.progress;
  const withDraft = (next: Partial<typeof draft>): View =>
    withJob({ progress: { ...job.progress, draft: { ...draft, ...next } } });
  const withJob = (next: Partial<Job>): View => ({ ...view, job: { ...job, ...next } });
  switch (message.kind) {
    case 'edit-title':
      return withDraft({ title: message.title });
    case 'edit-fields':
      return withDraft({ fields: message.fields });
    case 'edit-section':
      return withDraft({
        sections: draft.sections.map((one, i) =>
          i === message.section ? { ...one, heading: message.heading, blocks: message.blocks } : one,
        ),
      });
    case 'accept':
      return withJob({ accepted: message.accepted });
    case 'insert-mode':
      return withJob({ insertMode: message.mode });
    default:
      return view;
  }
}
