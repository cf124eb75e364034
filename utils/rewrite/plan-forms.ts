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
import { formsOf } from './forms.ts';
import { headingsFor } from './headings-by-code.ts';
import { suggestKeyphrases } from './keyphrase.ts';
import type { RewriteOptions } from './options.ts';
import { FREE, LAST_WORDING, MOST_POINTS, PAIRED_POINTS, pickFacts, POINTS, type Taken } from './pick-facts.ts';
import type { Plan, PlannedSection } from './plan.ts';
import { type Reading, type ReadFact, readingOf } from './reading.ts';
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
  ['chronology', 6],
  ['who-said-what', 20],
  ['questions', 6],
];
const LAST_RESORT: readonly FormKind[] = ['who-said-what', 'known-denied-unknown', 'figures', 'next', 'people', 'questions'];
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
export function planForms(sheet: FactSheet, article: SourceArticle, options: RewriteOptions): Plan {
  const reading = readingOf(sheet);
  const keyphrase = options.keyphrase.trim() || (suggestKeyphrases(sheet, article.title)[0] ?? '');
  const target = options.minWords * MARGIN;
  const carried = formsOf(sheet);
  const scraped = formsOf(sheet, 1);
  const lead = leadFacts(reading);
  const body = bodyGroups(
    reading.facts.filter((read) => !lead.includes(read)),
    reading,
  );
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
  const add = (form: FormKind, most: number, fewest = form === 'questions' ? 3 : 2): void => {
    const facts = pickFacts(form, fewest === 1 ? scraped : carried, taken, most, reading, fewest);
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
  const widen = (points: number, fewest?: number): void => {
    for (const section of sections) if (section.form === 'essentiel') for (const read of section.facts) taken.first.delete(read);
    add('essentiel', points, fewest);
  };
  if (floorCan(sheet) && written() < target) widen(MOST_POINTS);
  // A thin source: forms with a single item are better than none.
  const exactly = (): number => wordsOf(planned(ordered(sections), keyphrase, sheet, options));
  for (const form of LAST_RESORT) {
    if (!floorCan(sheet) || sections.some((section) => section.form === form)) continue;
    if (exactly() >= options.minWords * 1.01) break;
    add(form, 8, 1);
  }
  if (floorCan(sheet) && exactly() < options.minWords * 1.01) widen(PAIRED_POINTS);
  if (floorCan(sheet) && exactly() < options.minWords * 1.01) widen(PAIRED_POINTS, 1);

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

function itemsOf(sketch: Sketch, sheet: FactSheet, options: RewriteOptions): number {
  if (!floorCan(sheet)) return Infinity;
  const blocks = composeFloor(sectionOf(sketch, 0, readingOf(sheet)), sheet, options);
  return blocks.reduce((sum, block) => sum + (block.kind === 'list' ? block.items.length : 0), 0);
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
