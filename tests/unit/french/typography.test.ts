import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../utils/article/block.ts';
import { foldedLetters } from '../../../utils/article/fold-letters.ts';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { inlineText } from '../../../utils/article/inlines.ts';
import { textUnits } from '../../../utils/article/text-units.ts';
import { countBlockWords } from '../../../utils/article/words.ts';
import { typographBlocks, typographInlines, typographText } from '../../../utils/french/typography.ts';

/** No-break spaces made visible: _ is U+00A0, ^ is U+202F. */
const shown = (text: string) => text.replace(/\u00A0/g, '_').replace(/\u202F/g, '^');
const fixed = (text: string) => shown(typographText(text));

describe('typographText', () => {
  it.each([
    ['Il dit: "Non!" Elle rit; lui aussi ?', 'Il dit_: «_Non!_» Elle rit^; lui aussi^?'],
    ['Vraiment ? ! Oui!!', 'Vraiment^?! Oui^!!'],
    ["C'est l'\"affaire\" d'hier...", 'C’est l’«_affaire_» d’hier…'],
    ['“Il a dit "non" hier”, selon lui', '«_Il a dit “non” hier_», selon lui'],
    ['dit«oui»et part', 'dit «_oui_» et part'],
    ['12,5%, 234,5 M€, 3 000€, 20 °C, 5 km', '12,5^%, 234,5_M€, 3^000_€, 20_°C, 5_km'],
    ['1 234 567 habitants, 300 000 voix, en 2022 300 voix', '1^234^567 habitants, 300^000 voix, en 2022 300 voix'],
    ['n°5, N° 7, M. Peskov, Mme Le Pen, le 12 mars, art. 3', 'n°_5, N°_7, M._Peskov, Mme_Le Pen, le 12_mars, art._3'],
    ['10-15 % en 2019-2022, score 3-1', '10–15^% en 2019-2022, score 3-1'],
    ['Il - dit-on - part. Le mot — dit-il.', 'Il –_dit-on_– part. Le mot – dit-il.'],
    ['- Bonjour', '–_Bonjour'],
    ['mot , suite .  Fin', 'mot, suite. Fin'],
    ['A Paris, les Etats-Unis. A été jugé. Ca va. ETAT', 'À Paris, les États-Unis. A été jugé. Ça va. ÉTAT'],
    ['Le coeur de l’oeuvre, la poésie et le moelleux', 'Le cœur de l’œuvre, la poésie et le moelleux'],
  ])('%s', (text, wanted) => {
    expect(fixed(text)).toBe(wanted);
  });

  it('leaves URLs, addresses, times, scores, codes and brand names alone', () => {
    const text = 'Voir https://a.example/b?c=d;e!f et www.b.fr/x?y, a@b.example, 10:30, 3:0, [C1] et Yahoo! ici';
    expect(typographText(text)).toBe(text);
  });

  it('changes nothing inside a quotation but the kind of its blanks, apostrophes, the ellipsis and the marks', () => {
    expect(fixed("« L'Etat - 10-15% - a raison... Non! Et vous ? »")).toBe('«_L’Etat - 10-15% - a raison… Non! Et vous^?_»');
  });

  it('leaves marks that do not pair up', () => {
    expect(fixed('Un écran de 12" et "le reste')).toBe('Un écran de 12" et "le reste');
  });

  it('uses the narrow space inside « » where the house wants it', () => {
    expect(shown(typographText('« oui » : non', { narrowQuotes: true }))).toBe('«^oui^»_: non');
  });
});

describe('typography on runs', () => {
  it('sees the text across runs, and keeps marks where they were', () => {
    const strong = [{ kind: 'strong' as const }];
    const runs: Inline[] = [{ text: 'Il dit "' }, { text: 'non', marks: strong }, { text: '" !' }];
    expect(typographInlines(runs).map((run) => [shown(run.text), run.marks])).toEqual([
      ['Il dit «_', undefined],
      ['non', strong],
      ['_»^!', undefined],
    ]);
  });

  it('puts an inserted blank outside a link, and leaves code alone', () => {
    const link = [{ kind: 'link' as const, href: 'https://a.example' }];
    const runs: Inline[] = [{ text: 'ici', marks: link }, { text: '! ' }, { text: 'a ? b', marks: [{ kind: 'code' }] }];
    expect(typographInlines(runs).map((run) => shown(run.text))).toEqual(['ici', '^! ', 'a ? b']);
  });
});

