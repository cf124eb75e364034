/** What a source has that its rewrite must tell, known before the first word is written. */
import type { Notice } from '../article/report.ts';
import type { SourceArticle } from '../article/source-article.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { Plan } from './plan.ts';

export function noticesOfSource(source: SourceArticle, sheet: FactSheet, plan: Plan): Notice[] {
  const notices: Notice[] = [];
  if (plan.thin) notices.push({ code: 'thin_source', detail: String(sheet.words) });
  const undated = new Set(source.sources.filter((one) => one.date === null).map((one) => one.id));
  const day = sheet.facts.find(
    (fact) =>
      undated.has(fact.sourceId) &&
      fact.dates.some((date) => date.relative !== null || (date.weekday !== null && date.day === null)),
  );
  if (day) notices.push({ code: 'undated_source', detail: day.text });
  if (!/^(?:fr|und|$)/iu.test(sheet.language)) notices.push({ code: 'translated', detail: sheet.language });
  return notices;
}
