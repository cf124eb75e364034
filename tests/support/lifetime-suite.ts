/**
 * A job outlives what runs it: its background, its popup, its browser. The built extension in a real browser, a real
 * WordPress, a model server that streams over HTTP; and of every request it is asked whether it was paid for twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserKind, type ExtensionBrowser, launchExtensionBrowser } from './extension-browser.ts';
import { errorOf, stateOf, until, untilState, type View } from './extension-view.ts';
import { saveLocalModel, askedTwice } from './job-tools.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from './flow-editors.ts';
import { previewLines, startRewrite } from './flow-steps.ts';
import { type LlmServer, startLlmServer } from './llm-server.ts';
import { recordedScript, seedRecording } from './recorded-model.ts';
import { startWordPress, type WordPressSite } from './wordpress.ts';

const editor = flowEditor('block');
const PARAGRAPHS = seedParagraphs();
const HOSTS = ['http://127.0.0.1/*'];
const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });
const slow = () => recordedScript(seedRecording(), { chunkChars: 6, delayMs: 25 });

/** `whole`: also what takes half a minute and more. */
export function lifetimeSuite(kind: BrowserKind, { whole }: { whole: boolean }): void {
  let app: ExtensionBrowser;
  let site: WordPressSite;
  let model: LlmServer;

  beforeAll(async () => {
    [app, site, model] = await Promise.all([
      launchExtensionBrowser(kind, { hosts: HOSTS }),
      startWordPress(),
      startLlmServer(fast()),
    ]);
    await saveModel(app);
  });
  afterAll(async () => {
    await Promise.all([app?.close(), site?.close(), model?.close()]);
  });
  afterEach(() => {
    model.answerWith(fast());
    model.requests.length = 0;
  });

  async function saveModel(where: ExtensionBrowser): Promise<void> {
    const page = await where.openExtensionPage('options.html');
    await saveLocalModel(page, model.url);
    await page.close();
  }

  async function openPost(where = app, title = SEED_TITLE): Promise<{ id: number; page: Page }> {
    const id = await site.createPost({ title, content: editor.content(PARAGRAPHS), editor: 'block' });
    const page = await where.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await editor.open(page, site, id);
    await editor.selectParagraphs(page, 0, PARAGRAPHS.length - 1);
    return { id, page };
  }

  /** In mid-stream of a section, at least one other being written already. */
  async function startedJob(page: Page, where = app): Promise<View> {
    model.answerWith(slow());
    const popup = await where.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'writing');
    await until(
      () =>
        Promise.resolve(finishedRequests() >= 2 && model.requests.some((request) => !request.over && request.writes.length > 3)),
      60_000,
      () => `section in mid-stream (${model.requests.length} requests)`,
    );
    return popup;
  }

  const finishedRequests = (): number => model.requests.filter((request) => request.over && !request.aborted).length;

  describe('a background killed in mid-stream', () => {
    test('starts again for the open popup, and asks only for what is missing', async () => {
      const { page } = await openPost();
      const popup = await startedJob(page);
      const paid = finishedRequests();
      await app.killBackground();
      model.answerWith(fast());
      await untilState(popup, 'ready');
      expect(paid).toBeGreaterThan(0);
      expect(askedTwice(model.requests)).toEqual([]);
      expect((await previewLines(popup)).length).toBeGreaterThan(8);
      await popup.close();
      await page.close();
    });

    test('once the text is there, loses nothing of it', async () => {
      const { page } = await openPost();
      const popup = await app.openPopup(page);
      await untilState(popup, 'idle');
      await startRewrite(popup);
      await untilState(popup, 'ready');
      const lines = await previewLines(popup);
      await popup.close();
      const asked = model.requests.length;
      await app.killBackground();
      const again = await app.openPopup(page);
      await untilState(again, 'ready');
      await expect.poll(() => previewLines(again), { timeout: 15_000 }).toEqual(lines);
      expect(model.requests).toHaveLength(asked);
      await again.close();
      await page.close();
    });
  });

  describe('a browser closed in mid-stream', () => {
    test('goes on at its next start, and shows the draft when the post is opened again', async () => {
      const profile = mkdtempSync(join(tmpdir(), 'reecrire-profile-'));
      let again: ExtensionBrowser | null = null;
      try {
        const before = await launchExtensionBrowser(kind, { hosts: HOSTS, profile });
        await saveModel(before);
        const { id, page } = await openPost(before);
        await startedJob(page, before);
        await before.close();
        model.answerWith(fast());

        again = await launchExtensionBrowser(kind, { hosts: HOSTS, profile });
        const reopened = await again.browser.newPage();
        await editor.open(reopened, site, id);
        const popup = await again.openPopup(reopened);
        await untilState(popup, 'ready');
        expect(await errorOf(popup)).toBeNull();
        expect(askedTwice(model.requests)).toEqual([]);
      } finally {
        await again?.close();
        rmSync(profile, { recursive: true, force: true });
      }
    });
  });

  describe('two tabs', () => {
    test('have two jobs, each shown in its own', async () => {
      const one = await openPost(app, 'Premier article');
      const first = await startedJob(one.page);
      await first.close();
      const two = await openPost(app, 'Second article');
      model.answerWith(fast());
      const second = await app.openPopup(two.page);
      expect(await untilState(second, 'idle')).toBe('idle');
      await startRewrite(second);
      await untilState(second, 'ready');
      await second.close();
      const back = await app.openPopup(one.page);
      await untilState(back, 'ready');
      expect(await back.run(() => document.body.textContent ?? '')).toContain('Premier article');
      expect(await back.run(() => document.body.textContent ?? '')).not.toContain('Second article');
      await back.close();
      await Promise.all([one.page.close(), two.page.close()]);
    });
  });

  describe('a tab that is left', () => {
    test('does not end its job: the draft is there when the post is opened again', async () => {
      const { id, page } = await openPost();
      const popup = await startedJob(page);
      await popup.close();
      model.answerWith(fast());
      await page.goto(`${site.url}/wp-admin/index.php`);
      const elsewhere = await app.openPopup(page);
      await until(() => errorOf(elsewhere), 10_000);
      expect([await stateOf(elsewhere), await errorOf(elsewhere)]).toEqual(['idle', 'not_editor']);
      await elsewhere.close();
      await editor.open(page, site, id);
      const back = await app.openPopup(page);
      await untilState(back, 'ready');
      expect(askedTwice(model.requests)).toEqual([]);
      await back.close();
      await page.close();
    });
  });

  if (!whole) return;

  describe('a background killed and nobody there', () => {
    test('starts again by its alarm when nobody looks', async () => {
      const { page } = await openPost();
      const popup = await startedJob(page);
      await popup.close();
      await app.killBackground();
      model.answerWith(fast());
      const before = model.requests.length;
      // The alarm comes every 30 s; nothing else may wake the background.
      await until(
        () => Promise.resolve(model.requests.length > before),
        75_000,
        () => 'request after the death of the background',
      );
      const again = await app.openPopup(page);
      await untilState(again, 'ready');
      expect(askedTwice(model.requests)).toEqual([]);
      await again.close();
      await page.close();
    });
  });
}
