/** « Les syndicats en dénombrent 75 » where the source has « Les syndicats portent ce chiffre à 57 » and 75 of another thing elsewhere. */
import type { SheetIndex } from '../facts/sheet-index.ts';
import type { FoundNumber } from '../french/numbers.ts';
import { bestWithout } from './best-without.ts';
import { countsSame } from './counted-alike.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';
import type { SourceNumber } from './source-numbers.ts';

/** The facts that have the number share this much less with the rest of the sentence than the fact that it tells. */
const FAR_LESS = 0.35;

/** The rest of the sentence tells one fact, which has another number of the like; the facts with this number tell other things. */
export function borrowedFault(
  number: FoundNumber,
  same: readonly SourceNumber[],
  { analysis, kind, ranking }: DraftSentence,
  index: SheetIndex,
): Fault | null {
  if (kind === 'heading' || number.kind !== 'cardinal') return null;
  // « deux points »: small numbers count the text's own matter too.
  if (number.value <= 12 && (number.unit === null || number.unit === 'points')) return null;
  const { best, scores } = bestWithout(ranking.terms, index, ({ keys: [key = ''] }) => key.startsWith('#'));
  if (!best) return null;
  const { numbers, text } = best.analysis;
  if (numbers.some((other) => analysis.numbers.some((mine) => mine.value === other.value))) return null;
  const most = (scores.get(best) ?? 0) * FAR_LESS;
  if (same.some(({ fact }) => Math.abs(fact.rank - best.rank) <= 1 || (scores.get(fact) ?? 0) > most)) return null;
  const rival = numbers.find(
    (other) =>
      other.kind === 'cardinal' &&
      other.unit === number.unit &&
      (number.unit !== null || number.nouns.length === 0 || countsSame(number, other)),
  );
  if (!rival) return null;
  const { start, end } = number;
  const said = text.slice(rival.start, rival.end);
  return { kind: 'number-noun', severity: 'warning', start, end, message: `La source dit ici « ${said} ».`, source: text };
}
