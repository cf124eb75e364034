/** The main job as a user begins it: text selected with the mouse in the canvas, a right-click on it, « Réécrire SEO ». */
import type { Browser, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { until, untilState, type View, wordsOf } from './extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from './flow-editors.ts';
import { insertDraft } from './flow-steps.ts';
import type { LlmServer } from './llm-server.ts';
import type { WordPressSite } from './wordpress.ts';
import type { DisplayInput } from './xvfb-input.ts';

export interface Screen {
  browser: Browser;
  site: WordPressSite;
  model: LlmServer;
  input: DisplayInput;
  /** Where the browser can be asked. */
  isContextMenuOpen?(): Promise<boolean>;
  /** From the open context menu to the extension's item, and that item. */
  menuKeys: string[];
  openedPopup(): Promise<View>;
}

/** Written, inserted where the selection was, nothing around it touched, taken back by one undo. */
export async function rewriteByRightClick(screen: Screen): Promise<void> {
  const { browser, site, model, input, menuKeys, openedPopup } = screen;
  const editor = flowEditor('block');
  const paragraphs = seedParagraphs();
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(paragraphs), editor: 'block' });
  const page = await browser.newPage();
  await editor.open(page, site, id);
  await page.bringToFront();
  const before = await editor.read(page);
  // From inside the first paragraph to inside the fourth, then a right-click within the selection.
  await input.drag(await screenPlace(page, 0, 60), await screenPlace(page, 3, 200));
  const within = await screenPlace(page, 1, 100);
  await input.clickAt(within.x, within.y, 3);
  await until(
    async () => (await screen.isContextMenuOpen?.()) ?? true,
    10_000,
    () => 'context menu',
  );
  await input.press(...menuKeys);

  const popup = await openedPopup();
  await untilState(popup, ['planning', 'writing', 'checking', 'repairing', 'ready'], 20_000);
  await untilState(popup, 'ready', 90_000);
  expect(model.requests.length).toBeGreaterThan(1);
  expect(await wordsOf(popup)).toBeGreaterThan(50);
  await insertDraft(popup);

  const after = await editor.read(page);
  expect(after).toMatch(editor.heading);
  // What was not selected of the two cut paragraphs, and all paragraphs after them, stand as they stood.
  const kept = /^<!-- wp:paragraph -->\n<p>(.+?)<\/p>/u.exec(after)?.[1] ?? '';
  expect(kept).not.toBe('');
  expect(paragraphs[0]?.startsWith(kept)).toBe(true);
  for (const paragraph of paragraphs.slice(4)) expect(after).toContain(`<p>${paragraph}</p>`);
  expect(after).not.toContain(`<p>${paragraphs[1]}</p>`);
  await popup.close();
  await editor.undo(page);
  await until(
    async () => (await editor.read(page)) === before,
    10_000,
    () => 'text of before after one undo',
  );
}

/** A point in the first line of a paragraph of the canvas, `right` pixels from its left edge, in pixels of the screen. */
export async function screenPlace(page: Page, paragraph: number, right: number): Promise<{ x: number; y: number }> {
  return page.evaluate(
    (index, dx) => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[name="editor-canvas"]');
      const inside = frame?.contentDocument ?? document;
      const box = inside.querySelectorAll('p[data-block]')[index]?.getBoundingClientRect();
      if (!box) throw new Error('no such paragraph in the canvas');
      const offset = frame?.getBoundingClientRect() ?? { left: 0, top: 0 };
      // Firefox tells where its page stands on the screen; in Chromium all that is not page is above it.
      const { mozInnerScreenX, mozInnerScreenY } = window as { mozInnerScreenX?: number; mozInnerScreenY?: number };
      const left = mozInnerScreenX ?? window.screenX + (window.outerWidth - window.innerWidth) / 2;
      const top = mozInnerScreenY ?? window.screenY + (window.outerHeight - window.innerHeight);
      return { x: left + offset.left + box.left + dx, y: top + offset.top + box.top + 12 };
    },
    paragraph,
    right,
  );
}
