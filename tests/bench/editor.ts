/**
 * How long the editor scripts keep a page busy: capturing a post of 500 blocks and 10,000 words, and applying 100 blocks
 * beside WordPress's own `editPost` and render of the same in the same post. Prints; asserts nothing.
 * `node tests/bench/editor.ts`
 */
import type { Page } from 'puppeteer-core';
import type { Block } from '../../utils/article/block.ts';
import type { EditorCommand } from '../../utils/editor/editor-protocol.ts';
import { launchChromium } from '../support/chromium.ts';
import { editorScript } from '../support/editor-script.ts';
import { flowEditor } from '../support/flow-editors.ts';
import { startWordPress } from '../support/wordpress.ts';

const RUNS = 7;
const WORDS =
  'Le porte-parole du Kremlin a <strong>démenti</strong> une information selon laquelle le <a href="https://a.example/">président</a> russe aurait contacté les États-Unis hier';

/** Blocks of the post that gives way. */
const SIZES = [500, 100, 1];

const DRAFT: Block[] = Array.from({ length: 100 }, (_, i) => ({
  kind: 'paragraph',
  inlines: [{ text: `Un paragraphe neuf, no ${i}, ` }, { text: 'en gras', marks: [{ kind: 'strong' }] }],
}));

type Run = (command: object) => Promise<{ kind: string; capture?: Record<string, unknown> }>;
interface EditorPage {
  'reecrire-seo-editor-capture': Run;
  'reecrire-seo-editor-apply-block': Run;
  wp: {
    data: {
      select(store: string): Record<string, (...args: unknown[]) => unknown>;
      dispatch(store: string): Record<string, (...args: unknown[]) => unknown>;
    };
    blocks: { createBlock(name: string, attributes: object): object; serialize(blocks: object[]): string };
  };
}

/** ms: on the clock until it is done, and of the main thread's work until it is drawn. */
interface Cost {
  done: number;
  work: number;
}

const site = await startWordPress();
const chromium = await launchChromium();
try {
  console.log(`\nWordPress ${site.version}, ${RUNS} runs each, ms: median (best–worst)`);
  console.log('| what | ms |\n|---|---|');
  console.log(
    `| capture of a whole post of 500 blocks (budget 50, aim 25) | ${shown(await timesOfCapture(await opened(500)))} |`,
  );
  console.log('\nMain-thread work until 100 blocks are drawn; in brackets on the clock until the call returns');
  console.log('| in the place of | by us | by WordPress’s own `editPost` | above it (budget 20) |\n|---|---|---|---|');
  for (const size of SIZES) {
    const page = await opened(size);
    for (const caret of [false, true]) {
      console.log(`| ${(await rowOf(page, size, caret)).join(' | ')} |`);
    }
    await page.close();
  }
} finally {
  await chromium.close();
  await site.close();
}

async function opened(size: number): Promise<Page> {
  const page = await chromium.browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  const editor = flowEditor('block');
  const id = await site.createPost({ title: 'Mesure', content: editor.content(Array.from({ length: size }, () => WORDS)) });
  await editor.open(page, site, id);
  await page.evaluate(await editorScript('editor-capture'));
  await page.evaluate(await editorScript('editor-apply-block'));
  await new Promise((done) => setTimeout(done, 3000));
  return page;
}

async function timesOfCapture(page: Page): Promise<number[]> {
  const times = await page.evaluate(async (runs) => {
    const { 'reecrire-seo-editor-capture': read } = globalThis as unknown as EditorPage;
    const times: number[] = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      await read({ kind: 'capture' });
      times.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, 200));
    }
    return times;
  }, RUNS);
  await page.close();
  return times;
}

/** @param caret the cursor stands in the first paragraph: it goes with it, and WordPress itself then selects nothing */
async function rowOf(page: Page, size: number, caret: boolean): Promise<string[]> {
  const [ours, own]: [Cost[], Cost[]] = [[], []];
  // Turn and turn about, each time from the same post: undone after every run.
  for (let run = 0; run < RUNS; run++) {
    ours.push(await costOf(page, 'ours', caret));
    own.push(await costOf(page, 'own', caret));
  }
  const cell = (costs: Cost[]) => `${shown(costs.map(({ work }) => work))} [${median(costs.map(({ done }) => done)).toFixed(0)}]`;
  const above = (of: (cost: Cost) => number) => (median(ours.map(of)) - median(own.map(of))).toFixed(0);
  const place = `${size} blocks, ${caret ? 'the cursor in the first' : 'nothing selected'}`;
  return [place, cell(ours), cell(own), `${above(({ work }) => work)} [${above(({ done }) => done)}]`];
}

async function costOf(page: Page, who: 'ours' | 'own', caret: boolean): Promise<Cost> {
  const command = await prepared(page, caret);
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  const before = await worked();
  const done = await page.evaluate(who === 'ours' ? applied : edited, command, DRAFT);
  await page.evaluate(drawn);
  const work = (await worked()) - before;
  await cdp.detach();
  await page.evaluate(async () => {
    const { wp } = globalThis as unknown as EditorPage;
    await wp.data.dispatch('core/editor')['undo']?.();
    await new Promise((rest) => setTimeout(rest, 1000));
  });
  return { done, work };
}

/** Captures, at leisure: a person looks at the draft before it is inserted. */
function prepared(page: Page, caret: boolean): Promise<Omit<Extract<EditorCommand, { kind: 'apply' }>, 'blocks'>> {
  return page.evaluate(async (hasCaret) => {
    const { 'reecrire-seo-editor-capture': read, wp } = globalThis as unknown as EditorPage;
    const { select, dispatch } = wp.data;
    const [clientId] = (select('core/block-editor')['getBlockOrder']?.() ?? []) as string[];
    const at = { clientId, attributeKey: 'content', offset: 3 };
    if (hasCaret) dispatch('core/block-editor')['selectionChange']?.({ start: at, end: at });
    else dispatch('core/block-editor')['clearSelectedBlock']?.();
    const { capture } = await read({ kind: 'capture' });
    await new Promise((rest) => setTimeout(rest, 1000));
    return {
      kind: 'apply' as const,
      editor: 'block' as const,
      postId: Number(select('core/editor')['getCurrentPostId']?.()),
      mode: 'replace' as const,
      handle: capture?.['handle'] as { kind: 'post' },
      fingerprint: String(capture?.['fingerprint']),
      force: false,
      fields: {},
    };
  }, caret);
}

async function applied(command: object, blocks: Block[]): Promise<number> {
  const { 'reecrire-seo-editor-apply-block': write } = globalThis as unknown as EditorPage;
  const start = performance.now();
  const { kind } = await write({ ...command, blocks });
  if (kind !== 'applied') throw new Error(kind);
  return performance.now() - start;
}

async function edited(_: object, draft: Block[]): Promise<number> {
  const { wp } = globalThis as unknown as EditorPage;
  const start = performance.now();
  const blocks = draft.map((_, i) =>
    wp.blocks.createBlock('core/paragraph', { content: `Un paragraphe neuf, no ${i}, <strong>en gras</strong>` }),
  );
  const content = ({ blocks: now }: { blocks: object[] }) => wp.blocks.serialize(now);
  await wp.data.dispatch('core/editor')['editPost']?.({ blocks, content });
  return performance.now() - start;
}

async function drawn(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done));
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function shown(times: readonly number[]): string {
  return `${median(times).toFixed(0)} (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)})`;
}
