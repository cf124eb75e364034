/**
 * `npm run eval [-- --frozen | --pairs] [--list]`: the fidelity checks on the labelled articles, offline.
 * Recall by error type, false findings on faithful texts, time, and the alignment of sentences with their evidence.
 */
import { blocksFromHtml } from '../../utils/article/html.ts';
import type { Finding } from '../../utils/article/report.ts';
import { plainText } from '../../utils/article/text-units.ts';
import { countWords } from '../../utils/article/words.ts';
import { checkFidelity } from '../../utils/checks/fidelity.ts';
import { evaluateEvidence, type EvidenceScore } from './evidence-score.ts';
import { articlesOf, overlaps, sheetOf, type Article } from './labelled.ts';
import { printPairs } from './pairs.ts';

interface TypeScore {
  total: number;
  sameKind: number;
  anyKind: number;
}

interface SetScore {
  byType: Map<string, TypeScore>;
  errors: number;
  warnings: number;
  faithfulWords: number;
  words: number;
  ms: number;
  /** Processor time, ms: what the wall clock would show on a quiet machine. */
  cpu: number;
  evidence: EvidenceScore;
}

const list = process.argv.includes('--list');
const sets = process.argv.includes('--frozen') ? ['frozen', 'frozen-hard'] : ['dev', 'develop', 'free'];

if (process.argv.includes('--pairs')) printPairs(list);
else for (const set of sets) print(set, score(articlesOf(set)));

function score(articles: Article[]): SetScore {
  const result: SetScore = {
    byType: new Map(),
    errors: 0,
    warnings: 0,
    faithfulWords: 0,
    words: 0,
    ms: 0,
    cpu: 0,
    evidence: { aligned: 0, right: 0, firstRight: 0, flaggedFaithful: 0, stating: 0, planted: 0, plantedFlagged: 0 },
  };
  for (const article of articles) run(article);
  for (const article of articles) scoreArticle(article, result);
  return result;
}

function run(article: Article): { faithful: Finding[]; corrupted: Finding[] } {
  const sheet = sheetOf(article.source_html);
  return {
    faithful: checkFidelity(blocksFromHtml(article.faithful_html), sheet),
    corrupted: checkFidelity(blocksFromHtml(article.corrupted_html), sheet),
  };
}

function scoreArticle(article: Article, result: SetScore): void {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { faithful, corrupted } = run(article);
  result.ms += performance.now() - start;
  result.cpu += process.cpuUsage(cpu).user / 1000;
  const faithfulWords = countWords(plainText(blocksFromHtml(article.faithful_html)));
  const corruptedText = plainText(blocksFromHtml(article.corrupted_html));
  result.faithfulWords += faithfulWords;
  result.words += faithfulWords + countWords(corruptedText);
  const serious = (finding: Finding): boolean => finding.severity !== 'info';
  for (const finding of faithful.filter(serious)) {
    if (finding.severity === 'error') result.errors++;
    else result.warnings++;
    if (list)
      process.stdout.write(
        `  FALSE ${article.id} ${finding.severity} ${finding.kind}: « ${finding.excerpt} » — ${finding.message} [${finding.source ?? ''}]\n`,
      );
  }
  for (const error of article.errors) {
    const type = result.byType.get(error.type) ?? { total: 0, sameKind: 0, anyKind: 0 };
    result.byType.set(error.type, type);
    type.total++;
    const hits = corrupted.filter(serious).filter((finding) => overlaps(finding.excerpt, error.span, error.type, corruptedText));
    if (hits.length > 0) type.anyKind++;
    if (hits.some((finding) => finding.kind === error.type)) type.sameKind++;
    if (list && hits.length === 0)
      process.stdout.write(`  MISSED ${article.id} ${error.type}: « ${error.span} » (${error.was})\n`);
    else if (list && !hits.some((finding) => finding.kind === error.type)) {
      process.stdout.write(
        `  OTHER ${article.id} ${error.type}: « ${error.span} » found as ${hits.map((finding) => `${finding.kind} « ${finding.excerpt} »`).join(', ')}\n`,
      );
    }
  }
  evaluateEvidence(article, result.evidence, list);
}

function print(set: string, result: SetScore): void {
  const rows = [...result.byType].sort((a, b) => b[1].total - a[1].total);
  const sum = (pick: (type: TypeScore) => number): number => rows.reduce((total, [, type]) => total + pick(type), 0);
  const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((1000 * part) / whole) / 10} %`);
  const perThousand = (count: number): string => ((1000 * count) / result.faithfulWords).toFixed(2);
  const { evidence } = result;
  const out = [
    `## ${set}`,
    '',
    '| type | planted | found | as that type |',
    '|---|---|---|---|',
    ...rows.map(
      ([name, type]) =>
        `| ${name} | ${type.total} | ${percent(type.anyKind, type.total)} | ${percent(type.sameKind, type.total)} |`,
    ),
    `| **all** | ${sum((type) => type.total)} | **${percent(
      sum((type) => type.anyKind),
      sum((type) => type.total),
    )}** | ${percent(
      sum((type) => type.sameKind),
      sum((type) => type.total),
    )} |`,
    '',
    `Faithful texts, ${result.faithfulWords} words: ${perThousand(result.errors)} false errors and ${perThousand(result.warnings)} false warnings per 1,000 words.`,
    `Time: ${((1000 * result.ms) / result.words).toFixed(2)} ms per 1,000 words checked (${((1000 * result.cpu) / result.words).toFixed(2)} ms of processor), parsing and the source’s facts included.`,
    `Evidence: ${percent(evidence.right, evidence.stating)} of ${evidence.stating} fact-stating sentences aligned with a right fact (${percent(evidence.firstRight, evidence.stating)} with the first one given); ` +
      `${percent(evidence.flaggedFaithful, evidence.stating)} of them held weak or unsupported; ${evidence.plantedFlagged} of ${evidence.planted} planted additions weak or unsupported.`,
    '',
  ];
  process.stdout.write(`${out.join('\n')}\n`);
}
