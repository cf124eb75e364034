/** « PARIS, 12 mars (AFP) – » at the head of the article and the agencies' credit at its end, where the user keeps them. */
import type { Block } from '../article/block.ts';
import { mapInlines, textUnits } from '../article/text-units.ts';
import { splitSentences } from '../french/sentences.ts';
import type { Manuscript } from './manuscript.ts';

/** Puts them where they do not stand yet. Returns the sections that changed. */
export function keepAgencyLines(manuscript: Manuscript): number[] {
  const standing = manuscript.sections.flatMap((_, index) => (manuscript.section(index).blocks.length > 0 ? [index] : []));
  const [first, last] = [standing[0], standing.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { facts } = manuscript.sheet;
  const stands = manuscript.draftSections().flatMap(({ blocks }) => textUnits(blocks).map((unit) => unit.text));
  const changed: number[] = [];
  const [opening] = facts;
  if (
    opening?.kind === 'dateline' &&
    !stands.some((text) => text.startsWith(opening.text)) &&
    head(manuscript, first, opening.text)
  )
    changed.push(first);
  const credits = facts.filter(({ kind, text }) => kind === 'credit' && !stands.includes(text));
  if (credits.length > 0) {
    const { blocks } = manuscript.section(last);
    const lines = credits.map(({ text }): Block => ({ kind: 'paragraph', inlines: [{ text }] }));
    manuscript.replace(last, [...blocks, ...lines], []);
    changed.push(last);
  }
  return changed;
}

/** The dateline before the first paragraph, whose first sentence stays its writer's. */
function head(manuscript: Manuscript, index: number, dateline: string): boolean {
  const { blocks } = manuscript.section(index);
  const unit = textUnits(blocks).find(({ kind }) => kind === 'paragraph');
  const sentence = splitSentences(unit?.text ?? '')[0]?.text;
  if (!unit || sentence === undefined) return false;
  const byModel = manuscript.originOf(sentence) === 'model';
  const headed = mapInlines(blocks, (inlines, { block, item }) =>
    block === unit.block && item === unit.item ? [{ text: `${dateline} ` }, ...inlines] : inlines,
  );
  manuscript.replace(index, headed, byModel ? [`${dateline} ${sentence}`] : []);
  return true;
}
