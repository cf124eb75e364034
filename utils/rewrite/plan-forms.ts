/**
 * The plan by code: the forms that the facts carry, their facts and word budgets, until the floor itself is long enough.
 * Composing takes milliseconds, so the plan measures the floor instead of guessing at it.
 */
import type { FormKind } from '../article/draft.ts';
import type { SourceArticle } from '../article/source-article.ts';
import { textUnits } from '../article/text-units.ts';
import { countBlockWords, countWords } from '../article/words.ts';
import type { FactSheet } from '../facts/fact.ts';
import { splitSentences } from '../french/sentences.ts';
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
import { joinable, joined } from './wording/joined.ts';
import { normal, otherWordings } from './wording/variants.ts';
import { titlesOf } from './titles.ts';

/** WordPress's own counter drops figures alone: the plan aims a little higher than the minimum. */
const MARGIN = 1.03;
/** Words of a subheading, for counting before it is made. */
const HEADING_WORDS = 6;
/** How much more than the floor a model is asked for at most: more would be padding. */
const MOST_STRETCH = 2;
/** No section is asked for in fewer words. */
const FEWEST_WORDS = 25;

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
const LAST_RESORT: readonly FormKind[] = ['questions', 'who-said-what', 'known-denied-unknown', 'figures', 'next', 'people'];
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
/** Points of « l’essentiel »: wanted, fewest that make a list, most where the text is still short. */
const POINTS = 4;
const FEWEST_POINTS = 3;
/** Words of a point that is easily read. */
const POINT_WORDS = 34;
const MOST_POINTS = 7;

export function planForms(sheet: FactSheet, article: SourceArticle, options: RewriteOptions): Plan {
  const reading = readingOf(sheet);
  const keyphrase = options.keyphrase.trim() || (suggestKeyphrases(sheet, article.title)[0] ?? '');
  const target = options.minWords * MARGIN;
  const carried = formsOf(sheet);
  const scraped = formsOf(sheet, 1);
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
  const add = (form: FormKind, most: number, fewest = 2): void => {
    const facts = pick(form, fewest === 1 ? scraped : carried, taken, most, reading, fewest);
    if (facts.length === 0) return;
    for (const read of facts) if (!FREE.has(form)) use(read, form);
    const again = sections.findIndex((section) => section.form === form);
    if (again >= 0) sections[again] = { form, facts };
    else sections.push({ form, facts });
  };
  add('essentiel', POINTS);
  const counted = new Map<string, number>();
  const wordsIn = (sketch: Sketch): number => {
    const key = `${sketch.form} ${sketch.facts.map((read) => read.fact.id).join(' ')}`;
    const words = counted.get(key) ?? countBlockWords(composeFloor(sectionOf(sketch, 0, reading), sheet, options));
    counted.set(key, words);
    return words + (sketch.form === 'chapo' ? 0 : HEADING_WORDS);
  };
  const written = (): number => sections.reduce((sum, sketch) => sum + wordsIn(sketch), 0);
  for (const [form, most] of ADDED) {
    if (floorCan(sheet) && written() >= target) break;
    add(form, most);
  }
  // Still short: figures of facts that stand elsewhere in the same words, under their label.
  if (floorCan(sheet) && written() < target) {
    taken.last.clear();
    add('figures', 8);
  }
  if (floorCan(sheet) && written() < target) {
    for (const section of sections) if (section.form === 'essentiel') for (const read of section.facts) taken.first.delete(read);
    add('essentiel', MOST_POINTS);
  }
  // A thin source: forms with a single item are better than none.
  const exactly = (): number => wordsOf(planned(ordered(sections), keyphrase, sheet, options));
  for (const form of LAST_RESORT) {
    if (!floorCan(sheet) || sections.some((section) => section.form === form)) continue;
    if (exactly() >= options.minWords) break;
    add(form, 8, 1);
  }

  const plan = planned(
    ordered(sections.filter((section) => section.form !== 'essentiel' || itemsOf(section, sheet, options) >= 2)),
    keyphrase,
    sheet,
    options,
  );
  const words = wordsOf(plan);
  const budget = plan.reduce((sum, section) => sum + Math.max(FEWEST_WORDS, section.words), 0);
  const stretch = Math.min(MOST_STRETCH, Math.max(1, target / budget));
  return {
    title: titlesOf(sheet, article, keyphrase)[0] ?? article.title,
    keyphrase,
    sections: plan.map((section) => ({ ...section, words: Math.ceil(Math.max(FEWEST_WORDS, section.words) * stretch) })),
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

function pick(form: FormKind, carried: Carried, taken: Taken, most: number, reading: Reading, fewest: number): ReadFact[] {
  const used = LAST_WORDING.has(form) ? taken.last : taken.first;
  const candidates = (carried[form] ?? []).filter((read) => FREE.has(form) || !used.has(read));
  if (form === 'essentiel') return points(candidates, most, reading);
  const facts = candidates.slice(0, most);
  return facts.length >= (form === 'who-said-what' ? 1 : fewest) ? facts : [];
}

function itemsOf(sketch: Sketch, sheet: FactSheet, options: RewriteOptions): number {
  if (!floorCan(sheet)) return Infinity;
  const blocks = composeFloor(sectionOf(sketch, 0, readingOf(sheet)), sheet, options);
  return blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.items.length : 0), 0);
}

/** One point a paragraph, what is plainly told before what is alleged. */
function points(candidates: readonly ReadFact[], most: number, reading: Reading): ReadFact[] {
  const chosen: ReadFact[] = [];
  const worded = candidates.filter((read) => otherWordings(read, reading).length > 0);
  const short = worded.filter((read) => countWords(otherWordings(read, reading)[0] ?? '') <= POINT_WORDS);
  const told = short.filter((read) => standingOf(read) === null);
  for (const pool of told.length >= 2 ? [told] : [told, short, worded]) {
    for (const read of pool) {
      const near = chosen.some((other) => other === read || (most <= POINTS && other.fact.paragraph === read.fact.paragraph));
      if (chosen.length < most && !near) chosen.push(read);
    }
  }
  // Too few: two neighbours that have no other wording share a point.
  const plain = candidates.filter((read) => !worded.includes(read) && standingOf(read) === null && joinable(read));
  for (let at = 0; at + 1 < plain.length && chosen.length < FEWEST_POINTS; at += 2) {
    const [one, two] = plain.slice(at, at + 2);
    if (one?.plain && two?.plain && two.rank - one.rank <= 4 && joined(one.plain, two.plain) !== null) chosen.push(one, two);
  }
  return chosen.length >= 2 ? chosen.toSorted((a, b) => a.rank - b.rank) : [];
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
    sketches.map(({ form, facts }) => ({
      form,
      facts,
      standings: facts.flatMap((read) => standingOf(read) ?? []),
      inner: form === 'questions' ? facts.flatMap((read) => questionOf(read, reading)?.question ?? []) : [],
    })),
    keyphrase,
    reading,
    new Set(
      floors.flatMap((blocks) =>
        textUnits(blocks).flatMap((unit) =>
          splitSentences(unit.text).flatMap((span) => [normal(span.text), normal(span.text.replace(/^[^:]{3,40}\s:\s/u, ''))]),
        ),
      ),
    ),
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

function wordsOf(sections: readonly PlannedSection[]): number {
  return sections.reduce((sum, section) => sum + section.words + countWords(section.heading ?? ''), 0);
}
