/** Where a Firefox is: `FIREFOX_PATH`, an installed one, one downloaded before, else a download, else apt-get as root. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Browser, detectBrowserPlatform, getInstalledBrowsers, install, resolveBuildId } from '@puppeteer/browsers';
import { cacheFolder } from './cache-folder.ts';
import { aptInstall, canAptInstall } from './run-command.ts';

const NAMES = ['firefox-esr', 'firefox'];
const PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** The executable's path. Says on stderr what it fetches; throws when there is no way to a browser. */
export async function findFirefox(): Promise<string> {
  const given = process.env['FIREFOX_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`FIREFOX_PATH: there is no ${given}`);
    return given;
  }
  const found = installed() ?? (await downloadedBefore()) ?? (await download());
  if (found) return found;
  if (canAptInstall()) await aptInstall(['firefox-esr']);
  const path = installed();
  if (!path) throw new Error('No Firefox: install one, or set FIREFOX_PATH to it.');
  return path;
}

function installed(): string | undefined {
  for (const name of NAMES) {
    const which = spawnSync('which', [name], { encoding: 'utf8' });
    if (which.status === 0) return which.stdout.trim();
  }
  return PLACES.find((place) => existsSync(place));
}

async function downloadedBefore(): Promise<string | undefined> {
  const all = await getInstalledBrowsers({ cacheDir: cacheFolder('browsers') });
  return all.find(({ browser, executablePath }) => browser === Browser.FIREFOX && starts(executablePath))?.executablePath;
}

async function download(): Promise<string | undefined> {
  const platform = detectBrowserPlatform();
  if (!platform) return undefined;
  console.error('Firefox: none installed, downloading one…');
  try {
    const buildId = await resolveBuildId(Browser.FIREFOX, platform, 'stable');
    const { executablePath } = await install({ browser: Browser.FIREFOX, buildId, cacheDir: cacheFolder('browsers') });
    // The download brings no system libraries: on a bare machine it does not start.
    if (starts(executablePath)) return executablePath;
    console.error('Firefox: the downloaded one does not start here.');
  } catch (error) {
    console.error(`Firefox: the download failed (${error instanceof Error ? error.message : String(error)})`);
  }
  return undefined;
}

function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version']).status === 0;
}
