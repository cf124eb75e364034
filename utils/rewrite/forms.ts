/** Which journalistic forms a source's facts can carry, and which facts each of them could take. */
import type { FormKind } from '../article/draft.ts';
import type { FactSheet } from '../facts/fact.ts';
import { leadFacts } from './body-groups.ts';
import { figureIn } from './floor/figures.ts';
import { standingOf } from './floor/known.ts';
import { datedItem, isToCome } from './floor/next.ts';
import { questionOf } from './floor/questions.ts';
import { type Reading, type ReadFact, readingOf } from './reading.ts';
import { joinable, labellable } from './wording/joined.ts';
import { labelledWording, otherWordings, secondWording } from './wording/variants.ts';

/** Facts that a form could take, in source order. A form missing here cannot be carried by this source. */
export type Carried = Partial<Record<FormKind, ReadFact[]>>;

/** Fewest facts that make a form worth its subheading. */
const FEWEST: Partial<Record<FormKind, number>> = {
  essentiel: 2,
  'who-said-what': 2,
  'known-denied-unknown': 2,
  figures: 2,
  chronology: 3,
  questions: 3,
  next: 2,
  people: 3,
};

/** Facts beside the lead that make « l’essentiel » without it. */
const ENOUGH_POINTS = 4;

/** @param fewest set where a form with fewer facts than is its wont is better than none */
export function formsOf(sheet: FactSheet, fewest?: number): Carried {
  const reading = readingOf(sheet);
  const { facts } = reading;
  const again = facts.filter((read) => repeatable(read, reading));
  const usable = facts.filter((read) => repeatable(read, reading) || joinable(read));
  const lead = leadFacts(reading);
  const beyond = usable.filter((read) => !lead.includes(read));
  const labelled = facts.filter((read) => repeatable(read, reading) || labellable(read));
  const all: Carried = {
    // The chapô stands right above and says the lead already.
    essentiel: fewest === undefined && beyond.length >= ENOUGH_POINTS ? beyond : usable,
    'who-said-what': facts.filter((read) =>
      read.fact.quotations.some((quotation) => quotation.whole && reading.speakerOf(quotation) !== null),
    ),
    'known-denied-unknown': usable.filter((read) => standingOf(read) !== null),
    figures: labelled.filter(
      (read) =>
        figureIn(labelledWording(read, otherWordings(read, reading).toReversed()) ?? '') !== null &&
        read.saying === null &&
        !/;/u.test(read.plain ?? ''),
    ),
    chronology: facts.filter((read) => datedItem(read) !== null),
    questions: facts.filter((read) => questionOf(read, reading) !== null),
    next: facts.filter((read) => isToCome(read) && (datedItem(read) !== null || again.includes(read))),
    people: facts.filter((read) => read.saying?.person?.role),
  };
  const carried: Carried = { chapo: facts.slice(0, 1), body: facts };
  for (const [form, candidates] of Object.entries(all) as [FormKind, ReadFact[]][]) {
    if (candidates.length >= (fewest ?? FEWEST[form] ?? 1)) carried[form] = candidates;
  }
  return carried;
}

/** A fact that code can say a second time in other words, away from its neighbours. */
export function repeatable(read: ReadFact, reading: Reading): boolean {
  return read.alone && secondWording(read, reading) !== null;
}
