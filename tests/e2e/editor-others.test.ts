/** Editors beyond the two main ones: second and lone TinyMCEs, page builders, plain fields. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyIn, captureIn } from '../support/editor-commands.ts';
import { command } from '../support/editor-script.ts';
import { launchBrowser, type OpenBrowser } from '../support/extension-browser.ts';
import { flowEditor } from '../support/flow-editors.ts';
import { type NewPost, startWordPress, type WordPressSite } from '../support/wordpress.ts';

declare const tinymce: {
  get(id: string): {
    initialized: boolean;
    getContent(): string;
    getBody(): HTMLElement;
    focus(): void;
    selection: { select(node: Node): void };
    undoManager: { undo(): void };
  } | null;
};

const visual = flowEditor('classic-visual');
let site: WordPressSite;
let app: OpenBrowser;
let page: Page;

beforeAll(async () => {
  site = await startWordPress();
  app = await launchBrowser();
});
beforeEach(async () => {
  await page?.close();
  page = await app.browser.newPage();
  page.setDefaultNavigationTimeout(90_000);
  page.on('dialog', (dialog) => void dialog.accept());
});
afterAll(async () => {
  await app?.close();
  await site?.close();
});

const create = (extra: string, post: Partial<NewPost> = {}) =>
  site.createPost({ title: 'Avant', content: 'Un.\n\nDeux.', editor: 'classic-visual', meta: { _test_extra: extra }, ...post });

async function ready(id: string): Promise<void> {
  await page.waitForFunction((name) => typeof tinymce === 'object' && tinymce.get(name)?.initialized, { timeout: 60_000 }, id);
}
const contentOf = (id: string) => page.evaluate((name) => tinymce.get(name)?.getContent() ?? '', id);

/** The first paragraph of a TinyMCE, as a triple click selects it. */
function selectFirst(id: string): Promise<void> {
  return page.evaluate((name) => {
    const editor = tinymce.get(name);
    const first = editor?.getBody().firstElementChild;
    if (!editor || !first) throw new Error('no text');
    editor.focus();
    editor.selection.select(first);
  }, id);
}

describe('second TinyMCE of a post', () => {
  test('a field of formatted text: what is selected in it is captured, replaced, undone, saved and restored', async () => {
    const id = await create('field-editor', {
      meta: { _test_extra: 'field-editor', encadre: '<p>Un encadré ancien.</p><p>Sa suite.</p>' },
    });
    await visual.open(page, site, id);
    await ready('acf-editor-1');
    await selectFirst('acf-editor-1');
    const before = await contentOf('acf-editor-1');
    const captured = await captureIn(page);
    expect(captured).toMatchObject({ editor: 'classic-visual', html: '<p>Un encadré ancien.</p>', postId: id });
    await applyIn(page, captured);
    await page.evaluate(() => tinymce.get('acf-editor-1')?.undoManager.undo());
    expect(await contentOf('acf-editor-1')).toBe(before);
    await selectFirst('acf-editor-1');
    const receipt = await applyIn(page, await captureIn(page));
    expect(receipt.verified).toBe(true);
    expect(await contentOf('content')).toMatch(/^<p>Un.<\/p>\s*<p>Deux.<\/p>$/u);
    await visual.save(page);
    expect((await site.readPost(id)).meta['encadre']).toMatch(/<h2>Un intertitre<\/h2>\s+Un texte neuf\.\s+Sa suite\./u);
    await ready('acf-editor-1');
    expect(await command(page, { kind: 'restore', postId: id, original: receipt.original, force: false })).toMatchObject({
      kind: 'restored',
      verified: true,
    });
    expect(await contentOf('acf-editor-1')).toBe(before);
  });

  test('nothing selected is the article, wherever the caret stands', async () => {
    await visual.open(
      page,
      site,
      await create('field-editor', { meta: { _test_extra: 'field-editor', encadre: '<p>Un encadré.</p>' } }),
    );
    await ready('acf-editor-1');
    await page.evaluate(() => tinymce.get('acf-editor-1')?.focus());
    expect((await captureIn(page)).html).toBe('<p>Un.</p>\n<p>Deux.</p>');
  });

  test('an excerpt with an editor of its own takes the accepted excerpt, and gives the old one back', async () => {
    const id = await create('excerpt-editor', { excerpt: 'Un chapô ancien.' });
    await visual.open(page, site, id);
    await ready('excerpt');
    await visual.selectNothing(page);
    const receipt = await applyIn(page, await captureIn(page), { fields: { excerpt: 'Un démenti & deux sources.' } });
    expect(receipt.fields).toEqual([{ field: 'excerpt', outcome: 'written', undo: 'restore' }]);
    expect(receipt.original.fields.excerpt).toBe('Un chapô ancien.');
    await visual.save(page);
    expect((await site.readPost(id)).excerpt.replace('&amp;', '&')).toBe('Un démenti & deux sources.');
    await ready('excerpt');
    await command(page, { kind: 'restore', postId: id, original: receipt.original, force: false });
    expect(await contentOf('excerpt')).toBe('<p>Un chapô ancien.</p>');
  });
});

