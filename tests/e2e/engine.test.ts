/** The background reads its engine late: also when its worker was killed, the browser restarted, the extension renewed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chromium, launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage } from '../support/extension-chromium.ts';
import { until } from '../support/extension-view.ts';
import { reloadExtension } from '../support/extensions-page.ts';
import { killWorker, saveLocalModel } from '../support/job-tools.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { stampEngine } from '../../utils/stamp-engine.ts';
import type { ConnectionResult } from '../../utils/messages.ts';

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
};

let model: LlmServer;
let copy: string;
let profile: string;
let chromium: Chromium;

beforeAll(async () => {
  copy = testCopyOfBuild(await builtExtension('chrome'), ['http://127.0.0.1/*']);
  profile = mkdtempSync(join(tmpdir(), 'reecrire-profile-'));
  model = await startLlmServer(() => ({ text: 'oui' }));
  chromium = await launchChromium({ extension: copy, profile });
  const page = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  await saveLocalModel(page, model.url);
  await page.close();
});
afterAll(async () => {
  await Promise.all([chromium?.close(), model?.close()]);
  for (const folder of [copy, profile]) rmSync(folder, { recursive: true, force: true });
});

/** « Tester la connexion », which the engine's client does. */
async function tested(): Promise<ConnectionResult> {
  const page = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
  const result = await page.run(() => chrome.runtime.sendMessage({ kind: 'test-connection' }));
  await page.close();
  return result as ConnectionResult;
}

test('right after the installation, and again after each death of the worker', async () => {
  expect(await tested()).toMatchObject({ ok: true });
  for (let death = 0; death < 2; death++) {
    await killWorker(chromium);
    expect(await tested()).toMatchObject({ ok: true });
  }
});

test('after the extension was reloaded with another engine', async () => {
  const file = join(copy, 'engine.js');
  const old = readFileSync(file, 'utf8');
  // What a build does with a new engine: another engine, and its hash in the background.
  writeFileSync(file, `${old};reecrireSeoEngine.openAiClient = () => ({ stream() { throw new Error('another engine') } });`);
  stampAgain();
  await reloadExtension(chromium);
  await until(
    async () => (await tested().catch(() => null))?.ok === false,
    20_000,
    () => 'new engine',
  );
  expect(await tested()).toMatchObject({ ok: false, detail: 'Error: another engine' });
  writeFileSync(file, old);
  stampAgain();
  await reloadExtension(chromium);
  await until(
    async () => (await tested().catch(() => null))?.ok,
    20_000,
    () => 'old engine',
  );
  await killWorker(chromium);
  expect(await tested()).toMatchObject({ ok: true });
});

test('after the browser was started anew', async () => {
  await chromium.close();
  chromium = await launchChromium({ extension: copy, profile });
  expect(await tested()).toMatchObject({ ok: true });
  await killWorker(chromium);
  expect(await tested()).toMatchObject({ ok: true });
});

function stampAgain(): void {
  const file = join(copy, 'background.js');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/engine\.js\?[0-9a-f]{12}/, 'engine.js?__ENGINE__'));
  stampEngine(copy);
}
