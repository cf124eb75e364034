/**
 * The history, after an insertion and after all that can happen to a tab and to the extension: the built extension in a
 * real browser and a real WordPress; exports are the files that the browser has saved.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserKind, type ExtensionBrowser, launchExtensionBrowser } from './extension-browser.ts';
import { setUpModel } from './extension-options.ts';
import { byTestId, click, fill, textOf, until, untilState, type View } from './extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from './flow-editors.ts';
import { insertDraft, previewLines, startRewrite } from './flow-steps.ts';
import { askedTwice } from './job-tools.ts';
import { type LlmServer, startLlmServer } from './llm-server.ts';
import { recordedScript, seedRecording } from './recorded-model.ts';
import { startWordPress, type WordPressSite } from './wordpress.ts';

const KEY = 'sk-cle-tres-secrete-de-l-historique';
const editor = flowEditor('block');
const PARAGRAPHS = seedParagraphs();
const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });
const slow = () => recordedScript(seedRecording(), { chunkChars: 6, delayMs: 25 });

/** Debian's Firefox has no French without its language package. */
const WORDS: Record<BrowserKind, { inserted: string; ready: string; words: string; restored: string }> = {
  chromium: { inserted: 'Inséré', ready: 'Prêt', words: 'mots', restored: 'L’original est rétabli' },
  firefox: { inserted: 'Inserted', ready: 'Ready', words: 'words', restored: 'The original is restored' },
};

