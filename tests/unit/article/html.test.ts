import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../utils/article/block.ts';
import { htmlFromBlocks } from '../../../utils/article/html-writer.ts';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { plainText } from '../../../utils/article/text-units.ts';
import { countBlockWords } from '../../../utils/article/words.ts';

const p = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });

describe('reading HTML', () => {
  it('reads the seed article as twelve paragraphs of 349 words', () => {
    const blocks = blocksFromHtml(readFileSync(new URL('../../fixtures/seed-article.html', import.meta.url), 'utf8'));
    expect(blocks.map((block) => block.kind)).toEqual(Array(12).fill('paragraph'));
    expect(countBlockWords(blocks)).toBe(349);
  });

  it('reads headings, paragraphs, emphasis, links and line breaks', () => {
    const html =
      '<h2>Un  titre</h2><p>Du <strong>gras <em>et</em></strong> un <a href="https://a.example/x">lien</a>,<br> puis.</p>';
    expect(blocksFromHtml(html)).toEqual([
      { kind: 'heading', level: 2, inlines: [{ text: 'Un titre' }] },
      {
        kind: 'paragraph',
        inlines: [
          { text: 'Du ' },
          { text: 'gras ', marks: [{ kind: 'strong' }] },
          { text: 'et', marks: [{ kind: 'strong' }, { kind: 'em' }] },
          { text: ' un ' },
          { text: 'lien', marks: [{ kind: 'link', href: 'https://a.example/x' }] },
          { text: ',\npuis.' },
        ],
      },
    ]);
  });

  it('keeps nested lists nested, in either way of nesting', () => {
    const inner = { ordered: true, items: [{ inlines: [{ text: 'b' }] }] };
    const nested = [
      { kind: 'list', ordered: false, items: [{ inlines: [{ text: 'a' }], list: inner }, { inlines: [{ text: 'c' }] }] },
    ];
    expect(blocksFromHtml('<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>')).toEqual(nested);
    expect(blocksFromHtml('<ul><li>a</li><ol><li>b</li></ol><li>c</li></ul>')).toEqual(nested);
  });

  it('reads a block quotation with its paragraphs and its author', () => {
    expect(blocksFromHtml('<blockquote><p>Un.</p><p>Deux.</p><cite>Anne</cite></blockquote>')).toEqual([
      { kind: 'quote', paragraphs: [[{ text: 'Un.' }], [{ text: 'Deux.' }]], citation: [{ text: 'Anne' }] },
    ]);
  });

  it('leaves out what a reader does not see', () => {
    const hidden = [
      '<div style="display: none">x</div>',
      '<p style="VISIBILITY:hidden">x</p>',
      '<p hidden>x</p>',
      '<span aria-hidden="true">x</span>',
      '<span style="font-size:0">x</span>',
      '<span style="font-size: 0.0px !important">x</span>',
      '<p style="color:#ffffff;background:#fff">x</p>',
      '<p style="position:absolute; left:-9999px">x</p>',
      '<span class="screen-reader-text">x</span>',
      '<!-- x --><script>x</script><style>x</style><noscript>x</noscript><template>x</template>',
      '<div hidden><div><p>x</p></div>x</div>',
    ];
    for (const html of hidden) expect(blocksFromHtml(`<p>Vu.</p>${html}<p>Vu aussi.</p>`)).toEqual([p('Vu.'), p('Vu aussi.')]);
  });

  it.each(['03', '04', '05', '07'])('reads nothing of what hostile source %s hides', (number) => {
    const file = new URL(`../../fixtures/hostile/hostile-${number}.json`, import.meta.url);
    const { source_html: html, injected }: { source_html: string; injected: string[] } = JSON.parse(readFileSync(file, 'utf8'));
    const text = plainText(blocksFromHtml(html));
    expect(injected.filter((it) => text.includes(it))).toEqual([]);
  });

  it('leaves what is plainly seen', () => {
    const seen = [
      '<p style="font-size:0.8em">x</p>',
      '<p style="color:#000">x</p>',
      '<p class="is-hidden-ish">x</p>',
      '<p style="">x</p>',
    ];
    for (const html of seen) expect(blocksFromHtml(html)).toEqual([p('x')]);
  });

  it('removes zero-width, tag and bidirectional characters, and keeps no-break spaces and emoji', () => {
    const html = '<p>Un\u200B\uFEFF mot\u{E0049}\u{E0067}\u202E cou\u00ADpé\u00A0: 👨\u200D👩\u200D👧</p>';
    expect(blocksFromHtml(html)).toEqual([p('Un mot coupé\u00A0: 👨\u200D👩\u200D👧')]);
  });

  it('keeps images, tables, embeds and shortcodes as themselves, without their text', () => {
    const html =
      '<figure><img src="a.jpg" alt="ordre"><figcaption>légende</figcaption></figure><p>A</p><table><tr><td>1</td></tr></table>[gallery ids="1,2"]\n\n<p>B <img src="b.jpg"> C</p>';
    expect(blocksFromHtml(html)).toEqual([
      { kind: 'kept', name: 'img', ref: '0' },
      p('A'),
      { kind: 'kept', name: 'table', ref: '1' },
      { kind: 'kept', name: '[gallery]', ref: '2' },
      p('B C'),
      { kind: 'kept', name: 'img', ref: '3' },
    ]);
  });

  it('takes links from the allow-list only and keeps their text', () => {
    const html = '<p><a href="javascript:alert(1)">a</a> <a href="/b">b</a> <a href="data:text/html,x">c</a></p>';
    expect(blocksFromHtml(html)).toEqual([p('a b c')]);
    expect(blocksFromHtml(html, { base: 'https://s.example/post/' })).toEqual([
      {
        kind: 'paragraph',
        inlines: [{ text: 'a ' }, { text: 'b', marks: [{ kind: 'link', href: 'https://s.example/b' }] }, { text: ' c' }],
      },
    ]);
  });

  it('reads classic text: blank lines end paragraphs, single newlines are breaks when asked', () => {
    expect(blocksFromHtml('Un <em>a</em>\nsuite\n\nDeux', { breaks: true })).toEqual([
      { kind: 'paragraph', inlines: [{ text: 'Un ' }, { text: 'a', marks: [{ kind: 'em' }] }, { text: '\nsuite' }] },
      p('Deux'),
    ]);
    expect(blocksFromHtml('Un\nsuite<br><br>Deux')).toEqual([p('Un suite'), p('Deux')]);
  });

  it('survives broken markup', () => {
    expect(plainText(blocksFromHtml('<p>a<li>b</ul><h2>c<p>d</blockquote><b>e'))).toContain('e');
    fc.assert(fc.property(fc.string(), (html) => Array.isArray(blocksFromHtml(html))));
  });
});

