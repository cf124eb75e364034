/** The model's plan and subheadings, held against the plan made by code: what does not pass keeps the code's wording. */
import type { FactSheet } from '../facts/fact.ts';
import { fold } from '../french/fold.ts';
import { judgeHeading, type HeadingFault, type HeadingRules } from './judge-heading.ts';
import type { Plan, PlannedSection } from './plan.ts';
import { sentenceCase } from './sentence-case.ts';
import type { Wording } from './wording-answer.ts';

export interface JudgedPlan {
  plan: Plan;
  /** Subheadings refused, to be asked for once more. */
  refused: { id: string; heading: string; fault: HeadingFault }[];
  /** Subheadings taken from the model. */
  taken: number;
}

/** @param rules of the headings, without `others`, which are those already taken here */
export function judgePlan(
  plan: Plan,
  parts: Wording['parties'],
  sheet: FactSheet,
  rules: Omit<HeadingRules, 'others'>,
): JudgedPlan {
  const ordered = orderOf(plan, parts, sheet) ?? plan.sections;
  const refused: JudgedPlan['refused'] = [];
  const taken = new Map<string, string>();
  for (const section of ordered) {
    const heading = sentenceCase(parts.find((part) => part.id === section.id)?.intertitre ?? '', sheet).trim();
    if (section.heading === null || heading.trim() === '') continue;
    const fault = judgeHeading(heading, { ...rules, others: [...taken.values()] });
    if (fault === null) taken.set(section.id, heading);
    else refused.push({ id: section.id, heading, fault });
  }
  const sections = withHeadings(ordered, taken, plan.keyphrase);
  return { plan: { ...plan, sections }, refused, taken: taken.size };
}

/** Share of the subheadings that should hold the keyphrase, by yoastseo 3.6. */
const KEYPHRASE_MOST = 0.75;

/** The headings of the model, but the code's where the keyphrase would stand in too many or a double would arise. */
export function withHeadings(
  sections: readonly PlannedSection[],
  taken: ReadonlyMap<string, string>,
  keyphrase: string,
): PlannedSection[] {
  const headed = sections.filter((section) => section.heading !== null).length;
  const holds = (heading: string): boolean => keyphrase !== '' && fold(heading).includes(fold(keyphrase));
  let holding = 0;
  return sections.map((section) => {
    const heading = taken.get(section.id);
    if (heading === undefined) {
      if (section.heading !== null && holds(section.heading)) holding++;
      return section;
    }
    if (holds(heading)) holding++;
    return holds(heading) && holding > headed * KEYPHRASE_MOST ? section : { ...section, heading, headingBy: 'model' };
  });
}

/**
 * The model's own order of the parts and allotment of the facts, where it keeps every part and every fact; null
 * otherwise. Quotations follow their facts.
 */
function orderOf(plan: Plan, parts: Wording['parties'], sheet: FactSheet): PlannedSection[] | null {
  const movable = plan.sections.filter((section) => section.heading !== null);
  if (parts.length !== movable.length || new Set(parts.map((part) => part.id)).size !== parts.length) return null;
  const sections: PlannedSection[] = [];
  for (const part of parts) {
    const section = movable.find((candidate) => candidate.id === part.id);
    if (!section) return null;
    sections.push(section);
  }
  // A list of points or questions that opens the code's plan or closes it keeps its place: only the story is reordered.
  if (sections.some((section, index) => movable[index]?.form !== section.form)) return null;
  const allotted = allotmentOf(plan, parts);
  return [
    ...plan.sections.filter((section) => section.heading === null),
    ...sections.map((section) => {
      const facts = allotted?.get(section.id);
      return facts === undefined ? section : { ...section, facts, quotations: quotationsOf(facts, sections, sheet) };
    }),
  ];
}

/** Whole quotations of these facts that the story holds; those that the plan gives to another form stay there. */
function quotationsOf(facts: readonly string[], sections: readonly PlannedSection[], sheet: FactSheet): string[] {
  const placed = new Set(sections.filter((section) => section.form === 'body').flatMap((section) => section.quotations));
  return sheet.quotations
    .filter((quotation) => facts.includes(quotation.factId) && placed.has(quotation.id))
    .map((quotation) => quotation.id);
}

/** Facts of each part of the story as the model divides them; null unless it deals out all of them, once, and evenly. */
function allotmentOf(plan: Plan, parts: Wording['parties']): Map<string, string[]> | null {
  const bodies = plan.sections.filter((section) => section.form === 'body');
  const all = new Set(bodies.flatMap((section) => section.facts));
  const dealt = parts.filter((part) => bodies.some((body) => body.id === part.id));
  const given = dealt.flatMap((part) => part.faits);
  if (given.length !== all.size || given.some((id) => !all.has(id)) || new Set(given).size !== all.size) return null;
  // A part without facts would be padding; one with most of them a wall.
  if (dealt.some((part) => part.faits.length === 0 || part.faits.length > Math.max(4, all.size * 0.6))) return null;
  return new Map(dealt.map((part) => [part.id, part.faits]));
}
