/**
 * `npm run eval:model [-- --base-url URL] [--model NAME] [--runs N] [--only ID] [--plain] [--fresh | --replay] [--strong | --local]`
 *
 * Two tables. A scripted strong model over real HTTP, which answers with the parts of a faithful rewrite: how much of its
 * text stands, and what it costs beside one plain call. And a real local model (`npm run model`, or the one at
 * `--base-url`): what the pipeline makes of it; `--plain` also asks it as in a chat window. Progress goes to stderr.
 *
 * Each run of the local model is kept in `.output/eval-model/` with its draft and every answer: a second call goes on where
 * the first one stopped, and without a model prints the table of what is there. `--fresh` runs them all again, `--replay`
 * the checks alone, on the answers that were given; one file taken away is one run made again.
 */
import { parseArgs } from 'node:util';
import type { Block } from '../../utils/article/block.ts';
import { draftBlocks } from '../../utils/article/draft.ts';
import { blocksFromMarkdown } from '../../utils/article/markdown.ts';
import { plainText } from '../../utils/article/text-units.ts';
import { cutFacts } from '../../utils/facts/cut-facts.ts';
import { fold } from '../../utils/french/fold.ts';
import { splitSentences } from '../../utils/french/sentences.ts';
import { openAiClient } from '../../utils/llm/openai-client.ts';
import type { LlmClient } from '../../utils/llm/llm-client.ts';
import { addUsage, NO_USAGE, type Usage } from '../../utils/llm/usage.ts';
import { DEFAULT_OPTIONS } from '../../utils/rewrite/options.ts';
import { systemPrompt } from '../../utils/rewrite/prompt.ts';
import { isModelServerRunning, startModelServer } from '../support/local-model/model-server.ts';
import { type LabelledArticle, labelledArticles } from '../support/labelled-articles.ts';
import { startLlmServer } from '../support/llm-server.ts';
import { runRewrite } from '../support/run-rewrite.ts';
import { strongModel } from '../support/strong-model.ts';
import { type Call, type LocalRun, readCalls, readRun, recorded, saveCalls, saveRun } from './local-runs.ts';
import { measure, type Measures, table } from './model-measures.ts';

const { values } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    model: { type: 'string', default: 'local' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    plain: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    replay: { type: 'boolean', default: false },
    strong: { type: 'boolean', default: false },
    local: { type: 'boolean', default: false },
  },
});
const articles = labelledArticles('dev').filter((article) => values.only === undefined || article.id.includes(values.only));

if (!values.local) console.log(`## A strong model (scripted, over HTTP)\n\n${await strongTable()}\n`);
if (!values.strong) console.log(`## The local model\n\n${await localTable(await localUrl())}`);

async function strongTable(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const article of [...articles, ...labelledArticles('develop')]) {
    say(article.id);
    const model = strongModel(article.faithful);
    const server = await startLlmServer(({ body, prompt }) => ({
      text: model.answer(prompt, body.response_format !== undefined),
    }));
    const { progress, error } = await runRewrite(article.source, {
      ...openAiClient({ baseUrl: server.url, model: 'strong', apiKey: 'none' }),
      locality: 'hosted',
    });
    await server.close();
    if (error) throw error;
    const { draft, report, usage } = progress;
    const text = fold(plainText(draftBlocks(draft)));
    const said = model.given.flatMap(sentencesOf);
    const stands = said.filter((sentence) => text.includes(fold(sentence))).length;
    const own = measure(draftBlocks(draft), cutFacts(article.source));
    const ratio = (usage.promptTokens + usage.completionTokens) / plainTokens(article, draftBlocks(draft));
    rows.push([
      article.id,
      report?.words ?? 0,
      `${stands}/${said.length} (${percent(stands, said.length)})`,
      report?.origin.floor ?? 0,
      `${own.quotations}/${own.allQuotations}`,
      usage.requests,
      usage.promptTokens + usage.completionTokens,
      ratio.toFixed(2),
    ]);
  }
  return table(
    ['article', 'words', 'its sentences unchanged', 'floor words', 'quotations', 'requests', 'tokens', '× a plain call'],
    rows,
  );
}

