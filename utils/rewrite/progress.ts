/**
 * What happens in a rewrite, as events, and the state that they add up to. The background folds them into the job it
 * stores; the popup, which was given that state when it attached, folds the same events into its own copy.
 */
import { Draft, EMPTY_DRAFT } from '../article/draft.ts';
import { DraftFields, DraftSection } from '../article/draft.ts';
import { Notice, Report } from '../article/report.ts';
import { SourceArticle } from '../article/source-article.ts';
import { addUsage, NO_USAGE, Usage } from '../llm/usage.ts';
import { z } from '../zod.ts';
import { withOpinions } from './opinions.ts';
import { Plan } from './plan.ts';

export const Stage = z.enum(['planning', 'writing', 'checking', 'repairing']);
export type Stage = z.infer<typeof Stage>;

/** `floor`: only what code composed · `writing`: a model is at it · `written`: the model's text has passed as far as it could. */
export const SectionState = z.enum(['waiting', 'floor', 'writing', 'written']);
export type SectionState = z.infer<typeof SectionState>;

const Retry = z.object({
  attempt: z.number(),
  waitMs: z.number(),
  /** ms since the epoch; a job put away by an earlier version has none. */
  until: z.optional(z.number()),
  code: z.string(),
});

/** A model's opinion on one sentence; no check and no count depends on it. */
export const Opinion = z.object({
  /** Of the draft, verbatim. */
  sentence: z.string(),
  /** In what it says something else than its evidence, in a few French words. */
  reason: z.string(),
  model: z.string(),
});
export type Opinion = z.infer<typeof Opinion>;

/** `looked`: every sentence that a model was asked about. Read it through `standingOpinions`: the draft may have changed since. */
export const SecondLook = z.object({ looked: z.array(z.string()), opinions: z.array(Opinion) });
export type SecondLook = z.infer<typeof SecondLook>;

export const RewriteEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), stage: Stage, done: z.number(), total: z.number() }),
  /** The source in French, where it was written in another language: what the facts are cut from. */
  z.object({ kind: z.literal('translated'), source: SourceArticle, notices: z.array(Notice) }),
  z.object({ kind: z.literal('plan'), plan: Plan }),
  z.object({ kind: z.literal('title'), title: z.string(), variants: z.array(z.string()) }),
  /** A section as it stands now, whole: text that has passed the gate, and the floor where nothing better stands. */
  z.object({
    kind: z.literal('section'),
    index: z.number(),
    section: DraftSection,
    state: SectionState,
    /** Its request was answered to the end, whatever passed of it. */
    answered: z.optional(z.boolean()),
  }),
  /** Text still being written, not through the gate yet; `section` events clear it. */
  z.object({ kind: z.literal('delta'), index: z.number(), text: z.string() }),
  z.object({ kind: z.literal('fields'), fields: DraftFields }),
  z.object({ kind: z.literal('report'), report: Report }),
  z.object({ kind: z.literal('opinions'), ...SecondLook.shape }),
  z.object({ kind: z.literal('usage'), usage: Usage }),
  z.object({ kind: z.literal('retry'), ...Retry.shape }),
  z.object({ kind: z.literal('retried'), until: z.number() }),
]);
export type RewriteEvent = z.infer<typeof RewriteEvent>;

export const Progress = z.object({
  stage: z.nullable(z.object({ stage: Stage, done: z.number(), total: z.number() })),
  translated: z.optional(z.object({ source: SourceArticle, notices: z.array(Notice) })),
  plan: z.nullable(Plan),
  draft: Draft,
  /** One entry a section of the draft. */
  sections: z.array(z.object({ state: SectionState, pending: z.string(), answered: z.optional(z.boolean()) })),
  report: z.nullable(Report),
  /** Absent where none was asked for. */
  secondLook: z.optional(SecondLook),
  usage: Usage,
  /** Set while a retry is being waited for: of several requests, the one that waits longest. */
  retry: z.nullable(Retry),
});
export type Progress = z.infer<typeof Progress>;

export const NO_PROGRESS: Progress = {
  stage: null,
  plan: null,
  draft: EMPTY_DRAFT,
  sections: [],
  report: null,
  usage: NO_USAGE,
  retry: null,
};

/** The progress after one event. Pure: the given progress is not touched. */
export function advance(progress: Progress, event: RewriteEvent): Progress {
  switch (event.kind) {
    case 'stage':
      return { ...progress, stage: { stage: event.stage, done: event.done, total: event.total } };
    case 'translated':
      return { ...progress, translated: { source: event.source, notices: event.notices } };
    case 'plan':
      return { ...progress, plan: event.plan };
    case 'title':
      return { ...progress, draft: { ...progress.draft, title: event.title, titleVariants: event.variants } };
    case 'section':
      return {
        ...progress,
        draft: { ...progress.draft, sections: placed(progress.draft.sections, event.index, event.section) },
        sections: placed(progress.sections, event.index, {
          state: event.state,
          pending: '',
          answered: event.answered ?? progress.sections[event.index]?.answered,
        }),
      };
    case 'delta': {
      const before = progress.sections[event.index] ?? { state: 'writing' as const, pending: '' };
      return {
        ...progress,
        sections: placed(progress.sections, event.index, { ...before, state: 'writing', pending: before.pending + event.text }),
      };
    }
    case 'fields':
      return { ...progress, draft: { ...progress.draft, fields: event.fields } };
    case 'report':
      return { ...progress, report: event.report };
    case 'opinions':
      return { ...progress, secondLook: withOpinions(progress.secondLook, event) };
    case 'usage':
      return { ...progress, usage: addUsage(progress.usage, event.usage) };
    case 'retry': {
      const { attempt, waitMs, until, code } = event;
      const longer = (progress.retry?.until ?? 0) > (until ?? 0);
      return longer ? progress : { ...progress, retry: { attempt, waitMs, until, code } };
    }
    case 'retried':
      return progress.retry?.until === event.until ? { ...progress, retry: null } : progress;
  }
}

function placed<T>(list: readonly T[], index: number, item: T): T[] {
  const copy = [...list];
  copy[index] = item;
  return copy;
}
