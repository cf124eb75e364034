/**
 * Width of a title on a results page: Arial at 20 px, from the font's own advance widths (thousandths of an em), so that
 * code without a canvas measures the same. Google cuts at about 600 px on a desktop.
 */
export const MAX_TITLE_WIDTH = 600;
const SIZE = 20;

const WIDTHS: readonly (readonly [width: number, characters: string])[] = [
  [191, "'"],
  [200, '\u202F\u2009'],
  [222, 'ijl’‘‚'],
  [260, '|'],
  [278, ' \u00A0!,./:;I[\\]ft'],
  [333, '()-`r“”„‹›\u2011'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [400, '°'],
  [469, '^'],
  [500, 'Jckvxyzs'],
  [556, '#$0123456789?L_abdeghnopqu«»–€£'],
  [584, '+<=>~×÷±'],
  [611, 'FTZß'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%æ'],
  [944, 'Wœ'],
  [1000, '…—ŒÆ'],
  [1015, '@'],
];
const TABLE = new Map(WIDTHS.flatMap(([width, characters]) => [...characters].map((character) => [character, width])));
/** A letter of another script. */
const UNKNOWN = 600;

/** Pixels. Accents do not widen a letter. */
export function titleWidth(title: string): number {
  const units = [...title.normalize('NFC')].reduce((sum, character) => sum + widthOf(character), 0);
  return Math.round((units * SIZE) / 1000);
}

function widthOf(character: string): number {
  return TABLE.get(character) ?? TABLE.get(character.normalize('NFD').charAt(0)) ?? UNKNOWN;
}
