/** Minimal pairs (`pairs.json`): one sentence of a source, a faithful rewording, the same with one error. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksFromHtml } from '../../utils/article/html.ts';
import type { Finding } from '../../utils/article/report.ts';
import { checkFidelity } from '../../utils/checks/fidelity.ts';
import { z } from '../../utils/zod.ts';
import { overlaps, sheetOf } from './labelled.ts';

const Pair = z.object({
  type: z.string(),
  source: z.string(),
  faithful: z.string(),
  /** Absent with the type `none`, whose faithful text is all there is. */
  corrupted: z.optional(z.string()),
  span: z.optional(z.string()),
});
type Pair = z.infer<typeof Pair>;

interface TypeScore {
  total: number;
  sameKind: number;
  anyKind: number;
  errors: number;
  warnings: number;
}

/** The half that rules may be written with (even places in the file), and the half that is only counted (odd places). */
export function printPairs(list: boolean): void {
  const pairs = z.array(Pair).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'pairs.json'), 'utf8')));
  const half = (rest: number): Pair[] => pairs.filter((_, i) => i % 2 === rest);
  print('pairs, half to develop on', score(half(0), list));
  print('pairs, half to report on', score(half(1), false));
}

function score(pairs: readonly Pair[], list: boolean): Map<string, TypeScore> {
  const byType = new Map<string, TypeScore>();
  for (const pair of pairs) {
    const type = byType.get(pair.type) ?? { total: 0, sameKind: 0, anyKind: 0, errors: 0, warnings: 0 };
    byType.set(pair.type, type);
    type.total++;
    const sheet = sheetOf(paragraph(pair.source));
    const serious = (text: string): Finding[] =>
      checkFidelity(blocksFromHtml(paragraph(text)), sheet).filter((finding) => finding.severity !== 'info');
    for (const finding of serious(pair.faithful)) {
      if (finding.severity === 'error') type.errors++;
      else type.warnings++;
      if (list) tell(`FALSE ${finding.severity} ${finding.kind}`, pair, `« ${finding.excerpt} » ${finding.message}`);
    }
    const { corrupted, span } = pair;
    if (corrupted === undefined || span === undefined) continue;
    const hits = serious(corrupted).filter((finding) => overlaps(finding.excerpt, span, pair.type, corrupted));
    if (hits.length > 0) type.anyKind++;
    if (hits.some((finding) => finding.kind === pair.type)) type.sameKind++;
    if (list && hits.length === 0) tell('MISSED', pair, `« ${span} »`);
  }
  return byType;
}

function paragraph(text: string): string {
  return `<p>${text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')}</p>`;
}

function tell(what: string, { type, source, faithful, corrupted }: Pair, detail: string): void {
  const shown = what === 'MISSED' ? corrupted : faithful;
  process.stdout.write(`${what} (${type}) ${detail}\n    source: ${source}\n    text:   ${shown}\n`);
}

function print(title: string, byType: Map<string, TypeScore>): void {
  const rows = [...byType].sort((a, b) => b[1].total - a[1].total);
  const planted = rows.filter(([name]) => name !== 'none').map(([, type]) => type);
  const sum = (types: TypeScore[], pick: keyof TypeScore): number => types.reduce((total, type) => total + type[pick], 0);
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((1000 * part) / whole) / 10} %`);
  const row = (name: string, types: TypeScore[], has: boolean): string => {
    const total = sum(types, 'total');
    const found = has ? `${percent(sum(types, 'anyKind'), total)} | ${percent(sum(types, 'sameKind'), total)}` : '– | –';
    return `| ${name} | ${total} | ${found} | ${sum(types, 'errors')} | ${sum(types, 'warnings')} |`;
  };
  const out = [
    `## ${title}`,
    '',
    '| type | texts | found | as that type | false errors | false warnings |',
    '|---|---|---|---|---|---|',
    ...rows.map(([name, type]) => row(name, [type], name !== 'none')),
    row('**all pairs**', planted, true),
    '',
  ];
  process.stdout.write(`${out.join('\n')}\n`);
}
