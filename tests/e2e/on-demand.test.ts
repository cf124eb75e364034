/** « Corriger » and « Réécrire cette section » in the real popup: one small request each, seen, undone, kept, failed. */
import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage, openPopup } from '../support/extension-chromium.ts';
import { byTestId, click, errorOf, stateOf, textOf, until, untilState, type View } from '../support/extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { previewLines, startRewrite } from '../support/flow-steps.ts';
import { saveLocalModel } from '../support/job-tools.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const WRONG = 'Dmitri Peskov, porte-parole du Kremlin, a confirmé l’information de Bloomberg.';
const RIGHT = 'Dmitri Peskov, porte-parole du Kremlin, a démenti l’information de Bloomberg.';
const FIX = '[data-testid="finding"][data-kind="polarity"] [data-testid="fix"]';

let chromium: Chromium;
let site: WordPressSite;
let model: LlmServer;
let copy: string;
let page: Page;
let popup: View;

beforeAll(async () => {
  copy = testCopyOfBuild(await builtExtension('chrome'), ['http://127.0.0.1/*']);
  const script = recordedScript(seedRecording(), { chunkChars: 40, delayMs: 2 });
  [chromium, site, model] = await Promise.all([launchChromium({ extension: copy }), startWordPress(), startLlmServer(script)]);
  const options = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  await saveLocalModel(options, model.url);
  await options.close();
  const editor = flowEditor('block');
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(seedParagraphs()), editor: 'block' });
  page = await chromium.browser.newPage();
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 0, seedParagraphs().length - 1);
  popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await untilState(popup, 'idle');
  await startRewrite(popup);
  await untilState(popup, 'ready', 120_000);
});
afterAll(async () => {
  await Promise.all([chromium?.close(), site?.close(), model?.close()]);
  rmSync(copy, { recursive: true, force: true });
});

/** Presses a tool of a block as the pointer finds it: over the block first. */
async function tool(section: number, block: number, name: string): Promise<void> {
  const pressed = () =>
    popup.run(
      (selector, label) => {
        const place = document.querySelector(selector);
        place?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        const button = [...(place?.querySelectorAll<HTMLButtonElement>('.tool') ?? [])].find((one) => one.title === label);
        button?.click();
        return button !== undefined;
      },
      `[data-section="${section}"] [data-block="${block}"]`,
      name,
    );
  await until(pressed, 30_000, () => `tool ${name}`);
}

async function writeByHand(section: number, text: string): Promise<void> {
  await tool(section, 0, 'Corriger ce bloc');
  const written = () =>
    popup.run((words) => {
      const field = document.querySelector('.edit-field');
      const unit = field?.querySelector('p, li') ?? field;
      if (unit) unit.textContent = words;
      return unit !== null && unit !== undefined;
    }, text);
  await until(written, 30_000, () => 'field');
  await popup.click('.edit-actions .is-strong');
}

const has = (text: string) =>
  until(
    async () => (await previewLines(popup)).join('\n').includes(text),
    60_000,
    () => text,
  );
const fixable = () =>
  until(
    () => popup.run((selector) => document.querySelector(selector) !== null, FIX),
    60_000,
    () => 'fix',
  );
const count = () => popup.run((selector) => document.querySelectorAll(selector).length, FIX);
const changed = () =>
  until(
    () => textOf(popup, 'change'),
    60_000,
    async () => `change; ${await errorOf(popup)}`,
  );

test('a finding’s sentence is asked for alone; old and new are shown; undone, then kept', async () => {
  await writeByHand(1, WRONG);
  await fixable();
  const before = model.requests.length;
  model.answerWith(() => ({ text: `1. ${RIGHT}` }));
  await popup.click(FIX);
  const shown = await changed();
  expect(shown).toContain('démenti');
  expect(shown).toContain('confirmé');
  expect(await stateOf(popup)).toBe('ready');
  expect(model.requests.length - before).toBe(1);
  expect(model.requests.at(-1)?.prompt).toContain('a confirmé l’information');
  expect(model.requests.at(-1)?.prompt.length).toBeLessThan(2500);
  await has(RIGHT);
  await click(popup, 'change-undo');
  await has(WRONG);
  await fixable();
  const findings = await count();
  await popup.click(FIX);
  await changed();
  await click(popup, 'change-keep');
  await until(
    async () => (await textOf(popup, 'change')) === null,
    30_000,
    () => 'end of the banner',
  );
  await has(RIGHT);
  expect(await count()).toBe(findings - 1);
});

test('a section is asked for alone, and the others stay', async () => {
  const lines = await previewLines(popup);
  const before = model.requests.length;
  model.answerWith(() => ({ text: `${RIGHT} Selon Bloomberg, Vladimir Poutine se serait dit prêt à des concessions.` }));
  await tool(2, -1, 'Réécrire cette section');
  await changed();
  const asked = model.requests.slice(before).map((request) => request.prompt);
  expect(asked.filter((prompt) => /Écris (?:cette partie|maintenant)/u.test(prompt))).toHaveLength(1);
  await click(popup, 'change-undo');
  await until(
    async () => JSON.stringify(await previewLines(popup)) === JSON.stringify(lines),
    30_000,
    () => 'text as it was',
  );
});

test('a failure is told, and the text stands as it was', async () => {
  await writeByHand(1, WRONG);
  await fixable();
  const lines = await previewLines(popup);
  model.answerWith(() => ({ status: 429, body: { error: { message: 'quota', code: 'insufficient_quota' } } }));
  await popup.click(FIX);
  await until(
    async () => (await errorOf(popup)) === 'quota',
    60_000,
    async () => `quota; ${await errorOf(popup)}`,
  );
  expect(await stateOf(popup)).toBe('ready');
  expect(await previewLines(popup)).toEqual(lines);
  expect(await popup.run((selector) => document.querySelector(selector) !== null, byTestId('insert'))).toBe(true);
});
