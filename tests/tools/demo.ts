/**
 * `npm run demo`: the main job on the seed article, in a real WordPress, with the extension as built. Leaves the
 * screenshots of each step, the post, and a table of what happened in `.output/demo/`.
 *
 * `-- --headed` shows the browser and stays open · `-- --recorded` replays a prepared rewrite instead of a model
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchChromium, testCopyOfBuild } from '../support/chromium.ts';
import { demoModel } from '../support/demo-model.ts';
import { demoTable, type DemoFigures, figuresOf } from '../support/demo-table.ts';
import { build } from '../support/extension-build.ts';
import { openExtensionPage, openPopup } from '../support/extension-chromium.ts';
import { setUpModel, testConnection } from '../support/extension-options.ts';
import { attributeOf, errorOf, stateOf, textOf, until, untilState, type View } from '../support/extension-view.ts';
import { flowEditor, SEED_TITLE, seedParagraphs } from '../support/flow-editors.ts';
import { insertDraft, startRewrite } from '../support/flow-steps.ts';
import { startWordPress } from '../support/wordpress.ts';

const FOLDER = resolve(import.meta.dirname, '../../.output/demo');
const headed = process.argv.includes('--headed');
const say = (line: string) => console.error(line);

try {
  await demo();
} catch (error) {
  console.log(
    JSON.stringify({ error: { code: 'demo_failed', message: error instanceof Error ? error.message : String(error) } }),
  );
  process.exitCode = 1;
}

async function demo(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  say('1/6  Building the extension…');
  await build('chrome');
  say('2/6  Choosing a model…');
  const model = await demoModel(process.argv.includes('--recorded'), say);
  say(`     ${model.label}`);
  say('3/6  Starting WordPress and Chromium…');
  // Nobody is there to press the permission prompt: a copy of the build, with the model's address granted.
  const copy = testCopyOfBuild(join(FOLDER, '../chrome-mv3'), [
    `${new URL(model.baseUrl).protocol}//${new URL(model.baseUrl).hostname}/*`,
  ]);
  const [chromium, site] = await Promise.all([
    launchChromium({ extension: copy, headed, width: 1366, height: 900 }),
    startWordPress(),
  ]);
  const steps: string[] = [];
  const shot = async (name: string, view: Pick<View, 'screenshot'>) => {
    const file = `${String(steps.length + 1).padStart(2, '0')}-${name}.png`;
    await view.screenshot(join(FOLDER, file));
    steps.push(file);
  };
  try {
    const { browser, extensionId } = chromium;
    const options = await openExtensionPage(browser, extensionId, 'options.html');
    await setUpModel(options, model);
    if (!(await testConnection(options)))
      throw new Error(`no connection to ${model.label}: ${await textOf(options, 'connection-result')}`);
    await shot('reglages', options);
    await options.close();

    say('4/6  A draft with the seed article, selected…');
    const editor = flowEditor('block');
    const paragraphs = seedParagraphs();
    const id = await site.createPost({ title: SEED_TITLE, content: editor.content(paragraphs), editor: 'block' });
    const page = await browser.newPage();
    const pageShot = { screenshot: async (file: string) => void (await page.screenshot({ path: file as `${string}.png` })) };
    await editor.open(page, site, id);
    await editor.selectParagraphs(page, 0, paragraphs.length - 1);
    await shot('article-selectionne', pageShot);

    say('5/6  Rewriting…');
    const popup = await openPopup(browser, extensionId, page);
    await untilState(popup, 'idle');
    await shot('avant-de-commencer', popup);
    const started = Date.now();
    await startRewrite(popup);
    await untilState(popup, ['writing', 'checking', 'ready'], model.patience);
    await until(async () => (await halfWritten(popup)) || (await stateOf(popup)) !== 'writing', model.patience);
    await shot('redaction', popup);
    const end = await untilState(popup, ['ready', 'failed', 'cancelled'], model.patience);
    if (end !== 'ready') throw new Error(`the rewrite ended ${end}: ${await errorOf(popup)}`);
    const seconds = (Date.now() - started) / 1000;
    // The SEO lights come from a worker, a moment after the text.
    await until(() => attributeOf(popup, 'seo-check', 'data-score'), 30_000).catch(() => null);
    await shot('pret', popup);
    const figures: DemoFigures = await figuresOf(popup, { model, seconds, source: paragraphs.join(' ') });

    say('6/6  Inserting, saving…');
    await insertDraft(popup);
    await shot('insere', popup);
    if (!headed) await popup.close();
    await page.evaluate(() => window.scrollTo(0, 0));
    await shot('dans-l-editeur', pageShot);
    await editor.save(page);
    const post = await site.readPost(id);
    writeFileSync(join(FOLDER, 'article.html'), post.content);
    writeFileSync(join(FOLDER, 'article.json'), JSON.stringify(post, null, 2));
    const reader = await browser.newPage();
    await reader.goto(`${site.url}/?p=${id}&preview=true`);
    await shot('apercu-public', {
      screenshot: async (file) => void (await reader.screenshot({ path: file as `${string}.png` })),
    });
    await reader.close();

    const table = demoTable(figures, { title: post.title, wordpress: site.version, steps });
    writeFileSync(join(FOLDER, 'demo.md'), table);
    console.log(table);
    say(`\nScreenshots, post and table: ${FOLDER}`);
    if (headed) {
      say('The browser stays open. Close it to end the demo.');
      await new Promise((resolve) => browser.once('disconnected', resolve));
    }
  } finally {
    await Promise.allSettled([chromium.close(), site.close(), model.close()]);
  }
}

/** Half of the sections are written. */
async function halfWritten(popup: View): Promise<boolean> {
  const [, done, total] = /Rédaction (\d+)\/(\d+)/u.exec((await textOf(popup, 'job')) ?? '') ?? [];
  return done !== undefined && Number(done) >= Number(total) / 2;
}
