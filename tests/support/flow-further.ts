/** The main job’s longer ways in one editor: through a save, a closed popup, a stream that is cut. */
import { expect, test } from 'vitest';
import { click, errorOf, stateOf, textOf, until, untilState, wordsOf } from './extension-view.ts';
import { seedParagraphs } from './flow-editors.ts';
import { insertDraft, previewLines, shownWords, startRewrite } from './flow-steps.ts';
import { AFTER, BEFORE, countOf, fast, LAST, PARAGRAPHS, type FlowWorld, plainText, slow } from './flow-world.ts';

const RUNNING = ['planning', 'writing', 'checking', 'repairing'];

const ENGLISH = [
  'A Kremlin spokesman denied a report that Russian President Vladimir Putin had contacted the United States about talks to end the war in Ukraine, Reuters reported.',
  'The report cites two people with close ties to the Kremlin and says that senior American officials were told of the signals in December through an unnamed intermediary.',
  'Asked about the report, the Kremlin spokesman, Dmitry Peskov, said that it was a “false report”.',
  '“This does not correspond to reality at all,” he added.',
];
/** As the seed article has it: what the recording can tell. */
const FRENCH = [0, 2, 7, 8].map((index) => seedParagraphs()[index] ?? '');
const ENGLISH_WORDS = /\b(?:the|with|does|was|spokesman|reality|officials)\b/iu;

const numbered = (lines: readonly string[]): string => lines.map((line, at) => `${at + 1}. ${line}`).join('\n');

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

  test('puts an English dispatch into French first, says so at its end, and inserts no English', async () => {
    const { page } = await world.openPost({ paragraphs: ENGLISH });
    await editor.selectNothing(page);
    const recorded = fast();
    world.model.answerWith((request) =>
      request.prompt.startsWith('Tu es traducteur') ? { text: numbered(FRENCH) } : recorded(request),
    );
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'ready', 90_000);
    await insertDraft(popup);
    const text = plainText(await editor.read(page));
    expect(text).not.toMatch(ENGLISH_WORDS);
    expect(text.replace(/\s/gu, ' ')).toContain('« Cela ne correspond absolument pas à la réalité »');
    expect(text.split('\n').at(-1)).toBe('Citations traduites de l’anglais.');
    await popup.close();
    await page.close();
  });
}
