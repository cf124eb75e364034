/** What is left of a section's floor once other text says part of it. */
import type { Block, Inline } from '../article/block.ts';
import { inlineText } from '../article/inlines.ts';
import { mapInlines, textUnits } from '../article/text-units.ts';
import { splitSentences } from '../french/sentences.ts';

/** A sentence that leans on the one before it stays with it. */
export const LEANS =
  /^(?:[«"“]\s*)?(?:il|elle|ils|elles|celui-ci|celle-ci|ceux-ci|celles-ci|ce|cet|cette|ces|cela|son|sa|ses|leur|leurs|y|en|mais|or|car|puis|toujours|a-t-)\b/iu;

/** The blocks without the sentences (and those that lean on them) for which `gone` holds; empty blocks are dropped. */
export function floorRest(blocks: readonly Block[], gone: (sentence: string) => boolean): Block[] {
  const thinned = mapInlines(blocks, (inlines) => {
    const groups = groupsOf(inlineText(inlines));
    const kept = groups.filter((group) => !group.sentences.every(gone));
    if (kept.length === groups.length) return inlines;
    return kept.flatMap((group, index) => [
      ...(index > 0 ? [{ text: ' ' }] : []),
      ...sliceInlines(inlines, group.start, group.end),
    ]);
  });
  return thinned
    .map(withoutEmptyItems)
    .filter((block) => block.kind === 'kept' || textUnits([block]).some((unit) => unit.text.trim() !== ''));
}

/** Plain sentences of the blocks, in reading order. */
export function sentencesOf(blocks: readonly Block[]): string[] {
  return textUnits(blocks)
    .filter((unit) => unit.kind !== 'heading')
    .flatMap((unit) => splitSentences(unit.text).map((span) => span.text));
}

/** The runs that hold characters [start, end) of the inlines' text. */
export function sliceInlines(inlines: readonly Inline[], start: number, end: number): Inline[] {
  const slice: Inline[] = [];
  let at = 0;
  for (const inline of inlines) {
    const text = inline.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') slice.push({ ...inline, text });
    at += inline.text.length;
  }
  return slice;
}

function groupsOf(text: string): { sentences: string[]; start: number; end: number }[] {
  const groups: { sentences: string[]; start: number; end: number }[] = [];
  for (const span of splitSentences(text)) {
    const last = groups.at(-1);
    if (last && LEANS.test(span.text)) {
      last.sentences.push(span.text);
      last.end = span.end;
    } else groups.push({ sentences: [span.text], start: span.start, end: span.end });
  }
  return groups;
}

function withoutEmptyItems(block: Block): Block {
  if (block.kind !== 'list') return block;
  return { ...block, items: block.items.filter((item) => inlineText(item.inlines).trim() !== '' || item.list !== undefined) };
}
