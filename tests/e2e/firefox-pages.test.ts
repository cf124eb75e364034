/** Every page of the extension in a real Firefox: opened, used, and without one error in its console. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from '../support/extension-build.ts';
import { setUpModel } from '../support/extension-options.ts';
import { byTestId, click, textOf, until, untilState, valueOf, wordsOf } from '../support/extension-view.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, startRewrite } from '../support/flow-steps.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const editor = flowEditor('block');
const PARAGRAPHS = seedParagraphs();

let firefox: Firefox;
let site: WordPressSite;
let model: LlmServer;
let page: Page;

beforeAll(async () => {
  const extension = await builtExtension('firefox');
  [firefox, site, model] = await Promise.all([
    launchFirefox({ extension, hosts: ['http://127.0.0.1/*'] }),
    startWordPress(),
    startLlmServer(recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 })),
  ]);
  page = await firefox.browser.newPage();
});
afterAll(async () => {
  await Promise.all([firefox?.close(), site?.close(), model?.close()]);
});

test('the options are saved, and stand there when the page is opened again', async () => {
  const options = await firefox.openExtensionPage('options.html');
  await setUpModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: 'sk-test' });
  await options.close();
  const again = await firefox.openExtensionPage('options.html');
  await until(async () => (await valueOf(again, 'base-url')) === model.url);
  expect(await valueOf(again, 'api-key')).toBe('');
  expect(await firefox.errors()).toEqual([]);
  await again.close();
});

test('« Ouvrir à côté » opens the sidebar on the same job, which inserts from there', async () => {
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(PARAGRAPHS), editor: 'block' });
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 0, PARAGRAPHS.length - 1);
  const popup = await firefox.openPopup(page);
  await untilState(popup, 'idle');
  await startRewrite(popup);
  await untilState(popup, 'ready');
  const words = await wordsOf(popup);
  await click(popup, 'beside');

  const sidebar = await firefox.openedSidebar();
  await untilState(sidebar, 'ready');
  expect(await wordsOf(sidebar)).toBe(words);
  await until(
    () => popup.run(() => false).catch(() => true),
    5000,
    () => 'end of the popup',
  );
  await insertDraft(sidebar);
  expect(await editor.read(page)).toMatch(editor.heading);
  expect(await firefox.errors()).toEqual([]);
  await sidebar.close();
});

test('the history shows what was written', async () => {
  const history = await firefox.openExtensionPage('history.html');
  await until(
    () => textOf(history, 'history-entry'),
    10_000,
    () => 'entry of the history',
  );
  await history.click(byTestId('history-entry'));
  await until(async () => ((await textOf(history, 'history-text')) ?? '').includes('Kremlin'));
  expect(await firefox.errors()).toEqual([]);
  await history.close();
});
