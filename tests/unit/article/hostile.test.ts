/** Hostile text on every way that text takes into a post: nothing of it may come out as markup. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../utils/article/block.ts';
import { Draft, draftBlocks, EMPTY_DRAFT } from '../../../utils/article/draft.ts';
import { htmlFromBlocks } from '../../../utils/article/html-writer.ts';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { markdownFromBlocks } from '../../../utils/article/markdown-writer.ts';
import { blocksFromMarkdown } from '../../../utils/article/markdown.ts';
import { safeHtml } from '../../../utils/editor/block-write.ts';
import { plainFields } from '../../../utils/editor/plain-field.ts';
import { inlinesOf } from '../../../utils/rewrite/pieces.ts';
import { unsafeIn } from '../../support/hostile-audit.ts';
import { hostileCases } from '../../support/hostile-cases.ts';

const CASES = hostileCases('http://127.0.0.1:1');

/** Name of the way → the HTML that comes out of it. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  'a model’s Markdown': (text) => written(blocksFromMarkdown(text)),
  'the sentences of a stream': (text) => written([{ kind: 'paragraph', inlines: inlinesOf(text) }]),
  'the HTML of a page': (text) => written(blocksFromHtml(text)),
  'text typed by hand': (text) => written(everywhere({ text })),
  'a stored draft with a mark that no reader let through': (text) =>
    written(everywhere({ text, marks: [{ kind: 'strong' }, { kind: 'link', href: text }] })),
  'Markdown copied and pasted again': (text) => written(blocksFromMarkdown(markdownFromBlocks(blocksFromMarkdown(text)))),
  'a block of the block editor': (text) => safeHtml([{ text }, { text, marks: [{ kind: 'code' }] }]),
};

describe('hostile text', () => {
  it('is told by the audit where nothing was done against it', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(80);
    const harmless = CASES.filter((one) => unsafeIn(one.text).length === 0).map((one) => one.family);
    // What is dangerous in Markdown, in WordPress or when it is decoded is text to an HTML parser.
    const others = ['Markdown', 'encoded', 'unseen', 'string', 'shortcode', 'embed', 'template', 'breakout'];
    expect(harmless.filter((family) => others.every((start) => !family.includes(start)))).toEqual([]);
  });

  it.each(Object.keys(WAYS))('comes out of %s as text', (way) => {
    const bad = CASES.map((one) => ({ text: one.text, found: unsafeIn(WAYS[way]?.(one.text) ?? '<no-way>') }));
    expect(bad.filter((one) => one.found.length > 0)).toEqual([]);
  });

  it('leaves no half of a character, with which WordPress would refuse to save the post', () => {
    const written = CASES.flatMap(({ text }) => Object.values(WAYS).map((way) => way(text)));
    const fields = CASES.flatMap(({ text }) => Object.values(plainFields({ title: text, excerpt: text, seoTitle: text })));
    expect(CASES.some(({ text }) => !text.isWellFormed())).toBe(true);
    expect([...written, ...fields].filter((text) => !String(text).isWellFormed())).toEqual([]);
  });

  it('is still there to be read, so that an editor sees what a source or a model tried', () => {
    const html = CASES.filter((one) => one.family === 'script').map((one) => WAYS['a model’s Markdown']?.(one.text) ?? '');
    for (const text of html) expect(text).toMatch(/^<p>Le texte\. &lt;scr/iu);
  });

  it('leaves no markup and no second line in any field', () => {
    const bad = CASES.flatMap(({ text }) => {
      const {
        tags = [],
        slug = '',
        ...texts
      } = plainFields({
        ...{ title: text, seoTitle: text, metaDescription: text, excerpt: text, keyphrase: text },
        ...{ slug: text, tags: [text, `a, ${text}`] },
      });
      const values = [...Object.values(texts), ...tags];
      const marked = values.filter((value) => unsafeIn(value).length > 0 || /<[a-z/!?]|[\n\u2028\u2029]/iu.test(value));
      if (values.length < 6 || !/^[a-z0-9-]*$/u.test(slug) || tags.some((tag) => tag.includes(','))) marked.push(slug, ...tags);
      return marked;
    });
    expect(bad).toEqual([]);
  });

  it('runs no shortcode that was not there', () => {
    const cases = CASES.filter((one) => one.family === 'shortcode');
    const written = cases.flatMap(({ text }) => [
      safeHtml([{ text }]),
      ...Object.values(plainFields({ title: text, excerpt: text })),
    ]);
    expect(written).toHaveLength(cases.length * 3);
    expect(written.filter((text) => /\[\/?(?:video|audio|caption|embed|gallery|playlist|temoin)/u.test(String(text)))).toEqual(
      [],
    );
    const french = 'Il a dit « [sic] » […] à [Saint-Denis] [le président russe].';
    expect(safeHtml([{ text: french }])).toBe(french);
  });
});

const corpus = process.env['DOMPURIFY_DIR'];

describe.skipIf(!corpus)('the corpus of DOMPurify (skipped where DOMPURIFY_DIR is not given)', () => {
  it.each(Object.keys(WAYS))('comes out of %s as text', async (way) => {
    const payloads = await payloadsOf(corpus ?? '');
    expect(payloads.length).toBeGreaterThan(50);
    const bad = payloads.map((text) => ({ text, found: unsafeIn(WAYS[way]?.(text) ?? '<no-way>') }));
    expect(bad.filter((one) => one.found.length > 0)).toEqual([]);
  });

  it('leaves no markup in any field', async () => {
    const fields = (await payloadsOf(corpus ?? '')).flatMap((text) => {
      const { title = '', excerpt = '', tags = [] } = plainFields({ title: text, excerpt: text, tags: [text] });
      return [title, excerpt, ...tags];
    });
    expect(fields.filter((value) => unsafeIn(value).length > 0)).toEqual([]);
  });
});

/** Of a checkout: its list of payloads, with what DOMPurify makes of them, which is of no interest here. */
async function payloadsOf(folder: string): Promise<string[]> {
  const file = ['mjs', 'js', 'json'].map((ending) => resolve(join(folder, `test/fixtures/expect.${ending}`))).find(existsSync);
  if (!file) throw new Error(`no test/fixtures/expect.mjs in ${folder}`);
  const { default: list } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: { payload: string }[] };
  return list.map((one) => one.payload);
}

/** The run in each place of a draft that holds text. */
function everywhere(run: Inline): Block[] {
  const draft = Draft.parse({
    ...EMPTY_DRAFT,
    sections: [
      {
        ...{ id: 'P1', form: 'body', heading: run.text, level: 2 },
        blocks: [
          { kind: 'paragraph', inlines: [run] },
          { kind: 'heading', level: 3, inlines: [run] },
          { kind: 'list', ordered: true, items: [{ inlines: [run], list: { ordered: false, items: [{ inlines: [run] }] } }] },
          { kind: 'quote', paragraphs: [[run]], citation: [run] },
        ] satisfies Block[],
      },
    ],
  });
  return draftBlocks(draft);
}

function written(blocks: readonly Block[]): string {
  return htmlFromBlocks(blocks);
}
