/** A draft that code alone composed, for the tests of the floor. */
import type { Block } from '../../utils/article/block.ts';
import { draftBlocks, type Draft } from '../../utils/article/draft.ts';
import type { SourceArticle } from '../../utils/article/source-article.ts';
import { textUnits } from '../../utils/article/text-units.ts';
import { cutFacts } from '../../utils/facts/cut-facts.ts';
import type { FactSheet } from '../../utils/facts/fact.ts';
import { splitSentences } from '../../utils/french/sentences.ts';
import { composeFields } from '../../utils/rewrite/floor-fields.ts';
import { composeFloor } from '../../utils/rewrite/floor.ts';
import { DEFAULT_OPTIONS, type RewriteOptions } from '../../utils/rewrite/options.ts';
import { planForms } from '../../utils/rewrite/plan-forms.ts';
import type { Plan } from '../../utils/rewrite/plan.ts';

export interface FloorDraft {
  sheet: FactSheet;
  plan: Plan;
  draft: Draft;
  blocks: Block[];
  headings: string[];
  sentences: string[];
  /** The whole body, one kind of space and apostrophe. */
  text: string;
}

export function floorOf(source: SourceArticle, asked: Partial<RewriteOptions> = {}): FloorDraft {
  const options = { ...DEFAULT_OPTIONS, ...asked };
  const sheet = cutFacts(source);
  const plan = planForms(sheet, source, options);
  const sections = plan.sections.map((section) => {
    const { id, form, heading, level } = section;
    return { id, form, heading, level, blocks: composeFloor(section, sheet, options) };
  });
  const draft = { ...composeFields(sheet, source, plan, options), sections };
  const blocks = draftBlocks(draft);
  const units = textUnits(blocks);
  return {
    sheet,
    plan,
    draft,
    blocks,
    headings: units.filter((unit) => unit.kind === 'heading').map((unit) => unit.text),
    sentences: units.flatMap((unit) => splitSentences(unit.text).map((span) => span.text)),
    text: plain(units.map((unit) => unit.text).join('\n')),
  };
}

export function plain(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/['’]/gu, '’')
    .trim();
}
