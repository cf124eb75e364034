/** What a model thinks of the draft's sentences, kept by their text: a sentence that changes has no opinion any more. Pure. */
import type { Opinion, Progress, RewriteEvent, SecondLook } from './progress.ts';

/** Of the sentences looked at now, the new opinions take the place of the old ones. */
export function withOpinions(before: SecondLook | undefined, event: Extract<RewriteEvent, { kind: 'opinions' }>): SecondLook {
  const { looked, opinions } = event;
  return {
    looked: [...new Set([...(before?.looked ?? []), ...looked])],
    opinions: [...(before?.opinions ?? []).filter((one) => !looked.includes(one.sentence)), ...opinions],
  };
}

export interface StandingOpinion extends Opinion {
  /** Index into `report.evidence`. */
  index: number;
}

/** Those on sentences that stand in the draft, in its order; and how many of its sentences were looked at. */
export function standingOpinions({ report, secondLook }: Pick<Progress, 'report' | 'secondLook'>): {
  opinions: StandingOpinion[];
  looked: number;
} {
  if (!report || !secondLook) return { opinions: [], looked: 0 };
  const places = new Map(report.evidence.map((entry, index) => [entry.sentence, index] as const).toReversed());
  const opinions = secondLook.opinions.flatMap((opinion) => {
    const index = places.get(opinion.sentence);
    return index === undefined ? [] : [{ ...opinion, index }];
  });
  return {
    opinions: opinions.toSorted((a, b) => a.index - b.index),
    looked: secondLook.looked.filter((sentence) => places.has(sentence)).length,
  };
}
