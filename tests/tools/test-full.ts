/**
 * `npm run test:full`: the editor suites, and Firefox's, on every WordPress at hand, one file after the other, and docs/compatibility.md
 * written from their reports. WordPress 6.1 comes from Debian, 6.5 and 6.6 from npm, others from `WORDPRESS_DIR` (several
 * unpacked ones, written as in `PATH`); real plugins from `WORDPRESS_PLUGINS_DIR`. Hours on a slow machine, hence:
 *
 * `-- editor-seo flow` runs these files anew · `-- --wordpress 6.1` on this version only · `-- --tests 'yoast'` only the
 * tests of that name · `-- editor-seo --browser firefox` this file in Firefox ·
 * `-- --table` only writes the page. What is not run keeps its report of before in `.output`, or what
 * the page says of it, with its day.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, posix, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from '../support/find-chromium.ts';
import { findFirefox } from '../support/firefox-binary.ts';
import { wordPressFiles } from '../support/wordpress-files.ts';
import { formerPage } from './compatibility-former.ts';
import { inFirefox, TABLES } from './compatibility-rows.ts';
import { compatibilityPage, type Runs, type VitestReport } from './compatibility-table.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const REPORTS = join(ROOT, '.output/tests/full');
const PAGE = join(ROOT, 'docs/compatibility.md');
const FILES = [...new Set(TABLES.flatMap(({ rows }) => rows.map(({ file }) => file)))];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wordpress: { type: 'string', multiple: true },
    tests: { type: 'string' },
    table: { type: 'boolean' },
    browser: { type: 'string' },
  },
});
const asked = positionals.map((name) => (values.browser === 'firefox' ? inFirefox(name) : name));
const unknown = asked.filter((name) => !FILES.includes(name));
if (unknown.length > 0) throw new Error(`${unknown.join()}: no file of the table; these are: ${FILES.join(', ')}`);
const { WORDPRESS_DIR = '', WORDPRESS_PLUGINS_DIR, ...env } = process.env;
// What is asked of WordPress here is its version.
delete process.env['WORDPRESS_PLUGINS_DIR'];
const isAsked = (version: string) => values.wordpress?.some((asked) => version.startsWith(asked)) ?? true;

interface WordPress {
  version: string;
  env: NodeJS.ProcessEnv;
}

const notRun: string[] = [];
const sites = wordPresses();
if (!values.table) for (const site of sites.filter(({ version }) => isAsked(version))) runFiles(site);
const { page, unexplained } = compatibilityPage(sites.map(reportsOf), formerPage(formerText()), await tools());
writeFileSync(PAGE, `${page}\n`);
for (const cell of unexplained) console.log(`NOT EXPLAINED  ${cell}`);
for (const run of notRun) console.log(`NOT RUN  ${run}`);
console.log(PAGE);
process.exitCode = unexplained.length + notRun.length === 0 ? 0 : 1;

function wordPresses(): WordPress[] {
  const own = ['6.1', '6.5', '6.6'].map((name) => ({
    version: wordPressFiles(name, '').version,
    env: { ...env, TEST_FULL: '1', WORDPRESS_VERSION: name },
  }));
  const given = WORDPRESS_DIR.split(delimiter).filter(Boolean);
  return [
    ...own,
    ...given.map((folder) => ({
      version: wordPressFiles('', folder).version,
      env: { ...env, TEST_FULL: '1', WORDPRESS_DIR: resolve(folder) },
    })),
  ];
}

function runFiles({ version, env: own }: WordPress): void {
  for (const file of (asked.length > 0 ? asked : FILES).filter((name) => isRunOn(version, name))) {
    const { dir: browser, base: name } = posix.parse(file);
    console.error(`\n== ${file}, WordPress ${version}`);
    const report = reportFile(version, file);
    mkdirSync(dirname(report), { recursive: true });
    const before = values.tests ? readReport(report) : null;
    rmSync(report, { force: true });
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const run = ['vitest', 'run', '--project', 'e2e*', ...reporters, `tests/e2e/${name}.test.ts`];
    if (values.tests) run.push('-t', values.tests);
    // Real plugins take a slower database: for their own tests only.
    const given = name === 'editor-seo' ? { WORDPRESS_PLUGINS_DIR } : {};
    spawnSync('npx', run, {
      cwd: ROOT,
      env: { ...own, ...given, TEST_BROWSER: browser },
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    const now = readReport(report);
    if (!now || now.testResults.length === 0) {
      // What it needs was not made ready: nothing was learnt, and the page keeps what it knew.
      rmSync(report, { force: true });
      notRun.push(`${file}, WordPress ${version}`);
    } else if (values.tests) writeFileSync(report, JSON.stringify(merged(before, now)));
  }
}

/** Some tables are made on one WordPress only. */
function isRunOn(version: string, file: string): boolean {
  return TABLES.some(({ rows, wordpress }) => (wordpress?.test(version) ?? true) && rows.some((row) => row.file === file));
}

/** A test that was left out this time keeps its result of before, or has none. */
function merged(before: VitestReport | null, now: VitestReport): VitestReport {
  const known = new Map(before?.testResults.flatMap((file) => file.assertionResults).map((test) => [test.fullName, test]));
  const testResults = now.testResults.map((file) => ({
    ...file,
    assertionResults: file.assertionResults.flatMap((test) =>
      test.status === 'skipped' && !test.meta.seen ? (known.get(test.fullName) ?? []) : test,
    ),
  }));
  return { ...now, testResults };
}

function readReport(file: string): VitestReport | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as VitestReport) : null;
}

function reportsOf({ version }: WordPress): Runs {
  const reports = FILES.flatMap((file): [string, VitestReport][] => {
    const report = readReport(reportFile(version, file));
    return report ? [[file, report]] : [];
  });
  return { wordpress: version, reports: new Map(reports) };
}

function formerText(): string {
  return existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : '';
}

function reportFile(version: string, file: string): string {
  return join(REPORTS, version, `${file}.json`);
}

async function tools(): Promise<string> {
  const first = (command: string, argument: string) =>
    execFileSync(command, [argument], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')[0]
      ?.trim() ?? '';
  const chromium = first(await findChromium(), '--version').replace(/(\d+\.[\d.]+).*/u, '$1');
  const firefox = first(await findFirefox(), '--version').replace(/^Mozilla /u, '');
  const php = spawnSync('php', ['-r', 'echo PHP_VERSION;'], { encoding: 'utf8' }).stdout || 'of WordPress Playground';
  return `${chromium}, ${firefox} and PHP ${php}`;
}
