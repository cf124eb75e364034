/**
 * `npm run rewrite -- FILE.html [--base-url URL] [--model NAME] [--min-words N] [--concurrency N] [--no-model]`
 *
 * The extension's own pipeline in Node: reads an HTML article, prints one JSON object with the draft, its HTML, its
 * report, the tokens paid and the times. The key comes from `OPENAI_API_KEY`. Progress goes to stderr; exit 1 with
 * `{"error": {"code", "message"}}` on stdout where there is no result.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { draftBlocks } from '../../utils/article/draft.ts';
import { blocksFromHtml } from '../../utils/article/html.ts';
import { htmlFromBlocks } from '../../utils/article/html-writer.ts';
import type { SourceArticle } from '../../utils/article/source-article.ts';
import { seoInputOf } from '../../utils/checks/seo/seo-input.ts';
import { CodedError } from '../../utils/errors.ts';
import type { LlmClient } from '../../utils/llm/llm-client.ts';
import { openAiClient } from '../../utils/llm/openai-client.ts';
import { DEFAULT_OPTIONS, type RewriteOptions } from '../../utils/rewrite/options.ts';
import { rewrite } from '../../utils/rewrite/pipeline.ts';
import { advance, NO_PROGRESS, type Progress, type RewriteEvent } from '../../utils/rewrite/progress.ts';

const started = performance.now();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'base-url': { type: 'string' },
    model: { type: 'string' },
    'min-words': { type: 'string' },
    concurrency: { type: 'string' },
    'no-model': { type: 'boolean', default: false },
  },
});

try {
  process.stdout.write(`${JSON.stringify(await result(), null, 1)}\n`);
} catch (error) {
  const code = error instanceof CodedError ? error.code : 'error';
  process.stdout.write(
    `${JSON.stringify({ error: { code, message: error instanceof Error ? error.message : String(error) } })}\n`,
  );
  process.exitCode = 1;
}

async function result(): Promise<unknown> {
  const [file] = positionals;
  if (file === undefined)
    throw new Error('usage: npm run rewrite -- FILE.html [--base-url URL] [--model NAME] [--min-words N] [--no-model]');
  const options = optionsOf();
  const source = await articleOf(file);
  const client = values['no-model'] ? null : clientOf();
  const times: Record<string, number> = {};
  let progress: Progress = NO_PROGRESS;
  for await (const event of rewrite({ source, options, client, resume: null, signal: new AbortController().signal })) {
    progress = advance(progress, event);
    note(event, times);
  }
  times.total = since();
  const { draft, report, usage } = progress;
  if (!report) throw new Error('the pipeline gave no report');
  const { title, fields } = draft;
  // The same assessments as in the popup's worker; loaded late, since the package takes a quarter of a second.
  const { assessSeo } = await import('../../utils/checks/seo/assess.ts');
  const seo = assessSeo(seoInputOf(draft));
  return {
    draft: { title, fields },
    html: htmlFromBlocks(draftBlocks(draft)),
    report: { ...report, seo },
    usage,
    timings: times,
  };
}

function clientOf(): LlmClient {
  const { 'base-url': baseUrl = process.env.OPENAI_BASE_URL, model = process.env.OPENAI_MODEL } = values;
  if (!baseUrl && !process.env.OPENAI_API_KEY) throw new CodedError('no_model');
  return openAiClient({
    baseUrl: baseUrl ?? 'https://api.openai.com/v1',
    model: model ?? 'default',
    apiKey: process.env.OPENAI_API_KEY ?? '',
  });
}

function optionsOf(): RewriteOptions {
  const number = (text: string | undefined, otherwise: number): number => (text === undefined ? otherwise : Number(text));
  return {
    ...DEFAULT_OPTIONS,
    minWords: number(values['min-words'], DEFAULT_OPTIONS.minWords),
    concurrency: number(values.concurrency, DEFAULT_OPTIONS.concurrency),
  };
}

async function articleOf(file: string): Promise<SourceArticle> {
  const blocks = blocksFromHtml(await readFile(file, 'utf8'));
  const title = '';
  return {
    title,
    siteLanguage: 'fr-FR',
    sources: [{ id: 'S1', kind: 'post', title: basename(file), url: null, date: null, blocks }],
  };
}

/** Stages and waits on stderr, the moments that matter in the result. */
function note(event: RewriteEvent, times: Record<string, number>): void {
  if (event.kind === 'stage') {
    times[event.stage] ??= since();
    process.stderr.write(`${(since() / 1000).toFixed(1)} s  ${event.stage} ${event.done}/${event.total}\n`);
  } else if (event.kind === 'section') times.firstSection ??= since();
  else if (event.kind === 'delta') times.firstWord ??= since();
  else if (event.kind === 'retry') process.stderr.write(`${event.code}: waiting ${event.waitMs} ms (${event.attempt})\n`);
}

/** ms since the start. */
function since(): number {
  return Math.round(performance.now() - started);
}
