import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../utils/article/block.ts';
import { blocksFromMarkdown } from '../../../utils/article/markdown.ts';
import { markdownFromBlocks } from '../../../utils/article/markdown-writer.ts';
import { plainText } from '../../../utils/article/text-units.ts';

const p = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });

describe('reading Markdown', () => {
  it('reads headings, emphasis, links, lists and quotations', () => {
    const markdown =
      '## Un titre\n\nDu **gras *et*** un [lien](https://a.example).\nSuite\n\n- a\n  1. b\n- c\n\n> Un.\n>\n> Deux.';
    expect(blocksFromMarkdown(markdown)).toEqual([
      { kind: 'heading', level: 2, inlines: [{ text: 'Un titre' }] },
      p(
        { text: 'Du ' },
        { text: 'gras ', marks: [{ kind: 'strong' }] },
        { text: 'et', marks: [{ kind: 'strong' }, { kind: 'em' }] },
        { text: ' un ' },
        { text: 'lien', marks: [{ kind: 'link', href: 'https://a.example' }] },
        { text: '. Suite' },
      ),
      {
        kind: 'list',
        ordered: false,
        items: [
          { inlines: [{ text: 'a' }], list: { ordered: true, items: [{ inlines: [{ text: 'b' }] }] } },
          { inlines: [{ text: 'c' }] },
        ],
      },
      { kind: 'quote', paragraphs: [[{ text: 'Un.' }], [{ text: 'Deux.' }]] },
    ]);
  });

  it('makes raw HTML text, and no link that the allow-list refuses', () => {
    expect(blocksFromMarkdown('<script>alert(1)</script>\n\nUn <b onclick="x">b</b> [c](javascript:alert)')).toEqual([
      p({ text: '<script>alert(1)</script>' }),
      p({ text: 'Un <b onclick="x">b</b> c' }),
    ]);
  });

  it('leaves quotation codes alone, also where they look like a definition', () => {
    expect(plainText(blocksFromMarkdown('[C1]: a dit Peskov. [C2]\n\n« [C3] », a-t-il ajouté.'))).toBe(
      '[C1]: a dit Peskov. [C2]\n\n« [C3] », a-t-il ajouté.',
    );
  });

  it('opens a fence around the whole answer', () => {
    expect(blocksFromMarkdown('```markdown\n## Titre\n\nTexte.\n```')).toEqual([
      { kind: 'heading', level: 2, inlines: [{ text: 'Titre' }] },
      p({ text: 'Texte.' }),
    ]);
  });

  it('reads a table as points', () => {
    expect(blocksFromMarkdown('| Qui | Quoi |\n|---|---|\n| Kremlin | dément |')).toEqual([
      { kind: 'list', ordered: false, items: [{ inlines: [{ text: 'Kremlin\u00A0: dément' }] }] },
    ]);
  });

  it('decodes character references and keeps no-break spaces', () => {
    expect(plainText(blocksFromMarkdown('Caf&eacute; &amp; th&#233;\u202F!'))).toBe('Café & thé\u202F!');
  });
});

describe('writing Markdown', () => {
  const text = fc
    .stringMatching(/^[a-zéà«»<>&"'’ *_#`[\]()~.:!1-9+-]{1,14}$/)
    .filter((it) => it === it.trim() && !/ {2}/.test(it));
  const inlines = text.map((it): Inline[] => [{ text: it }]);
  const list = fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ inlines }), { minLength: 1 }),
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    inlines.map((it): Block => p(...it)),
    fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }), inlines }),
    list,
    fc.record({ kind: fc.constant('quote' as const), paragraphs: fc.array(inlines, { minLength: 1 }) }),
  );

  it('is read back as the same blocks, whatever the text looks like', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
        expect(blocksFromMarkdown(markdownFromBlocks(blocks))).toEqual(blocks);
      }),
    );
  });

  it('keeps emphasis, links, line breaks and nested lists', () => {
    const blocks: Block[] = [
      p(
        { text: 'Un ' },
        { text: 'gras', marks: [{ kind: 'strong' }] },
        { text: ' et\nligne ' },
        { text: 'lien', marks: [{ kind: 'link', href: 'https://a.example/(x)' }] },
      ),
      {
        kind: 'list',
        ordered: true,
        items: [
          { inlines: [{ text: 'a' }], list: { ordered: false, items: [{ inlines: [{ text: 'b' }] }] } },
          { inlines: [{ text: 'c' }] },
        ],
      },
    ];
    expect(markdownFromBlocks(blocks)).toBe('Un **gras** et  \nligne [lien](<https://a.example/(x)>)\n\n1. a\n   - b\n2. c');
    expect(blocksFromMarkdown(markdownFromBlocks(blocks))).toEqual(blocks);
  });
});
