/** Every state of the interface in a real browser: accessible, in the same frame, in every shape. */
import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { missing } from '../components/missing.ts';
import { violations } from '../support/axe.ts';
import { findChromium } from '../support/find-chromium.ts';
import { serveGallery, type Gallery } from './gallery/serve.ts';
import { VIEWS } from './gallery/views.ts';

const NAMES = Object.keys(VIEWS);

let gallery: Gallery;
let browser: Browser;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await launch({ executablePath: await findChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
});

afterAll(async () => {
  await browser.close();
  gallery.close();
});

const SHAPES = [
  { shape: 'the popup', width: 780, height: 580, dark: false },
  { shape: 'the popup in the dark', width: 780, height: 580, dark: true },
  { shape: 'the narrowest panel', width: 320, height: 800, dark: false },
];

describe.each(SHAPES)('in $shape', ({ width, height, dark }) => {
  let page: Page;

  beforeAll(async () => {
    page = await browser.newPage();
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
    await page.goto(gallery.url);
  });
  afterAll(() => page.close());

  const show = async (name: string) => {
    await page.evaluate((view) => window.show(view), VIEWS[name] ?? missing(name));
    await page.waitForNetworkIdle({ idleTime: 60 });
  };

  test.each(NAMES)('%s has no accessibility violation', async (name) => {
    await show(name);
    const broken: string[] = [];
    for (const tab of dark ? ['side-tab-checks'] : ['side-tab-tracking', 'side-tab-fields', 'side-tab-checks']) {
      await page.click(`#${tab}`);
      broken.push(...(await violations(page)));
    }
    expect(broken).toEqual([]);
  });

  test.each(NAMES)('%s has no text under 12 px, no sideways scroll, no target under 24 px', async (name) => {
    await show(name);
    expect(await page.evaluate(smallThings)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

test('the frame stands still: header, columns and footer are in the same place in every state', async () => {
  const page = await browser.newPage();
  await page.setViewport({ width: 780, height: 580 });
  await page.goto(gallery.url);
  const frames = new Set<string>();
  for (const view of Object.values(VIEWS)) {
    await page.evaluate((shown) => window.show(shown), view);
    await page.waitForNetworkIdle({ idleTime: 60 });
    frames.add(
      await page.evaluate(() =>
        ['.header', '.footer', '[data-testid="word-count"] .bar', '[data-testid="insert"]']
          .map((selector) => document.querySelector(selector)?.getBoundingClientRect())
          .map((box) => `${box?.top} ${box?.bottom} ${box?.left === undefined || box.left < 500 ? box?.left : box.right}`)
          .join(' | '),
      ),
    );
  }
  expect([...frames]).toHaveLength(1);
  await page.close();
});

test('text that streams in leaves the reader where they are', async () => {
  const page = await browser.newPage();
  await page.setViewport({ width: 780, height: 580 });
  await page.goto(gallery.url);
  await page.evaluate((view) => window.show(view), VIEWS['writing'] ?? missing());
  await page.waitForSelector('.pending');
  const before = await page.evaluate(() => {
    const panel = document.querySelector('#reading-panel-preview');
    panel?.scrollTo(0, 260);
    return panel?.scrollTop;
  });
  await page.evaluate((view) => {
    const job = view.job;
    if (!job) return;
    const sections = job.progress.sections.map((one) =>
      one.pending ? { ...one, pending: `${one.pending} ${'et encore des mots '.repeat(60)}` } : one,
    );
    window.update({ ...view, job: { ...job, progress: { ...job.progress, sections } } });
  }, VIEWS['writing'] ?? missing());
  await page.waitForFunction(() => document.querySelector('.pending')?.textContent?.includes('encore'));
  expect(await page.evaluate(() => document.querySelector('#reading-panel-preview')?.scrollTop)).toBe(before);
  await page.close();
});

function smallThings(): string[] {
  const shown = [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && !one.closest('.sr-only'));
  const own = (one: Element) => [...one.childNodes].some((node) => node instanceof Text && node.data.trim());
  const texts = shown.filter((one) => own(one) && Number.parseFloat(getComputedStyle(one).fontSize) < 12);
  const targets = shown.filter(
    (one) => one.matches('button, select, input:not([type="checkbox"]), textarea') && one.getBoundingClientRect().height < 24,
  );
  return [...texts, ...targets].map((one) => one.outerHTML.slice(0, 120));
}
