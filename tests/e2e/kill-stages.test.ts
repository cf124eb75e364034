/**
 * The worker killed after the writing, in a real Chromium (`job-lifetime.test.ts` kills it in mid-section): in the last
 * small requests, and between the writing into the post and its receipt. The model server, or the page, holds the stage.
 */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage, openPopup } from '../support/extension-chromium.ts';
import { click, stateOf, until, untilState, type View, wordsOf } from '../support/extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, previewLines, startRewrite } from '../support/flow-steps.ts';
import { askedTwice, killWorker, saveLocalModel } from '../support/job-tools.ts';
import { type LlmRequest, type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const editor = flowEditor('block');
const PARAGRAPHS = seedParagraphs();
const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });

let chromium: Chromium;
let site: WordPressSite;
let model: LlmServer;
let copy: string;

beforeAll(async () => {
  copy = testCopyOfBuild(await builtExtension('chrome'), ['http://127.0.0.1/*']);
  [chromium, site, model] = await Promise.all([launchChromium({ extension: copy }), startWordPress(), startLlmServer(fast())]);
  const page = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  await saveLocalModel(page, model.url);
  await page.close();
});
afterAll(async () => {
  await Promise.all([chromium?.close(), site?.close(), model?.close()]);
  rmSync(copy, { recursive: true, force: true });
});
beforeEach(() => {
  model.answerWith(fast());
  model.requests.length = 0;
});

async function openPost(): Promise<{ page: Page; popup: View }> {
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(PARAGRAPHS), editor: 'block' });
  const page = await chromium.browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 0, PARAGRAPHS.length - 1);
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await untilState(popup, 'idle');
  return { page, popup };
}

const isWriting = (request: LlmRequest) => /environ \d+ mots/u.test(request.prompt);

describe('a worker killed', () => {
  test('while it repairs, or words what stands around the text, goes on alone and asks nothing answered again', async () => {
    const { page, popup } = await openPost();
    const recorded = fast();
    model.answerWith(async (request) => {
      const answer = await recorded(request);
      return isWriting(request) ? answer : { ...answer, stallAfter: Math.floor((answer.text?.length ?? 0) / 2) };
    });
    await startRewrite(popup);
    await until(
      () => Promise.resolve(model.requests.some((request) => !request.over && performance.now() - request.at > 2500)),
      60_000,
      () => `request that is held (${model.requests.length} asked)`,
    );
    await killWorker(chromium);
    model.answerWith(fast());
    await untilState(popup, 'ready');
    expect(askedTwice(model.requests)).toEqual([]);
    expect(await wordsOf(popup)).toBeGreaterThanOrEqual(700);
    await popup.close();
    await page.close();
  });

  test('after the text was written into the post, and before it could be told, tells it and inserts no second time', async () => {
    const { page, popup } = await openPost();
    await startRewrite(popup);
    await untilState(popup, 'ready');
    const lines = await previewLines(popup);
    // The page writes, and then takes its time before it answers.
    await page.evaluate(() => {
      const actions = (
        globalThis as unknown as { wp: { data: { dispatch(name: string): Record<string, Edit> } } }
      ).wp.data.dispatch('core/editor');
      type Edit = (edits: object) => Promise<unknown>;
      const edit = actions['editPost'];
      actions['editPost'] = async (edits) => {
        const done = await edit?.(edits);
        Object.assign(globalThis, { wrote: true });
        await new Promise((resolve) => setTimeout(resolve, 4000));
        return done;
      };
    });
    const before = await editor.read(page);
    const inserting = insertDraft(popup).catch(() => undefined);
    await until(
      () => page.evaluate(() => Reflect.get(globalThis, 'wrote') === true),
      20_000,
      () => 'writing',
    );
    await killWorker(chromium);
    await inserting;
    await untilState(popup, 'applied');
    const after = await editor.read(page);
    expect(after).not.toBe(before);
    expect(after.split(lines[0] ?? '—').length - 1).toBe(1);
    await click(popup, 'restore');
    await untilState(popup, 'ready');
    expect(await editor.read(page)).toBe(before);
    expect(await stateOf(popup)).toBe('ready');
    await popup.close();
    await page.close();
  });
});
