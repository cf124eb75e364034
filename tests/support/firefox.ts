/**
 * Firefox with the extension really installed, driven over WebDriver BiDi. The popup is no page for BiDi, so it is
 * opened and read from the browser's own scope (`firefox-chrome-scope.ts`).
 *
 * ```ts
 * const firefox = await launchFirefox({ extension: '.output/firefox-mv3', hosts: ['http://127.0.0.1/*'] });
 * const page = await firefox.browser.newPage();
 * const popup = await firefox.openPopup(page); // as a click on the toolbar button: grants activeTab
 * ```
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { startDisplay } from './display.ts';
import { type ExtensionBrowser, heardOf } from './extension-browser.ts';
import { until, type View } from './extension-view.ts';
import { findFirefox } from './firefox-binary.ts';
import { type ChromeScope, chromeScope } from './firefox-chrome-scope.ts';
import { frameView, POPUP, SIDEBAR, tabFrame } from './firefox-views.ts';

const UUID = '6f1d2c3b-4a59-4687-9786-a5b4c3d2e1f0';

export interface FirefoxOptions {
  /** Folder of the unpacked extension. */
  extension: string;
  /** Match patterns granted as the permission prompt would grant them, since headless nobody can press it. */
  hosts: string[];
  headed?: boolean;
  /** Keeps the profile between two launches; the extension is then installed for good, elsewhere until the browser closes. */
  profile?: string;
  /** Further preferences. */
  prefs?: Record<string, unknown>;
}

export interface Firefox extends ExtensionBrowser {
  /** `moz-extension://…`, no slash at the end. */
  origin: string;
  chrome: ChromeScope;
  /** `:n` of the X display, where the browser is headed on Linux. */
  display: string | null;
  openedSidebar(): Promise<View>;
  /** Where « Autoriser » of the open permission prompt stands, in pixels of the screen; null while there is none. */
  promptButton(): Promise<{ x: number; y: number } | null>;
  isContextMenuOpen(): Promise<boolean>;
  /** All that pages of the extension and its background have thrown, or written with `console.error`, since the launch. */
  errors(): Promise<string[]>;
}

export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const folder = resolve(options.extension);
  const id = addonId(folder);
  const { profile } = options;
  if (profile) linkInto(profile, id, folder);
  const display = options.headed ? startDisplay({ width: 1366, height: 900 }) : null;
  const browser = await launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: !options.headed,
    handleSIGTERM: false,
    args: ['--remote-allow-system-access', '--width=1366', '--height=900'],
    defaultViewport: null,
    ...(profile ? { userDataDir: profile } : {}),
    ...(display ? { env: { ...process.env, DISPLAY: display.name } } : {}),
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      'intl.locale.requested': 'fr',
      'intl.accept_languages': 'fr',
      // A linked extension is unsigned, and would wait for the user to enable it.
      ...(profile ? { 'xpinstall.signatures.required': false, 'extensions.autoDisableScopes': 0 } : {}),
      ...options.prefs,
    },
  });
  const chrome = await chromeScope(browser, id);
  if (!profile) await browser.installExtension(folder);
  await until(
    async () => (await chrome.run('return Boolean(extension);')) === true,
    10_000,
    () => 'extension',
  );
  await chrome.run(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: [], origins: ${JSON.stringify(options.hosts)} }, extension);`,
  );
  return {
    browser,
    origin: `moz-extension://${UUID}`,
    chrome,
    display: display?.name ?? null,
    openPopup: (page) => openPopup(chrome, page),
    openedPopup: (timeoutMs = 15_000) => openedFrame(chrome, POPUP, HIDE_POPUP, timeoutMs),
    isPopupOpen: async () => (await chrome.run(`return Boolean(${POPUP});`)) === true,
    openedSidebar: () => openedFrame(chrome, SIDEBAR, 'SidebarController.hide();', 15_000),
    promptButton: async () => (await chrome.run(PROMPT_BUTTON)) as { x: number; y: number } | null,
    isContextMenuOpen: async () =>
      (await chrome.run(`return document.getElementById('contentAreaContextMenu').state === 'open';`)) === true,
    errors: () => errorsOf(chrome),
    openExtensionPage: (path) => openTab(chrome, `moz-extension://${UUID}/${path}`),
    killBackground: () => killBackground(chrome),
    backgroundLog: () => backgroundLog(chrome),
    clipboard: async () => String((await chrome.run(CLIPBOARD)) ?? ''),
    renewExtension: async () => void (await chrome.run(`${addon(id)} await addon.reload();`)),
    switchExtension: async () => void (await chrome.run(`${addon(id)} await addon.disable(); await addon.enable();`)),
    async close() {
      await browser.close();
      display?.close();
    },
  };
}

