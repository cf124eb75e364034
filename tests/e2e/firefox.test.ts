/** The main path in Firefox: the extension really installed, its real popup, the block editor of a real WordPress. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from '../support/extension-build.ts';
import { setUpModel, testConnection } from '../support/extension-options.ts';
import { untilState, wordsOf } from '../support/extension-view.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, previewLines, startRewrite } from '../support/flow-steps.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const BEFORE = 'Ce paragraphe précède la dépêche.';
const AFTER = 'Ce paragraphe suit la dépêche.';

let firefox: Firefox;
let site: WordPressSite;
let model: LlmServer;

beforeAll(async () => {
  const extension = await builtExtension('firefox');
  [firefox, site, model] = await Promise.all([
    launchFirefox({ extension, hosts: ['http://127.0.0.1/*'] }),
    startWordPress(),
    startLlmServer(recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 })),
  ]);
});

afterAll(async () => {
  await Promise.all([firefox?.close(), site?.close(), model?.close()]);
});

test('rewrites the selection, inserts it, takes it back with one undo', async () => {
  const options = await firefox.openExtensionPage('options.html');
  await setUpModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: 'sk-test' });
  expect(await testConnection(options)).toBe(true);
  await options.close();

  const editor = flowEditor('block');
  const paragraphs = [BEFORE, ...seedParagraphs(), AFTER];
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(paragraphs), editor: 'block' });
  const page = await firefox.browser.newPage();
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 1, paragraphs.length - 2);
  const before = await editor.read(page);

  const popup = await firefox.openPopup(page);
  await untilState(popup, 'idle');
  await startRewrite(popup);
  await untilState(popup, 'ready', 90_000);
  expect(await wordsOf(popup)).toBeGreaterThanOrEqual(700);
  const lines = await previewLines(popup);
  await insertDraft(popup);
  await popup.close();

  const after = await editor.read(page);
  expect(after).toMatch(editor.heading);
  expect(after.startsWith(`<!-- wp:paragraph -->\n<p>${BEFORE}</p>`)).toBe(true);
  expect(after.endsWith(`<p>${AFTER}</p>\n<!-- /wp:paragraph -->`)).toBe(true);
  expect(after).toContain(lines[0]);

  await editor.undo(page);
  expect(await editor.read(page)).toBe(before);
});
