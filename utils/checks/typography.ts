/** Where a text is not set as French sets it. One finding a paragraph: the first place that the module would change. */
import type { Block } from '../article/block.ts';
import type { Finding } from '../article/report.ts';
import { textUnits } from '../article/text-units.ts';
import { type TypographyOptions, typographInlines } from '../french/typography.ts';
import { inlineText } from '../article/inlines.ts';

/** Characters shown on each side of the place. */
const AROUND = 12;

export function checkTypography(blocks: readonly Block[], options: TypographyOptions = {}): Finding[] {
  return textUnits(blocks).flatMap((unit): Finding[] => {
    const right = inlineText(typographInlines(unit.inlines, options));
    if (right === unit.text) return [];
    const at = firstDifference(unit.text, right);
    const excerpt = unit.text.slice(Math.max(0, at - AROUND), at + AROUND).trim() || unit.text;
    const source = right.slice(Math.max(0, at - AROUND), at + AROUND).trim();
    return [
      {
        kind: 'typography',
        severity: 'info',
        excerpt,
        message: 'Typographie française : espaces, guillemets, apostrophes ou accents.',
        source,
      },
    ];
  });
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