async function localTable(baseUrl: string | null): Promise<string> {
  const client = baseUrl === null ? null : openAiClient({ baseUrl, model: values.model, apiKey: '' });
  const rows: (string | number)[][] = [];
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const article of articles) {
      const sheet = cutFacts(article.source);
      if (values.plain && client) rows.push(await plainRow(client, article));
      const made =
        (values.fresh || values.replay ? null : readRun(article.id, run)) ?? (client && (await runOnce(article, run, client)));
      if (!made) continue;
      const { draft, report, usage, seconds, error } = made;
      const origin = report ? `${report.origin.model}/${report.origin.floor}` : '';
      const own = cells(measure(draftBlocks(draft), sheet));
      rows.push([`${article.id}, ${run}${error === null ? '' : ' (failed)'}`, ...own, origin, usage.completionTokens, seconds]);
    }
  }
  if (rows.length === 0) return 'No local model is running, and nothing was measured yet: `npm run model` starts one.';
  const head = [
    'article',
    'words',
    'subheadings that say something',
    'quotations',
    'wrong mouth',
    'repeated',
    'not French',
    'copied (longest run)',
  ];
  return table([...head, 'without evidence', 'errors / warnings told', 'words by model / floor', 'tokens written', 's'], rows);
}

async function runOnce(article: LabelledArticle, run: number, client: LlmClient): Promise<LocalRun> {
  say(`${article.id}, run ${run}`);
  const calls: Call[] = [];
  const known = values.replay ? (readRun(article.id, run)?.calls ?? []) : readCalls(article.id, run);
  const { progress, error } = await runRewrite(
    article.source,
    recorded(client, calls, known, () => saveCalls(article.id, run, calls)),
  );
  const { draft, report, usage } = progress;
  const failure = error === null ? null : String(error);
  const made = saveRun({
    ...{
      article: article.id,
      run,
      seconds: secondsOf(calls),
      error: failure,
      draft,
      report,
      usage,
      calls,
    },
  });
  say(`  ${made.seconds} s, ${report?.words ?? 0} words, ${report?.origin.model ?? 0} by the model ${failure ?? ''}`);
  return made;
}

async function plainRow(client: LlmClient, article: LabelledArticle): Promise<(string | number)[]> {
  const started = performance.now();
  const { text, usage } = await plainAnswer(client, article);
  const own = cells(measure(blocksFromMarkdown(text), cutFacts(article.source)));
  return [`${article.id}, plain`, ...own, '', usage.completionTokens, secondsSince(started)];
}

function cells(own: Measures): (string | number)[] {
  return [
    own.words,
    `${own.headings}/${own.allHeadings}`,
    `${own.quotations}/${own.allQuotations}`,
    own.wrongSpeaker,
    `${own.repeated}/${own.sentences}`,
    own.foreign,
    `${percent(own.copied, own.sentences)} (${own.longestRun})`,
    own.none,
    `${own.errors} / ${own.warnings}`,
  ];
}

/** The request as a user types it into a chat window. */
async function plainAnswer(client: LlmClient, article: LabelledArticle): Promise<{ text: string; usage: Usage }> {
  const ask =
    'Make this article seo compatible, Let there be subheadings for the article, be in french, create at least 700 words';
  const content = `${ask}\n${plainText(article.source.sources[0]?.blocks ?? [])}`;
  let text = '';
  let usage = NO_USAGE;
  const signal = new AbortController().signal;
  try {
    for await (const chunk of client.stream(
      { purpose: 'test', messages: [{ role: 'user', content }], maxTokens: 1600, temperature: 0.3 },
      signal,
    )) {
      if (chunk.kind === 'text') text += chunk.text;
      else if (chunk.kind === 'usage') usage = addUsage(usage, chunk.usage);
    }
  } catch (error) {
    say(`plain: ${String(error)}`);
  }
  return { text, usage };
}

/** Tokens (characters / 4, as the test server counts) of one call that asks for the same with the same system prompt. */
function plainTokens(article: LabelledArticle, draft: readonly Block[]): number {
  const source = plainText(article.source.sources[0]?.blocks ?? []);
  const ask = 'Réécris cet article en 700 mots au moins, avec des intertitres.';
  return (systemPrompt(DEFAULT_OPTIONS).length + ask.length + source.length + plainText(draft).length) / 4;
}

function sentencesOf(answer: string): string[] {
  return answer
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => splitSentences(line.replace(/^- /u, '').replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')).map(({ text }) => text));
}

async function localUrl(): Promise<string | null> {
  if (values['base-url'] !== undefined) return values['base-url'];
  return (await isModelServerRunning()) ? startModelServer(say) : null;
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((part / whole) * 100)} %`;
}

/** What the answers took, whenever they were given: the rest is well under a second. */
function secondsOf(calls: readonly Call[]): number {
  return Math.round(calls.reduce((sum, call) => sum + call.to - call.from, 0) / 1000);
}

function secondsSince(started: number): number {
  return Math.round((performance.now() - started) / 1000);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
