/**
 * The main job as a user does it on the first day: the untouched build, a real screen, the browser's own permission
 * prompt, and a real right-click on « Réécrire SEO » in the block editor's canvas.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage, pageView, popupPage } from '../support/extension-chromium.ts';
import { fillModel } from '../support/extension-options.ts';
import { attributeOf, click, fill, until, untilState, type View } from '../support/extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, previewLines } from '../support/flow-steps.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { rewriteByRightClick, screenPlace } from '../support/right-click-steps.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';
import { type DisplayInput, displayInput } from '../support/xvfb-input.ts';

let chromium: Chromium;
let site: WordPressSite;
let model: LlmServer;
let input: DisplayInput;

beforeAll(async () => {
  const script = recordedScript(seedRecording(), { chunkChars: 40, delayMs: 5 });
  [chromium, site, model] = await Promise.all([
    builtExtension('chrome').then((extension) => launchChromium({ extension, headed: true })),
    startWordPress(),
    startLlmServer(script),
  ]);
  input = await displayInput(chromium.display ?? ':0');
});

afterAll(async () => {
  await Promise.all([chromium?.close(), site?.close(), model?.close()]);
});

test('a right-click in the canvas rewrites the selection, once the user has allowed the model’s address', async () => {
  const { browser, extensionId } = chromium;
  const options = await openExtensionPage(browser, extensionId, 'options.html');
  await fillModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: 'sk-test' });
  await click(options, 'test-connection');
  // The prompt has « Refuser » focused.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await input.press('Tab', 'Return');
  const ok = await until(
    () => attributeOf(options, 'connection-result', 'data-ok'),
    20_000,
    () => 'connection result',
  );
  expect(ok).toBe('true');
  await options.close();
  // Without a window manager the prompt's window may stay there, answered, until a key reaches it.
  await input.press('Escape');

  const openedPopup = async () => pageView(await popupPage(browser, extensionId));
  // From the open menu, the extension's item is the last but one: « Inspecter » comes last.
  await rewriteByRightClick({ browser, site, input, model, menuKeys: ['Up', 'Up', 'Return'], openedPopup });
});

test('with the button on its site, blocks selected as blocks are what a right-click rewrites; without it the access is given back', async () => {
  const { browser, extensionId } = chromium;
  const editor = flowEditor('block');
  const paragraphs = seedParagraphs();
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(paragraphs), editor: 'block' });
  const page = await browser.newPage();
  await editor.open(page, site, id);
  const options = await openExtensionPage(browser, extensionId, 'options.html');
  await fill(options, 'editor-button-site', site.url);
  await click(options, 'add-editor-button');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await input.press('Tab', 'Return');
  await until(async () => (await attributeOf(options, 'remove-editor-button', 'type')) !== null, 20_000);
  expect(await origins(options)).toContain('http://localhost/*');
  await input.press('Escape');

  await page.bringToFront();
  await page.waitForSelector('#reecrire-seo-button', { visible: true, timeout: 60_000 });
  await editor.selectParagraphs(page, 1, 3);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const within = await screenPlace(page, 2, 60);
  await input.clickAt(within.x, within.y, 3);
  await input.press('Up', 'Up', 'Return');
  const popup = pageView(await popupPage(browser, extensionId));
  await untilState(popup, 'ready', 90_000);
  const before = await editor.read(page);
  await insertDraft(popup);
  const after = await editor.read(page);
  for (const kept of [paragraphs[0], ...paragraphs.slice(4)]) expect(after).toContain(`<p>${kept}</p>`);
  // A single paragraph may come back in the source's own words, the three of them in a row do not.
  expect(before).toContain(editor.content(paragraphs.slice(1, 4)));
  expect(after).not.toContain(editor.content(paragraphs.slice(1, 4)));
  expect(after).toContain((await previewLines(popup))[0]);
  await popup.close();

  // A tab behind another one cannot be clicked in.
  await options.close();
  const again = await openExtensionPage(browser, extensionId, 'options.html');
  await click(again, 'remove-editor-button');
  await until(async () => !(await origins(again)).includes('http://localhost/*'), 20_000);
  expect(await page.$('#reecrire-seo-button')).toBeNull();
});

/** What the browser has granted, by asking the browser. */
function origins(view: View): Promise<string[]> {
  return view.run(async () => {
    const { permissions } = Reflect.get(globalThis, 'chrome') as { permissions: { getAll(): Promise<{ origins: string[] }> } };
    return (await permissions.getAll()).origins;
  });
}
