/**
 * The main job, end to end, over the three editors: the built extension in a real Chromium, a real WordPress, and a
 * model server that streams over HTTP. WordPress is on `localhost` and the model on 127.0.0.1, so that the access to one
 * does not open the other.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage, openPopup } from '../support/extension-chromium.ts';
import { setUpModel, testConnection } from '../support/extension-options.ts';
import { click, errorOf, stateOf, textOf, until, untilState, valueOf, type View, wordsOf } from '../support/extension-view.ts';
import { type FlowEditorKind, flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, previewLines, shownWords, startRewrite } from '../support/flow-steps.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const RUNNING = ['planning', 'writing', 'checking', 'repairing'];
const BEFORE = 'Ce paragraphe précède la dépêche et doit rester tel quel.';
const AFTER = 'Ce paragraphe suit la dépêche et doit rester tel quel.';
const PARAGRAPHS = [BEFORE, ...seedParagraphs(), AFTER];
const LAST = PARAGRAPHS.length - 1;

let chromium: Chromium;
let site: WordPressSite;
let model: LlmServer;

const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });
/** Slow enough for a person, or a test, to do something meanwhile. */
const slow = () => recordedScript(seedRecording(), { chunkChars: 10, delayMs: 25 });

beforeAll(async () => {
  const copy = testCopyOfBuild(await builtExtension('chrome'), ['http://127.0.0.1/*']);
  [chromium, site, model] = await Promise.all([launchChromium({ extension: copy }), startWordPress(), startLlmServer(fast())]);
  const options = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  await setUpModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: 'sk-test' });
  if (!(await testConnection(options))) throw new Error('the options page could not reach the model server');
  await options.close();
});

afterAll(async () => {
  await Promise.all([chromium?.close(), site?.close(), model?.close()]);
});

beforeEach(() => model.answerWith(fast()));

