/**
 * Hostile text through the real extension into a real post: as a model's answer, as the source's own words, and as a
 * draft changed by hand; in the body and in every field. Nothing of it may run, in the preview, in the editor or on the
 * public page that an administrator has saved and looks at.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../utils/article/block.ts';
import { escaped } from '../../utils/article/html-writer.ts';
import { blocksFromMarkdown } from '../../utils/article/markdown.ts';
import { FIELD_NAMES } from '../../utils/jobs/job.ts';
import type { PageToBackground } from '../../utils/messages.ts';
import { plainFields } from '../../utils/editor/plain-field.ts';
import { type Beacon, startBeacon } from '../support/beacon.ts';
import { browserKind, type ExtensionBrowser, launchExtensionBrowser } from '../support/extension-browser.ts';
import { byTestId, until, untilState, type View } from '../support/extension-view.ts';
import { type FlowEditorKind, flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, startRewrite } from '../support/flow-steps.ts';
import type { HostileCase } from '../support/hostile-cases.ts';
import { provoked, undefended } from '../support/hostile-page.ts';
import { saveLocalModel } from '../support/job-tools.ts';
import { type LlmServer, type Script, startLlmServer } from '../support/llm-server.ts';
import { recordedScript, seedRecording } from '../support/recorded-model.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

/** Body, title, excerpt and tags of a post as the default themes show them, and the page's own title. */
const PUBLIC_PART = '.entry-content, .wp-block-post-title, .wp-block-post-excerpt, .taxonomy-post_tag, title';

let app: ExtensionBrowser;
let site: WordPressSite;
let model: LlmServer;
let beacon: Beacon;
const dialogs: string[] = [];
/** Hostile cases that the model has put into its answers. */
let given = 0;

declare const chrome: {
  runtime: { connect(info: { name: string }): { postMessage(message: object): void } };
};

beforeAll(async () => {
  beacon = await startBeacon();
  [app, site, model] = await Promise.all([
    launchExtensionBrowser(browserKind(), { hosts: ['http://127.0.0.1/*'] }),
    startWordPress(),
    startLlmServer(hostileModel(beacon.cases)),
  ]);
  const options = await app.openExtensionPage('options.html');
  await saveLocalModel(options, model.url);
  await options.close();
});
afterAll(async () => {
  await Promise.all([app?.close(), site?.close(), model?.close(), beacon?.close()]);
});
beforeEach(() => {
  beacon.hits.length = 0;
  dialogs.length = 0;
});

async function newPage(): Promise<Page> {
  const page = await app.browser.newPage();
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') dialogs.push(dialog.message());
    void dialog.accept();
  });
  return page;
}

/** What every look at hostile text must find. */
const NOTHING = { ran: [], foreign: [], hits: [], dialogs: [] };

async function seenIn(page: Page | View, part: string) {
  const { ran, foreign, shown } = await provoked(page, part);
  return { shown, outcome: { ran, foreign, hits: [...beacon.hits], dialogs: [...dialogs] } };
}

test('the cases are alive: most run or load where nothing is done against them', async () => {
  const page = await newPage();
  await page.goto(beacon.blankUrl);
  const alive = new Set([...(await undefended(page, beacon.cases)), ...beacon.hits]);
  await page.close();
  const families = new Set(beacon.cases.filter((one) => alive.has(one.id)).map((one) => one.family));
  console.log(
    `${beacon.cases.length} hostile cases; alive in a page without defence: ${alive.size}, of ${families.size} families`,
  );
  expect(alive.size).toBeGreaterThan(60);
});

describe.each<FlowEditorKind>(['block', 'classic-visual', 'classic-text'])('in the %s editor', (kind) => {
  const editor = flowEditor(kind);

  test('nothing runs that a model, a source or a hand has written', async () => {
    // The source's own words are hostile as well: escaped in the post, visible text to a reader.
    const [first = '', ...rest] = seedParagraphs();
    const source = beacon.cases.slice(0, 8).map((one) => `Le Kremlin a démenti mardi tout contact avec ${escaped(one.text)}.`);
    const content = editor.content([first, ...source.map((text) => text.replace(/\s+/gu, ' ')), ...rest]);
    const id = await site.createPost({ title: SEED_TITLE, content, editor: kind });
    const page = await newPage();
    await editor.open(page, site, id);
    const popup = await app.openPopup(page);
    await untilState(popup, 'idle');
    const before = given;
    await startRewrite(popup);
    await untilState(popup, 'ready');
    // The gate may let none of them through: it is the answers that must have been hostile.
    expect(given - before).toBeGreaterThan(0);
    const written = await seenIn(popup, byTestId('preview'));
    expect(written.outcome).toEqual(NOTHING);
    await changeByHand(popup, beacon.cases);
    await until(
      async () => (await seenIn(popup, byTestId('preview'))).shown.length > 100,
      60_000,
      () => 'hostile draft in the preview',
    );
    const preview = await seenIn(popup, 'body');
    expect(preview.outcome.ran).toEqual([]);
    expect(preview.shown.length).toBeGreaterThan(100);
    expect(await popup.run(() => window.length)).toBe(0);
    expect((await seenIn(popup, byTestId('preview'))).outcome).toEqual(NOTHING);
    console.log(
      `${kind}: ${written.shown.length} cases came through the model and the source, ${preview.shown.length} stand in the preview`,
    );

    await insertDraft(popup);
    await popup.close();
    expect((await seenIn(page, 'no-such-part')).outcome).toEqual(NOTHING);
    await editor.save(page);
    await site.updatePost(id, { status: 'publish' });
    await page.goto(`${site.url}/?p=${id}`, { waitUntil: 'load' });
    const published = await seenIn(page, PUBLIC_PART);
    expect(published.outcome).toEqual(NOTHING);
    expect(published.shown.length).toBeGreaterThan(100);
    expect(await page.$('#wpadminbar')).not.toBeNull();
    console.log(`${kind}: ${published.shown.length} cases can be read on the public page`);
    await page.close();
  });
});

