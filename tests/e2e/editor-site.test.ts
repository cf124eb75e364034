/**
 * The site editor's view of a page: its own blocks stand inside a template, and only they are the article; or alone, as
 * « Show template » chooses. WordPress 6.9 opens a page without its template, 6.6 and 7.1 with it.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyIn, captureIn } from '../support/editor-commands.ts';
import { command } from '../support/editor-script.ts';
import { launchBrowser, type OpenBrowser } from '../support/extension-browser.ts';
import { until } from '../support/extension-view.ts';
import { flowEditor } from '../support/flow-editors.ts';
import '../support/seen.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

declare const wp: {
  data: {
    select(store: string): Record<string, (...args: unknown[]) => unknown>;
    dispatch(store: string): Record<string, (...args: unknown[]) => Promise<unknown>>;
  };
};

interface Menu {
  attributes: { ref?: number };
  innerBlocks: unknown[];
}

const editor = flowEditor('block');
let site: WordPressSite;
let app: OpenBrowser;
let page: Page;

beforeAll(async () => {
  [site, app] = await Promise.all([startWordPress(), launchBrowser()]);
  page = await app.browser.newPage();
  page.setDefaultNavigationTimeout(90_000);
  page.on('dialog', (dialog) => void dialog.accept());
});
afterAll(async () => {
  await Promise.all([app?.close(), site?.close()]);
});

const VIEWS = [
  { view: 'inside its template', mode: 'template-locked' },
  { view: 'without its template', mode: 'post-only' },
];

async function open(mode: string): Promise<number> {
  const content = editor.content(['Un.', 'Deux.', 'Trois.']);
  const id = await site.createPost({ title: 'Contact', content, type: 'page', status: 'publish' });
  await page.goto(`${site.url}/wp-admin/site-editor.php?postType=page&postId=${id}&canvas=edit`);
  await until(
    async () => (await showAs(mode)) && (await blocksOfPage()).length === 3,
    60_000,
    () => `page in the site editor, ${mode}`,
  );
  return id;
}

/**
 * As « Show template » of the editor's menu does, asked again until it holds: the editor takes its own choice once it has
 * found it. The template is there once its menus have found their links: WordPress 6.6 gives the number of a menu found
 * later to the blocks that are selected then.
 */
function showAs(mode: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const { __unstableIsEditorReady: isReady, getRenderingMode } = wp.data.select('core/editor');
    if (!isReady?.()) return false;
    if (getRenderingMode?.() !== wanted) void wp.data.dispatch('core/editor')['setRenderingMode']?.(wanted);
    const { getBlocksByName, getBlock } = wp.data.select('core/block-editor');
    const named = (name: string) => (getBlocksByName?.(name) ?? []) as string[];
    if (wanted === 'post-only') return named('core/post-content').length === 0;
    const menus = named('core/navigation').map((id) => getBlock?.(id) as Menu);
    const isFound = ({ attributes, innerBlocks }: Menu) => attributes.ref !== undefined || innerBlocks.length > 0;
    return named('core/post-content').length === 1 && menus.length > 0 && menus.every(isFound);
  }, mode);
}

/** Client IDs of the page's own blocks, wherever in the template they stand. */
function blocksOfPage(): Promise<string[]> {
  return page.evaluate(() => {
    const store = wp.data.select('core/block-editor');
    const [host] = (store['getBlocksByName']?.('core/post-content') ?? []) as string[];
    return store['getBlockOrder']?.(host) as string[];
  });
}

async function select(first: number, last: number): Promise<void> {
  const ids = await blocksOfPage();
  await page.evaluate((from, to) => void wp.data.dispatch('core/block-editor')['multiSelect']?.(from, to), ids[first], ids[last]);
}

test.for(VIEWS)(
  '$view: the page’s own blocks are captured, replaced, undone, saved and restored, and no others',
  async ({ mode }, context) => {
    if (Number.parseFloat(site.version) < 6.5) {
      context.task.meta.seen = 'no page view before WordPress 6.3';
      return context.skip('this WordPress has templates only there');
    }
    const id = await open(mode);
    expect(await captureIn(page)).toMatchObject({
      editor: 'block',
      scope: 'post',
      postId: id,
      postType: 'page',
      title: 'Contact',
      html: '<p>Un.</p>\n<p>Deux.</p>\n<p>Trois.</p>',
    });
    await select(1, 2);
    const captured = await captureIn(page);
    expect(captured).toMatchObject({ scope: 'blocks', html: '<p>Deux.</p>\n<p>Trois.</p>' });
    const receipt = await applyIn(page, captured, { fields: { title: 'Nous écrire' } });
    expect(receipt.verified).toBe(true);
    expect((await captureIn(page)).title).toBe('Nous écrire');
    await page.evaluate(() => void wp.data.dispatch('core')['undo']?.());
    expect(await captureIn(page)).toMatchObject({ title: 'Contact', html: '<p>Un.</p>\n<p>Deux.</p>\n<p>Trois.</p>' });
    await page.evaluate(() => void wp.data.dispatch('core')['redo']?.());
    await page.evaluate((postId) => wp.data.dispatch('core')['saveEditedEntityRecord']?.('postType', 'page', postId), id);
    const saved = await site.readPost(id);
    expect(saved).toMatchObject({ title: 'Nous écrire' });
    expect(saved.content).toMatch(/^<!-- wp:paragraph -->\n<p>Un.<\/p>/u);
    expect(saved.content).toContain('Un texte neuf.');
    expect(saved.content).not.toMatch(/Deux|wp:template-part|wp:post-content/u);
    expect(await command(page, { kind: 'restore', postId: id, original: receipt.original, force: false })).toMatchObject({
      kind: 'restored',
      verified: true,
    });
    expect(await captureIn(page)).toMatchObject({ title: 'Contact', html: '<p>Un.</p>\n<p>Deux.</p>\n<p>Trois.</p>' });
  },
);