const word = fc.constantFrom(
  'mot',
  'l’Ukraine',
  "d'Etat",
  'A',
  'M.',
  'n°',
  '12',
  '300',
  '000',
  '%',
  '€',
  'km',
  'Etats-Unis',
  'oeuvre',
  'été',
  'aujourd’hui',
  'etc.',
  '10:30',
  'https://a.example/?b',
  '[C1]',
);
const sign = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '',
  ',',
  ', ',
  ' ; ',
  ';',
  ' !',
  '?',
  ' : ',
  ':',
  '.',
  '. ',
  '...',
  '…',
  '«',
  '»',
  '« ',
  ' »',
  '"',
  '“',
  '”',
  "'",
  '’',
  '-',
  ' - ',
  ' – ',
  '—',
  '(',
  ')',
  '\n',
  '\u00A0',
  '\u202F',
  '\uE001',
  '&amp;',
  '$',
);
const prose = fc.array(fc.oneof(word, sign), { maxLength: 30 }).map((parts) => parts.join(''));
const anything = fc.oneof(prose, fc.string({ unit: 'grapheme' }), fc.string());
/** What words are made of: letters without accents on capitals and ligatures, figures. */
const letters = (text: string) => foldedLetters(text).replace(/[^\p{L}\p{N}\uE000-\uF8FF]|ʼ/gu, '');

describe('whatever the text', () => {
  it('is done after once', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (text, narrowQuotes) => {
        const once = typographText(text, { narrowQuotes });
        expect(typographText(once, { narrowQuotes })).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every word', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(letters(typographText(text))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps a quotation letter for letter', () => {
    const inner = prose.filter((text) => !/[«»"“”\n]/.test(text) && /\p{L}/u.test(text));
    /** As verbatim is defined: spaces, apostrophes and the ellipsis folded. */
    const verbatim = (text: string) =>
      text
        .replace(/[\s\u00A0\u202F]+/g, ' ')
        .replace(/['’]/g, '’')
        .replace(/\.{3,}/g, '…')
        .trim();
    fc.assert(
      fc.property(inner, (quotation) => {
        const kept = /«([^»]*)»/.exec(typographText(`Il a dit « ${quotation} », hier.`))?.[1] ?? '';
        expect(verbatim(kept)).toBe(verbatim(quotation));
      }),
      { numRuns: 500 },
    );
  });

  it('gives each run its own words back', () => {
    const marks = fc.constantFrom<Inline['marks'][]>(undefined, [{ kind: 'strong' }], [{ kind: 'em' }]);
    fc.assert(
      fc.property(fc.array(fc.record({ text: prose, marks }), { maxLength: 5 }), (runs) => {
        const changed = typographInlines(runs);
        expect(inlineText(changed)).toBe(typographText(inlineText(runs)));
        const of = (list: Inline[], kind: string | undefined) =>
          letters(inlineText(list.filter((run) => run.marks?.[0]?.kind === kind)));
        for (const kind of [undefined, 'strong', 'em']) expect(of(changed, kind)).toBe(of(runs, kind));
      }),
    );
  });
});

describe('on the seed article', () => {
  it('changes spaces and nothing else', () => {
    const blocks = blocksFromHtml(readFileSync(new URL('../../fixtures/seed-article.html', import.meta.url), 'utf8'));
    const after = typographBlocks(blocks);
    expect(countBlockWords(after)).toBe(countBlockWords(blocks));
    const text = (list: typeof blocks) => textUnits(list).map((unit) => unit.text.replace(/\s/g, ' '));
    expect(text(after)).toEqual(text(blocks));
    expect(textUnits(after)[1]?.text).toContain('«\u00A0envoyé des sondes');
  });
});
