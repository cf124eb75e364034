/** The popup as a page of the real extension: where there is no editor, when the worker dies, and what it weighs. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, type Chromium } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage } from '../support/extension-chromium.ts';
import { attributeOf, errorOf, stateOf, until, type View } from '../support/extension-view.ts';

let chromium: Chromium;
let build: string;

beforeAll(async () => {
  build = await builtExtension('chrome');
  chromium = await launchChromium({ extension: build });
  // The options open by themselves after the installation, and would come before the page that is asked about.
  const options = await chromium.browser.waitForTarget((target) => target.url().endsWith('/options.html'));
  await (await options.asPage()).close();
});
afterAll(async () => {
  await chromium.close();
});

/** Chrome's own number of a tab, asked of the extension. */
async function tabIdOf(page: Page): Promise<number> {
  const options = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  const id = await until(async () => {
    await page.bringToFront();
    return options.run(async () => {
      const { chrome }: { chrome?: { tabs: Record<'query' | 'getCurrent', (q?: object) => Promise<unknown>> } } =
        Object(globalThis);
      const [active] = ((await chrome?.tabs.query({ active: true, lastFocusedWindow: true })) ?? []) as { id?: number }[];
      const own = (await chrome?.tabs.getCurrent()) as { id?: number } | undefined;
      // The page that was brought to the front may not be there yet.
      return active?.id === own?.id ? null : (active?.id ?? null);
    });
  });
  await options.close();
  return id;
}

async function popupPageFor(page: Page): Promise<View> {
  const id = await tabIdOf(page);
  return openExtensionPage(chromium.browser, chromium.extensionId, `popup.html?tab=${id}`);
}

test('away from an editor it is idle, says so, and fills its window', async () => {
  const page = await chromium.browser.newPage();
  const popup = await popupPageFor(page);
  await until(async () => (await errorOf(popup)) === 'not_editor');
  expect(await stateOf(popup)).toBe('idle');
  const [width, window] = await popup.run(() => [document.querySelector('.app')?.getBoundingClientRect().width, innerWidth]);
  expect(width).toBe(window);
  await popup.close();
});

test('when the worker dies it calls it again and shows the same', async () => {
  const page = await chromium.browser.newPage();
  const popup = await popupPageFor(page);
  await until(async () => (await errorOf(popup)) === 'not_editor');
  const target = await chromium.browser.waitForTarget((one) => one.type() === 'service_worker');
  await (await target.worker())?.close();
  await chromium.browser.waitForTarget((one) => one.type() === 'service_worker' && one !== target, { timeout: 60_000 });
  await until(async () => (await errorOf(popup)) === 'not_editor');
  expect(await attributeOf(popup, 'word-count', 'data-target')).toBe('700');
  await popup.close();
});

test('scripts to the first paint are at most 20 kB, gzipped, with no schema, no model client', () => {
  const weights = new Map<string, number>();
  const visit = (file: string): void => {
    if (weights.has(file)) return;
    const text = readFileSync(file, 'utf8');
    weights.set(file, gzipSync(text, { level: 9 }).length);
    const imports = text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'()]*?from\s*)?["'](\.[^"']+)["']/g);
    for (const [, path = ''] of imports) visit(join(dirname(file), path));
  };
  const html = readFileSync(join(build, 'popup.html'), 'utf8');
  for (const [, path = ''] of html.matchAll(/src="(\/[^"]+\.js)"/g)) visit(join(build, path));
  expect(weights.size).toBeGreaterThan(3);
  expect([...weights.values()].reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(20_000);
  expect([...weights.keys()].filter((file) => /zod|openai/.test(file))).toEqual([]);
});
