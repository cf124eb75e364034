/** A simple form of the fields by code, while the real one is being written. */
import type { DraftFields } from '../article/draft.ts';
import { slugOf } from '../article/slug.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { Plan } from './plan.ts';

export function composeFields(sheet: FactSheet, plan: Plan): DraftFields {
  const lead = sheet.facts[0]?.text ?? '';
  return {
    ...{ seoTitle: plan.title, metaDescription: lead.slice(0, 150), excerpt: lead, keyphrase: plan.keyphrase, tags: [] },
    slug: slugOf(plan.title),
  };
}
