/** A draft that is short: a form not used before, then more of the sections that fell short. Two rounds, never more. */
import type { Block } from '../article/block.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { Manuscript } from './manuscript.ts';
import type { RewriteOptions } from './options.ts';
import type { Plan, PlannedSection } from './plan.ts';

export type PlanForms = (sheet: FactSheet, options: RewriteOptions) => Plan;

/** Words that a new section must bring to be worth its subheading. */
const LEAST = 25;

/** Sections of forms that the plan does not have and that the source carries, best first: found by planning for more. */
export function unusedForms(
  plan: Plan,
  sheet: FactSheet,
  options: RewriteOptions,
  planForms: PlanForms,
  missing: number,
): PlannedSection[] {
  const used = new Set(plan.sections.map((section) => section.form));
  const larger = planForms(sheet, { ...options, minWords: Math.min(5000, options.minWords + Math.max(missing * 2, 250)) });
  const headings = new Set(plan.sections.map((section) => section.heading));
  return larger.sections
    .filter((section) => !used.has(section.form) && section.heading !== null && !headings.has(section.heading))
    .map((section, index) => ({ ...section, id: `P${plan.sections.length + index + 1}` }));
}

/** As many of the sections as the missing words need, by what their floor has. */
export function enoughOf(
  sections: readonly PlannedSection[],
  floorOf: (section: PlannedSection) => Block[],
  wordsOf: (blocks: Block[]) => number,
  missing: number,
): { section: PlannedSection; floor: Block[] }[] {
  const chosen: { section: PlannedSection; floor: Block[] }[] = [];
  let words = 0;
  for (const section of sections) {
    if (words >= missing) break;
    const floor = floorOf(section);
    const own = wordsOf(floor);
    if (own < LEAST) continue;
    words += own;
    chosen.push({ section, floor });
  }
  return chosen;
}

/** Sections to ask again for more words: those furthest under their plan, until the missing words are found. */
export function shortSections(manuscript: Manuscript, wordsOf: (blocks: Block[]) => number, missing: number): number[] {
  const short = manuscript.sections
    .map((desk, index) => ({ index, desk, lacks: desk.planned.words - wordsOf(manuscript.section(index).blocks) }))
    .filter(({ desk, lacks }) => lacks > 15 && desk.kept === null && desk.pieces.length > 0)
    .toSorted((a, b) => b.lacks - a.lacks);
  const chosen: number[] = [];
  let found = 0;
  for (const { index, lacks } of short) {
    if (found >= missing) break;
    chosen.push(index);
    found += lacks;
  }
  return chosen.toSorted((a, b) => a - b);
}
