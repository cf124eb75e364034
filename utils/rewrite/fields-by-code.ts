/** Title and fields made by code from the facts: what stands until a model words better ones. */
import type { SourceArticle } from '../article/source-article.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { ByCode } from './fields-by-model.ts';
import { composeFields } from './floor-fields.ts';
import type { RewriteOptions } from './options.ts';
import type { Plan } from './plan.ts';

export function fieldsByCode(sheet: FactSheet, source: SourceArticle, plan: Plan, options: RewriteOptions): ByCode {
  const { title, titleVariants, fields } = composeFields(sheet, source, plan, options);
  return { title, variants: titleVariants, fields };
}
