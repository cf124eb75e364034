/**
 * What the user waits for, measured in a real Chromium: the popup's first paint beside an empty popup's, the way of the
 * first streamed word from the server to the screen, and the longest task while text streams in fast.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { type Chromium, launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { builtExtension } from '../support/extension-build.ts';
import { openExtensionPage, openPopup } from '../support/extension-chromium.ts';
import { setUpModel } from '../support/extension-options.ts';
import { until, untilState, type View } from '../support/extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { startRewrite } from '../support/flow-steps.ts';
import { type LlmServer, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

export interface PopupFigures {
  /** ms from navigation to first paint, medians. */
  firstPaint: { ours: number; empty: number };
  /** ms from the server's write of a word to the frame that shows it, each run. */
  firstWord: number[];
  /** ms, the longest while 200 tokens a second stream in. */
  longest: { popup: number; editorPage: number; tokensPerSecond: number };
}

const ROUNDS = 7;
/** A word that no source and no floor has. */
const MARK = 'Zébulonade';

export async function measurePopup(): Promise<PopupFigures> {
  const copy = testCopyOfBuild(await builtExtension('chrome'), ['http://127.0.0.1/*']);
  const [chromium, site, model] = await Promise.all([
    launchChromium({ extension: copy }),
    startWordPress(),
    startLlmServer(recordedScript(seedRecording())),
  ]);
  try {
    const options = await openExtensionPage(chromium.browser, chromium.extensionId, 'options.html');
    await setUpModel(options, { provider: 'custom', baseUrl: model.url, model: 'modele-de-test', apiKey: '' });
    await options.close();
    const page = await openDraft(chromium.browser, site);
    return {
      firstPaint: await firstPaint(chromium, page),
      firstWord: [
        await firstWord(chromium, site, model),
        await firstWord(chromium, site, model),
        await firstWord(chromium, site, model),
      ],
      longest: await longestTasks(chromium, site, model),
    };
  } finally {
    await Promise.allSettled([chromium.close(), site.close(), model.close()]);
  }
}

async function openDraft(browser: Browser, site: WordPressSite): Promise<Page> {
  const editor = flowEditor('block');
  const id = await site.createPost({ title: SEED_TITLE, content: editor.content(seedParagraphs()), editor: 'block' });
  const page = await browser.newPage();
  await editor.open(page, site, id);
  await editor.selectParagraphs(page, 0, seedParagraphs().length - 1);
  return page;
}

async function firstPaint(chromium: Chromium, page: Page): Promise<{ ours: number; empty: number }> {
  const emptyId = await chromium.browser.installExtension(emptyExtension());
  const ours: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await paintOf(await openPopup(chromium.browser, chromium.extensionId, page)));
    empty.push(await paintOf(await openPopup(chromium.browser, emptyId, page)));
  }
  return { ours: median(ours), empty: median(empty) };
}

async function paintOf(popup: View): Promise<number> {
  const paint = await until(
    () => popup.run(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null),
    10_000,
    () => 'first paint',
  );
  await popup.close();
  return paint;
}

/** A popup that shows one word and does nothing. */
function emptyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'reecrire-empty-'));
  const manifest = { manifest_version: 3, name: 'Empty', version: '1', action: { default_popup: 'popup.html' } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'popup.html'), '<!doctype html><meta charset="utf-8"><body style="width:780px;height:580px">Vide');
  return folder;
}

async function firstWord(chromium: Chromium, site: WordPressSite, model: LlmServer): Promise<number> {
  const asked = model.requests.length;
  // The short texts around the body come first and are not shown as they stream: the first section is what counts.
  const isSection = (prompt: string) => /environ \d+ mots/u.test(prompt);
  const marked = { text: `${MARK} dit le Kremlin à Reuters.`, chunkChars: MARK.length + 1, firstByteAfterMs: 300, delayMs: 300 };
  model.answerWith(({ prompt }) => (isSection(prompt) ? marked : { text: '{}' }));
  const page = await openDraft(chromium.browser, site);
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await untilState(popup, 'idle');
  await popup.run((mark) => {
    const seen = new MutationObserver(() => {
      if (!document.body.textContent?.includes(mark)) return;
      seen.disconnect();
      // The next frame is the one that shows it.
      requestAnimationFrame(() =>
        document.documentElement.setAttribute('data-seen', String(performance.timeOrigin + performance.now())),
      );
    });
    seen.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, MARK);
  await startRewrite(popup);
  const seenAt = await until(
    () => popup.run(() => document.documentElement.getAttribute('data-seen')),
    30_000,
    () => 'first word in the popup',
  );
  // To its end: a job that goes on would ask between the next run's requests.
  await untilState(popup, ['ready', 'failed'], 120_000);
  // The first write holds the role only, the second the word.
  const sentAt = model.requests.slice(asked).find((request) => isSection(request.prompt))?.writes[1];
  await popup.close();
  await page.close();
  if (sentAt === undefined) throw new Error('the server wrote nothing');
  return Number(seenAt) - (performance.timeOrigin + sentAt);
}

async function longestTasks(chromium: Chromium, site: WordPressSite, model: LlmServer): Promise<PopupFigures['longest']> {
  const asked = model.requests.length;
  // About four characters a token: 200 writes of them a second.
  model.answerWith(recordedScript(seedRecording(), { chunkChars: 4, delayMs: 5 }));
  const page = await openDraft(chromium.browser, site);
  const popup = await openPopup(chromium.browser, chromium.extensionId, page);
  await untilState(popup, 'idle');
  await startRewrite(popup);
  await untilState(popup, 'writing');
  await Promise.all([popup.run(watchGaps), page.evaluate(watchGaps)]);
  await untilState(popup, 'ready', 120_000);
  const [inPopup, inPage] = await Promise.all([popup.run(longestGap), page.evaluate(longestGap)]);
  const writes = model.requests.slice(asked).flatMap((request) => request.writes);
  const span = (Math.max(...writes) - Math.min(...writes)) / 1000;
  await popup.close();
  await page.close();
  return { popup: inPopup, editorPage: inPage, tokensPerSecond: writes.length / span };
}

/** How late a 5 ms timer comes, at worst: `longtask` entries leave out port messages (Chromium 156). */
function watchGaps(): void {
  let due = performance.now() + 5;
  let longest = 0;
  const tick = () => {
    longest = Math.max(longest, performance.now() - due);
    document.documentElement.setAttribute('data-longest-gap', String(longest));
    due = performance.now() + 5;
    setTimeout(tick, 5);
  };
  setTimeout(tick, 5);
}

function longestGap(): number {
  return Number(document.documentElement.getAttribute('data-longest-gap'));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
