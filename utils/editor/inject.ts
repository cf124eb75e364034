/** The extension's side of the editor script: injects it into a tab's page on demand, and asks it one thing. */
import { browser } from 'wxt/browser';
import { CodedError } from '../errors.ts';
import { EditorAnswer, type EditorCommand } from './editor-protocol.ts';

/**
 * Needs `activeTab` (a click, the menu, the shortcut) or the host permission for that page. What the page answers is
 * parsed: it comes from a world that the page's own scripts share.
 * @throws CodedError `page_error` where the browser refuses injection (its own pages, the stores) or the answer is not one.
 */
export async function askEditor(tabId: number, command: EditorCommand): Promise<EditorAnswer> {
  const target = { tabId };
  try {
    await browser.scripting.executeScript({ target, world: 'MAIN', files: ['/editor.js'] });
    const [answer] = await browser.scripting.executeScript({ target, world: 'MAIN', func: callEditor, args: [command] });
    const parsed = EditorAnswer.safeParse(answer?.result);
    if (parsed.success) return parsed.data;
  } catch (error) {
    throw new CodedError('page_error', error instanceof Error ? error.message : String(error));
  }
  throw new CodedError('page_error', 'the page gave no answer');
}

/** Runs in the page, alone: nothing from this file's scope is there. */
function callEditor(command: EditorCommand): unknown {
  return (globalThis as unknown as { reecrireSeoEditor(command: EditorCommand): Promise<unknown> }).reecrireSeoEditor(command);
}
