/** The key stays where it is: not in a message, not in a store that a page could open, and no page can ask for a job. */
import type { HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserKind, type ExtensionBrowser, launchExtensionBrowser } from '../support/extension-browser.ts';
import { setUpModel } from '../support/extension-options.ts';
import { byTestId, errorOf, untilState, type View } from '../support/extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, startRewrite } from '../support/flow-steps.ts';
import { saveLocalModel } from '../support/job-tools.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

const KEY = 'sk-cle-tres-secrete-0123456789';
const editor = flowEditor('block');
const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });

/** What a content script reads in `storage.local`. Firefox ESR 153 has no way to close it: there it holds no key. */
const LOCAL_STORAGE: Record<BrowserKind, unknown> = {
  chromium: 'refused',
  firefox: expect.stringContaining('"baseUrl":"http://127.0.0.1:'),
};

interface Port {
  postMessage(message: object): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}
declare const chrome: {
  runtime: { connect(info: { name: string }): Port; sendMessage(message: object): Promise<unknown> };
  storage: Record<'local' | 'session' | 'sync', { get(): Promise<object> }>;
  tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> };
  scripting: { executeScript(injection: object): Promise<{ result: unknown }[]> };
};

describe.each<BrowserKind>(['chromium', 'firefox'])('the key, in %s,', (kind) => {
  let app: ExtensionBrowser;
  let site: WordPressSite;
  let model: LlmServer;
  let page: Page;

  beforeAll(async () => {
    [app, site, model] = await Promise.all([
      launchExtensionBrowser(kind, { hosts: ['http://127.0.0.1/*'] }),
      startWordPress(),
      startLlmServer(fast()),
    ]);
    const options = await app.openExtensionPage('options.html');
    await setUpModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: KEY });
    await options.close();
    const content = editor.content(seedParagraphs());
    const id = await site.createPost({ title: SEED_TITLE, content, editor: 'block' });
    page = await app.browser.newPage();
    await editor.open(page, site, id);
  });
  afterAll(async () => {
    await Promise.all([app?.close(), site?.close(), model?.close()]);
  });

  test('reaches the model, and nothing else: no message to the popup, no command to the page, no store, no stored job', async () => {
    // Commands come to the page as JSON; whatever it sends is listened to as well.
    const requests: Promise<string>[] = [];
    const bodyOf = async (request: HTTPRequest) => (request.hasPostData() ? await request.fetchPostData() : '');
    page.on('request', (request) => requests.push(bodyOf(request).then((body) => `${request.url()} ${body}`)));
    await page.evaluate(() => {
      const { parse } = JSON;
      const commands: string[] = [];
      Object.assign(globalThis, { commands });
      JSON.parse = (text: string, reviver?: (key: string, value: unknown) => unknown): unknown => {
        commands.push(text);
        return parse(text, reviver);
      };
    });
    // A second page of the extension, that listens to all that the popup is told. Opened first: a new tab closes a popup.
    const listener = await app.openExtensionPage('options.html');
    const popup = await app.openPopup(page);
    await untilState(popup, 'idle');
    const tabId = await popup.run(async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id ?? -1);
    await listener.run((tab: number) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const port = chrome.runtime.connect({ name: 'job' });
      port.onMessage.addListener((message) => heard.push(JSON.stringify(message)));
      port.postMessage({ kind: 'open', tabId: tab, surface: 'panel' });
    }, tabId);
    await startRewrite(popup);
    await untilState(popup, 'ready');

    expect(model.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    const told = { ...(await kept(listener)), heard: await listener.run(() => Reflect.get(window, 'heard').join('\n')) };
    expect(told.heard).toContain('snapshot');
    expect(told.stores).toContain(model.url);
    expect(told.jobs).toContain('Kremlin');
    expect(Object.values(told).join('\n')).not.toContain(KEY);
    expect(await popup.run(() => document.documentElement.outerHTML)).not.toContain(KEY);
    await listener.close();

    await insertDraft(popup);
    const onThePage = await page.evaluate(() => ({
      commands: (Reflect.get(globalThis, 'commands') as string[]).join('\n'),
      dom: document.documentElement.outerHTML,
      stores: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    }));
    expect(onThePage.commands).toContain('"kind":"apply"');
    const sent = await Promise.all(requests);
    expect(sent.join('\n')).toContain('heartbeat');
    expect([...Object.values(onThePage), ...sent].join('\n')).not.toContain(KEY);
    await popup.close();
  });

  test('is not quoted by the error of a provider that quotes it, in the popup, the stored job and the log', async () => {
    const log = await app.backgroundLog();
    model.answerWith(() => ({ status: 401, body: { error: { message: `Incorrect API key: ${KEY}`, code: 'invalid_api_key' } } }));
    const popup = await app.openPopup(page);
    await untilState(popup, 'applied');
    await popup.click(byTestId('restart'));
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'failed');
    expect(await errorOf(popup)).toBe('bad_key');
    const told = await kept(popup);
    expect(told.jobs).toContain('bad_key');
    expect([...Object.values(told), ...(await log())].join('\n')).not.toContain(KEY);
    await popup.close();
  });

  test('is not sent to another server than the one that it was given for', async () => {
    const other = await startLlmServer(() => ({ text: 'oui' }));
    const options = await app.openExtensionPage('options.html');
    const asked = async (baseUrl: string) => {
      await saveLocalModel(options, baseUrl);
      return options.run(() => chrome.runtime.sendMessage({ kind: 'test-connection' }));
    };
    expect(await asked(other.url)).toMatchObject({ ok: true });
    expect(JSON.stringify(other.requests.map((request) => request.headers))).not.toContain(KEY);
    model.answerWith(() => ({ text: 'oui' }));
    expect(await asked(model.url)).toMatchObject({ ok: true });
    expect(model.requests.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
    await options.close();
    await other.close();
  });

  test('a web page cannot reach the background, nor can a script in it with our own id', async () => {
    expect(await page.evaluate(() => typeof Reflect.get(globalThis, 'chrome')?.runtime?.connect)).toBe('undefined');
    const popup = await app.openPopup(page);
    const seen = await popup.run(async () => {
      const tab = (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0];
      const [frame] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id },
        // The isolated world, where a content script would live.
        func: async () => {
          const port = chrome.runtime.connect({ name: 'job' });
          const heard: unknown[] = [];
          port.onMessage.addListener((message) => heard.push(message));
          const closed = new Promise((resolve) => port.onDisconnect.addListener(() => resolve('closed')));
          port.postMessage({ kind: 'open', tabId: null, surface: 'popup' });
          const end = await Promise.race([closed, new Promise((resolve) => setTimeout(() => resolve('open'), 2000))]);
          // Firefox does not even show a content script the store of the session.
          const read = async (area: 'local' | 'session' | 'sync') => {
            try {
              return JSON.stringify(await chrome.storage[area].get());
            } catch {
              return 'refused';
            }
          };
          const [local, session, sync] = await Promise.all([read('local'), read('session'), read('sync')]);
          // As the options and the history page ask: only they are answered, and obeyed.
          const ask = (message: object) => chrome.runtime.sendMessage(message).catch(() => null);
          const asks = [{ kind: 'test-connection' }, { kind: 'list-models' }, { kind: 'history-remove', ids: null }];
          const answers = (await Promise.all(asks.map(ask))).filter(Boolean);
          const databases = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('reecrire'));
          const cached = await caches.keys();
          return { end, heard, answers, local, session, sync, databases, cached };
        },
      });
      return frame?.result;
    });
    expect(seen).toEqual({
      ...{ end: 'closed', heard: [], answers: [], databases: [], cached: [] },
      ...{ local: LOCAL_STORAGE[kind], session: 'refused', sync: '{}' },
    });
    expect((await kept(popup)).jobs).toContain('Kremlin');
    expect(JSON.stringify(seen)).not.toContain(KEY);
    await popup.close();
  });
});

/** What a page of the extension can read: every store but the one of the keys, the stored jobs, its own DOM. */
function kept(view: View): Promise<{ stores: string; jobs: string; dom: string }> {
  return view.run(async () => {
    const stores = await Promise.all([chrome.storage.local.get(), chrome.storage.session.get(), chrome.storage.sync.get()]);
    const jobs = await new Promise<unknown>((resolve, reject) => {
      const opening = indexedDB.open('reecrire-seo');
      opening.addEventListener('error', () => reject(opening.error));
      opening.addEventListener('success', () => {
        const all = opening.result.transaction('jobs').objectStore('jobs').getAll();
        all.addEventListener('success', () => resolve(all.result));
      });
    });
    return { stores: JSON.stringify(stores), jobs: JSON.stringify(jobs), dom: document.documentElement.outerHTML };
  });
}
