/** A server that lets wait: the user sees the countdown and can end it; what it refused once it is not sent again. */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chromium, launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage, openPopup } from '../support/extension-chromium.ts';
import { click, errorOf, textOf, until, untilState, type View } from '../support/extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { startRewrite } from '../support/flow-steps.ts';
import { killWorker, saveLocalModel } from '../support/job-tools.ts';
import { apiError, CHAOS } from '../support/llm-server-chaos.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const editor = flowEditor('block');
const PARAGRAPHS = seedParagraphs();
const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });

let chromium: Chromium;
let site: WordPressSite;
let model: LlmServer;
let copy: string;
let page: Page;

beforeAll(async () => {
  copy = testCopyOfBuild(await builtExtension('chrome'), ['http://127.0.0.1/*']);
  [chromium, site, model] = await Promise.all([launchChromium({ extension: copy }), startWordPress(), startLlmServer(fast())]);
  const options = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  await saveLocalModel(options, model.url);
  await options.close();
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(PARAGRAPHS), editor: 'block' });
  page = await chromium.browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 0, PARAGRAPHS.length - 1);
});
afterAll(async () => {
  await Promise.all([chromium?.close(), site?.close(), model?.close()]);
  rmSync(copy, { recursive: true, force: true });
});
beforeEach(() => {
  model.requests.length = 0;
});

const popupOn = (): Promise<View> => openPopup(chromium.browser, chromium.extensionId, page);

/** A popup with a new job for the post. */
async function newJob(): Promise<View> {
  const popup = await popupOn();
  const state = await untilState(popup, ['idle', 'ready']);
  if (state === 'ready') await popup.click('button[aria-label="Recommencer"]');
  await untilState(popup, 'idle');
  return popup;
}

/** Seconds that the popup counts. */
async function countdown(popup: View): Promise<number | null> {
  const [, seconds] = /Nouvel essai dans (\d+)\Ds/u.exec((await textOf(popup, 'job')) ?? '') ?? [];
  return seconds === undefined ? null : Number(seconds);
}

test('a provider that asks to wait: the popup counts down, also one opened later, and « Réessayer maintenant » ends it', async () => {
  const recorded = fast();
  const wait = { ...apiError(429, { message: 'Slow down', code: 'rate_limit_exceeded' }), headers: { 'retry-after': '90' } };
  model.answerWith((request) => (request === model.requests[0] ? wait : recorded(request)));
  const first = await newJob();
  await startRewrite(first);
  const start = await until(() => countdown(first), 20_000);
  expect(start).toBeGreaterThan(80);
  await until(async () => ((await countdown(first)) ?? 90) <= start - 3, 20_000);
  await first.close();

  const popup = await popupOn();
  const later = await until(() => countdown(popup), 20_000);
  expect(later).toBeLessThanOrEqual(start - 3);
  expect(await errorOf(popup)).toBeNull();
  expect(model.requests).toHaveLength(1);
  await click(popup, 'retry-now');
  await model.arrived(2, 5000);
  await untilState(popup, 'ready');
  await popup.close();
});

test('a parameter that a server has refused is not sent to it again, after the death of the worker neither', async () => {
  const recorded = fast();
  const refusing = CHAOS['400 stream_options'];
  model.answerWith(async (request) => refusing?.((await recorded(request)).text ?? '')(request) ?? {});
  const popup = await newJob();
  await startRewrite(popup);
  await untilState(popup, 'ready');
  const withIt = () => model.requests.filter((request) => request.body.stream_options !== undefined).length;
  expect(withIt()).toBe(1);
  await popup.close();

  await killWorker(chromium);
  const again = await newJob();
  await startRewrite(again);
  await untilState(again, 'ready');
  expect(model.requests.length).toBeGreaterThan(4);
  expect(withIt()).toBe(1);
  await again.close();
});

test('a local server that sends nothing for a minute is waited for, although nobody looks', async () => {
  const recorded = fast();
  model.answerWith(async (request) => ({
    ...(await recorded(request)),
    ...(request === model.requests[0] && { headersAfterMs: 62_000 }),
  }));
  const popup = await newJob();
  await startRewrite(popup);
  await model.arrived(1);
  await popup.close();
  await model.arrived(2, 90_000);
  expect(model.requests[0]).toMatchObject({ aborted: false, over: true });
  const back = await popupOn();
  await untilState(back, 'ready');
  expect(await errorOf(back)).toBeNull();
  await back.close();
});
