/** Days and hours as people read them. */
import { language } from '../utils/i18n.ts';

/** « 24 nov. 2026, 17:10 ». */
export function formatMoment(ms: number): string {
  return new Date(ms).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' });
}
