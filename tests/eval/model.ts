/**
 * `npm run eval:model [-- --base-url URL] [--model NAME] [--runs N] [--only ID] [--plain]`
 *
 * Two tables. A scripted strong model over real HTTP, which answers with the parts of a faithful rewrite: how much of its
 * text stands, and what it costs beside one plain call. And a real local model (`npm run model`, or the one at
 * `--base-url`): what the pipeline makes of it; `--plain` also asks it as in a chat window. Progress goes to stderr.
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
import { measure, type Measures, table } from './model-measures.ts';

const { values } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    model: { type: 'string', default: 'local' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    plain: { type: 'boolean', default: false },
  },
});
const articles = labelledArticles('dev').filter((article) => values.only === undefined || article.id.includes(values.only));

console.log('## A strong model (scripted, over HTTP)\n');
console.log(await strongTable());
const local = await localUrl();
console.log('\n## The local model\n');
console.log(local === null ? 'No local model is running: `npm run model` starts one.' : await localTable(local));

async function strongTable(): Promise<string> {
  const rows: (string | number)[][] = [];
  for (const article of [...articles, ...labelledArticles('develop')]) {
    say(article.id);
    const model = strongModel(article.faithful);
    const server = await startLlmServer(({ body, prompt }) => ({
      text: model.answer(prompt, body.response_format !== undefined),
    }));
    const { progress, error } = await runRewrite(
      article.source,
      openAiClient({ baseUrl: server.url, model: 'strong', apiKey: 'none' }),
    );
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

async function localTable(baseUrl: string): Promise<string> {
  const client = openAiClient({ baseUrl, model: values.model, apiKey: '' });
  const rows: (string | number)[][] = [];
  for (const article of articles) {
    const sheet = cutFacts(article.source);
    for (let run = 1; run <= Number(values.runs); run++) {
      say(`${article.id}, run ${run}`);
      if (values.plain) {
        const started = performance.now();
        const { text, usage } = await plainAnswer(client, article);
        rows.push([
          `${article.id} plain`,
          ...cells(measure(blocksFromMarkdown(text), sheet)),
          '',
          usage.completionTokens,
          seconds(started),
        ]);
      }
      const started = performance.now();
      const { progress, error } = await runRewrite(article.source, client);
      if (error) say(`failed: ${String(error)}`);
      const { draft, report, usage } = progress;
      const origin = report ? `${report.origin.model}/${report.origin.floor}` : '';
      rows.push([article.id, ...cells(measure(draftBlocks(draft), sheet)), origin, usage.completionTokens, seconds(started)]);
      for (const entry of report?.evidence ?? []) if (entry.origin === 'model') say(`  ${entry.status}: ${entry.sentence}`);
    }
  }
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

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(0);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