describe('writing HTML', () => {
  it('escapes everything that is text', () => {
    const blocks: Block[] = [{ kind: 'paragraph', inlines: [{ text: '<img src=x onerror=alert(1)> & "co"' }] }];
    expect(htmlFromBlocks(blocks)).toBe('<p>&lt;img src=x onerror=alert(1)&gt; &amp; "co"</p>');
    expect(blocksFromHtml(htmlFromBlocks(blocks))).toEqual(blocks);
  });

  it('writes no link that the allow-list refuses', () => {
    const inlines = [{ text: 'a', marks: [{ kind: 'link' as const, href: 'javascript:alert(1)' }] }];
    expect(htmlFromBlocks([{ kind: 'paragraph', inlines }])).toBe('<p>a</p>');
  });

  it('comes back as the same blocks', () => {
    const text = fc
      .stringMatching(/^[a-zé«»<>&"'’ :]{1,12}$/)
      .filter((it) => it === it.trim() && !/ {2}/.test(it) && it.length > 0);
    const inlines = text.map((it) => [{ text: it }]);
    const blocks: fc.Arbitrary<Block> = fc.oneof(
      inlines.map((it): Block => ({ kind: 'paragraph', inlines: it })),
      fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }), inlines }),
      fc.record({
        kind: fc.constant('list' as const),
        ordered: fc.boolean(),
        items: fc.array(fc.record({ inlines }), { minLength: 1 }),
      }),
      fc.record({ kind: fc.constant('quote' as const), paragraphs: fc.array(inlines, { minLength: 1 }) }),
    );
    fc.assert(
      fc.property(fc.array(blocks), (it) => {
        expect(blocksFromHtml(htmlFromBlocks(it))).toEqual(it);
      }),
    );
  });
});

describe('marks that run on over several runs', () => {
  it.each([
    '<p>Voir <a href="https://a.example/x">la <em>longue</em> dépêche</a>.</p>',
    '<p><strong>Gras <em>et italique</em> <a href="https://a.example/x">lien</a></strong></p>',
    '<p><a href="https://a.example/x">un</a><a href="https://a.example/y">deux</a></p>',
    '<ul><li><em>a<br><strong>b</strong></em></li></ul>',
  ])('writes %s as it was read: a mark that runs on is one element', (html) => {
    expect(htmlFromBlocks(blocksFromHtml(html))).toBe(html);
  });

  it('leaves out a link that is not allowed, and keeps its text', () => {
    const marks = [{ kind: 'link' as const, href: 'javascript:alert(1)' }, { kind: 'em' as const }];
    expect(htmlFromBlocks([{ kind: 'paragraph', inlines: [{ text: 'un ' }, { text: 'mot', marks }] }])).toBe(
      '<p>un <em>mot</em></p>',
    );
  });
});
