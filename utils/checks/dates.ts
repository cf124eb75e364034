/** Dates, days and times that the evidence does not have. */
import type { FoundDate } from '../french/dates.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { stem } from '../french/stem.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

interface SourceDate {
  date: FoundDate;
  fact: IndexedFact;
  text: string;
}

/** From this share of its words in one fact on, a sentence tells that fact, with that date. */
const SAME_FACT = 0.5;

const QUARTER = stem('trimestre');
const ORDINALS = [['premier'], ['deuxieme', 'second'], ['troisieme'], ['quatrieme', 'dernier']];

const INDEXES = new WeakMap<SheetIndex, SourceDate[]>();

export function checkDates(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis } = sentence;
  return analysis.dates.flatMap((date): Fault[] =>
    analysis.quoted[date.from] || !isStated(date) ? [] : checkDate(date, sentence, index),
  );
}

function isStated(date: FoundDate): boolean {
  return (
    date.day !== null ||
    date.month !== null ||
    date.year !== null ||
    date.weekday !== null ||
    date.time !== null ||
    date.season !== null
  );
}

function checkDate(date: FoundDate, sentence: DraftSentence, index: SheetIndex): Fault[] {
  const known = datesOf(index);
  const { start, end } = date;
  // « 12 juillet 2026 » for « l’édition 2026… le 12 juillet »: day and year from two places of the source.
  const yearKnown = date.year !== null && date.month !== null && known.some((candidate) => candidate.date.year === date.year);
  // « mardi 11 mars » for « mardi » under a dateline of 11 March.
  const dayKnown =
    date.weekday !== null && date.month !== null && known.some((candidate) => candidate.date.weekday === date.weekday);
  const asked = { ...date, year: yearKnown ? null : date.year, weekday: dayKnown ? null : date.weekday };
  const agreeing = known.filter((candidate) => agree(asked, candidate.date));
  const own = agreeing.filter((candidate) => sentence.evidence.includes(candidate.fact));
  const rival = rivalOf(date, sentence, known);
  if (agreeing.length === 0) {
    if (date.day === null && date.year === null && date.month !== null && quartersOf(index).has(quarterOf(date.month))) return [];
    return [
      {
        kind: 'date',
        severity: 'error',
        start,
        end,
        message: rival ? `La source dit « ${rival.text} ».` : 'Cette date n’est pas dans la source.',
        ...(rival ? { source: rival.fact.fact.text } : {}),
      },
    ];
  }
  const [best] = sentence.evidence;
  if (!best) return [];
  if (own.some((candidate) => candidate.fact === best)) return [];
  // Only another, much lesser fact of the evidence has it, and the best one has a rival: the date of something else.
  const strength = own.length === 0 ? 0 : Math.max(...own.map((candidate) => sentence.ranking.scores[candidate.fact.rank] ?? 0));
  const lesser = rival !== null && strength < (sentence.ranking.scores[best.rank] ?? 0) * 0.75;
  if (own.length > 0 && !lesser) return [];
  const near = agreeing.some((candidate) => sentence.evidence.some((fact) => Math.abs(fact.rank - candidate.fact.rank) <= 1));
  if (near && !rival) return [];
  const origin = agreeing[0];
  if (!origin || (!rival && date.weekday !== null)) return [];
  return [
    {
      kind: 'date',
      severity:
        rival && standsFor(date, rival.date) && sentence.kind === 'paragraph' && sentence.ranking.best >= SAME_FACT
          ? 'warning'
          : 'info',
      start,
      end,
      message: rival ? `La source dit ici « ${rival.text} ».` : 'La source donne cette date à autre chose.',
      source: (rival ?? origin).fact.fact.text,
    },
  ];
}

/** A date of the best evidence of the same kind, which the sentence does not have. */
function rivalOf(date: FoundDate, sentence: DraftSentence, known: SourceDate[]): SourceDate | null {
  const [best] = sentence.evidence;
  if (!best) return null;
  const mine = sentence.analysis.dates;
  return (
    known.find(
      (candidate) =>
        candidate.fact === best && sameKind(date, candidate.date) && !mine.some((other) => agree(other, candidate.date)),
    ) ?? null
  );
}

/** Two dates told with the same parts: one can stand in the other's place. */
function standsFor(a: FoundDate, b: FoundDate): boolean {
  return (['day', 'month', 'year', 'time', 'season'] as const).every((part) => (a[part] === null) === (b[part] === null));
}

function sameKind(a: FoundDate, b: FoundDate): boolean {
  return (
    (a.month !== null && b.month !== null) ||
    (a.year !== null && b.year !== null) ||
    (a.weekday !== null && b.weekday !== null) ||
    (a.time !== null && b.time !== null) ||
    (a.season !== null && b.season !== null)
  );
}

/** Every part that the draft gives is in one source date, and no part of it says otherwise. */
function agree(draft: FoundDate, source: FoundDate): boolean {
  if (draft.time !== null) return source.time === draft.time;
  if (draft.weekday !== null && source.weekday === null) return false;
  if (draft.weekday !== null && draft.weekday !== source.weekday) return false;
  if (draft.month !== null && draft.month !== source.month) return false;
  if (draft.day !== null && draft.day !== source.day) return false;
  if (draft.year !== null && draft.year !== source.year) return false;
  if (draft.season !== null && draft.season !== source.season && !inSeason(draft.season, source.month)) return false;
  const part = halfDay(draft.part);
  if (part !== null && halfDay(source.part) !== null && part !== halfDay(source.part) && draft.weekday !== null) return false;
  return true;
}

/** Months of a season, the one in which it begins and ends included. */
const SEASONS: Record<string, readonly number[]> = {
  printemps: [3, 4, 5, 6],
  ete: [6, 7, 8, 9],
  automne: [9, 10, 11, 12],
  hiver: [12, 1, 2, 3],
};

/** « cet été », said of the 31st of July. */
function inSeason(season: string, month: number | null): boolean {
  return month !== null && (SEASONS[season]?.includes(month) ?? false);
}

function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

/** « au troisième trimestre »: the quarters that the source names, 1-4. */
function quartersOf(index: SheetIndex): Set<number> {
  const quarters = new Set<number>();
  for (const { analysis } of index.postings.get(QUARTER) ?? [])
    analysis.tokens.forEach(({ stem: own }, i, tokens) => {
      if (own === QUARTER) quarters.add(ORDINALS.findIndex((forms) => forms.includes(tokens[i - 1]?.key ?? '')) + 1);
    });
  return quarters;
}

function halfDay(part: string | null): string | null {
  if (part === null) return null;
  if (part.startsWith('mat') || part === 'aube') return 'matin';
  if (part.startsWith('soir')) return 'soir';
  return part;
}

function datesOf(index: SheetIndex): SourceDate[] {
  const known = INDEXES.get(index);
  if (known) return known;
  const dates = index.facts.flatMap((fact) =>
    fact.analysis.dates.map((date): SourceDate => ({ date, fact, text: fact.analysis.text.slice(date.start, date.end) })),
  );
  INDEXES.set(index, dates);
  return dates;
}
