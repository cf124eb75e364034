/**
 * What stands at the ends of an article and states none of its facts: « PARIS, 12 mars (AFP) – » and the agencies' credit
 * where the user keeps them, and the word that its quotations are translated. Put there last, over finished sections.
 */
import type { Block } from '../article/block.ts';
import { mapInlines, plainText, textUnits } from '../article/text-units.ts';
import { creditLines, translationLine } from '../facts/end-lines.ts';
import { fold } from '../french/fold.ts';
import { splitSentences } from '../french/sentences.ts';
import type { Manuscript } from './manuscript.ts';
import type { RewriteOptions } from './options.ts';

/** Can be done again: what stands is not put twice, and what came after it goes before it. Returns the sections that changed. */
export function signOff(manuscript: Manuscript, { keepDateline }: Pick<RewriteOptions, 'keepDateline'>): number[] {
  const { sheet } = manuscript;
  const standing = manuscript.sections.flatMap((_, index) => (manuscript.section(index).blocks.length > 0 ? [index] : []));
  const [first, last] = [standing[0], standing.at(-1)];
  if (first === undefined || last === undefined) return [];
  const changed: number[] = [];
  if (keepDateline && head(manuscript, first)) changed.push(first);
  const note = translationLine(sheet);
  const lines = [
    ...(keepDateline ? creditLines(sheet).map((text) => ({ text })) : []),
    ...(note === null ? [] : [{ text: note, marks: [{ kind: 'em' as const }] }]),
  ].map((inline): Block => ({ kind: 'paragraph', inlines: [inline] }));
  const keyOf = (block: Block): string => fold(plainText([block]));
  const ours = new Set(lines.map(keyOf));
  for (const index of lines.length > 0 ? standing : []) {
    const { blocks } = manuscript.section(index);
    const own = blocks.filter((block) => !ours.has(keyOf(block)));
    const wanted = index === last ? [...own, ...lines] : own;
    if (wanted.map(keyOf).join('\n') === blocks.map(keyOf).join('\n')) continue;
    manuscript.replace(index, wanted, []);
    changed.push(index);
  }
  return changed;
}

/** The dateline before the first paragraph, whose first sentence stays its writer's. Returns whether it was put there. */
function head(manuscript: Manuscript, index: number): boolean {
  const [opening] = manuscript.sheet.facts;
  const { blocks } = manuscript.section(index);
  const unit = textUnits(blocks).find(({ kind }) => kind === 'paragraph');
  const sentence = splitSentences(unit?.text ?? '')[0]?.text;
  if (opening?.kind !== 'dateline' || !unit || sentence === undefined) return false;
  if (fold(unit.text).startsWith(fold(opening.text))) return false;
  const byModel = manuscript.originOf(sentence) === 'model';
  const headed = mapInlines(blocks, (inlines, { block, item }) =>
    block === unit.block && item === unit.item ? [{ text: `${opening.text} ` }, ...inlines] : inlines,
  );
  manuscript.replace(index, headed, byModel ? [`${opening.text} ${sentence}`] : []);
  return true;
}
