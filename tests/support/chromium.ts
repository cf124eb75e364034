/**
 * A Chromium for tests and the demo, with an unpacked extension in it.
 *
 * ```ts
 * const copy = testCopyOfBuild('.output/chrome-mv3', ['http://127.0.0.1/*']); // headless: nobody can press the prompt
 * const { browser, extensionId, close } = await launchChromium({ extension: copy });
 * const page = await browser.newPage();
 * await close();
 * ```
 * Headless unless `headed`; headed without a display starts an Xvfb of its own. The interface is in French.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { findChromium } from './find-chromium.ts';
import { startDisplay } from './display.ts';

export interface ChromiumOptions {
  /** Folder of an unpacked extension. */
  extension?: string;
  headed?: boolean;
  /** Keeps the profile between two launches (a browser restart); default: a new one, removed at the end. */
  profile?: string;
  width?: number;
  height?: number;
  /** Further switches. */
  args?: string[];
}

export interface Chromium {
  browser: Browser;
  /** Empty where no extension was asked for. */
  extensionId: string;
  /** `:n` of the X display, where the browser is headed on Linux. */
  display: string | null;
  close(): Promise<void>;
}

export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'reecrire-chromium-'));
  const size = { width: options.width ?? 1366, height: options.height ?? 900 };
  const display = options.headed ? startDisplay(size) : null;
  const browser = await launch({
    executablePath: await findChromium(),
    headless: !options.headed,
    userDataDir: profile,
    // Installing an extension goes through the pipe only.
    pipe: true,
    enableExtensions: true,
    defaultViewport: options.headed ? null : size,
    // Puppeteer's own handler would keep `timeout` from ending a script.
    handleSIGTERM: false,
    args: [
      '--no-first-run',
      `--window-size=${size.width},${size.height}`,
      // The headless screen is 800×600 otherwise, too low for a whole popup.
      ...(options.headed ? [] : ['--disable-gpu', `--screen-info={${size.width}x${size.height + 200}}`]),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.args ?? []),
    ],
    env: { ...process.env, LANGUAGE: 'fr', ...(display ? { DISPLAY: display.name } : {}) },
  });
  const extensionId = options.extension ? await browser.installExtension(resolve(options.extension)) : '';
  return {
    browser,
    extensionId,
    display: display?.name ?? null,
    async close() {
      await browser.close();
      display?.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/**
 * A copy of the build whose only difference is `host_permissions`, granted at install: for headless runs, where the
 * browser's permission prompt cannot be answered. Returns the copy's folder, by default a new one in the system's
 * temporary folder: the browser knows an unpacked extension by its folder's path.
 */
export function testCopyOfBuild(build: string, hosts: string[], copy = mkdtempSync(join(tmpdir(), 'reecrire-build-'))): string {
  cpSync(build, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: hosts }, null, 2));
  return copy;
}
