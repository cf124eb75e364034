/** The main job’s longer ways in one editor: through a save, a closed popup, a stream that is cut. */
import { expect, test } from 'vitest';
import { click, errorOf, stateOf, textOf, until, untilState, wordsOf } from './extension-view.ts';
import { insertDraft, previewLines, shownWords, startRewrite } from './flow-steps.ts';
import { AFTER, BEFORE, countOf, fast, LAST, PARAGRAPHS, type FlowWorld, plainText, slow } from './flow-world.ts';

const RUNNING = ['planning', 'writing', 'checking', 'repairing'];

export function furtherFlow(world: FlowWorld): void {
  const { editor } = world;

  test('keeps what was inserted through a save and a reload, and gives the original back from the history', async () => {
    const { id, page } = await world.openPost();
    const before = await editor.read(page);
    await editor.selectParagraphs(page, 1, LAST - 1);
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'ready');
    const lines = await previewLines(popup);
    await insertDraft(popup);
    await popup.close();
    await editor.save(page);
    await editor.open(page, world.site, id);
    expect(plainText(await editor.read(page))).toBe([BEFORE, ...lines, AFTER].join('\n'));
    expect(plainText((await world.site.readPost(id)).content)).toBe([BEFORE, ...lines, AFTER].join('\n'));

    const history = await world.openExtensionPage('history.html');
    await click(history, 'history-entry');
    await click(history, 'restore');
    if (world.browser === 'firefox') {
      // There the reload has ended what the user's click had opened: the history says so, and the button opens it again.
      await until(async () => (await textOf(history, 'news'))?.includes('is no longer open'), 20_000);
      await (await world.openPopup(page)).close();
      await click(history, 'restore');
    }
    await until(
      async () => (await editor.read(page)) === before,
      20_000,
      () => textOf(history, 'news').then((news) => `original; the history says: ${news}`),
    );
    await history.close();
    await editor.save(page);
    expect(plainText((await world.site.readPost(id)).content)).toBe(plainText(before));
    await page.close();
  });

  test('takes the whole post when nothing is selected', async () => {
    const { page } = await world.openPost();
    await editor.selectNothing(page);
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    expect(await shownWords(popup)).toContain(String(countOf(PARAGRAPHS)));
    await startRewrite(popup);
    await untilState(popup, 'ready');
    const lines = await previewLines(popup);
    await insertDraft(popup);
    expect(plainText(await editor.read(page))).toBe(lines.join('\n'));
    await popup.close();
    await page.close();
  });

  test('goes on while the popup is closed, and shows where it is when opened again', async () => {
    const { page } = await world.openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    world.model.answerWith(slow());
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'writing');
    const asked = world.model.requests.length;
    await popup.close();
    await until(
      async () => world.model.requests.length > asked,
      60_000,
      () => 'further request while the popup was closed',
    );
    const again = await world.openPopup(page);
    await until(async () => (await previewLines(again)).length > 0);
    expect([...RUNNING, 'ready']).toContain(await stateOf(again));
    await untilState(again, 'ready', 90_000);
    expect(await wordsOf(again)).toBeGreaterThanOrEqual(700);
    await again.close();
    await page.close();
  });

  test('says that the stream was cut, keeps the text, and finishes what is missing when asked again', async () => {
    const { page } = await world.openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    const whole = fast();
    world.model.answerWith(async (request) => ({ ...(await whole(request)), cutAfter: 120 }));
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'failed', 90_000);
    expect(await errorOf(popup)).toBe('stream_cut');
    expect((await previewLines(popup)).length).toBeGreaterThan(0);
    world.model.answerWith(fast());
    await click(popup, 'retry');
    await untilState(popup, 'ready', 90_000);
    expect(await wordsOf(popup)).toBeGreaterThanOrEqual(700);
    await popup.close();
    await page.close();
  });
}
