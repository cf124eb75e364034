/** docs/compatibility.md over several runs: what is not run again keeps what was said of it, and its day. */
import { expect, test } from 'vitest';
import { formerPage } from '../tools/compatibility-former.ts';
import { compatibilityPage, type Runs, type VitestReport } from '../tools/compatibility-table.ts';

const SITE = 'editor-site';
const ROW = 'Site editor, view of a page';
const NAME = `Editors: ${ROW}`;
const NOTHING = formerPage('');

function report(day: string, results: Record<string, string>, seen?: string): VitestReport {
  const assertionResults = Object.entries(results).map(([title, status]) => ({
    ancestorTitles: [],
    title,
    fullName: title,
    status,
    failureMessages: status === 'failed' ? ['expected 3'] : [],
    meta: seen ? { seen } : {},
  }));
  return { startTime: Date.parse(`${day}T12:00:00Z`), testResults: [{ message: '', assertionResults }] };
}

function run(wordpress: string, reports: Record<string, VitestReport>): Runs {
  return { wordpress, reports: new Map(Object.entries(reports)) };
}

function line(page: string, row: string): string {
  return page.split('\n').find((one) => one.startsWith(`| ${row} |`)) ?? '';
}

test('a run of other files and of other WordPress keeps the rest, with its day', () => {
  const first = [
    run('6.9.7', { [SITE]: report('2026-12-01', { one: 'passed', two: 'passed' }, 'in a frame') }),
    run('7.1', { [SITE]: report('2026-12-01', { one: 'passed' }) }),
  ];
  const before = compatibilityPage(first, NOTHING, 'tools').page;
  expect(line(before, ROW)).toBe(`| ${ROW} | ✓ 2 (in a frame) | ✓ 1 |`);
  const second = [run('6.1.9', { [SITE]: report('2026-12-04', { one: 'passed' }) }), run('7.1', {})];
  const { page } = compatibilityPage(second, formerPage(before), 'tools');
  expect(page).toContain('Last run on 2026-12-04');
  expect(page).toContain('|  | WordPress 6.1.9 | WordPress 6.9.7 | WordPress 7.1 |');
  expect(line(page, ROW)).toBe(`| ${ROW} | ✓ 1 | ✓ 2 (in a frame) · 2026-12-01 | ✓ 1 · 2026-12-01 |`);
  expect(compatibilityPage([], formerPage(page), 'tools').page).toBe(page);
});

test('a cell that was red stays red and named until it is run again', () => {
  const red = compatibilityPage([run('6.6', { [SITE]: report('2026-12-01', { one: 'failed', two: 'passed' }) })], NOTHING, '');
  expect(red.unexplained).toEqual([`${NAME}, WordPress 6.6`]);
  const still = compatibilityPage([run('6.6', {})], formerPage(red.page), '');
  expect(line(still.page, ROW)).toBe(`| ${ROW} | **✗ 1 of 2** |`);
  expect(still.unexplained).toEqual([`${NAME}, WordPress 6.6`]);
  const green = compatibilityPage([run('6.6', { [SITE]: report('2026-12-02', { one: 'passed' }) })], formerPage(still.page), '');
  expect(green.unexplained).toEqual([]);
});

test('a test that leaves itself out says why; without a reason it is red, and an empty cell is named', () => {
  const skipped = { one: 'skipped' };
  const said = compatibilityPage([run('6.1', { [SITE]: report('2026-12-01', skipped, 'no such view') })], NOTHING, '').page;
  expect(line(said, ROW)).toBe(`| ${ROW} | — (no such view) |`);
  const { page, unexplained } = compatibilityPage([run('6.1', { [SITE]: report('2026-12-01', skipped) })], NOTHING, '');
  expect(line(page, ROW)).toBe(`| ${ROW} | **✗ not made ready** |`);
  expect(unexplained).toEqual([`${NAME}, WordPress 6.1`]);
  const none = compatibilityPage([run('6.1', {})], NOTHING, '');
  expect(line(none.page, ROW)).toBe(`| ${ROW} |  |`);
  const notRun = none.page.split('\n').find((one) => one.endsWith('**: not run yet'));
  expect(notRun).toContain(`${NAME}, WordPress 6.1`);
  expect(none.unexplained).toEqual([]);
});
