import { describe, expect, it } from 'vitest';
import type { Block } from '../../../utils/article/block.ts';
import { inlineText, tidyRuns } from '../../../utils/article/inlines.ts';
import { mapInlines, plainText, textUnits } from '../../../utils/article/text-units.ts';
import { countBlockWords, countWords, wordsOf } from '../../../utils/article/words.ts';

const t = (text: string) => [{ text }];
const blocks: Block[] = [
  { kind: 'heading', level: 2, inlines: t('Titre') },
  { kind: 'kept', name: 'img', ref: '0' },
  {
    kind: 'list',
    ordered: false,
    items: [{ inlines: t('a'), list: { ordered: true, items: [{ inlines: t('b') }] } }, { inlines: t('c') }],
  },
  { kind: 'quote', paragraphs: [t('d'), t('e')], citation: t('f') },
];

describe('text units', () => {
  it('stand in reading order, each with its block, item and level', () => {
    expect(textUnits(blocks).map(({ kind, block, item, level, text }) => [kind, block, item, level, text])).toEqual([
      ['heading', 0, 0, 2, 'Titre'],
      ['list', 2, 0, 0, 'a'],
      ['list', 2, 1, 1, 'b'],
      ['list', 2, 2, 0, 'c'],
      ['quote', 3, 0, 0, 'd'],
      ['quote', 3, 1, 0, 'e'],
      ['quote', 3, 2, 0, 'f'],
    ]);
  });

  it('are all changed by mapInlines, in place', () => {
    const changed = mapInlines(blocks, (inlines) => t(inlineText(inlines).toUpperCase()));
    expect(plainText(changed)).toBe(plainText(blocks).toUpperCase());
    expect(mapInlines(blocks, (inlines) => inlines)).toEqual(blocks);
  });

  it('make the plain text: a blank line between blocks, a newline between items', () => {
    expect(plainText(blocks)).toBe('Titre\n\na\nb\nc\n\nd\ne\nf');
  });
});

describe('runs', () => {
  it('are tidied as a browser shows them, no-break spaces kept', () => {
    const strong = [{ kind: 'strong' as const }];
    expect(tidyRuns([{ text: ' a  ' }, { text: ' b', marks: strong }, { text: '' }, { text: '\u00A0! \n c ' }])).toEqual([
      { text: 'a ' },
      { text: 'b', marks: strong },
      { text: '\u00A0!\nc' },
    ]);
  });
});

describe('words', () => {
  it('hold their elisions and hyphens together, and signs are none', () => {
    expect(wordsOf('C’est-à-dire : l’Ukraine – 12,5 % « non ! »')).toEqual(['C’est-à-dire', 'l’Ukraine', '12', '5', 'non']);
    expect(countWords('')).toBe(0);
    expect(countBlockWords(blocks)).toBe(7);
  });
});
