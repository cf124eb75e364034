/** Each way in which a model server fails, through the real client, the real pipeline and the job that a user sees. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftBlocks } from '../../../utils/article/draft.ts';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { plainText } from '../../../utils/article/text-units.ts';
import type { Job } from '../../../utils/jobs/job.ts';
import { createJobRunner } from '../../../utils/jobs/job-runner.ts';
import { newJob } from '../../../utils/jobs/new-job.ts';
import { openAiClient } from '../../../utils/llm/openai-client.ts';
import { rewrite } from '../../../utils/rewrite/pipeline.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings.ts';
import { aCapture } from '../../support/a-job.ts';
import { jobStoreInMemory } from '../../support/job-store-in-memory.ts';
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

const table = ['| case | state | code | requests | words | by the model | tokens |', '|---|---|---|---|---|---|---|'];
let server: LlmServer;

beforeAll(async () => {
  server = await startLlmServer(() => ({ text: '' }));
});
afterAll(async () => {
  await server.close();
  console.log(table.join('\n'));
  if (process.env.CHAOS_TABLE) writeFileSync(process.env.CHAOS_TABLE, `${table.join('\n')}\n`);
});

describe('whatever the model server does, the job ends, with its code and with a text', { timeout: 60_000 }, () => {
  it.each(Object.keys(CHAOS))('%s', async (name) => {
    const job = await runWith(name);
    const words = job.progress.report?.words ?? 0;
    const { promptTokens, completionTokens } = job.progress.usage;
    table.push(
      `| ${name} | ${job.state} | ${job.error?.code ?? ''} | ${server.requests.length} | ${words} | ` +
        `${job.progress.report?.origin.model ?? 0} | ${promptTokens + completionTokens} |`,
    );
    expect([job.state, job.error?.code]).toEqual(FAILS[name] ? ['failed', FAILS[name]] : ['ready', undefined]);
    // Nothing is ever lost: the floor stands where no better text came.
    expect(words).toBeGreaterThan(500);
    expect(job.progress.draft.fields.metaDescription).not.toBe('');
    // What a model thought is no text, in the first answer neither.
    expect(JSON.stringify(job.progress.draft)).not.toContain('</think>');
    for (const thought of FRENCH_THINKING.split(/(?<=\.) /u)) expect(draftText(job)).not.toContain(thought);
  });
});

function draftText(job: Job): string {
  return plainText(draftBlocks(job.progress.draft));
}

async function runWith(name: string): Promise<Job> {
  const chaos = CHAOS[name];
  if (!chaos) throw new Error(`no case ${name}`);
  server.requests.length = 0;
  server.answerWith(strange(chaos));
  const runner = createJobRunner({
    store: jobStoreInMemory(),
    rewrite,
    clientFor: () =>
      Promise.resolve(
        openAiClient({
          baseUrl: server.url,
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
  await runner.start('j', { withoutModel: false });
  await runner.settled();
  const job = await runner.load('j');
  if (!job) throw new Error('the job is gone');
  return job;
}

/** A model that would write well, behind a server that does not let it: each answer is the recording's, bent. */
function strange(chaos: (text: string) => Script): Script {
  const model = recordedScript(seedRecording());
  return async (request) => chaos((await model(request)).text ?? '')(request);
}
