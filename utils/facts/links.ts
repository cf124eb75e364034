/** Links of a text unit with the place of their text. */
import type { TextUnit } from '../article/text-units.ts';

export interface TextLink {
  text: string;
  href: string;
  /** [start, end) in characters of the unit's text. */
  start: number;
  end: number;
}

export function linksOf(unit: TextUnit): TextLink[] {
  const links: TextLink[] = [];
  let at = 0;
  for (const inline of unit.inlines) {
    const end = at + inline.text.length;
    for (const mark of inline.marks ?? []) {
      if (mark.kind !== 'link') continue;
      const last = links.at(-1);
      if (last && last.href === mark.href && last.end === at) {
        last.end = end;
        last.text += inline.text;
      } else links.push({ text: inline.text, href: mark.href, start: at, end });
    }
    at = end;
  }
  return links;
}
