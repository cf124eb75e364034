/** « Corriger », « Réécrire cette section » and a second opinion in the real popup: small requests, seen, undone, kept, failed. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MessageKey } from '../../utils/i18n.ts';
import { browserKind, type ExtensionBrowser, launchExtensionBrowser } from '../support/extension-browser.ts';
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

declare const chrome: { i18n: { getMessage(key: string): string } };

let app: ExtensionBrowser;
let site: WordPressSite;
let model: LlmServer;
let page: Page;
let popup: View;

beforeAll(async () => {
  const script = recordedScript(seedRecording(), { chunkChars: 40, delayMs: 2 });
  [app, site, model] = await Promise.all([
    launchExtensionBrowser(browserKind(), { hosts: ['http://127.0.0.1/*'] }),
    startWordPress(),
    startLlmServer(script),
  ]);
  const options = await app.openExtensionPage('options.html');
  await saveLocalModel(options, model.url);
  await options.close();
  const editor = flowEditor('block');
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(seedParagraphs()), editor: 'block' });
  page = await app.browser.newPage();
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 0, seedParagraphs().length - 1);
  popup = await app.openPopup(page);
  await untilState(popup, 'idle');
  await startRewrite(popup);
  await untilState(popup, 'ready', 120_000);
});
afterAll(async () => {
  await Promise.all([app?.close(), site?.close(), model?.close()]);
});

/** Presses a tool of a block as the pointer finds it: over the block first. Named by its text’s key: a Firefox may lack French. */
async function tool(section: number, block: number, name: MessageKey): Promise<void> {
  const pressed = () =>
    popup.run(
      (selector, key) => {
        const label = chrome.i18n.getMessage(key);
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
  await tool(section, 0, 'block_edit');
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
  await tool(2, -1, 'section_rewrite');
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

test('a second opinion is asked for by hand, stands apart from the checks, and goes with its sentence', async () => {
  const opinions = () =>
    popup.run((selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent), byTestId('opinion'));
  const counts = () =>
    popup.run(() => [...document.querySelectorAll('.group-count, [data-testid="insert"]')].map((one) => one.textContent));
  const lines = await previewLines(popup);
  const counted = await counts();
  const announced = Number(/(\d+) (?:requêtes?|requests?), /u.exec((await textOf(popup, 'opinions')) ?? '')?.[1]);
  expect(announced).toBeGreaterThan(0);

  const before = model.requests.length;
  const reason = 'la source ne donne pas cette date';
  const remark = JSON.stringify({
    ecarts: [
      { phrase: 1, raison: reason },
      { phrase: 99, raison: 'hors liste' },
    ],
  });
  model.answerWith(({ index }) => ({ text: index === before ? remark : '{"ecarts": []}' }));
  await click(popup, 'second-look');
  await until(
    async () => (await stateOf(popup)) === 'ready' && (await opinions()).length === 1,
    60_000,
    async () => `opinion; ${await stateOf(popup)}, ${await errorOf(popup)}, ${(await opinions()).join()}`,
  );
  expect((await opinions())[0]).toContain(reason);
  const asked = model.requests.slice(before);
  expect(asked).toHaveLength(announced);
  for (const { prompt } of asked) expect(prompt).toMatch(/<phrases-(\w+)>\n1\. [^]+\n {3}Source \d+ : [^]+<\/phrases-\1>/u);
  expect(await textOf(popup, 'change')).toBeNull();
  expect(await previewLines(popup)).toEqual(lines);
  expect(await counts()).toEqual(counted);

  // Stopped in its first answer, it leaves what was there.
  model.answerWith(() => ({ text: '{"ecarts": []}', headersAfterMs: 20_000 }));
  await click(popup, 'second-look');
  await untilState(popup, 'checking');
  await click(popup, 'cancel');
  await untilState(popup, 'ready');
  expect(await errorOf(popup)).toBeNull();

  // It is the job's: another popup shows it.
  await popup.close();
  popup = await app.openPopup(page);
  await until(
    async () => (await opinions()).length === 1,
    30_000,
    () => 'the opinion in a new popup',
  );

  const excerpt = await popup.run(
    (selector) => document.querySelector(selector)?.textContent ?? '',
    `${byTestId('opinion')} .excerpt`,
  );
  const section = await popup.run(
    (text) =>
      [...document.querySelectorAll('[data-sentence]')]
        .find((one) => one.textContent === text)
        ?.closest('[data-section]')
        ?.getAttribute('data-section') ?? null,
    excerpt,
  );
  await writeByHand(Number(section), RIGHT);
  await until(
    async () => (await opinions()).length === 0,
    30_000,
    async () => `end of the opinion; ${(await opinions()).join()}`,
  );

  // What no JSON comes of, twice, is told; the text stands.
  const after = model.requests.length;
  model.answerWith(() => ({ text: 'Tout va bien.' }));
  await click(popup, 'second-look');
  await until(
    async () => (await errorOf(popup)) === 'bad_answer',
    60_000,
    async () => `bad_answer; ${await errorOf(popup)}`,
  );
  expect(model.requests.length - after).toBe(2);
  expect(await stateOf(popup)).toBe('ready');
  await has(RIGHT);
  await click(popup, 'dismiss');
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
