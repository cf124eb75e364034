/** Chromium and Firefox with the extension in them behind one face, so that one suite runs in both. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { launchChromium, testCopyOfBuild } from './chromium.ts';
import { builtExtension } from './extension-build.ts';
import { openExtensionPage, openPopup, pageView, popupPage } from './extension-chromium.ts';
import type { View } from './extension-view.ts';
import { reloadExtension, switchExtension } from './extensions-page.ts';
import { launchFirefox } from './firefox.ts';
import { killWorker } from './job-tools.ts';

/** A name that leads to this machine in the tests' browsers only: a model there counts as a hosted one. */
export const HOSTED_NAME = 'modele.example';

export type BrowserKind = 'chromium' | 'firefox';

/** What suites run in that are run in one browser at a time: Chromium, or what `TEST_BROWSER` says. */
export function browserKind(): BrowserKind {
  const asked = process.env['TEST_BROWSER'] || 'chromium';
  if (asked !== 'chromium' && asked !== 'firefox') throw new Error(`TEST_BROWSER is ${asked}, neither chromium nor firefox`);
  return asked;
}

export interface OpenBrowser {
  browser: Browser;
  close(): Promise<void>;
}

export interface ExtensionBrowser extends OpenBrowser {
  /** The popup that belongs to `page`, opened as a click on the toolbar button opens it: grants `activeTab`. */
  openPopup(page: Page): Promise<View>;
  /** The popup that is open already, or that opens soon: after the context menu, the shortcut or the button in an editor. */
  openedPopup(timeoutMs?: number): Promise<View>;
  isPopupOpen(): Promise<boolean>;
  /** Any page of the extension in a tab of its own: `options.html`, `history.html`. */
  openExtensionPage(path: string): Promise<View>;
  /** Ends the background at once, whatever it does: Chromium's service worker, Firefox's event page. */
  killBackground(): Promise<void>;
  /** From now on; the function returned gives all that the background has written to its console. */
  backgroundLog(): Promise<() => Promise<string[]>>;
  /** The clipboard's text, read as `page`, which is in front. */
  clipboard(page: View): Promise<string>;
  /** Closes the extension's pages and its background, and starts it again from its files, as an update does. */
  renewExtension(): Promise<void>;
  /** Switches the extension off, and on again. */
  switchExtension(): Promise<void>;
}

export interface ExtensionBrowserOptions {
  /** Match patterns that count as granted by the user, since nobody can press a permission prompt without a screen. */
  hosts: string[];
  /** Keeps the profile between two launches (a browser restart); default: a new one, removed at the end. */
  profile?: string;
  /** Folder where downloads go, nobody asked. */
  downloads?: string;
}

export function launchExtensionBrowser(kind: BrowserKind, options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
  return { chromium: inChromium, firefox: inFirefox }[kind](options);
}

/** For tests that bring the editor's scripts themselves: Chromium without the extension, which Firefox always has. */
export function launchBrowser(): Promise<OpenBrowser> {
  return browserKind() === 'chromium' ? launchChromium() : inFirefox({ hosts: [] });
}

async function inChromium({ hosts, profile, downloads }: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
  // After a restart it must be the same extension: its copy stays with the profile.
  const copy = testCopyOfBuild(await builtExtension('chrome'), hosts, profile && join(profile, 'extension-copy'));
  const chromium = await launchChromium({
    extension: copy,
    args: [`--host-resolver-rules=MAP ${HOSTED_NAME} 127.0.0.1`],
    ...(profile ? { profile } : {}),
  });
  const { browser, extensionId } = chromium;
  if (downloads) {
    const devtools = await browser.target().createCDPSession();
    await devtools.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
  }
  return {
    browser,
    openPopup: (page) => openPopup(browser, extensionId, page),
    openedPopup: async (timeoutMs) => pageView(await popupPage(browser, extensionId, timeoutMs)),
    isPopupOpen: async () => browser.targets().some((target) => target.url().includes('/popup.html')),
    openExtensionPage: (path) => openExtensionPage(browser, extensionId, path),
    killBackground: () => killWorker(chromium),
    async backgroundLog() {
      const logged: string[] = [];
      const target = await browser.waitForTarget((candidate) => candidate.type() === 'service_worker');
      const worker = await target.worker();
      worker?.on('console', (message) => logged.push(message.text()));
      await worker?.evaluate(() => console.info('listened to'));
      return async () => heardOf(logged);
    },
    async clipboard(page) {
      const origin = `chrome-extension://${extensionId}`;
      await browser.defaultBrowserContext().overridePermissions(origin, ['clipboard-read', 'clipboard-write']);
      return page.run(() => navigator.clipboard.readText());
    },
    renewExtension: () => reloadExtension(chromium),
    switchExtension: () => switchExtension(chromium),
    async close() {
      await chromium.close();
      if (!profile) rmSync(copy, { recursive: true, force: true });
    },
  };
}

async function inFirefox({ downloads, ...options }: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
  const prefs = {
    'network.dns.localDomains': HOSTED_NAME,
    ...(downloads ? { 'browser.download.folderList': 2, 'browser.download.dir': downloads } : {}),
  };
  return launchFirefox({ extension: await builtExtension('firefox'), prefs, ...options });
}

/** An empty log proves nothing: what was written to try the ear must be in it. */
export function heardOf(logged: string[]): string[] {
  if (!logged.some((text) => text.includes('listened to'))) throw new Error('nobody listened to the background');
  return logged;
}
