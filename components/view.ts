/** What the popup and the side panel show, and what they may ask for. Values only: no schema is loaded at first paint. */
import type { ErrorCode } from '../utils/errors.ts';
import type { Job, JobState } from '../utils/jobs/job.ts';
import type { PageToBackground, Surroundings } from '../utils/messages.ts';

export interface View {
  job: Job | null;
  /** null until the first snapshot. */
  surroundings: Surroundings | null;
  error: { code: ErrorCode; detail: string | null } | null;
  /** False while the background is being called again after its worker died. */
  connected: boolean;
}

export const NO_VIEW: View = { job: null, surroundings: null, error: null, connected: true };

export type Send = (message: PageToBackground) => void;
export type CopyFormat = 'html' | 'markdown';
export type FieldId = Job['accepted'][number];

const RUNNING: ReadonlySet<JobState> = new Set(['capturing', 'planning', 'writing', 'checking', 'repairing', 'interrupted']);

export function stateOf(view: View): JobState {
  if (view.job) return view.job.state;
  return view.surroundings || view.error ? 'idle' : 'capturing';
}

export function isRunning(state: JobState): boolean {
  return RUNNING.has(state);
}

/** The failure to tell: the job's own first, then the surroundings'. */
export function errorOf(view: View): { code: ErrorCode; detail: string | null } | null {
  return view.job?.error ?? view.error;
}

/** There is text that can be read, corrected, copied and inserted. */
export function hasText(view: View): boolean {
  return view.job?.progress.draft.sections.some((section) => section && section.blocks.length > 0) ?? false;
}

/** A hand may correct it: nobody else is writing. */
export function isEditable(view: View): boolean {
  return hasText(view) && !isRunning(stateOf(view)) && stateOf(view) !== 'applied';
}

/** There is a model, and the user has read what it is sent. */
export function canAsk({ surroundings }: View): boolean {
  return surroundings !== null && surroundings.provider !== null && !surroundings.consentNeeded;
}
