/** What differs between two states of a draft: section by section, the paragraphs and items between what stayed the same. */
import type { DraftSection } from './draft.ts';
import { textUnits } from './text-units.ts';

export interface ChangedText {
  /** Subheading of the section, null for the chapô. */
  heading: string | null;
  /** Plain text, units separated by a line break; '' = nothing was, or is, there. */
  old: string;
  new: string;
}

export function changedTexts(before: readonly DraftSection[], after: readonly DraftSection[]): ChangedText[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => index).flatMap((index): ChangedText[] => {
    const old = linesOf(before[index]);
    const now = linesOf(after[index]);
    let start = 0;
    while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
    let end = 0;
    while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
    const part = (lines: string[]): string => lines.slice(start, lines.length - end).join('\n');
    const [was, is] = [part(old), part(now)];
    return was === is ? [] : [{ heading: (after[index] ?? before[index])?.heading ?? null, old: was, new: is }];
  });
}

function linesOf(section: DraftSection | undefined): string[] {
  if (!section) return [];
  return [...(section.heading === null ? [] : [section.heading]), ...textUnits(section.blocks).map((unit) => unit.text)];
}
