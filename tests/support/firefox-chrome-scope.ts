/**
 * The browser's own (« chrome ») scope of a Firefox, which `--remote-allow-system-access` opens to the driver: for what is
 * no page for WebDriver BiDi, as popups, sidebars, prompts and the extension's background.
 */
import type { Browser } from 'puppeteer-core';

export interface ChromeScope {
  /**
   * Runs statements in the browser window's own scope; `extension` there is the one under test, once it is installed.
   * Resolves with what they return, as JSON carries it.
   */
  run(statements: string): Promise<unknown>;
}

/** The few commands that puppeteer has no method for. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

export async function chromeScope(browser: Browser, addonId: string): Promise<ChromeScope> {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: { context: string }[];
  };
  const context = tree.contexts[0]?.context;
  if (!context) throw new Error('Firefox shows no browser window to the driver');
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(addonId)})?.extension`;
  return {
    async run(statements) {
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
