/** What a source has that its rewrite must tell, known before the first word is written. */
import type { Notice } from '../article/report.ts';
import { isAfloat } from '../checks/undated.ts';
import { fromLanguage } from '../french/language-names.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { Plan } from './plan.ts';

export function noticesOfSource(sheet: FactSheet, plan: Plan): Notice[] {
  const notices: Notice[] = [];
  if (plan.thin) notices.push({ code: 'thin_source', detail: String(sheet.words) });
  const day = sheet.facts.find((fact) => sheet.undated.includes(fact.sourceId) && fact.dates.some(isAfloat));
  if (day) notices.push({ code: 'undated_source', detail: day.text });
  if (sheet.translatedFrom !== null) notices.push({ code: 'translated', detail: fromLanguage(sheet.translatedFrom) });
  return notices;
}
