/** `npm run bench`: figures beside the budgets of docs/architecture.md. Asserts nothing: a machine's speed is no bug. */
import { build } from '../support/extension-build.ts';
import { measurePopup } from './popup.ts';
import { printSizes } from './sizes.ts';

console.error('Building…');
await build('chrome');
printSizes();

console.error('Measuring in Chromium and WordPress…');
const { firstPaint, firstWord, longest } = await measurePopup();
const ms = (value: number) => `${value.toFixed(0)} ms`;
const rows: [what: string, figure: string, budget: string][] = [
  ['popup, navigation to first paint', ms(firstPaint.ours), '≤ 100 ms where an empty popup takes 60-100'],
  ['an empty popup, in the same run', ms(firstPaint.empty), ''],
  ['ratio', (firstPaint.ours / firstPaint.empty).toFixed(2), ''],
  ['first streamed word, server to screen', firstWord.map(ms).join(', '), '≤ 50 ms'],
  [`longest task in the popup at ${longest.tokensPerSecond.toFixed(0)} tokens/s`, ms(longest.popup), '≤ 50 ms'],
  [`longest task in the editor page at ${longest.tokensPerSecond.toFixed(0)} tokens/s`, ms(longest.editorPage), '≤ 50 ms'],
];
console.log('\n| what | measured | budget |\n|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
