/**
 * The button in the editor itself. Its site counts as granted from the start, since headless nobody can answer the
 * browser's prompt; the site is still asked for by the options, as a user does it.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserKind, type ExtensionBrowser, launchExtensionBrowser } from '../support/extension-browser.ts';
import { builtExtension } from '../support/extension-build.ts';
import { click, fill, stateOf, textOf, until, untilState } from '../support/extension-view.ts';
import { flowEditor, type FlowEditorKind } from '../support/flow-editors.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const BUTTON = '#reecrire-seo-button';

let app: ExtensionBrowser;
let site: WordPressSite;

beforeAll(async () => {
  [app, site] = await Promise.all([launchExtensionBrowser(browserKind(), { hosts: ['http://localhost/*'] }), startWordPress()]);
});
afterAll(async () => {
  await Promise.all([app?.close(), site?.close()]);
});

async function open(kind: FlowEditorKind): Promise<Page> {
  const editor = flowEditor(kind);
  const page = await app.browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  await editor.open(page, site, await site.createPost({ content: editor.content(['Un.', 'Deux.']), editor: kind }));
  return page;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('weighs next to nothing', async () => {
  const build = await builtExtension(browserKind() === 'firefox' ? 'firefox' : 'chrome');
  expect(statSync(join(build, 'editor-button.js')).size).toBeLessThan(4096);
});

test('no site has it before the user asks for it', async () => {
  const page = await open('block');
  await pause(1000);
  expect(await page.$(BUTTON)).toBeNull();
  await page.close();
});

describe('asked for in the options', () => {
  let waiting: Page;
  beforeAll(async () => {
    waiting = await open('block');
    const options = await app.openExtensionPage('options.html');
    await fill(options, 'editor-button-site', site.url);
    await click(options, 'add-editor-button');
    await until(async () => (await textOf(options, 'remove-editor-button')) !== null);
    await options.close();
  });

  test('comes into an editor that is open already', async () => {
    const button = await waiting.waitForSelector(BUTTON, { timeout: 30_000 });
    expect(await button?.evaluate((one) => one.textContent)).toBe('Réécrire SEO');
    await waiting.close();
  });

  test.each<[FlowEditorKind, string]>([
    ['block', '.editor-header__settings, .edit-post-header__settings'],
    ['classic-visual', '#wp-content-media-buttons'],
    ['classic-text', '#wp-content-media-buttons'],
  ])('%s: one button in the bar, nothing in what is edited, and back after the bar is drawn anew', async (kind, bar) => {
    const page = await open(kind);
    await page.waitForSelector(`:is(${bar}) > ${BUTTON}`, { visible: true, timeout: 30_000 });
    const before = await flowEditor(kind).read(page);
    const inside = await page.evaluate((selector) => {
      const frames = [...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? []);
      const edited = [...frames, ...document.querySelectorAll('.is-root-container, .mce-content-body')];
      return edited.flatMap((one) => [...one.querySelectorAll(selector)]).length;
    }, BUTTON);
    expect(inside).toBe(0);
    await page.evaluate((selector) => document.querySelector(selector)?.remove(), BUTTON);
    await page.waitForSelector(BUTTON, { visible: true, timeout: 30_000 });
    expect(await page.evaluate((selector) => document.querySelectorAll(selector).length, BUTTON)).toBe(1);
    expect(await flowEditor(kind).read(page)).toBe(before);
    await page.close();
  });

  test('a click that the page forges does nothing; a real one opens the popup and starts nothing', async () => {
    const page = await open('block');
    await page.waitForSelector(BUTTON, { visible: true });
    await page.evaluate((selector) => {
      const button = document.querySelector<HTMLElement>(selector);
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
        button?.dispatchEvent(new MouseEvent(type, { bubbles: true }));
      button?.click();
    }, BUTTON);
    await pause(1500);
    expect(await app.isPopupOpen()).toBe(false);
    await page.bringToFront();
    await page.click(BUTTON);
    const popup = await app.openedPopup();
    await untilState(popup, 'idle', 20_000);
    await until(() => textOf(popup, 'compose-without-model'));
    await pause(1000);
    expect(await stateOf(popup)).toBe('idle');
    await popup.close();
    await page.close();
  });

  test('given up in the options it is gone from the open editor and from the next', async () => {
    const page = await open('block');
    await page.waitForSelector(BUTTON);
    const options = await app.openExtensionPage('options.html');
    await click(options, 'remove-editor-button');
    await until(async () => (await textOf(options, 'remove-editor-button')) === null);
    await page.waitForSelector(BUTTON, { hidden: true, timeout: 30_000 });
    await until(() =>
      options.run(async () => {
        const { scripting } = Reflect.get(globalThis, 'chrome') as {
          scripting: { getRegisteredContentScripts(): Promise<unknown[]> };
        };
        return (await scripting.getRegisteredContentScripts()).length === 0;
      }),
    );
    await options.close();
    await page.close();
    const next = await open('block');
    await pause(1000);
    expect(await next.$(BUTTON)).toBeNull();
    await next.close();
  });
});
