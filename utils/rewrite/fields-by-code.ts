/** Title and fields made by code from the facts: what stands until a model words better ones. */
import type { SourceArticle } from '../article/source-article.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { ByCode } from './fields-by-model.ts';
import type { Plan } from './plan.ts';
import { composeFields } from './stand-ins.ts';
import { titlesOf } from './titles.ts';

export function fieldsByCode(sheet: FactSheet, source: SourceArticle, plan: Plan): ByCode {
  const [title = plan.title, ...variants] = titlesOf(sheet, source, plan.keyphrase);
  return { title, variants: variants.slice(0, 2), fields: composeFields(sheet, plan) };
}
