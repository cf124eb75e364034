/** Every state as a picture, at popup size in light and dark and at panel size: `node tests/e2e/ui-gallery.ts [name…]`. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, type Page } from 'puppeteer-core';
import { findChromium } from '../support/find-chromium.ts';
import { serveGallery } from './gallery/serve.ts';
import { VIEWS } from './gallery/views.ts';

const OUT = resolve(import.meta.dirname, '../../.output/screens');
const wanted = process.argv.slice(2);
const SHAPES = [
  { shape: 'popup', width: 780, height: 580, dark: false },
  { shape: 'dark', width: 780, height: 580, dark: true },
  { shape: 'panel', width: 320, height: 800, dark: true },
];

mkdirSync(OUT, { recursive: true });
const gallery = await serveGallery();
const browser = await launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
try {
  for (const { shape, width, height, dark } of SHAPES) {
    const page = await browser.newPage();
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
    await page.goto(gallery.url);
    for (const [name, view] of Object.entries(VIEWS)) {
      if (wanted.length && !wanted.includes(name)) continue;
      await page.evaluate((shown) => window.show(shown), view);
      await page.waitForNetworkIdle({ idleTime: 100 });
      await page.screenshot({ path: join(OUT, `${name}-${shape}.png`) });
      if (name === 'ready-errors') await tabs(page, `${name}`, shape);
    }
    await page.close();
  }
} finally {
  await browser.close();
  gallery.close();
}

async function tabs(page: Page, name: string, shape: string): Promise<void> {
  for (const tab of ['side-tab-fields', 'side-tab-tracking', 'reading-tab-differences', 'reading-tab-source']) {
    await page.click(`#${tab}`);
    await page.waitForNetworkIdle({ idleTime: 100 });
    await page.screenshot({ path: join(OUT, `${name}-${tab.replace('-tab-', '-')}-${shape}.png`) });
  }
  await page.click('#reading-tab-preview');
  await page.click('#side-tab-checks');
  await page.hover('.flag.is-error');
  await page.screenshot({ path: join(OUT, `${name}-evidence-${shape}.png`) });
  await page.click('[data-testid="insert"]');
  await page.screenshot({ path: join(OUT, `${name}-confirm-${shape}.png`) });
}