function addonId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${folder} has no gecko id`);
  return id;
}

/** A file with the folder's path, under the extension's name: how a profile has an unpacked extension installed for good. */
function linkInto(profile: string, id: string, folder: string): void {
  mkdirSync(join(profile, 'extensions'), { recursive: true });
  writeFileSync(join(profile, 'extensions', id), folder);
}

const PROMPT_BUTTON = `
  const { button } = PopupNotifications.isPanelOpen ? PopupNotifications.panel.firstElementChild : {};
  if (!button || button.disabled) return null;
  const { left, top, width, height } = button.getBoundingClientRect();
  return { x: button.ownerDocument.defaultView.mozInnerScreenX + left + width / 2, y: button.ownerDocument.defaultView.mozInnerScreenY + top + height / 2 };`;

const CLIPBOARD = `
  const data = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  data.init(null);
  data.addDataFlavor('text/plain');
  Services.clipboard.getData(data, Services.clipboard.kGlobalClipboard, window.browsingContext.currentWindowContext);
  const text = {};
  try { data.getTransferData('text/plain', text); } catch { return ''; }
  return text.value.QueryInterface(Ci.nsISupportsString).data;`;

/** Statements that lead to `addon`, which about:addons shows and switches. */
const addon = (id: string) => `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID(${JSON.stringify(id)});`;

const HIDE_POPUP = `${POPUP}?.closest('panel')?.hidePopup();`;

async function openPopup(chrome: ChromeScope, page: Page): Promise<View> {
  for (let tries = 3; ; tries--) {
    await page.bringToFront();
    // `triggerAction` is what the toolbar button and `_execute_action` call: it grants activeTab, then opens the popup.
    await chrome.run(
      `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
       await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
    );
    try {
      return await openedFrame(chrome, POPUP, HIDE_POPUP, 15_000);
    } catch (error) {
      // A tab that has just been closed may still take the focus, and a popup that loses it is closed by the browser.
      if (tries === 1 || (await chrome.run(`return Boolean(${POPUP});`))) throw error;
    }
  }
}

async function openTab(chrome: ChromeScope, url: string): Promise<View> {
  const id = await chrome.run(`
    const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
    gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal });
    return gBrowser.selectedBrowser.browserId;`);
  const frame = tabFrame(Number(id));
  return openedFrame(chrome, frame, `gBrowser.removeTab(gBrowser.getTabForBrowser(${frame}));`, 15_000);
}

async function openedFrame(chrome: ChromeScope, frame: string, hide: string, timeoutMs: number): Promise<View> {
  const view = frameView(chrome, frame, hide);
  await until(
    () => view.run(() => document.readyState === 'complete' && location.protocol === 'moz-extension:').catch(() => false),
    timeoutMs,
    () => 'page of the extension',
  );
  return view;
}

/** What « terminate background script » in about:debugging does; a port of a page or a running request does not stop it. */
async function killBackground(chrome: ChromeScope): Promise<void> {
  const state = await chrome.run(`
    await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
    return extension.backgroundState;`);
  if (state === 'running') throw new Error('the background runs on');
}

/** Thrown errors reach the browser's own process, `console` calls stay in the extension's. */
async function errorsOf(chrome: ChromeScope): Promise<string[]> {
  const thrown = await chrome.run(`
    return Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & Ci.nsIScriptError.warningFlag))
      .filter((message) => message.sourceName.startsWith('moz-extension://${UUID}'))
      .map((message) => message.errorMessage);`);
  return [...(thrown as string[]), ...(await writtenToConsole(chrome, ['error', 'assert']))];
}

/** By the background and every page of the extension: they share a process, and so a console. `levels`: all where none. */
async function writtenToConsole(chrome: ChromeScope, levels: string[] = []): Promise<string[]> {
  const script = `(name) => {
    const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
    const levels = ${JSON.stringify(levels)};
    const written = storage.getEvents().filter((event) => levels.length === 0 || levels.includes(event.level));
    sendAsyncMessage(name, written.map((event) => event.arguments.map((value) => value instanceof Object ? value + JSON.stringify(value) : String(value)).join(' ')));
  }`;
  const written = await chrome.run(`
    const { xulBrowser } = [...extension.views].find((view) => view.xulBrowser?.messageManager);
    const name = 'test-console-' + Math.random();
    const script = '(' + ${JSON.stringify(script)} + ')(' + JSON.stringify(name) + ')';
    return new Promise((done) => {
      xulBrowser.messageManager.addMessageListener(name, (message) => done(message.data));
      xulBrowser.messageManager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent(script), false);
    });`);
  return written as string[];
}

/** The background's own window writes the word that tries the ear. */
async function backgroundLog(chrome: ChromeScope): Promise<() => Promise<string[]>> {
  await chrome.run(`
    await extension.wakeupBackground();
    const { xulBrowser } = [...extension.views].find((view) => view.viewType === 'background');
    xulBrowser.messageManager.loadFrameScript('data:,content.console.info("listened to")', false);`);
  return async () => heardOf(await writtenToConsole(chrome));
}
