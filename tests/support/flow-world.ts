/** What the flow tests stand on: a post of one editor open in a browser with the extension, and a model that streams. */
import type { Page } from 'puppeteer-core';
import type { BrowserKind, ExtensionBrowser } from './extension-browser.ts';
import type { View } from './extension-view.ts';
import { type FlowEditor, seedParagraphs, SEED_TITLE } from './flow-editors.ts';
import type { LlmServer } from './llm-server.ts';
import { recordedScript, seedRecording } from './recorded-model.ts';
import type { WordPressSite } from './wordpress.ts';

export const BEFORE = 'Ce paragraphe précède la dépêche et doit rester tel quel.';
export const AFTER = 'Ce paragraphe suit la dépêche et doit rester tel quel.';
export const PARAGRAPHS = [BEFORE, ...seedParagraphs(), AFTER];
export const LAST = PARAGRAPHS.length - 1;

export const fast = () => recordedScript(seedRecording(), { chunkChars: 40, delayMs: 4 });
/** Slow enough to be seen coming in. */
export const streaming = () => recordedScript(seedRecording(), { chunkChars: 20, delayMs: 12 });
/** Slow enough for a person, or a test, to do something meanwhile. */
export const slow = () => recordedScript(seedRecording(), { chunkChars: 10, delayMs: 25 });

export interface FlowWorld {
  browser: BrowserKind;
  editor: FlowEditor;
  model: LlmServer;
  openPost(post?: {
    status?: 'draft' | 'publish';
    slug?: string;
    paragraphs?: readonly string[];
  }): Promise<{ id: number; page: Page }>;
  openPopup(page: Page): Promise<View>;
  openExtensionPage(path: string): Promise<View>;
  site: WordPressSite;
}

/** `running`: read when it is needed, since hooks start it after the tests are named. */
export function flowWorld(
  browser: BrowserKind,
  editor: FlowEditor,
  running: () => { app: ExtensionBrowser; site: WordPressSite; model: LlmServer },
): FlowWorld {
  return {
    browser,
    editor,
    get model() {
      return running().model;
    },
    get site() {
      return running().site;
    },
    async openPost({ paragraphs = PARAGRAPHS, ...post } = {}) {
      const { app, site } = running();
      const id = await site.createPost({
        title: SEED_TITLE,
        content: editor.content([...paragraphs]),
        editor: editor.kind,
        ...post,
      });
      const page = await app.browser.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      await editor.open(page, site, id);
      return { id, page };
    },
    openPopup: (page) => running().app.openPopup(page),
    openExtensionPage: (path) => running().app.openExtensionPage(path),
  };
}

/** Text of an editor's content, one line a paragraph, heading or list item, whatever its form. */
export function plainText(content: string): string {
  return content
    .replace(/<!--.*?-->/gsu, '')
    .replace(/<\/(?:p|h\d|li|blockquote)>/gu, '\n')
    .replace(/<[^>]+>/gu, '')
    .replaceAll('&nbsp;', '\u00A0')
    .replaceAll('&laquo;', '«')
    .replaceAll('&raquo;', '»')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

export function countOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, text) => sum + (text.match(/[\p{L}\p{N}]+(?:[’'\-‑][\p{L}\p{N}]+)*/gu)?.length ?? 0), 0);
}
