/**
 * The plan by code: the forms that the facts carry, their facts and word budgets, until the floor itself is long enough.
 * Composing takes milliseconds, so the plan measures the floor instead of guessing at it.
 */
import type { Block } from '../article/block.ts';
import type { FormKind } from '../article/draft.ts';
import type { SourceArticle } from '../article/source-article.ts';
import { countBlockWords, countWords } from '../article/words.ts';
import type { FactSheet } from '../facts/fact.ts';
import { bodyGroups, leadFacts } from './body-groups.ts';
import { composeFloor, floorCan } from './floor.ts';
import { standingOf } from './floor/known.ts';
import { questionOf } from './floor/questions.ts';
import { type Carried, formsOf } from './forms.ts';
import { headingsFor } from './headings-by-code.ts';
import { suggestKeyphrases } from './keyphrase.ts';
import type { RewriteOptions } from './options.ts';
import type { Plan, PlannedSection } from './plan.ts';
import { type Reading, type ReadFact, readingOf } from './reading.ts';
import { otherWordings } from './wording/variants.ts';
import { titlesOf } from './titles.ts';

/** WordPress's own counter drops figures alone: the plan aims a little higher than the minimum. */
const MARGIN = 1.03;

/** Forms added one after the other until the floor is long enough, with the most facts each takes. */
const ADDED: readonly (readonly [form: FormKind, most: number])[] = [
  ['known-denied-unknown', 5],
  ['questions', 3],
  ['next', 4],
  ['figures', 6],
  ['who-said-what', 20],
  ['chronology', 6],
  ['questions', 6],
];
const READING_ORDER: readonly FormKind[] = [
  'chapo',
  'essentiel',
  'body',
  'reactions',
  'known-denied-unknown',
  'figures',
  'who-said-what',
  'chronology',
  'people',
  'questions',
  'next',
];
/** What a target that is out of reach is measured by: the forms of a short source seldom give more than this. */
const POINTS = 4;

export function planForms(sheet: FactSheet, article: SourceArticle, options: RewriteOptions): Plan {
  const reading = readingOf(sheet);
  const keyphrase = options.keyphrase.trim() || (suggestKeyphrases(sheet, article.title)[0] ?? '');
  const target = options.minWords * MARGIN;
  const carried = formsOf(sheet);
  const lead = leadFacts(reading);
  const body = bodyGroups(reading.facts.filter((read) => !lead.includes(read)));
  const taken: Taken = { first: new Set(), last: new Set() };
  const use = (read: ReadFact, form: FormKind): void => {
    const single = otherWordings(read, reading).length < 2;
    if (single || !LAST_WORDING.has(form)) taken.first.add(read);
    if (single || LAST_WORDING.has(form)) taken.last.add(read);
  };
  const sections: Sketch[] = [
    { form: 'chapo', facts: lead },
    ...body.map((facts): Sketch => ({ form: formOfBody(facts), facts })),
  ];
  const add = (form: FormKind, most: number): void => {
    const facts = pick(form, carried, taken, most);
    if (facts.length === 0) return;
    for (const read of facts) if (!FREE.has(form)) use(read, form);
    const again = sections.findIndex((section) => section.form === form);
    if (again >= 0) sections[again] = { form, facts };
    else sections.push({ form, facts });
  };
  add('essentiel', POINTS);
  const written = (): number => wordsOf(planned(ordered(sections), keyphrase, sheet, options));
  for (const [form, most] of ADDED) {
    if (floorCan(sheet) && written() >= target) break;
    add(form, most);
  }
  // Still short: figures of facts that stand elsewhere in the same words, under their label.
  if (floorCan(sheet) && written() < target) {
    taken.last.clear();
    add('figures', 8);
  }
  const plan = planned(ordered(sections), keyphrase, sheet, options);
  const words = wordsOf(plan);
  const stretch = Math.max(1, target / Math.max(1, words));
  return {
    title: titlesOf(sheet, article, keyphrase)[0] ?? article.title,
    keyphrase,
    sections: plan.map((section) => ({ ...section, words: Math.round(Math.max(25, section.words) * stretch) })),
    thin: words < options.minWords,
  };
}

/** Facts whose first or last other wording stands somewhere already. */
interface Taken {
  first: Set<ReadFact>;
  last: Set<ReadFact>;
}

