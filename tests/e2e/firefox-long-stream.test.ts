/**
 * Firefox ends an idle background after 30 s, a running request notwithstanding. The job must not care: a stream of more
 * than a minute, with nobody looking, in a real Firefox with the extension installed.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtExtension } from '../support/extension-build.ts';
import { until, untilState, wordsOf } from '../support/extension-view.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, previewLines, startRewrite } from '../support/flow-steps.ts';
import { askedTwice, saveLocalModel } from '../support/job-tools.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const editor = flowEditor('block');
const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });

let firefox: Firefox;
let site: WordPressSite;
let model: LlmServer;
let page: Page;

beforeAll(async () => {
  const extension = await builtExtension('firefox');
  [firefox, site, model] = await Promise.all([
    launchFirefox({ extension, hosts: ['http://127.0.0.1/*'] }),
    startWordPress(),
    startLlmServer(fast()),
  ]);
  const options = await firefox.openExtensionPage('options.html');
  await saveLocalModel(options, model.url);
  await options.close();
  const content = editor.content(seedParagraphs());
  const id = await site.createPost({ title: SEED_TITLE, content, editor: 'block' });
  page = await firefox.browser.newPage();
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 0, seedParagraphs().length - 1);
});
afterAll(async () => {
  await Promise.all([firefox?.close(), site?.close(), model?.close()]);
});

test('writes for more than a minute behind a closed popup, in one go, and inserts', async () => {
  const recorded = fast();
  let first = 0;
  model.answerWith(async (request) => {
    first ||= request.at;
    const answer = await recorded(request);
    // Each answer takes about 40 s: longer than Firefox's patience with an idle background.
    return { ...answer, chunkChars: 12, delayMs: (40_000 * 12) / Math.max(240, answer.text?.length ?? 0) };
  });
  const popup = await firefox.openPopup(page);
  await untilState(popup, 'idle');
  await startRewrite(popup);
  await popup.close();
  await until(
    () => Promise.resolve(performance.now() - first > 75_000 && model.requests.some((request) => request.over)),
    120_000,
    () =>
      `stream past 75 s: ${model.requests.map((request) => `${request.writes.length} writes, aborted ${request.aborted}`).join('; ')}`,
  );
  expect(model.requests.filter((request) => request.aborted)).toEqual([]);
  model.answerWith(fast());

  const again = await firefox.openPopup(page);
  await untilState(again, 'ready', 150_000);
  expect(askedTwice(model.requests)).toEqual([]);
  expect(await wordsOf(again)).toBeGreaterThan(500);
  const lines = await previewLines(again);
  await insertDraft(again);
  expect(await editor.read(page)).toContain((lines.at(-1) ?? '—').slice(0, 20));
});