test('a TinyMCE alone on an admin page is an editor', async () => {
  await page.goto(`${site.url}/wp-admin/admin.php?page=test-lone-editor`);
  await ready('encadre');
  const captured = await captureIn(page);
  expect(captured).toMatchObject({ scope: 'post', html: '<p>Un encadré <em>ancien</em>.</p>\n<p>Sa suite.</p>', postId: 0 });
  const receipt = await applyIn(page, captured);
  expect(await contentOf('encadre')).toMatch(/^<h2>Un intertitre<\/h2>\s*<p>Un texte neuf.<\/p>$/u);
  expect(await command(page, { kind: 'restore', postId: 0, original: receipt.original, force: false })).toMatchObject({
    verified: true,
  });
});

describe('page builder', () => {
  const SHOWN = '<h2>Le démenti</h2>\n<p>Le Kremlin <strong>dément</strong>.</p>';
  const bricks = (row: string, text: string) =>
    `[${row}][${text} css=".a{}"]<h2>Le démenti</h2>\nLe Kremlin <strong>dément</strong>.[/${text}][/${row}]`;

  test.each([
    ['elementor', 'its own editor', '', (id: number) => `/wp-admin/post.php?post=${id}&action=elementor`],
    ['elementor', 'the edit screen', SHOWN, (id: number) => `/wp-admin/post.php?post=${id}&action=edit`],
    ['divi', 'the visual builder', '', (id: number) => `/?p=${id}&et_fb=1`],
    [
      'divi',
      'the edit screen',
      bricks('et_pb_section', 'et_pb_text'),
      (id: number) => `/wp-admin/post.php?post=${id}&action=edit`,
    ],
    ['wpbakery', 'the frontend editor', '', (id: number) => `/wp-admin/post.php?vc_action=vc_inline&post_id=${id}`],
    [
      'wpbakery',
      'the edit screen',
      bricks('vc_row', 'vc_column_text'),
      (id: number) => `/wp-admin/post.php?post=${id}&action=edit`,
    ],
  ] as const)('%s, %s: read to be copied, and never written in', async (builder, _screen, content, address) => {
    const editor = builder === 'elementor' ? 'block' : 'classic-visual';
    const id = await create(builder, { content, editor, status: 'publish' });
    await page.goto(site.url + address(id));
    if (content && editor === 'classic-visual') await ready('content');
    if (content && editor === 'block') await flowEditor('block').open(page, site, id);
    expect(await command(page, { kind: 'capture' })).toMatchObject({ kind: 'failed', code: 'not_editor' });
    const captured = await captureIn(page, 'capture-to-copy');
    expect(captured).toMatchObject({ editor: builder, scope: 'post', html: SHOWN });
    expect((await site.readPost(id)).content).toBe(content);
  });

  test('what is selected in a builder’s view is what is read', async () => {
    await page.goto(`${site.url}/wp-admin/post.php?post=${await create('elementor')}&action=elementor`);
    await page.evaluate(() => {
      const view = document.querySelector('iframe')?.contentWindow;
      view?.getSelection()?.selectAllChildren(view.document.querySelector('strong') ?? view.document.body);
    });
    expect(await captureIn(page, 'capture-to-copy')).toMatchObject({ scope: 'blocks', html: '<p>dément</p>' });
  });
});

describe('plain field', () => {
  test('the field in use is read to be copied: a textarea, what is selected in it, a contenteditable', async () => {
    await page.goto(`${site.url}/wp-admin/admin.php?page=test-plain-fields`);
    expect(await command(page, { kind: 'capture-to-copy' })).toMatchObject({ code: 'not_editor' });
    await page.focus('#plain');
    const whole = '<p>Un premier paragraphe.</p>\n<p>Un second.</p>';
    expect(await captureIn(page, 'capture-to-copy')).toMatchObject({ editor: 'field', scope: 'post', html: whole });
    await page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#plain')?.setSelectionRange(3, 10));
    expect(await captureIn(page, 'capture-to-copy')).toMatchObject({ scope: 'blocks', html: '<p>premier</p>' });
    await page.focus('#editable');
    expect((await captureIn(page, 'capture-to-copy')).html).toBe('<p>Un texte <strong>gras</strong>.</p>');
  });

  test('the dashboard’s Quick Draft is no article editor, not even while one writes in it', async () => {
    await page.goto(`${site.url}/wp-admin/`);
    await page.waitForSelector('#quick-press textarea#content');
    await page.type('#quick-press textarea#content', 'Une idée.');
    expect(await command(page, { kind: 'capture' })).toMatchObject({ code: 'not_editor' });
    expect(await command(page, { kind: 'capture-to-copy' })).toMatchObject({ code: 'not_editor' });
  });
});
