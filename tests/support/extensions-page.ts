/** What a user, or an update, does to an extension, by the browser's own page of extensions. */
import type { Page } from 'puppeteer-core';
import type { Chromium } from './chromium.ts';

declare const chrome: {
  developerPrivate: {
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
    reload(id: string, how: { failQuietly: boolean }): Promise<unknown>;
  };
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
};

/** Closes its pages and its worker, and starts it again from its files, as an update does. */
export async function reloadExtension(chromium: Chromium): Promise<void> {
  const page = await extensionsPage(chromium);
  await page.evaluate((id) => chrome.developerPrivate.reload(id, { failQuietly: false }), chromium.extensionId);
  await page.close();
}

/** Switched off, and on again. */
export async function switchExtension(chromium: Chromium): Promise<void> {
  const page = await extensionsPage(chromium);
  await page.evaluate(async (id) => {
    await chrome.management.setEnabled(id, false);
    await chrome.management.setEnabled(id, true);
  }, chromium.extensionId);
  await page.close();
}

async function extensionsPage({ browser }: Chromium): Promise<Page> {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  // Else the browser switches an unpacked extension off when it is reloaded.
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  return page;
}
