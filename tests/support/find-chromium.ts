/** Where a Chromium is: `CHROME_PATH`, an installed one, one downloaded before, else a download, else apt-get as root. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  Browser,
  computeExecutablePath,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';

const CACHE = resolve(import.meta.dirname, '../../.cache/browsers');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The executable's path. Says on stderr what it fetches; throws when there is no way to a browser. */
export async function findChromium(): Promise<string> {
  const given = process.env['CHROME_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROME_PATH: there is no ${given}`);
    return given;
  }
  return installed() ?? (await downloadedBefore()) ?? (await download()) ?? fromApt();
}

function installed(): string | undefined {
  for (const name of NAMES) {
    const found = spawnSync('which', [name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  return PLACES.find((place) => existsSync(place));
}

async function downloadedBefore(): Promise<string | undefined> {
  const all = await getInstalledBrowsers({ cacheDir: CACHE });
  return all.find(({ browser, executablePath }) => browser === Browser.CHROME && existsSync(executablePath))?.executablePath;
}

async function download(): Promise<string | undefined> {
  const platform = detectBrowserPlatform();
  if (!platform) return undefined;
  process.stderr.write('Chromium: none installed, downloading Chrome for Testing (kept in .cache/browsers)…\n');
  try {
    const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
    const wanted = { browser: Browser.CHROME, buildId, cacheDir: CACHE, platform };
    await install(wanted);
    const path = computeExecutablePath(wanted);
    // The download brings no system libraries: on a bare machine it does not start.
    if (spawnSync(path, ['--version']).status === 0) return path;
    process.stderr.write('Chromium: the downloaded one does not start here.\n');
  } catch (error) {
    process.stderr.write(`Chromium: the download failed (${error instanceof Error ? error.message : String(error)})\n`);
  }
  return undefined;
}

function fromApt(): string {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Chromium: installing Debian’s with apt-get…\n');
    execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'chromium-l10n', 'fonts-liberation'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  }
  const path = installed();
  if (!path) throw new Error('No Chromium: install one, or set CHROME_PATH to it.');
  return path;
}
