/** docs/compatibility.md from the reports of the runs: no cell says more than a report does. */
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

interface Cell {
  text: string;
  /** First lines of what failed; empty unless the cell is red. */
  failures: string[];
}

/** The page, and the red cells that nobody has explained. */
export function compatibilityPage(runs: readonly Runs[], tools: string): { page: string; unexplained: string[] } {
  const red: { row: string; wordpress: string; failures: string[] }[] = [];
  const tables = TABLES.map(({ title, about, rows }) => {
    const lines = rows.map((row) => {
      const cells = runs.map((run) => {
        const { text, failures } = cellOf(row, run);
        if (failures.length > 0) red.push({ row: row.name, wordpress: run.wordpress, failures });
        return text;
      });
      return `| ${[row.name, ...cells].join(' | ')} |`;
    });
    const head = ['', ...runs.map(({ wordpress }) => `WordPress ${wordpress}`)];
    return [`## ${title}`, '', about, '', `| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...lines].join('\n');
  });
  for (const run of runs) for (const one of rowless(run)) red.push({ ...one, wordpress: run.wordpress });
  const explained = red.map((cell) => {
    const known = EXPLANATIONS.find(({ row, wordpress }) => row === cell.row && wordpress.test(cell.wordpress));
    return { name: `${cell.row}, WordPress ${cell.wordpress}`, text: known?.text, failures: cell.failures };
  });
  const notes = explained.map(({ name, text, failures }) => `- **${name}**: ${text ?? `not explained. ${failures.join('; ')}`}`);
  return {
    page: [
      introduction(runs, tools),
      ...tables,
      ['## What is red, and why', '', ...(notes.length > 0 ? notes : ['Nothing.'])].join('\n'),
    ].join('\n\n'),
    unexplained: explained.flatMap(({ name, text }) => (text === undefined ? [name] : [])),
  };
}

function introduction(runs: readonly Runs[], tools: string): string {
  const times = runs.flatMap(({ reports }) => [...reports.values()].map(({ startTime }) => startTime)).sort((a, b) => a - b);
  const [first, last] = [dateOf(times[0]), dateOf(times.at(-1))];
  return `# What it was tried with

Written by \`npm run test:full\`, from the reports of the test runs alone; do not edit it by hand. Run ${first === last ? `on ${first}` : `from ${first} to ${last}`}
with ${tools}.

✓ and the number of tests that passed; ✗ and how many did not; — where this WordPress has no such thing; an empty cell was not
run. In brackets what the tests found there. A browser test may be tried twice. « Stand-in » is a small plugin of the test site that
does what the real one of that version was seen to do on that day, or what its sources say; the real ones are run where
\`WORDPRESS_PLUGINS_DIR\` has them. The page builders, ACF and WooCommerce are always stand-ins, made of the elements that the real ones were
seen to have.`;
}

function cellOf({ file, tests }: Row, { reports }: Runs): Cell {
  const report = reports.get(file);
  if (!report) return { text: '', failures: [] };
  const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  // A file that did not load has no test to count, and is no success.
  const broken = all.length === 0 ? report.testResults.map(({ message }) => message) : [];
  const mine = all.filter((test) => !tests || tests.test(nameOf(test)));
  const seen = [...new Set(mine.flatMap(({ meta }) => meta.seen ?? []))].join('; ');
  const found = seen ? ` (${seen})` : '';
  const run = mine.filter(({ status }) => status !== 'skipped');
  const failed = run.filter(hasFailed);
  const failures = [...broken, ...failed.map((test) => `${test.title}: ${test.failureMessages[0] ?? ''}`)].map(firstLine);
  if (failures.length > 0) return { text: `**✗ ${failed.length} of ${run.length}**${found}`, failures };
  if (run.length === 0) return { text: mine.length > 0 ? `—${found}` : '', failures };
  return { text: `✓ ${run.length}${found}`, failures };
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

function dateOf(time: number | undefined): string {
  return time === undefined ? 'no day' : new Date(time).toISOString().slice(0, 10);
}
