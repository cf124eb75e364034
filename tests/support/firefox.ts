/**
 * Firefox with the extension really installed, driven over WebDriver BiDi. The popup is no page for BiDi, so it is
 * opened and read from the browser's own (chrome) scope, which `--remote-allow-system-access` opens to the driver.
 *
 * ```ts
 * const firefox = await launchFirefox({ extension: '.output/firefox-mv3', hosts: ['http://127.0.0.1/*'] });
 * const page = await firefox.browser.newPage();
 * const popup = await firefox.openPopup(page); // as a click on the toolbar button: grants activeTab
 * ```
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { callOf, until, type View } from './extension-view.ts';
import { findFirefox } from './firefox-binary.ts';

const UUID = '6f1d2c3b-4a59-4687-9786-a5b4c3d2e1f0';

export interface Firefox {
  browser: Browser;
  /** `moz-extension://…`, no slash at the end. */
  origin: string;
  openPopup(page: Page): Promise<View>;
  /** A page of the extension in a tab. */
  openExtensionPage(path: string): Promise<View>;
  close(): Promise<void>;
}

/** `hosts`: match patterns granted as the permission prompt would grant them, since headless nobody can press it. */
export async function launchFirefox(options: { extension: string; hosts: string[]; headed?: boolean }): Promise<Firefox> {
  const folder = resolve(options.extension);
  const id = addonId(folder);
  const browser = await launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: !options.headed,
    handleSIGTERM: false,
    args: ['--remote-allow-system-access', '--width=1366', '--height=900'],
    defaultViewport: null,
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      'intl.locale.requested': 'fr',
      'intl.accept_languages': 'fr',
    },
  });
  const chrome = await chromeScope(browser);
  await browser.installExtension(folder);
  await chrome.run(
    `const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
     await ExtensionPermissions.add(${JSON.stringify(id)}, { permissions: [], origins: ${JSON.stringify(options.hosts)} }, extension);`,
    id,
  );
  return {
    browser,
    origin: `moz-extension://${UUID}`,
    async openPopup(page) {
      const view = popupView(chrome);
      const loaded = () => view.run(() => document.readyState === 'complete').catch(() => false);
      for (let tries = 3; ; tries--) {
        await page.bringToFront();
        // `triggerAction` is what the toolbar button and `_execute_action` call: it grants activeTab, then opens the popup.
        await chrome.run(
          `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
           await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`,
          id,
        );
        try {
          await until(loaded, 15_000, () => 'popup');
          return view;
        } catch (error) {
          // A tab that has just been closed may still take the focus, and a popup that loses it is closed by the browser.
          if (tries === 1 || (await chrome.run(`return Boolean(${POPUP});`))) throw error;
        }
      }
    },
    async openExtensionPage(path) {
      const page = await browser.newPage();
      const url = `moz-extension://${UUID}/${path}`;
      // The page loads, but BiDi never says so for a moz-extension address (Firefox 153).
      await page.goto(url, { timeout: 3000, waitUntil: 'domcontentloaded' }).catch(() => null);
      await until(
        () => page.evaluate(() => document.readyState === 'complete').catch(() => false),
        10_000,
        () => url,
      );
      return tabView(page);
    },
    close: () => browser.close(),
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

interface ChromeScope {
  /** Runs statements in the browser window's own scope; `extension` there is the one of that id. Result as JSON. */
  run(statements: string, extensionId?: string): Promise<unknown>;
}

/** The few commands that puppeteer has no method for. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

async function chromeScope(browser: Browser): Promise<ChromeScope> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: { context: string }[];
  };
  const context = tree.contexts[0]?.context;
  if (!context) throw new Error('Firefox shows no browser window to the driver');
  return {
    async run(statements, extensionId) {
      const extension = extensionId ? `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension` : 'null';
      const expression = `(async (extension) => JSON.stringify(await (async () => { ${statements} })()) ?? null)(${extension})`;
      const { result } = (await connection.send('script.evaluate', {
        expression,
        target: { context },
        awaitPromise: true,
      })) as { result: { type: string; result?: { value?: string }; exceptionDetails?: { text: string } } };
      if (result.type !== 'success') throw new Error(`Firefox: ${result.exceptionDetails?.text ?? 'no answer'}`);
      return typeof result.result?.value === 'string' ? JSON.parse(result.result.value) : undefined;
    },
  };
}

const POPUP = `document.querySelector('.webextension-popup-browser')`;

function popupView(chrome: ChromeScope): View {
  let open = true;
  const evaluate = async (source: string) => {
    const answer = await chrome.run(`
      const popup = ${POPUP};
      if (!popup) return { closed: true };
      const name = 'test-view-' + Math.random();
      const script = '(' + ${JSON.stringify(frameScript(source))} + ')(' + JSON.stringify(name) + ')';
      return new Promise((done, failed) => {
        const late = setTimeout(() => failed(new Error('the popup does not answer')), 10000);
        popup.messageManager.addMessageListener(name, (message) => { clearTimeout(late); done(message.data); });
        popup.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
      });`);
    return answer as { closed?: true; value?: string; error?: string };
  };
  const run = async <Args extends unknown[], Result>(
    action: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> => {
    const answer = await evaluate(callOf(action, args));
    open = !answer.closed;
    if (answer.value === undefined) throw new Error(answer.closed ? 'the popup is closed' : answer.error);
    return (JSON.parse(answer.value) as { value: Result }).value;
  };
  return {
    run,
    click: (selector) => clickInPage(run, selector),
    async screenshot(file) {
      const image = await chrome.run(`
        const shot = await ${POPUP}.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = new OffscreenCanvas(shot.width, shot.height);
        canvas.getContext('2d').drawImage(shot, 0, 0);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        return bytes.toBase64();`);
      writeFileSync(file, Buffer.from(String(image), 'base64'));
    },
    isOpen: () => open,
    async close() {
      open = false;
      await chrome.run(`${POPUP}?.closest('panel')?.hidePopup();`);
    },
  };
}

/** Runs in the popup's process, in a sandbox with the page's own globals: the page's policy forbids `eval`. */
function frameScript(source: string): string {
  return `async (name) => {
    const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    try {
      const value = await Cu.evalInSandbox(${JSON.stringify(`(async () => JSON.stringify({ value: await ${source} }))()`)}, sandbox);
      sendAsyncMessage(name, { value });
    } catch (error) {
      sendAsyncMessage(name, { error: String(error) });
    }
  }`;
}

function tabView(page: Page): View {
  const run = async <Args extends unknown[], Result>(action: (...args: Args) => Result | Promise<Result>, ...args: Args) =>
    (await page.evaluate(callOf(action, args))) as Result;
  return {
    run,
    click: (selector) => clickInPage(run, selector),
    async screenshot(file) {
      await page.screenshot({ path: file as `${string}.png` });
    },
    isOpen: () => !page.isClosed(),
    close: () => page.close(),
  };
}

async function clickInPage(run: View['run'], selector: string): Promise<void> {
  const clicked = await until(
    () =>
      run((wanted) => {
        const element = document.querySelector<HTMLElement>(wanted);
        if (!element || element.matches(':disabled') || element.getClientRects().length === 0) return false;
        element.click();
        return true;
      }, selector),
    10_000,
    () => selector,
  );
  if (!clicked) throw new Error(`no ${selector}`);
}
