/** The way to the editor: injects into the page the one script that a command needs, gives it the command, reads its answer. */
import { browser } from 'wxt/browser';
import { EditorAnswer, type EditorCommand } from '../../utils/editor/editor-protocol.ts';
import { globalNameOf, scriptFor } from '../../utils/editor/editor-scripts.ts';
import { z } from '../../utils/zod.ts';

/** Nothing in an editor takes as long; a page that hangs must not hang the popup. ms. */
const PATIENCE_MS = 30_000;

/** Needs `activeTab` for that tab. Answers `not_editor` for a page that refuses injection. Never throws. */
export async function askEditor(tabId: number, command: EditorCommand): Promise<EditorAnswer> {
  const script = scriptFor(command);
  try {
    // In the page's own world: the editor's data is in its `wp` and `tinymce` objects.
    await browser.scripting.executeScript({ target: { tabId }, files: [`/${script}.js`], world: 'MAIN' });
  } catch (error) {
    return failed('not_editor', error);
  }
  try {
    const called = browser.scripting.executeScript({
      target: { tabId },
      world: 'MAIN',
      func: callEditor,
      args: [globalNameOf(script), JSON.stringify(command)],
    });
    const [frame] = await Promise.race([called, tooLate()]);
    const answer = z.safeParse(EditorAnswer, frame?.result);
    return answer.success ? answer.data : failed('page_error', z.prettifyError(answer.error));
  } catch (error) {
    return failed('page_error', error);
  }
}

/** Runs in the page: must not use anything of this file. */
async function callEditor(name: string, command: string): Promise<unknown> {
  const editor: unknown = Reflect.get(globalThis, name);
  return typeof editor === 'function' ? editor(JSON.parse(command)) : null;
}

function tooLate(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(`no answer in ${PATIENCE_MS} ms`)), PATIENCE_MS));
}

function failed(code: 'not_editor' | 'page_error', error: unknown): EditorAnswer {
  return { kind: 'failed', code, detail: error instanceof Error ? error.message : String(error) };
}
