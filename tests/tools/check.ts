/** `npm run check -- FOLDER`: fidelity findings of every labelled article in a folder, one JSON line per file. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { blocksFromHtml } from '../../utils/article/html.ts';
import type { Finding } from '../../utils/article/report.ts';
import { checkFidelity } from '../../utils/checks/fidelity.ts';
import { cutFacts } from '../../utils/facts/cut-facts.ts';

/** The part of a labelled article that is read here (`tests/eval/README.md`); `errors` is never looked at. */
interface CheckedArticle {
  id?: string;
  source_html: string;
  faithful_html: string;
  corrupted_html: string;
}

function check(article: CheckedArticle): { faithful: Finding[]; corrupted: Finding[] } {
  const sheet = cutFacts({
    title: '',
    siteLanguage: 'fr-FR',
    sources: [{ id: 'S1', kind: 'selection', title: '', url: null, date: null, blocks: blocksFromHtml(article.source_html) }],
  });
  return {
    faithful: checkFidelity(blocksFromHtml(article.faithful_html), sheet),
    corrupted: checkFidelity(blocksFromHtml(article.corrupted_html), sheet),
  };
}

function fail(code: string, message: string): void {
  process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  process.exitCode = 1;
}

function main(folder: string | undefined): void {
  if (folder === undefined) return fail('no_folder', 'Usage : npm run check -- DOSSIER');
  let files: string[];
  try {
    files = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return fail('folder_unreadable', `Dossier illisible : ${folder}`);
  }
  if (files.length === 0) return fail('folder_empty', `Aucun fichier .json dans ${folder}`);
  const articles: { name: string; article: CheckedArticle }[] = [];
  for (const name of files) {
    const article: unknown = readJson(join(folder, name));
    if (!isArticle(article)) return fail('bad_article', `${name} : source_html, faithful_html et corrupted_html attendus`);
    articles.push({ name, article });
  }
  // One warm-up: what is timed is the code, not its compilation.
  for (const { article } of articles) check(article);
  for (const { name, article } of articles) {
    const start = performance.now();
    const result = check(article);
    const ms = Math.round((performance.now() - start) * 100) / 100;
    process.stdout.write(`${JSON.stringify({ id: article.id ?? basename(name, '.json'), ...result, ms })}\n`);
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function isArticle(value: unknown): value is CheckedArticle {
  if (typeof value !== 'object' || value === null) return false;
  return (['source_html', 'faithful_html', 'corrupted_html'] as const).every(
    (key) => key in value && typeof Reflect.get(value, key) === 'string',
  );
}

main(process.argv[2]);
