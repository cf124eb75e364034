/** docs/compatibility.md from the reports of the runs: no cell says more than a report does, and a cell not run now keeps its day. */
import { type DatedCell, type FormerPage, written } from './compatibility-former.ts';
import { EXPLANATIONS, type Row, TABLES } from './compatibility-rows.ts';

/** What is used of vitest's JSON report of one test file. */
export interface VitestReport {
  /** Milliseconds since 1970. */
  startTime: number;
  testResults: {
    message: string;
    assertionResults: {
      ancestorTitles: string[];
      title: string;
      fullName: string;
      status: string;
      failureMessages: string[];
      meta: { seen?: string };
    }[];
  }[];
}

/** The reports of one WordPress by test file. */
export interface Runs {
  wordpress: string;
  reports: Map<string, VitestReport>;
}

interface Cell extends DatedCell {
  /** First lines of what failed; empty unless the cell is red. */
  failures: string[];
}

/** The page, and the red cells that nobody has explained. */
export function compatibilityPage(
  runs: readonly Runs[],
  former: FormerPage,
  tools: string,
): { page: string; unexplained: string[] } {
  const known = new Map(runs.map((run) => [run.wordpress, run]));
  const versions = [...new Set([...known.keys(), ...former.wordpress])].sort(byVersion);
  const tables = TABLES.map(({ title, about, rows, wordpress: only }) => {
    const columns = versions.filter((version) => only?.test(version) ?? true);
    const cells = rows.map((row) =>
      columns.map((wordpress) => {
        const name = `${title}: ${row.name}`;
        return { row: name, wordpress, cell: cellOf(row, known.get(wordpress)) ?? kept(name, wordpress, former) };
      }),
    );
    return { title, about, rows, columns, cells };
  });
  const cells = tables.flatMap((table) => table.cells.flat());
  const days = cells.flatMap(({ cell }) => cell?.day ?? []);
  const day = days.sort().at(-1) ?? 'no day';
  const shown = tables.map(({ title, about, rows, columns, cells: lines }) => {
    const head = ['', ...columns.map((wordpress) => `WordPress ${wordpress}`)];
    const body = lines.map((line, at) => [rows[at]?.name ?? '', ...line.map(({ cell }) => (cell ? written(cell, day) : ''))]);
    const all = [head, head.map(() => '---'), ...body].map((line) => `| ${line.join(' | ')} |`);
    return [`## ${title}`, '', about, '', ...all].join('\n');
  });
  const red = cells.flatMap(({ row, wordpress, cell }) =>
    cell && cell.failures.length > 0 ? [{ row, wordpress, failures: cell.failures }] : [],
  );
  for (const run of runs) for (const one of rowless(run)) red.push({ ...one, wordpress: run.wordpress });
  const explained = red.map((cell) => ({ ...cell, text: explanationOf(cell) }));
  const empty = cells.filter(({ cell }) => !cell).map((cell) => ({ ...cell, text: explanationOf(cell) ?? 'not run yet' }));
  const cellsOfText = new Map<string, string[]>();
  for (const cell of [...explained, ...empty]) {
    const text = cell.text ?? `not explained. ${'failures' in cell ? cell.failures.join('; ') : ''}`;
    cellsOfText.set(text, [...(cellsOfText.get(text) ?? []), `${cell.row}, WordPress ${cell.wordpress}`]);
  }
  const notes = [...cellsOfText].map(([text, names]) => `- **${names.join('; ')}**: ${text}`);
  return {
    page: [
      introduction(day, tools),
      ...shown,
      ['## What is red or empty, and why', '', ...(notes.length > 0 ? notes : ['Nothing.'])].join('\n'),
    ].join('\n\n'),
    unexplained: explained.flatMap(({ row, wordpress, text }) => (text === undefined ? [`${row}, WordPress ${wordpress}`] : [])),
  };
}

function introduction(day: string, tools: string): string {
  return `# What it was tried with

Written by \`npm run test:full\`, from the reports of the test runs alone; do not edit it by hand. Last run on ${day}
with ${tools}; a cell that bears a day was run on that day, the others on the last.

✓ and the number of tests that passed; ✗ and how many did not; — where this WordPress has no such thing; an empty cell was not
run. In brackets what the tests found there. A browser test may be tried twice. « Stand-in » is a small plugin of the test site that
does what the real one of that version was seen to do on that day, or what its sources say; the real ones are run where
\`WORDPRESS_PLUGINS_DIR\` has them. The page builders, ACF and WooCommerce are always stand-ins, made of the elements that the real ones were
seen to have.`;
}

function explanationOf(cell: { row: string; wordpress: string }): string | undefined {
  return EXPLANATIONS.find(({ row, wordpress }) => row.test(cell.row) && wordpress.test(cell.wordpress))?.text;
}

function kept(row: string, wordpress: string, former: FormerPage): Cell | undefined {
  const cell = former.cell(row, wordpress);
  return cell && { ...cell, failures: cell.text.includes('✗') ? [`so it was on ${cell.day}`] : [] };
}

/** Undefined where none of its tests was run. */
function cellOf({ file, tests }: Row, run: Runs | undefined): Cell | undefined {
  const report = run?.reports.get(file);
  if (!report) return undefined;
  const day = new Date(report.startTime).toISOString().slice(0, 10);
  const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  // A file that did not load has no test to count, and is no success.
  const broken = all.length === 0 ? report.testResults.map(({ message }) => message).filter(Boolean) : [];
  const mine = all.filter((test) => !tests || tests.test(nameOf(test)));
  const seen = [...new Set(mine.flatMap(({ meta }) => meta.seen ?? []))].join('; ');
  const found = seen ? ` (${seen})` : '';
  const ended = mine.filter(({ status }) => status !== 'skipped');
  const failed = ended.filter(hasFailed);
  const failures = [...broken, ...failed.map((test) => `${test.title}: ${test.failureMessages[0] ?? ''}`)].map(firstLine);
  if (failures.length > 0) return { text: `**✗ ${failed.length} of ${ended.length}**${found}`, day, failures };
  if (ended.length > 0) return { text: `✓ ${ended.length}${found}`, day, failures };
  if (mine.length === 0) return undefined;
  // A test that leaves itself out says why; another one lacked what had to be made ready for it.
  return seen
    ? { text: `—${found}`, day, failures }
    : { text: '**✗ not made ready**', day, failures: ['what the tests need was not made ready'] };
}

/** `pending`: what it needs failed before it. */
function hasFailed({ status }: { status: string }): boolean {
  return status === 'failed' || status === 'pending';
}

/** Tests that failed and count for no row: they are told all the same. */
function rowless({ reports }: Runs): { row: string; failures: string[] }[] {
  const rows = TABLES.flatMap((table) => table.rows);
  return [...reports].flatMap(([file, { testResults }]) =>
    testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((test) => hasFailed(test) && !rows.some((row) => row.file === file && (!row.tests || row.tests.test(nameOf(test)))))
      .map((test) => ({ row: `${file}: ${nameOf(test)}`, failures: [firstLine(test.failureMessages[0] ?? '')] })),
  );
}

function nameOf({ ancestorTitles, title }: { ancestorTitles: string[]; title: string }): string {
  return [...ancestorTitles, title].join(' > ');
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.slice(0, 300) ?? '';
}

function byVersion(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
