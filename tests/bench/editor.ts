/**
 * How long the editor script keeps a page busy: capturing a post of 500 blocks and 10,000 words, and applying 100 blocks
 * beside WordPress's own `editPost` and render of the same. Prints; asserts nothing. `node tests/bench/editor.ts`
 */
import type { Page } from 'puppeteer-core';
import type { Block } from '../../utils/article/block.ts';
import { launchChromium } from '../support/chromium.ts';
import { editorScript } from '../support/editor-script.ts';
import { flowEditor } from '../support/flow-editors.ts';
import { startWordPress } from '../support/wordpress.ts';

const RUNS = 5;
const WORDS =
  'Le porte-parole du Kremlin a <strong>démenti</strong> une information selon laquelle le <a href="https://a.example/">président</a> russe aurait contacté les États-Unis hier';

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

const site = await startWordPress();
const chromium = await launchChromium();
try {
  const page = await chromium.browser.newPage();
  page.on('dialog', (dialog) => void dialog.accept());
  const editor = flowEditor('block');
  const id = await site.createPost({ title: 'Mesure', content: editor.content(Array.from({ length: 500 }, () => WORDS)) });
  await editor.open(page, site, id);
  await page.evaluate(await editorScript('editor-capture'));
  await page.evaluate(await editorScript('editor-apply-block'));
  await new Promise((done) => setTimeout(done, 3000));
  const captures = await timesOfCapture(page);
  const { ours, own } = await timesOfApply(page);
  console.log(`\nWordPress ${site.version}, 500 blocks, ${RUNS} runs each, ms: median (best–worst)`);
  console.log('| what | ms |\n|---|---|');
  console.log(`| capture of the whole post (budget 50, aim 25) | ${shown(captures)} |`);
  console.log(`| 100 blocks applied by us, with their render | ${shown(ours)} |`);
  console.log(`| the same 100 blocks by WordPress’s own \`editPost\`, with their render | ${shown(own)} |`);
  console.log(`| what ours costs above it (budget 20) | ${(median(ours) - median(own)).toFixed(1)} |`);
} finally {
  await chromium.close();
  await site.close();
}

function timesOfCapture(page: Page): Promise<number[]> {
  return page.evaluate(async (runs) => {
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
}

/** Turn and turn about, each time from the same post: undone after every run. */
function timesOfApply(page: Page): Promise<{ ours: number[]; own: number[] }> {
  const blocks: Block[] = Array.from({ length: 100 }, (_, i) => ({
    kind: 'paragraph',
    inlines: [{ text: `Un paragraphe neuf, no ${i}, ` }, { text: 'en gras', marks: [{ kind: 'strong' }] }],
  }));
  return page.evaluate(
    async (runs, draft) => {
      const {
        'reecrire-seo-editor-capture': read,
        'reecrire-seo-editor-apply-block': write,
        wp,
      } = globalThis as unknown as EditorPage;
      const rest = () => new Promise((done) => setTimeout(done, 1000));
      const undone = async () => {
        await wp.data.dispatch('core/editor')['undo']?.();
        await rest();
      };
      const times = { ours: [] as number[], own: [] as number[] };
      for (let run = 0; run < runs; run++) {
        const { capture } = await read({ kind: 'capture' });
        const { editor, postId, handle, fingerprint } = capture ?? {};
        await rest();
        let start = performance.now();
        await write({
          kind: 'apply',
          editor,
          postId,
          handle,
          fingerprint,
          mode: 'replace',
          force: false,
          blocks: draft,
          fields: {},
        });
        times.ours.push(performance.now() - start);
        await rest();
        await undone();
        start = performance.now();
        const made = draft.map((_, i) =>
          wp.blocks.createBlock('core/paragraph', { content: `Un paragraphe neuf, no ${i}, <strong>en gras</strong>` }),
        );
        const edits = { blocks: made, content: ({ blocks: now }: { blocks: object[] }) => wp.blocks.serialize(now) };
        await wp.data.dispatch('core/editor')['editPost']?.(edits);
        times.own.push(performance.now() - start);
        await rest();
        await undone();
      }
      return times;
    },
    RUNS,
    blocks,
  );
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function shown(times: readonly number[]): string {
  return `${median(times).toFixed(1)} (${Math.min(...times).toFixed(1)}–${Math.max(...times).toFixed(1)})`;
}
