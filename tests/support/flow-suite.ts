/**
 * The main job, end to end, over the three editors: the built extension in a real browser, a real WordPress, and a model
 * server that streams over HTTP. WordPress is on `localhost` and the model on 127.0.0.1, so that the access to one does
 * not open the other.
 */
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { type BrowserKind, type ExtensionBrowser, launchExtensionBrowser } from './extension-browser.ts';
import { setUpModel, testConnection } from './extension-options.ts';
import { type FlowEditorKind, flowEditor } from './flow-editors.ts';
import { fast, flowWorld, type FlowWorld } from './flow-world.ts';
import { type LlmServer, startLlmServer } from './llm-server.ts';
import { startWordPress, type WordPressSite } from './wordpress.ts';

export type FlowPart = (world: FlowWorld) => void;

export const EVERY_EDITOR: readonly FlowEditorKind[] = ['block', 'classic-visual', 'classic-text'];

/** `parts`: groups of tests, and the editors that each is run in. */
export function flowSuite(kind: BrowserKind, parts: ReadonlyMap<FlowPart, readonly FlowEditorKind[]>): void {
  let app: ExtensionBrowser;
  let site: WordPressSite;
  let model: LlmServer;

  beforeAll(async () => {
    [app, site, model] = await Promise.all([
      launchExtensionBrowser(kind, { hosts: ['http://127.0.0.1/*'] }),
      startWordPress(),
      startLlmServer(fast()),
    ]);
    const options = await app.openExtensionPage('options.html');
    await setUpModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: 'sk-test' });
    if (!(await testConnection(options))) throw new Error('the options page could not reach the model server');
    await options.close();
  });

  afterAll(async () => {
    await Promise.all([app?.close(), site?.close(), model?.close()]);
  });

  beforeEach(() => model.answerWith(fast()));

  describe.each(EVERY_EDITOR)('in the %s editor', (editorKind) => {
    const world = flowWorld(kind, flowEditor(editorKind), () => ({ app, site, model }));
    for (const [part, editors] of parts) if (editors.includes(editorKind)) part(world);
  });
}
