/** Brings a short draft to its length: a new form first, then the sections that fell short. Two rounds at most. */
import { countBlockWords } from '../article/words.ts';
import type { Desk } from './desk.ts';
import { composeFloor } from './floor.ts';
import { enoughOf, shortSections, unusedForms } from './length.ts';
import type { RewriteOptions } from './options.ts';
import type { Plan } from './plan.ts';
import type { RewriteEvent } from './progress.ts';
import { writeDraft } from './write-draft.ts';

export async function* keepLength(
  desk: Desk,
  plan: Plan,
  planFor: (options: RewriteOptions) => Plan,
): AsyncGenerator<RewriteEvent, void> {
  const { manuscript, sheet, options } = desk;
  const missing = (): number => options.minWords - manuscript.words();
  if (missing() <= 0) return;

  const unused = unusedForms(plan, sheet, options, (_, wider) => planFor(wider), missing());
  const floorOf = (section: (typeof unused)[number]): ReturnType<typeof composeFloor> => composeFloor(section, sheet, options);
  const added = enoughOf(unused, floorOf, countBlockWords, missing());
  if (added.length > 0) {
    const first = manuscript.sections.length;
    for (const { section, floor } of added) manuscript.add(section, floor);
    plan.sections.push(...added.map(({ section }) => section));
    yield { kind: 'plan', plan };
    const indexes = added.map((_, at) => first + at);
    for (const index of indexes) yield { kind: 'section', index, section: manuscript.section(index), state: 'floor' };
    yield* writeDraft(desk, indexes);
  }
  if (missing() <= 0) return;

  const short = shortSections(manuscript, countBlockWords, missing());
  for (const index of short) {
    // What of the floor says nothing twice comes first: it costs nothing.
    const desk = manuscript.at(index);
    desk.fill = manuscript.rest(index, manuscript.said());
    yield { kind: 'section', index, section: manuscript.section(index), state: desk.state };
  }
  if (missing() <= 0 || short.length === 0) return;
  const before = new Map(short.map((index) => [index, { ...manuscript.at(index) }]));
  for (const index of short) manuscript.clear(index);
  yield* writeDraft(desk, short);
  for (const [index, old] of before) {
    const longer = countBlockWords(manuscript.section(index).blocks);
    const now = manuscript.at(index);
    if (now.state === 'written' && longer > countBlockWords(manuscript.blocksOf(old))) continue;
    manuscript.putBack(index, old);
    yield { kind: 'section', index, section: manuscript.section(index), state: now.state };
  }
}
