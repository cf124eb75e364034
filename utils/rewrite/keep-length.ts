/** Brings a short draft to its length: a new form first, then the sections that fell short. Two rounds at most. */
import { plainText } from '../article/text-units.ts';
import { countBlockWords } from '../article/words.ts';
import type { Desk } from './desk.ts';
import { composeFloor } from './floor.ts';
import { sentencesOf } from './floor-rest.ts';
import { enoughOf, shortSections, unusedForms } from './length.ts';
import type { RewriteOptions } from './options.ts';
import { blocksOfPieces } from './pieces.ts';
import type { Plan } from './plan.ts';
import type { RewriteEvent } from './progress.ts';
import { writeDraft } from './write-draft.ts';
import type { Ask } from './write-sections.ts';

/** @param planFor the plan by code for other options: where the forms come from that this plan has not used */
export async function* keepLength(
  desk: Desk,
  plan: Plan,
  planFor: (options: RewriteOptions) => Plan,
): AsyncGenerator<RewriteEvent, void> {
  const { manuscript, options } = desk;
  const missing = (): number => options.minWords - manuscript.words();
  if (missing() > 0) yield* addForms(desk, plan, planFor, missing());
  if (missing() > 0) yield* goOn(desk, missing());
  if (missing() > 0) yield* fillFromFloor(desk);
}

/** Forms not used before, by the model, over their floor. */
async function* addForms(
  desk: Desk,
  plan: Plan,
  planFor: (options: RewriteOptions) => Plan,
  missing: number,
): AsyncGenerator<RewriteEvent, void> {
  const { manuscript, sheet, options } = desk;
  const unused = unusedForms(plan, sheet, options, (_, wider) => planFor(wider), missing);
  const added = enoughOf(unused, (section) => composeFloor(section, sheet, options), countBlockWords, missing);
  if (added.length === 0) return;
  const first = manuscript.sections.length;
  for (const { section, floor } of added) manuscript.add(section, floor);
  plan.sections.push(...added.map(({ section }) => section));
  yield { kind: 'plan', plan };
  const asks = added.map(({ section }, at): Ask => ({ index: first + at, planned: section, standing: '' }));
  for (const { index } of asks) yield { kind: 'section', index, section: manuscript.section(index), state: 'floor' };
  yield* writeDraft(desk, asks);
}

/** The sections furthest under their plan, asked for what is still missing: what stands stays. */
async function* goOn(desk: Desk, missing: number): AsyncGenerator<RewriteEvent, void> {
  const { manuscript } = desk;
  const said = manuscript.said();
  const asks = shortSections(manuscript, countBlockWords, missing).map((index): Ask => {
    const { planned, pieces } = manuscript.at(index);
    const open = planned.facts.filter((fact) => !said.has(fact));
    const blocks = blocksOfPieces(pieces);
    return {
      index,
      planned: {
        ...planned,
        facts: open.length > 0 ? open : planned.facts,
        quotations: planned.quotations.filter((id) => !manuscript.quoted.has(id)),
        words: Math.max(30, planned.words - countBlockWords(blocks)),
      },
      standing: plainText(blocks).replace(/\s+/gu, ' '),
    };
  });
  if (asks.length > 0) yield* writeDraft(desk, asks);
}

/** What of the floor a section does not say itself, though another may: the forms of a dispatch repeat its facts. */
export function* fillFromFloor(desk: Desk): Generator<RewriteEvent, void> {
  const { manuscript, options } = desk;
  for (const [index, section] of manuscript.sections.entries()) {
    if (manuscript.words() >= options.minWords) return;
    const { kept, pieces } = section;
    if (kept === null && pieces.length === 0) continue;
    const own = kept
      ? sentencesOf(kept).flatMap((sentence) => manuscript.factsOf(sentence))
      : pieces.flatMap((piece) => (piece.kind === 'sentence' ? piece.facts : []));
    const rest = manuscript.rest(index, new Set(own));
    if (rest.length === 0) continue;
    const filled = new Set(sentencesOf(rest));
    if (kept) section.kept = [...kept, ...rest];
    else section.fill = [...rest, ...section.fill.filter((block) => !sentencesOf([block]).some((text) => filled.has(text)))];
    yield { kind: 'section', index, section: manuscript.section(index), state: section.state };
  }
}
