/**
 * Sizes of the built extension, gzip, beside the budgets: popup scripts to first paint 20 kB, each injected editor script 10,
 * background 110 (its engine apart, which it reads when the first job of its life starts). Prints; asserts nothing.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export interface Size {
  what: string;
  files: string[];
  /** Bytes as they are, and with gzip -9. */
  plain: number;
  gzip: number;
  /** kB of gzip, or null where there is none. */
  budget: number | null;
}

const BUILD = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));

/** @param folder an unpacked build; each row's files are relative to it. */
export function sizesOf(folder = BUILD): Size[] {
  const worker = readdirSync(`${folder}/assets`).filter((name) => /^seo\.worker.*\.js$/.test(name));
  return [
    sized(folder, 'popup, scripts to first paint', scriptsOf(folder, 'popup.html'), 20),
    sized(folder, 'editor script that reads, injected on a click', ['editor-capture.js'], 10),
    sized(folder, 'editor script that writes blocks', ['editor-apply-block.js'], 10),
    sized(folder, 'editor script that writes in the classic editor', ['editor-apply-classic.js'], 10),
    sized(folder, 'background, read at each of its starts', withImports(folder, ['background.js']), 110),
    sized(folder, 'engine, read when a job starts or a model is asked', ['engine.js'], null),
    sized(folder, 'options page, scripts', scriptsOf(folder, 'options.html'), null),
    sized(
      folder,
      'SEO worker, when a draft is shown',
      worker.map((name) => `assets/${name}`),
      null,
    ),
    sized(folder, 'on a page where nobody clicked', contentScripts(folder), 0),
  ];
}

export function printSizes(folder = BUILD): void {
  console.log('\n| what | files | kB | kB gzip | budget |\n|---|---|---|---|---|');
  for (const { what, files, plain, gzip, budget } of sizesOf(folder)) {
    const over = budget !== null && gzip > budget * 1000 ? ' **over**' : '';
    console.log(`| ${what} | ${files.length} | ${kB(plain)} | ${kB(gzip)}${over} | ${budget === null ? '' : `≤ ${budget}`} |`);
  }
}

function sized(folder: string, what: string, files: string[], budget: number | null): Size {
  const contents = files.map((file) => readFileSync(`${folder}/${file}`));
  const plain = contents.reduce((sum, content) => sum + content.length, 0);
  const gzip = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0);
  return { what, files, plain, gzip, budget };
}

/** Scripts that the page loads by itself: its tags and what those import statically. */
function scriptsOf(folder: string, page: string): string[] {
  const html = readFileSync(`${folder}/${page}`, 'utf8');
  return withImports(
    folder,
    [...html.matchAll(/<script\b[^>]*\bsrc="\/?([^"]+)"/g)].flatMap((match) => match[1] ?? []),
  );
}

function withImports(folder: string, files: readonly string[]): string[] {
  const found = new Set(files);
  for (const file of found) {
    const code = readFileSync(`${folder}/${file}`, 'utf8');
    // Static imports only: `import"./x.js"`, `…from"./x.js"`; never `import("./x.js")`.
    for (const match of code.matchAll(/\b(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) {
      found.add(new URL(match[1] ?? '', `file:///${file}`).pathname.slice(1));
    }
  }
  return [...found];
}

/** Content scripts that the manifest declares: there are to be none. */
function contentScripts(folder: string): string[] {
  const manifest: { content_scripts?: { js?: string[] }[] } = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
  return (manifest.content_scripts ?? []).flatMap((script) => script.js ?? []);
}

function kB(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

if (import.meta.main) printSizes(process.argv[2]);
