/** Days that nobody can place: « mardi », « cette semaine » from a source that has no date. */
import type { Finding } from '../article/report.ts';
import type { DateClaim, FactSheet } from '../facts/fact.ts';
import type { DraftReading } from './read-draft.ts';

/** Told once for each such day, at the first sentence that has it; `sentence` is an index into the reading's sentences. */
export function checkUndated(reading: DraftReading, sheet: FactSheet): Finding[] {
  const undated = new Map<string, string>();
  for (const fact of sheet.facts) {
    if (!sheet.undated.includes(fact.sourceId) || fact.kind !== 'statement') continue;
    for (const date of fact.dates) if (isAfloat(date) && !undated.has(keyOf(date))) undated.set(keyOf(date), fact.text);
  }
  return reading.sentences.flatMap(({ kind, analysis }, sentence): Finding[] => {
    if (kind === 'heading') return [];
    return analysis.dates.flatMap((date): Finding[] => {
      const source = isAfloat(date) ? undated.get(keyOf(date)) : undefined;
      if (source === undefined) return [];
      undated.delete(keyOf(date));
      const excerpt = analysis.text.slice(date.start, date.end);
      const message = `La source n’a pas de date\u00A0: «\u00A0${excerpt}\u00A0» ne dit pas de quand il s’agit.`;
      return [{ kind: 'undated', severity: 'warning', excerpt, message, source, sentence }];
    });
  });
}

type Day = Pick<DateClaim, 'day' | 'weekday' | 'relative'>;

/** Tells its day only to who knows when the source was written; « la veille » leans on another date of the text. */
export function isAfloat({ day, weekday, relative }: Day): boolean {
  if (relative !== null) return !/veille|lendemain|suivant|precedent/u.test(relative);
  return weekday !== null && day === null;
}

function keyOf({ weekday, relative }: Day): string {
  return relative ?? `${weekday}`;
}
