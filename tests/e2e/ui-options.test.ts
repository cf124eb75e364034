/** The options page in the real extension: saved for good, the key never seen again, the connection really tried. */

import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchChromium, testCopyOfBuild, type Chromium } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage } from '../support/extension-chromium.ts';
import { setUpModel, testConnection } from '../support/extension-options.ts';
import { attributeOf, click, textOf, until, valueOf, type View } from '../support/extension-view.ts';
import { startLlmServer, type LlmServer } from '../support/llm-server.ts';

const SCREENS = resolve(import.meta.dirname, '../../.output/screens');
/** The usual ports of Ollama and LM Studio. */
const OLLAMA_PORT = 11434;
const STUDIO_PORT = 1234;
const KEY = 'sk-cle-tres-secrete';

let build: string;
let chromium: Chromium;
let server: LlmServer;
let options: View;

beforeAll(async () => {
  build = testCopyOfBuild(await builtExtension('chrome'), ['http://127.0.0.1/*']);
  chromium = await launchChromium({ extension: build, height: 1000 });
  server = await startLlmServer(() => ({ text: 'oui' }), { models: ['petit-modele', 'grand-modele'] });
  options = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  mkdirSync(SCREENS, { recursive: true });
});

afterAll(async () => {
  await chromium.close();
  await server.close();
  rmSync(build, { recursive: true, force: true });
});

test('the first time it offers three ways, and the local one fills in the server’s address', async () => {
  await until(() => textOf(options, 'card-local'));
  await options.screenshot(join(SCREENS, 'options-first.png'));
  await click(options, 'card-local');
  expect(await valueOf(options, 'provider')).toBe('ollama');
  expect(await valueOf(options, 'base-url')).toBe('http://127.0.0.1:11434/v1');
});

test.each(['light', 'dark'])('it has no accessibility violation in the %s', async (value) => {
  const page = await chromium.browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  await page.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await page.waitForSelector('[data-testid="save"]');
  expect(await violations(page)).toEqual([]);
  await page.close();
});

test('saving keeps provider, model and length, and shows the key no more', async () => {
  await setUpModel(options, { provider: 'custom', baseUrl: `${server.url}/`, model: 'petit-modele', apiKey: KEY, minWords: 800 });
  expect(await valueOf(options, 'api-key')).toBe('');
  expect(await attributeOf(options, 'key-state', 'data-saved')).toBe('true');

  const again = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  await until(async () => (await attributeOf(again, 'key-state', 'data-saved')) === 'true');
  expect(await valueOf(again, 'provider')).toBe('custom');
  expect(await valueOf(again, 'base-url')).toBe(server.url);
  expect(await valueOf(again, 'model')).toBe('petit-modele');
  expect(await valueOf(again, 'min-words')).toBe('800');
  expect(await again.run(() => document.documentElement.outerHTML)).not.toContain(KEY);
  await again.close();
});

test('« Tester la connexion » makes a real request with the key, and lists the models', async () => {
  expect(await testConnection(options)).toBe(true);
  expect(server.requests.at(-1)?.headers['authorization']).toBe(`Bearer ${KEY}`);
  await until(async () => (await options.run(() => document.querySelectorAll('datalist option').length)) === 2);
  await options.screenshot(join(SCREENS, 'options-tested.png'));
});

test.skipIf(!(await portsAreFree()))(
  '« Chercher un modèle sur cet ordinateur » finds the servers on their usual ports',
  async () => {
    const ollama = createServer((_, response) => response.writeHead(403).end());
    await new Promise<void>((done) => ollama.listen(OLLAMA_PORT, '127.0.0.1', done));
    const studio = await startLlmServer(() => ({ text: 'oui' }), { port: STUDIO_PORT, models: ['mistral-nemo'] });
    try {
      await click(options, 'find-local');
      await until(() => textOf(options, 'local-server'), 15_000);
      const servers = await options.run(() =>
        [...document.querySelectorAll<HTMLElement>('[data-testid="local-server"]')].map(({ dataset, textContent }) => ({
          id: dataset['id'],
          code: dataset['code'] ?? null,
          told: /OLLAMA_ORIGINS=.*chrome-extension/u.test(textContent ?? ''),
        })),
      );
      expect(servers.slice(0, 2)).toEqual([
        { id: 'ollama', code: 'origin_refused', told: true },
        { id: 'lmstudio', code: null, told: false },
      ]);
      await click(options, 'use-local');
      expect(await valueOf(options, 'provider')).toBe('lmstudio');
      expect(await valueOf(options, 'base-url')).toBe(`http://127.0.0.1:${STUDIO_PORT}/v1`);
      expect(await valueOf(options, 'model')).toBe('mistral-nemo');
      expect(await testConnection(options)).toBe(true);
      await options.screenshot(join(SCREENS, 'options-local.png'));
    } finally {
      ollama.close();
      await studio.close();
    }
  },
);

test('a refused key is said in words, with its code', async () => {
  await setUpModel(options, { provider: 'custom', baseUrl: server.url, model: 'petit-modele', apiKey: KEY });
  server.answerWith(() => ({ status: 401, body: { error: { message: 'Incorrect API key', code: 'invalid_api_key' } } }));
  await click(options, 'test-connection');
  await until(async () => (await attributeOf(options, 'connection-result', 'data-code')) === 'bad_key');
  expect(await textOf(options, 'connection-result')).toContain('Le fournisseur refuse cette clé.');
});

/** A machine on which such a server runs is left alone. */
async function portsAreFree(): Promise<boolean> {
  const free = await Promise.all(
    [OLLAMA_PORT, STUDIO_PORT].map(
      (port) =>
        new Promise<boolean>((resolve) => {
          const server = createServer();
          server.once('error', () => resolve(false));
          server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
        }),
    ),
  );
  return free.every(Boolean);
}