export function historySuite(kind: BrowserKind): void {
  const says = WORDS[kind];
  let app: ExtensionBrowser;
  let site: WordPressSite;
  let model: LlmServer;
  let downloads: string;

  beforeAll(async () => {
    downloads = mkdtempSync(join(tmpdir(), 'reecrire-downloads-'));
    [app, site, model] = await Promise.all([
      launchExtensionBrowser(kind, { hosts: ['http://127.0.0.1/*'], downloads }),
      startWordPress(),
      startLlmServer(fast()),
    ]);
    const options = await app.openExtensionPage('options.html');
    await setUpModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: KEY });
    await options.close();
  });
  afterAll(async () => {
    await Promise.all([app?.close(), site?.close(), model?.close()]);
    rmSync(downloads, { recursive: true, force: true });
  });

  async function openPost(title: string): Promise<{ id: number; page: Page; popup: View }> {
    model.answerWith(fast());
    model.requests.length = 0;
    const id = await site.createPost({ title, content: editor.content(PARAGRAPHS), editor: 'block' });
    const page = await app.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await editor.open(page, site, id);
    await editor.selectParagraphs(page, 0, PARAGRAPHS.length - 1);
    const popup = await app.openPopup(page);
    await untilState(popup, 'idle');
    return { id, page, popup };
  }

  const openHistory = (): Promise<View> => app.openExtensionPage('history.html');

  /** Title, state and text of each rewrite that the page lists, newest first. */
  async function listed(history: View): Promise<string[]> {
    await until(
      async () => (await textOf(history, 'count')) || (await textOf(history, 'history-empty')),
      10_000,
      () => 'history',
    );
    return history.run(
      (selector) => [...document.querySelectorAll(selector)].map((entry) => entry.textContent ?? ''),
      byTestId('history-entry'),
    );
  }

  const textIn = (history: View): Promise<string> => textOf(history, 'history-text').then((text) => text ?? '');

  /** The file that a click saves. */
  async function saved(history: View, button: string): Promise<{ name: string; text: string }> {
    const before = new Set(readdirSync(downloads));
    await click(history, button);
    return until(
      async () => {
        const name = readdirSync(downloads).find((file) => !before.has(file) && /\.(?:json|md|html)$/u.test(file));
        // Firefox first puts an empty file there.
        const text = name && readFileSync(join(downloads, name), 'utf8');
        return text ? { name, text } : null;
      },
      10_000,
      () => `file after ${button}`,
    );
  }

  /** What stands on the clipboard as text after a click. */
  async function copied(history: View, button: string): Promise<string> {
    const before = await app.clipboard(history);
    await click(history, button);
    return until(
      async () => {
        const now = await app.clipboard(history);
        return now !== before && now;
      },
      5000,
      () => `clipboard after ${button}`,
    );
  }

  test('after an insertion: found by a word, exported, copied, told who accepted it, put back, and forgotten', async () => {
    const { id, page, popup } = await openPost(SEED_TITLE);
    const before = await editor.read(page);
    await startRewrite(popup);
    await untilState(popup, 'ready');
    const lines = await previewLines(popup);
    await insertDraft(popup);
    await popup.close();
    expect(await editor.read(page)).not.toBe(before);

    const history = await openHistory();
    const [entry = ''] = await listed(history);
    for (const part of [says.inserted, new URL(site.url).host, 'modele-de-test', says.words]) expect(entry).toContain(part);
    expect(await textIn(history)).toContain(lines.at(-1));
    const facts = await history.run(() => document.querySelector('.detail-facts')?.textContent ?? '');
    expect(facts).toContain(`n°\u00A0${id}`);
    expect(facts).toContain(says.inserted);

    await fill(history, 'search', 'PESKOV démenti');
    expect(await listed(history)).toHaveLength(1);
    await fill(history, 'search', 'élections');
    expect(await listed(history)).toHaveLength(0);
    await fill(history, 'search', '');
    await listed(history);

    const markdown = await copied(history, 'copy-markdown');
    const text = [await saved(history, 'export-md'), await saved(history, 'export-html')];
    expect(text.map(({ name }) => name.slice(name.lastIndexOf('.')))).toEqual(['.md', '.html']);
    expect(text[0]?.text).toMatch(/^# .*\n\n/u);
    expect(text[0]?.text).toContain(markdown);
    expect(text[1]?.text).toMatch(/^<!doctype html>[^]*<h1>[^]*<h2>/u);
    expect(markdown).toMatch(/^## /mu);
    expect(markdown).not.toContain('<p>');
    expect(await copied(history, 'copy-html')).toContain('<h2>');
    expect(await copied(history, 'copy-original')).toBe(before);

    await history.click('#history-tab-trail');
    await fill(history, 'reviewer', 'Claire Martin');
    const statement = (await textOf(history, 'statement')) ?? '';
    for (const part of ['article 50, paragraphe 4', 'modele-de-test', `n°\u00A0${id}`, 'Vérifications automatiques'])
      expect(statement).toContain(part);
    expect(await copied(history, 'copy-statement')).toContain('Empreinte SHA-256 du texte accepté');
    const review = await saved(history, 'export-review');
    expect(JSON.parse(review.text)).toMatchObject({
      format: 'reecrire-seo/review-trail',
      exportedBy: 'Claire Martin',
      post: { id },
      review: [{ kind: 'inserted', verified: true }],
    });
    const one = await saved(history, 'export');
    expect(JSON.parse(one.text)).toMatchObject({
      format: 'reecrire-seo/history',
      rewrites: [
        { post: { id }, model: { model: 'modele-de-test' }, insertion: { mode: 'replace', original: { content: before } } },
      ],
    });
    const all = await saved(history, 'export-all');
    expect((JSON.parse(all.text) as { rewrites: unknown[] }).rewrites).toHaveLength(1);
    for (const given of [...[review, one, all, ...text].map((file) => file.text), markdown, statement])
      expect(given).not.toContain(KEY);

    await click(history, 'restore');
    await until(
      async () => (await textOf(history, 'news'))?.includes(says.restored),
      20_000,
      async () => `restoration: ${await textOf(history, 'news')}`,
    );
    expect(await editor.read(page)).toBe(before);

    await click(history, 'delete-all');
    await click(history, 'delete-all-yes');
    await until(() => textOf(history, 'history-empty'), 10_000);
    expect(await history.run(() => document.documentElement.outerHTML)).not.toContain('Kremlin');
    await history.close();
    await page.close();
    expect(existsSync(join(downloads, one.name))).toBe(true);
  });

  describe('what was being written', () => {
    test.each([
      ['the tab is closed', (page: Page) => page.close()],
      ['the tab goes to another page', (page: Page) => page.goto(`${site.url}/wp-admin/index.php`)],
      [
        'the extension is renewed, then switched off and on',
        async () => {
          const before = model.requests.length;
          await app.renewExtension();
          await model.arrived(before + 1, 60_000);
          await app.switchExtension();
        },
      ],
    ])('goes on when %s, and stands in the history', async (what, happen) => {
      const title = `Article : ${what}`;
      const { page, popup } = await openPost(title);
      model.answerWith(slow());
      await startRewrite(popup);
      await until(
        () => Promise.resolve(model.requests.length >= 2 && (model.requests.at(-1)?.writes.length ?? 0) > 3),
        60_000,
        () => 'second section',
      );
      await popup.close();
      await happen(page);
      model.answerWith(fast());
      const history = await until(
        async () => {
          const view = await openHistory().catch(() => null);
          const [entry = ''] = view ? await listed(view) : [];
          if (entry.includes(says.ready)) return view;
          await view?.close();
          return null;
        },
        90_000,
        () => 'rewrite that is ready',
      );
      expect(await textIn(history)).toContain('Kremlin');
      expect(askedTwice(model.requests)).toEqual([]);
      await history.close();
      if (!page.isClosed()) await page.close();
    });
  });
}
