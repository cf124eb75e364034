/** The main job with a real model: Qwen2.5-Coder-1.5B on a real llama.cpp server, a short selection to keep it short. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage, openPopup } from '../support/extension-chromium.ts';
import { setUpModel, testConnection } from '../support/extension-options.ts';
import { click, errorOf, textOf, until, untilState, type View, wordsOf } from '../support/extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, previewLines, startRewrite } from '../support/flow-steps.ts';
import { isModelServerRunning, startModelServer, stopModelServer } from '../support/local-model/model-server.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

let chromium: Chromium;
let site: WordPressSite;
let wasRunning = false;
let baseUrl = '';

beforeAll(async () => {
  wasRunning = await isModelServerRunning();
  baseUrl = await startModelServer((line) => console.error(line));
  const copy = testCopyOfBuild(await builtExtension('chrome'), ['http://127.0.0.1/*']);
  [chromium, site] = await Promise.all([launchChromium({ extension: copy }), startWordPress()]);
  // The model's file is 1.1 GB the first time.
}, 1_800_000);

afterAll(async () => {
  await Promise.all([chromium?.close(), site?.close()]);
  if (!wasRunning) stopModelServer();
});

const editor = flowEditor('block');

/** A popup over a post of which a few paragraphs are selected: a short text, for a slow machine. */
async function popupOnSelection(): Promise<{ page: Page; popup: View }> {
  const { browser, extensionId } = chromium;
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(seedParagraphs()), editor: 'block' });
  const page = await browser.newPage();
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 5, 8);
  const popup = await openPopup(browser, extensionId, page);
  await untilState(popup, 'idle');
  return { page, popup };
}

test('a real local model writes what stands in the post at the end', { timeout: 600_000 }, async () => {
  const { browser, extensionId } = chromium;
  const options = await openExtensionPage(browser, extensionId, 'options.html');
  const model = 'qwen2.5-coder-1.5b-instruct';
  await setUpModel(options, { provider: 'llamacpp', baseUrl, model, apiKey: '', minWords: 150 });
  expect(await testConnection(options)).toBe(true);
  await options.close();

  const { page, popup } = await popupOnSelection();
  await startRewrite(popup);
  await untilState(popup, 'ready', 540_000);

  expect(await errorOf(popup)).toBeNull();
  expect(await wordsOf(popup)).toBeGreaterThanOrEqual(100);
  expect((await textOf(popup, 'preview')) ?? '').toContain('faux rapport');
  const lines = await previewLines(popup);
  await insertDraft(popup);
  const body = await editor.read(page);
  for (const line of lines) expect(body.replaceAll('&nbsp;', '\u00A0')).toContain(line.slice(0, 20));
  await popup.close();
});

test(
  'killed in mid-stream, it loses nothing: what it wrote stays, and it goes on once it is there again',
  { timeout: 900_000 },
  async () => {
    const back = () => startModelServer((line) => console.error(line), Number(new URL(baseUrl).port));
    // A second try after a failed one finds no server.
    await back();
    const { popup } = await popupOnSelection();
    await startRewrite(popup);
    await untilState(popup, 'writing', 120_000);
    const floor = await textOf(popup, 'preview');
    await until(
      async () => (await textOf(popup, 'preview')) !== floor,
      300_000,
      () => 'first words of the model',
    );
    expect(stopModelServer()).toBe(true);
    await untilState(popup, 'failed', 180_000);
    expect(['network', 'stream_cut']).toContain(await errorOf(popup));
    expect((await previewLines(popup)).length).toBeGreaterThan(3);

    expect(await back()).toBe(baseUrl);
    await click(popup, 'retry');
    await untilState(popup, 'ready', 540_000);
    expect(await errorOf(popup)).toBeNull();
    expect(await wordsOf(popup)).toBeGreaterThanOrEqual(100);
    await popup.close();
  },
);
