/**
 * The main job as a user does it on the first day in Firefox: a real screen, the browser's own permission prompt, and a
 * real right-click on « Réécrire SEO » in the block editor's canvas.
 */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtExtension } from '../support/extension-build.ts';
import { fillModel } from '../support/extension-options.ts';
import { attributeOf, click, until } from '../support/extension-view.ts';
import { type Firefox, launchFirefox } from '../support/firefox.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { rewriteByRightClick } from '../support/right-click-steps.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';
import { type DisplayInput, displayInput } from '../support/xvfb-input.ts';

let firefox: Firefox;
let site: WordPressSite;
let model: LlmServer;
let input: DisplayInput;

// Another try wants a browser that has given no permission yet.
beforeEach(async () => {
  const script = recordedScript(seedRecording(), { chunkChars: 40, delayMs: 5 });
  [firefox, site, model] = await Promise.all([
    builtExtension('firefox').then((extension) => launchFirefox({ extension, hosts: [], headed: true })),
    startWordPress(),
    startLlmServer(script),
  ]);
  input = await displayInput(firefox.display ?? ':0');
});

afterEach(async () => {
  await Promise.all([firefox?.close(), site?.close(), model?.close()]);
});

test('a right-click in the canvas rewrites the selection, once the user has allowed the model’s address', async () => {
  const options = await firefox.openExtensionPage('options.html');
  await fillModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: 'sk-test' });
  // Saved, and the browser asks; its prompt is no page, and is pressed with the mouse.
  const allow = await until(
    () => firefox.promptButton(),
    10_000,
    () => 'permission prompt',
  );
  // Firefox takes no answer in the prompt's first half second.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await input.clickAt(allow.x, allow.y);
  await click(options, 'test-connection');
  const ok = await until(
    () => attributeOf(options, 'connection-result', 'data-ok'),
    20_000,
    () => 'connection result',
  );
  expect(ok).toBe('true');
  await options.close();

  // From the open menu, the extension's item is the last one.
  await rewriteByRightClick({ ...firefox, site, input, model, menuKeys: ['Up', 'Return'] });
});