/** Forms that take a fact's last wording; the others take its first. */
const LAST_WORDING: ReadonlySet<FormKind> = new Set(['figures']);

/** Forms whose text is nobody else's: quotations in a list, names, answers that hold only what their question leaves out. */
const FREE: ReadonlySet<FormKind> = new Set(['who-said-what', 'people', 'questions']);

interface Sketch {
  form: FormKind;
  facts: ReadFact[];
}

/** A run of quotations is reactions; anything else is running text. */
function formOfBody(facts: readonly ReadFact[]): FormKind {
  const quoted = facts.filter((read) => read.fact.quotations.some((quotation) => quotation.whole)).length;
  const speakers = new Set(facts.flatMap((read) => read.fact.quotations.flatMap((quotation) => quotation.speakerName ?? [])));
  return facts.length >= 3 && quoted / facts.length > 0.6 && speakers.size >= 2 ? 'reactions' : 'body';
}

function pick(form: FormKind, carried: Carried, taken: Taken, most: number): ReadFact[] {
  const used = LAST_WORDING.has(form) ? taken.last : taken.first;
  const candidates = (carried[form] ?? []).filter((read) => FREE.has(form) || !used.has(read));
  if (form === 'essentiel') return points(candidates, most);
  const facts = candidates.slice(0, most);
  return facts.length >= (form === 'who-said-what' ? 1 : 2) ? facts : [];
}

/** One point a paragraph, what is plainly told before what is alleged. */
function points(candidates: readonly ReadFact[], most: number): ReadFact[] {
  const told = candidates.filter((read) => standingOf(read) === null);
  const chosen: ReadFact[] = [];
  for (const pool of told.length >= 2 ? [told] : [told, candidates]) {
    for (const read of pool) {
      if (chosen.length >= most || chosen.some((other) => other === read || other.fact.paragraph === read.fact.paragraph))
        continue;
      chosen.push(read);
    }
  }
  return chosen.length >= 2 ? chosen.sort((a, b) => a.rank - b.rank) : [];
}

function ordered(sections: readonly Sketch[]): Sketch[] {
  const rank = (form: FormKind): number => READING_ORDER.indexOf(form === 'reactions' ? 'body' : form);
  return sections
    .map((section, index) => ({ section, index }))
    .sort((a, b) => rank(a.section.form) - rank(b.section.form) || a.index - b.index)
    .map(({ section }) => section);
}

function planned(sketches: readonly Sketch[], keyphrase: string, sheet: FactSheet, options: RewriteOptions): PlannedSection[] {
  const reading = readingOf(sheet);
  const unheaded = sketches.map((sketch, index) => sectionOf(sketch, index, reading));
  const floors = unheaded.map((section) => composeFloor(section, sheet, options));
  const headings = headingsFor(
    sketches.map(({ form, facts }, index) => ({
      form,
      facts,
      standings: facts.flatMap((read) => standingOf(read) ?? []),
      count: itemsOf(floors[index] ?? []),
      inner: form === 'questions' ? facts.flatMap((read) => questionOf(read, reading)?.question ?? []) : [],
    })),
    keyphrase,
    reading,
  );
  return unheaded.map((section, index) => ({
    ...section,
    heading: headings[index] ?? null,
    words: countBlockWords(floors[index] ?? []),
  }));
}

function sectionOf({ form, facts }: Sketch, index: number, reading: Reading): PlannedSection {
  const whole = facts.flatMap((read) => read.fact.quotations).filter((quotation) => quotation.whole);
  const running = form === 'chapo' || form === 'body' || form === 'reactions';
  const standing = running
    ? whole
    : form === 'who-said-what'
      ? whole.filter((quotation) => reading.speakerOf(quotation) !== null)
      : [];
  return {
    id: `P${index + 1}`,
    form,
    heading: null,
    level: 2,
    facts: facts.map((read) => read.fact.id),
    quotations: standing.map((quotation) => quotation.id),
    words: 0,
    list: !running && form !== 'questions',
  };
}

/** Items of its lists, or subheadings of its own. */
function itemsOf(blocks: readonly Block[]): number {
  const items = blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.items.length : 0), 0);
  return items > 0 ? items : blocks.filter((block) => block.kind === 'heading').length;
}

function wordsOf(sections: readonly PlannedSection[]): number {
  return sections.reduce((sum, section) => sum + section.words + countWords(section.heading ?? ''), 0);
}
