/**
 * Each way in which a model server fails, through the real client, the real pipeline and the job that a user sees: as a
 * hosted provider, asked for the plan and then for several sections at a time, and as a local server, asked for one
 * section after the other where it proves weak. `CHAOS_TABLE=file` writes the table of docs/chaos.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftBlocks } from '../../../utils/article/draft.ts';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { plainText } from '../../../utils/article/text-units.ts';
import type { Job } from '../../../utils/jobs/job.ts';
import { createJobRunner, type JobRunner } from '../../../utils/jobs/job-runner.ts';
import { newJob } from '../../../utils/jobs/new-job.ts';
import { openAiClient } from '../../../utils/llm/openai-client.ts';
import { rewrite } from '../../../utils/rewrite/pipeline.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings.ts';
import { aCapture } from '../../support/a-job.ts';
import { jobStoreInMemory } from '../../support/job-store-in-memory.ts';
import { questionOf } from '../../support/job-tools.ts';
import { CHAOS, FRENCH_THINKING } from '../../support/llm-server-chaos.ts';
import { startLlmServer, type LlmServer, type Script } from '../../support/llm-server.ts';
import { recordedScript, seedRecording } from '../../support/recorded-model.ts';

const HTML = readFileSync(new URL('../../fixtures/seed-article.html', import.meta.url), 'utf8');

/** What fails for good ends the job with its code; everything else ends it ready, whatever the model wrote. */
const FAILS: Record<string, string> = {
  '401': 'bad_key',
  '402': 'quota',
  '403 empty': 'origin_refused',
  '404 of a model': 'model_not_found',
  '404 that names nothing': 'model_not_found',
  '404 web page': 'bad_endpoint',
  '400 unexplained': 'server_error',
  '429 absurd': 'rate_limited',
  '429 for ever': 'rate_limited',
  '429 insufficient_quota': 'quota',
  '500 for ever': 'server_error',
  'no head': 'stalled',
  'stalled after the head': 'stalled',
  'stalled in mid-stream': 'stalled',
  'cut in a character': 'stream_cut',
  'cut before any text': 'stream_cut',
  'end without finish_reason': 'stream_cut',
  'error in mid-stream': 'server_error',
  'quota in mid-stream': 'quota',
  'comments only': 'empty',
  '200 web page': 'bad_endpoint',
  '200 foreign JSON': 'bad_endpoint',
  '200 JSON error': 'bad_key',
  'reasoning only': 'empty',
  'finish content_filter': 'refused',
  'empty answer': 'empty',
};

type Where = 'hosted' | 'local';
const IN_MID_ARTICLE = [
  ...['401', '429 for ever', '429 insufficient_quota', '500 for ever', 'stalled after the head', 'stalled in mid-stream'],
  ...['cut in a character', 'end without finish_reason', 'error in mid-stream', '200 web page'],
];
/** Nobody asks this name for an address: `fetch` is given the test server's. */
const HOSTED = 'http://modele.example/v1';
/** Refused there, a key; here, the origin. */
const FAILS_HOSTED: Record<string, string> = { ...FAILS, '403 empty': 'bad_key' };

const columns = '| server | case | state | code | requests | words | by the model | tokens |';
const table = [columns, columns.replaceAll(/[^|]+/g, '---')];
let server: LlmServer;

beforeAll(async () => {
  server = await startLlmServer(() => ({ text: '' }));
});
afterAll(async () => {
  await server.close();
  console.log(table.join('\n'));
  if (process.env.CHAOS_TABLE) writeFileSync(process.env.CHAOS_TABLE, `${table.join('\n')}\n`);
});

describe.each(['hosted', 'local'] as const)('whatever a %s server does, the job ends, with its code and with a text', (where) => {
  it.each(Object.keys(CHAOS))('%s', { timeout: 60_000 }, async (name) => {
    const job = await runWith(name, where);
    const words = job.progress.report?.words ?? 0;
    table.push(rowOf(where, name, job));
    const code = (where === 'hosted' ? FAILS_HOSTED : FAILS)[name];
    expect([job.state, job.error?.code]).toEqual(code ? ['failed', code] : ['ready', undefined]);
    // Nothing is ever lost: the floor stands where no better text came.
    expect(words).toBeGreaterThan(500);
    expect(job.progress.draft.fields.metaDescription).not.toBe('');
    // What a model thought is no text, in the first answer neither.
    expect(JSON.stringify(job.progress.draft)).not.toContain('</think>');
    for (const thought of FRENCH_THINKING.split(/(?<=\.) /u)) expect(draftText(job)).not.toContain(thought);
  });
});

