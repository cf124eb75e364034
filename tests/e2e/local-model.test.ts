/** The main job with a real model: Qwen2.5-Coder-1.5B on a real llama.cpp server, a short selection to keep it short. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage, openPopup } from '../support/extension-chromium.ts';
import { setUpModel, testConnection } from '../support/extension-options.ts';
import { attributeOf, textOf, untilState, wordsOf } from '../support/extension-view.ts';
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

test('a real local model writes what stands in the post at the end', { timeout: 600_000 }, async () => {
  const { browser, extensionId } = chromium;
  const options = await openExtensionPage(browser, extensionId, 'options.html');
  const model = 'qwen2.5-coder-1.5b-instruct';
  await setUpModel(options, { provider: 'llamacpp', baseUrl, model, apiKey: '', minWords: 150 });
  expect(await testConnection(options)).toBe(true);
  await options.close();

  const editor = flowEditor('block');
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(seedParagraphs()), editor: 'block' });
  const page = await browser.newPage();
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 5, 8);
  const popup = await openPopup(browser, extensionId, page);
  await untilState(popup, 'idle');
  await startRewrite(popup);
  await untilState(popup, 'ready', 540_000);

  expect(await attributeOf(popup, 'error', 'data-code')).toBeNull();
  expect(await wordsOf(popup)).toBeGreaterThanOrEqual(100);
  expect((await textOf(popup, 'preview')) ?? '').toContain('faux rapport');
  const lines = await previewLines(popup);
  await insertDraft(popup);
  const body = await editor.read(page);
  for (const line of lines) expect(body.replaceAll('&nbsp;', '\u00A0')).toContain(line.slice(0, 20));
});