describe('fields on the public pages', () => {
  // All posts stand on the first page of the archive.
  const SIZE = 24;

  /** All cases, some to a post, in its title, excerpt and tags. */
  async function posts(of: (text: string) => { title: string; excerpt: string; tags: string[] }): Promise<void> {
    const groups = Array.from({ length: Math.ceil(beacon.cases.length / SIZE) }, (_, n) =>
      beacon.cases.slice(n * SIZE, (n + 1) * SIZE),
    );
    for (const group of groups) {
      const fields = group.map((one) => of(one.text));
      const title = fields.map((one) => one.title).join(' · ');
      const excerpt = fields.map((one) => one.excerpt).join(' · ');
      const tags = fields.flatMap((one) => one.tags);
      await site.createPost({ title, excerpt, tags, content: '<p>Témoin</p>', status: 'publish' });
    }
  }

  async function archive(): Promise<Page> {
    const page = await newPage();
    await page.goto(`${site.url}/?author=1`, { waitUntil: 'load' });
    return page;
  }

  test('run nothing as they are written, each case in each field', async () => {
    await posts((text) => {
      const { title = '', excerpt = '', tags = [] } = plainFields({ title: text, excerpt: text, tags: [text] });
      return { title, excerpt, tags };
    });
    const page = await archive();
    const seen = await seenIn(page, 'body');
    expect(seen.outcome.ran).toEqual([]);
    expect(seen.outcome.hits).toEqual([]);
    expect(seen.outcome.dialogs).toEqual([]);
    expect((await seenIn(page, PUBLIC_PART)).outcome.foreign).toEqual([]);
    expect(seen.shown.length).toBeGreaterThan(60);
    await page.close();
  });

  test('would run, had they been written as they came', async () => {
    // Half characters alone WordPress refuses by itself.
    await posts((text) => ({ title: text.toWellFormed(), excerpt: text.toWellFormed(), tags: [] }));
    const page = await archive();
    const { ran } = await provoked(page, 'body');
    expect(new Set([...ran, ...beacon.hits]).size).toBeGreaterThan(0);
    await page.close();
  });
});

/** A model that has been talked into it: each passage ends in a hostile case, each short text holds some. */
function hostileModel(cases: readonly HostileCase[]): Script {
  const recorded = recordedScript(seedRecording(), { chunkChars: 60 });
  const one = () => cases[given++ % cases.length]?.text ?? '';
  return async (request) => {
    const answer = await recorded(request);
    const text = answer.text ?? '';
    if (text.startsWith('{')) {
      const wording = JSON.parse(text) as Record<string, unknown>;
      const hostile = Object.entries(wording).map(([key, value]) => [
        key,
        typeof value === 'string' ? `${value} ${one()}` : value,
      ]);
      return {
        ...answer,
        text: JSON.stringify({ ...Object.fromEntries(hostile), variantes: [one(), one()], etiquettes: [one(), one()] }),
      };
    }
    return { ...answer, text: text.replace(/\.(?=\n|$)/gu, () => ` ${one()}.`) };
  };
}

/** As the popup sends what was typed in it: all cases in the body, read as Markdown and raw, and some in each field. */
async function changeByHand(popup: View, cases: readonly HostileCase[]): Promise<void> {
  const raw = ({ text }: HostileCase): Inline[] => [{ text }, { text: 'lien', marks: [{ kind: 'link', href: text }] }];
  const list: Block = { kind: 'list', ordered: false, items: cases.map((one) => ({ inlines: raw(one) })) };
  // Ten to a quotation: a block each would keep the editors busy for minutes.
  const quotes = Array.from({ length: Math.ceil(cases.length / 10) }, (_, n): Block => {
    const ten = cases.slice(10 * n, 10 * n + 10);
    return { kind: 'quote', paragraphs: ten.map(raw), citation: ten.flatMap(raw) };
  });
  const blocks = [...cases.flatMap(({ text }) => blocksFromMarkdown(text)), list, ...quotes];
  const some = (from: number) => cases.filter((_, index) => index % 7 === from).map((one) => one.text);
  const [title, seoTitle, metaDescription, slug, excerpt, keyphrase] = [0, 1, 2, 3, 4, 5].map((from) => some(from).join(' '));
  const fields = { seoTitle, metaDescription, slug, excerpt, keyphrase, tags: some(6) };
  const messages = [
    { kind: 'open', tabId: null, surface: 'popup' },
    { kind: 'edit-section', section: 1, heading: some(0).join(' '), blocks },
    { kind: 'edit-title', title: title ?? '' },
    { kind: 'edit-fields', fields },
    { kind: 'accept', accepted: [...FIELD_NAMES] },
  ] as PageToBackground[];
  await popup.run((sent: object[]) => {
    const port = chrome.runtime.connect({ name: 'job' });
    for (const message of sent) port.postMessage(message);
  }, messages);
}
