/** A server that lets wait: the user sees the countdown and can end it; what it refused once it is not sent again. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BrowserKind, type ExtensionBrowser, HOSTED_NAME, launchExtensionBrowser } from './extension-browser.ts';
import { setUpModel } from './extension-options.ts';
import { byTestId, click, errorOf, until, untilState, type View } from './extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from './flow-editors.ts';
import { startRewrite } from './flow-steps.ts';
import { saveLocalModel } from './job-tools.ts';
import { apiError, CHAOS } from './llm-server-chaos.ts';
import { type LlmServer, type Script, startLlmServer } from './llm-server.ts';
import { recordedScript, seedRecording } from './recorded-model.ts';
import { startWordPress, type WordPressSite } from './wordpress.ts';

const editor = flowEditor('block');
const PARAGRAPHS = seedParagraphs();
const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });
const WAIT = { ...apiError(429, { message: 'Slow down', code: 'rate_limit_exceeded' }), headers: { 'retry-after': '90' } };

type Where = 'hosted' | 'local';

/** `whole`: also what takes a minute. */
export function waitsSuite(kind: BrowserKind, { whole }: { whole: boolean }): void {
  let app: ExtensionBrowser;
  let site: WordPressSite;
  let model: LlmServer;
  let other: LlmServer;
  let options: View | undefined;
  let page: Page;

  beforeAll(async () => {
    [app, site, model, other] = await Promise.all([
      launchExtensionBrowser(kind, { hosts: ['http://127.0.0.1/*', `http://${HOSTED_NAME}/*`] }),
      startWordPress(),
      startLlmServer(fast()),
      startLlmServer(fast()),
    ]);
    for (const server of [model, other]) {
      await options?.close();
      options = await app.openExtensionPage('options.html');
      await setUpModel(options, { provider: 'custom', baseUrl: hosted(server), model: 'modele-de-test', apiKey: 'sk-de-test' });
    }
    const id = await site.createPost({ title: SEED_TITLE, content: editor.content(PARAGRAPHS), editor: 'block' });
    page = await app.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    await editor.open(page, site, id);
    await editor.selectParagraphs(page, 0, PARAGRAPHS.length - 1);
  });
  afterAll(async () => {
    await Promise.all([app?.close(), site?.close(), model?.close(), other?.close()]);
  });
  beforeEach(() => {
    for (const server of [model, other]) server.requests.length = 0;
  });

  // An extension takes it for another machine, and treats a hosted provider otherwise than a local server.
  const hosted = (server: LlmServer): string => server.url.replace('127.0.0.1', HOSTED_NAME);

  /** A popup with a new job for the post, that asks this server. */
  async function newJob(where: Where, server = model): Promise<View> {
    if (options) await saveLocalModel(options, where === 'hosted' ? hosted(server) : server.url);
    const popup = await app.openPopup(page);
    const state = await untilState(popup, ['idle', 'ready']);
    if (state === 'ready') await popup.click(byTestId('restart'));
    await untilState(popup, 'idle');
    return popup;
  }

  test.each<Where>(['hosted', 'local'])(
    'a %s provider that asks to wait: the popup counts down, also one opened later, and « Réessayer maintenant » ends it',
    async (where) => {
      const recorded = fast();
      model.answerWith((request) => (request === model.requests[0] ? WAIT : recorded(request)));
      const first = await newJob(where);
      await startRewrite(first);
      const start = await until(() => countdown(first), 20_000);
      expect(start).toBeGreaterThan(80);
      await until(async () => ((await countdown(first)) ?? 90) <= start - 3, 20_000);
      await first.close();

      const popup = await app.openPopup(page);
      const later = await until(() => countdown(popup), 20_000);
      expect(later).toBeLessThanOrEqual(start - 3);
      expect(await errorOf(popup)).toBeNull();
      expect(model.requests).toHaveLength(1);
      await click(popup, 'retry-now');
      await model.arrived(2, 5000);
      await untilState(popup, 'ready');
      await popup.close();
    },
  );

  test('one of several requests that must wait: the countdown stays while the others come in, and can be ended', async () => {
    const recorded = fast();
    // After the plan, several sections are asked for at once: the first of them waits.
    model.answerWith((request) => (request === model.requests[1] ? WAIT : recorded(request)));
    const popup = await newJob('hosted');
    await startRewrite(popup);
    await until(
      () => Promise.resolve(model.requests.length > 2 && model.requests.every((request) => request.over)),
      30_000,
      () => 'answers to the others',
    );
    // What came in has long been shown by then.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect(await countdown(popup)).toBeGreaterThan(60);
    const asked = model.requests.length;
    await click(popup, 'retry-now');
    await model.arrived(asked + 1, 5000);
    await untilState(popup, 'ready');
    expect(await countdown(popup)).toBeNull();
    await popup.close();
  });

  test('a parameter that a server refuses is learned of that server alone, and survives the death of the background', async () => {
    const refusing = (): Script => {
      const recorded = fast();
      const refuse = CHAOS['400 stream_options'];
      return async (request) => refuse?.((await recorded(request)).text ?? '')(request) ?? {};
    };
    const rewrite = async (server: LlmServer): Promise<void> => {
      const popup = await newJob('hosted', server);
      await startRewrite(popup);
      await untilState(popup, 'ready');
      await popup.close();
    };
    const withIt = (server: LlmServer) => server.requests.filter(({ body }) => body.stream_options !== undefined).length;

    model.answerWith(refusing());
    await rewrite(model);
    expect(withIt(model)).toBe(1);

    // The same model by another address: nothing is known of it, and it takes all.
    other.answerWith(fast());
    await rewrite(other);
    expect(other.requests.length).toBeGreaterThan(2);
    expect(withIt(other)).toBe(other.requests.length);

    await app.killBackground();
    const before = model.requests.length;
    await rewrite(model);
    expect(model.requests.length).toBeGreaterThan(before + 2);
    expect(withIt(model)).toBe(1);
  });

  if (!whole) return;

  test('a local server that sends nothing for a minute is waited for, although nobody looks', async () => {
    const recorded = fast();
    model.answerWith(async (request) => ({
      ...(await recorded(request)),
      ...(request === model.requests[0] && { headersAfterMs: 62_000 }),
    }));
    const popup = await newJob('local');
    await startRewrite(popup);
    await model.arrived(1);
    await popup.close();
    await model.arrived(2, 90_000);
    expect(model.requests[0]).toMatchObject({ aborted: false, over: true });
    const back = await app.openPopup(page);
    await untilState(back, 'ready');
    expect(await errorOf(back)).toBeNull();
    await back.close();
  });
}

/** Seconds that the popup counts, in whichever language. */
function countdown(popup: View): Promise<number | null> {
  return popup.run((selector) => {
    const line = document.querySelector(selector)?.parentElement?.textContent;
    return line ? Number(/\d+/u.exec(line)?.[0]) : null;
  }, byTestId('retry-now'));
}
