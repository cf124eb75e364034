/** `npm test`: types, lint, format, both builds, then the unit, component and end-to-end tests; ends in `N passed, N failed`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

interface Step {
  name: string;
  command: string[];
}

const BEFORE: Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'build for Chrome', command: ['wxt', 'build', '-b', 'chrome', '--mv3'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'] },
];
const REPORT = '.output/tests/vitest.json';

let passed = 0;
const failures: string[] = [];

for (const step of BEFORE) {
  console.log(`\n== ${step.name}`);
  if (succeeds(step.command)) passed++;
  else failures.push(step.name);
}

console.log('\n== unit, component and end-to-end tests');
mkdirSync('.output/tests', { recursive: true });
rmSync(REPORT, { force: true });
const green = succeeds([
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
  ...process.argv.slice(2),
]);
const results = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, 'utf8')) as VitestReport) : null;
passed += results?.numPassedTests ?? 0;
for (const file of results?.testResults ?? []) {
  const failed = file.assertionResults.filter((test) => test.status === 'failed');
  failures.push(...failed.map((test) => `${file.name}: ${test.fullName}`));
  // A file that did not even load has no failed test to count.
  if (file.status === 'failed' && failed.length === 0) failures.push(file.name);
}
if (!green && failures.length === 0) failures.push('vitest');

for (const failure of failures) console.log(`FAILED  ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;

interface VitestReport {
  numPassedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}

function succeeds(command: string[]): boolean {
  const [name = '', ...args] = command;
  return spawnSync(name, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}
