/** Opens the extension's own pages in Chromium: the real popup by the real toolbar action, which grants `activeTab`. */
import type { Browser, Page } from 'puppeteer-core';
import { callOf, until, type View } from './extension-view.ts';

/** The popup that belongs to `page`, opened as a click on the toolbar button opens it. */
export async function openPopup(browser: Browser, extensionId: string, page: Page): Promise<View> {
  const extension = (await browser.extensions()).get(extensionId);
  if (!extension) throw new Error(`no extension ${extensionId}`);
  await page.bringToFront();
  await extension.triggerAction(page);
  return pageView(await popupPage(browser, extensionId));
}

/** The popup that is open already: after the context menu or the shortcut. */
export async function popupPage(browser: Browser, extensionId: string, timeoutMs = 30_000): Promise<Page> {
  const url = `chrome-extension://${extensionId}/popup.html`;
  const target = await browser.waitForTarget((candidate) => candidate.url().startsWith(url), { timeout: timeoutMs });
  const popup = await target.asPage();
  await until(
    () => popup.evaluate(() => document.readyState === 'complete'),
    timeoutMs,
    () => 'popup document',
  );
  return popup;
}

/** Any page of the extension in a tab of its own: `options.html`, `sidepanel.html?…`. */
export async function openExtensionPage(browser: Browser, extensionId: string, path: string): Promise<View> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${extensionId}/${path}`);
  return pageView(page);
}

export function pageView(page: Page): View {
  return {
    run: async <Args extends unknown[], Result>(action: (...args: Args) => Result | Promise<Result>, ...args: Args) =>
      (await page.evaluate(callOf(action, args))) as Result,
    async click(selector) {
      // The mouse is pressed in its middle: an element under another one is not clicked. Pressed once only, where a
      // locator would press again while the browser's own permission prompt is open.
      const element = await page.waitForSelector(`${selector}:not(:disabled)`, { visible: true, timeout: 30_000 });
      await atRest(page, selector);
      await element?.click();
    },
    async screenshot(file) {
      await page.screenshot({ path: file as `${string}.png` });
    },
    isOpen: () => !page.isClosed(),
    close: () => page.close(),
  };
}

/** Resolves once the element stands still: a popup grows while it fills, and a mouse aimed before would miss. */
async function atRest(page: Page, selector: string): Promise<void> {
  let before = '';
  await until(
    async () => {
      const place = await page.evaluate((wanted) => {
        const { x, y, width, height } = document.querySelector(wanted)?.getBoundingClientRect() ?? new DOMRect();
        return [x, y, width, height].join(' ');
      }, selector);
      const still = place === before;
      before = place;
      return still;
    },
    10_000,
    () => `rest of ${selector}`,
  );
}