describe.each<FlowEditorKind>(['block', 'classic-visual', 'classic-text'])('in the %s editor', (kind) => {
  const editor = flowEditor(kind);

  async function openPost(post: { status?: 'draft' | 'publish'; slug?: string } = {}): Promise<{ id: number; page: Page }> {
    const id = await site.createPost({ title: SEED_TITLE, content: editor.content(PARAGRAPHS), editor: kind, ...post });
    const page = await chromium.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await editor.open(page, site, id);
    return { id, page };
  }
  const popupOn = (page: Page): Promise<View> => openPopup(chromium.browser, chromium.extensionId, page);

  test('rewrites the selected paragraphs as they stream in, puts them exactly there, and one undo takes them back', async () => {
    const { page } = await openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    const before = { body: await editor.read(page), fields: await editor.readFields(page) };
    model.answerWith(slow());

    const popup = await popupOn(page);
    expect(await untilState(popup, 'idle')).toBe('idle');
    expect(
      await until(
        () => textOf(popup, 'start'),
        5000,
        () => '« Réécrire »',
      ),
    ).not.toBe('');
    const asked = model.requests.length;
    await startRewrite(popup);
    await untilState(popup, 'writing');
    expect(model.requests.length).toBeGreaterThan(asked);

    const seen = new Set<string>();
    await until(async () => {
      seen.add((await previewLines(popup)).join('\n'));
      return (await stateOf(popup)) === 'ready';
    }, 90_000);
    expect(seen.size).toBeGreaterThan(5);
    expect(await wordsOf(popup)).toBeGreaterThanOrEqual(700);
    const lines = await previewLines(popup);

    await insertDraft(popup);
    const after = await editor.read(page);
    const plain = plainText(after);
    expect(plain.startsWith(BEFORE)).toBe(true);
    expect(plain.endsWith(AFTER)).toBe(true);
    expect(plain).toBe([BEFORE, ...lines, AFTER].join('\n'));
    expect(after).toMatch(editor.heading);
    expect(after).not.toMatch(editor.foreign);
    const fieldsAfter = await editor.readFields(page);
    await popup.close();

    await editor.undo(page);
    await until(
      async () => (await editor.read(page)) === before.body,
      10_000,
      async () => `text of before; it is ${await editor.read(page)}`,
    );
    expect(await editor.readFields(page)).toEqual(editor.undoReachesFields ? before.fields : fieldsAfter);
    await page.close();
  });

  test('keeps what was inserted through a save and a reload, and gives the original back from the history', async () => {
    const { id, page } = await openPost();
    const before = await editor.read(page);
    await editor.selectParagraphs(page, 1, LAST - 1);
    const popup = await popupOn(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'ready');
    const lines = await previewLines(popup);
    await insertDraft(popup);
    await popup.close();
    await editor.save(page);
    await editor.open(page, site, id);
    expect(plainText(await editor.read(page))).toBe([BEFORE, ...lines, AFTER].join('\n'));
    expect(plainText((await site.readPost(id)).content)).toBe([BEFORE, ...lines, AFTER].join('\n'));

    const history = await openExtensionPage(chromium.browser, chromium.extensionId, 'history.html');
    await click(history, 'history-entry');
    await click(history, 'restore');
    await until(
      async () => (await editor.read(page)) === before,
      20_000,
      () => textOf(history, 'news').then((news) => `original; the history says: ${news}`),
    );
    await history.close();
    await editor.save(page);
    expect(plainText((await site.readPost(id)).content)).toBe(plainText(before));
    await page.close();
  });

  test('replaces a range inside one paragraph and nothing around it', async () => {
    const { page } = await openPost();
    const [from, to] = [20, 140];
    const text = plainText(PARAGRAPHS[1] ?? '');
    await editor.selectRange(page, 1, from, to);
    const popup = await popupOn(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'ready');
    const lines = await previewLines(popup);
    await insertDraft(popup);
    const flat = (value: string) => value.replace(/\s+/gu, '');
    const rest = PARAGRAPHS.slice(2).map(plainText);
    expect(flat(plainText(await editor.read(page)))).toBe(
      flat([BEFORE, text.slice(0, from), ...lines, text.slice(to), ...rest].join('')),
    );
    await popup.close();
    await page.close();
  });

  test('takes the whole post when nothing is selected', async () => {
    const { page } = await openPost();
    await editor.selectNothing(page);
    const popup = await popupOn(page);
    await untilState(popup, 'idle');
    expect(await shownWords(popup)).toContain(String(countOf(PARAGRAPHS)));
    await startRewrite(popup);
    await untilState(popup, 'ready');
    const lines = await previewLines(popup);
    await insertDraft(popup);
    expect(plainText(await editor.read(page))).toBe(lines.join('\n'));
    await popup.close();
    await page.close();
  });

  test('goes on while the popup is closed, and shows where it is when opened again', async () => {
    const { page } = await openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    model.answerWith(slow());
    const popup = await popupOn(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'writing');
    const asked = model.requests.length;
    await popup.close();
    await until(
      async () => model.requests.length > asked,
      60_000,
      () => 'further request while the popup was closed',
    );
    const again = await popupOn(page);
    await until(async () => (await previewLines(again)).length > 0);
    expect([...RUNNING, 'ready']).toContain(await stateOf(again));
    await untilState(again, 'ready', 90_000);
    expect(await wordsOf(again)).toBeGreaterThanOrEqual(700);
    await again.close();
    await page.close();
  });

  test('keeps the text written so far when it is cancelled, and asks for no more', async () => {
    const { page } = await openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    const before = await editor.read(page);
    model.answerWith(slow());
    const popup = await popupOn(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'writing');
    await until(async () => (await previewLines(popup)).length > 2);
    await click(popup, 'cancel');
    await untilState(popup, 'cancelled');
    expect((await previewLines(popup)).length).toBeGreaterThan(2);
    await until(
      async () => model.requests.every((request) => request.over),
      5000,
      () => 'end of every request',
    );
    const asked = model.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(model.requests.length).toBe(asked);
    expect(await editor.read(page)).toBe(before);
    await popup.close();
    await page.close();
  });

  test('says that the key is refused, and changes nothing', async () => {
    const { page } = await openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    const before = await editor.read(page);
    model.answerWith(() => ({
      status: 401,
      body: { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } },
    }));
    const popup = await popupOn(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'failed');
    expect(await errorOf(popup)).toBe('bad_key');
    expect(await editor.read(page)).toBe(before);
    await popup.close();
    await page.close();
  });

  test('says that the stream was cut, keeps the text, and finishes what is missing when asked again', async () => {
    const { page } = await openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    const whole = fast();
    model.answerWith(async (request) => ({ ...(await whole(request)), cutAfter: 120 }));
    const popup = await popupOn(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'failed', 90_000);
    expect(await errorOf(popup)).toBe('stream_cut');
    expect((await previewLines(popup)).length).toBeGreaterThan(0);
    model.answerWith(fast());
    await click(popup, 'retry');
    await untilState(popup, 'ready', 90_000);
    expect(await wordsOf(popup)).toBeGreaterThanOrEqual(700);
    await popup.close();
    await page.close();
  });

  test('does not change the address of a published post by itself', async () => {
    // One site for the three editors: WordPress would give a second post of this address another one.
    const slug = `adresse-publique-${editor.kind}`;
    const { page } = await openPost({ status: 'publish', slug });
    await editor.selectNothing(page);
    const popup = await popupOn(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'ready');
    expect(await valueOf(popup, 'accept-slug')).toBe('false');
    expect(await valueOf(popup, 'accept-title')).toBe('true');
    await insertDraft(popup);
    expect((await editor.readFields(page)).slug).toBe(slug);
    await popup.close();
    await page.close();
  });
});

/** Text of an editor's content, one line a paragraph, heading or list item, whatever its form. */
function plainText(content: string): string {
  return content
    .replace(/<!--.*?-->/gsu, '')
    .replace(/<\/(?:p|h\d|li|blockquote)>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&laquo;', '«')
    .replaceAll('&raquo;', '»')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function countOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+(?:[’'\-‑][\p{L}\p{N}]+)*/gu)?.length ?? 0), 0);
}