describe.each(['hosted', 'local'] as const)('met by a %s server’s third answer, when two were paid for', (where) => {
  it.each(IN_MID_ARTICLE)('%s keeps the two, and « Réessayer » asks for the rest only', { timeout: 60_000 }, async (name) => {
    const chaos = CHAOS[name];
    if (!chaos) throw new Error(`no case ${name}`);
    const model = recordedScript(seedRecording());
    const paid = new Set<string>();
    server.requests.length = 0;
    server.answerWith(async (request) => {
      const { text = '' } = await model(request);
      if (paid.size === 2) return chaos(text)(request);
      paid.add(questionOf(request));
      return { text };
    });
    const runner = runnerOf(where);
    const broken = await over(runner);
    table.push(rowOf(where, `${name}, third answer`, broken));
    expect([broken.state, broken.error?.code]).toEqual(['failed', FAILS[name]]);
    expect(broken.progress.report?.origin.model).toBeGreaterThan(where === 'hosted' ? 150 : 50);
    const before = server.requests.length;

    server.answerWith(recordedScript(seedRecording()));
    const whole = await over(runner);
    expect(whole.state).toBe('ready');
    expect(whole.progress.report?.words).toBeGreaterThanOrEqual(700);
    table.push(rowOf(where, `${name}, then well`, whole));
    const again = server.requests.slice(before).map(questionOf);
    expect(again.length).toBeGreaterThan(0);
    expect(again.filter((question) => paid.has(question))).toEqual([]);
  });
});

function rowOf(where: string, name: string, { state, error, progress }: Job): string {
  const { words = 0, origin } = progress.report ?? {};
  const { promptTokens, completionTokens } = progress.usage;
  const seen = [where, name, state, error?.code ?? '', server.requests.length, words, origin?.model ?? 0];
  return `| ${[...seen, promptTokens + completionTokens].join(' | ')} |`;
}

function draftText(job: Job): string {
  return plainText(draftBlocks(job.progress.draft));
}

function runWith(name: string, where: Where): Promise<Job> {
  const chaos = CHAOS[name];
  if (!chaos) throw new Error(`no case ${name}`);
  server.requests.length = 0;
  server.answerWith(strange(chaos));
  return over(runnerOf(where));
}

/** Started, or gone on with, to its end. */
async function over(runner: JobRunner): Promise<Job> {
  await runner.start('j', { withoutModel: false });
  await runner.settled();
  const job = await runner.load('j');
  if (!job) throw new Error('the job is gone');
  return job;
}

/** With one job, of the seed article. */
function runnerOf(where: Where): JobRunner {
  const runner = createJobRunner({
    store: jobStoreInMemory(),
    rewrite,
    clientFor: () =>
      Promise.resolve(
        openAiClient({
          baseUrl: where === 'hosted' ? HOSTED : server.url,
          fetch: (input, init) => fetch(String(input).replace(HOSTED, server.url), init),
          model: 'modele-de-test',
          apiKey: 'sk-secret-key-of-the-test',
          // Short for a test, and long for a busy machine.
          patience: { headers: 3000, firstByte: 3000, silence: 1500, events: 6000 },
          gate: { wait: () => Promise.resolve(), hurry() {} },
        }),
      ),
    now: Date.now,
    onBusy: () => undefined,
    onProgress: () => undefined,
  });
  const capture = aCapture({ blocks: blocksFromHtml(HTML), title: 'Ukraine : le Kremlin dément' });
  runner.add(newJob({ id: 'j', tabId: 1, now: Date.now(), capture, settings: DEFAULT_SETTINGS }));
  return runner;
}

/** A model that would write well, behind a server that does not let it: each answer is the recording's, bent. */
function strange(chaos: (text: string) => Script): Script {
  const model = recordedScript(seedRecording());
  return async (request) => chaos((await model(request)).text ?? '')(request);
}
