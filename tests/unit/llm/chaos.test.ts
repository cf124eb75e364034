import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodedError } from '../../../utils/errors.ts';
import type { ChatRequest } from '../../../utils/llm/llm-client.ts';
import { jsonAnswer } from '../../../utils/llm/json-answer.ts';
import { openAiClient } from '../../../utils/llm/openai-client.ts';
import { CHAOS } from '../../support/llm-server-chaos.ts';
import { startLlmServer, type LlmServer } from '../../support/llm-server.ts';

const TEXT =
  'Le Kremlin a démenti mardi toute approche américaine. « Il n’y a pas eu de contact », a déclaré Dmitri Peskov, ' +
  'porte-parole de la présidence russe, en réponse à une question posée lors de son point de presse quotidien à Moscou.';
const ENGLISH = 'The Kremlin denied on Tuesday that any talks had taken place with Washington.';
const SCHEMA = { type: 'object', properties: { titre: { type: 'string' } }, required: ['titre'], additionalProperties: false };

/** [code at the end ('done' = whole answer), requests made, text kept] */
type Row = [outcome: string, requests: number, text: string | 'all' | 'half' | 'some'];

const EXPECTED: Record<string, Row> = {
  '401': ['bad_key', 1, ''],
  '402': ['quota', 1, ''],
  '403 empty': ['origin_refused', 1, ''],
  '404 of a model': ['model_not_found', 1, ''],
  '404 that names nothing': ['model_not_found', 1, ''],
  '404 web page': ['bad_endpoint', 1, ''],
  '400 max_tokens': ['done', 2, 'all'],
  '400 temperature': ['done', 2, 'all'],
  '400 stream_options': ['done', 2, 'all'],
  '400 response_format': ['done', 3, 'all'],
  '400 json_schema only': ['done', 2, 'all'],
  '400 stream with a schema': ['done', 2, 'all'],
  '422 of a pydantic server': ['done', 2, 'all'],
  '400 unexplained': ['server_error', 1, ''],
  '429 short': ['done', 2, 'all'],
  '429 long': ['done', 2, 'all'],
  '429 absurd': ['rate_limited', 1, ''],
  '429 for ever': ['rate_limited', 5, ''],
  '429 insufficient_quota': ['quota', 1, ''],
  '500 once': ['done', 2, 'all'],
  '502 once': ['done', 2, 'all'],
  '503 twice': ['done', 3, 'all'],
  '500 for ever': ['server_error', 4, ''],
  'late head': ['done', 1, 'all'],
  'late first byte': ['done', 1, 'all'],
  'no head': ['stalled', 2, ''],
  'stalled after the head': ['stalled', 2, ''],
  'stalled in mid-stream': ['stalled', 1, 'half'],
  'cut in a character': ['stream_cut', 1, 'half'],
  'cut before any text': ['stream_cut', 3, ''],
  'end without finish_reason': ['stream_cut', 1, 'all'],
  'error in mid-stream': ['server_error', 1, 'half'],
  'quota in mid-stream': ['quota', 1, 'half'],
  'comments only': ['empty', 1, ''],
  'comments before the text': ['done', 1, 'all'],
  '200 web page': ['bad_endpoint', 1, ''],
  '200 foreign JSON': ['bad_endpoint', 1, ''],
  '200 JSON error': ['bad_key', 1, ''],
  gzip: ['done', 1, 'all'],
  CRLF: ['done', 1, 'all'],
  'one byte a chunk': ['done', 1, TEXT.slice(0, 120)],
  '64 kB a chunk': ['done', 1, 'all'],
  'think in the text': ['done', 1, 'all'],
  'think never opened': ['done', 1, 'all'],
  'French thinking never opened': ['done', 1, 'all'],
  'reasoning and text': ['done', 1, 'all'],
  'reasoning only': ['empty', 1, ''],
  'finish length': ['truncated', 1, 'all'],
  'finish content_filter': ['refused', 1, TEXT.slice(0, 40)],
  'no usage': ['done', 1, 'all'],
  'plain JSON body': ['done', 1, 'all'],
  'empty answer': ['empty', 1, ''],
  'endless answer': ['truncated', 1, 'some'],
  'JSON in a fence': ['done', 1, 'some'],
  'broken JSON': ['done', 1, 'some'],
  'answer in English': ['done', 1, ENGLISH],
};

const withJson = new Set([
  '400 response_format',
  '400 json_schema only',
  '400 stream with a schema',
  'JSON in a fence',
  'broken JSON',
]);
const table: string[] = [
  '| case | outcome | requests | waits announced (ms) | text kept | tokens |',
  '|---|---|---|---|---|---|',
];
let server: LlmServer;

beforeAll(async () => {
  server = await startLlmServer(() => ({ text: TEXT }));
});
afterAll(async () => {
  await server.close();
  console.log(table.join('\n'));
});

it('has a row for every case', () => {
  expect(Object.keys(EXPECTED)).toEqual(Object.keys(CHAOS));
});

describe(
  'each way of failing ends in its code, after the right number of requests, with the text kept',
  { timeout: 60_000 },
  () => {
    it.each(Object.entries(EXPECTED))('%s', async (name, [outcome, requests, text]) => {
      const chaos = CHAOS[name];
      if (!chaos) throw new Error(`no case ${name}`);
      server.requests.length = 0;
      server.answerWith(chaos(TEXT));
      const seen = await ask({ json: withJson.has(name) });
      table.push(
        `| ${name} | ${seen.outcome} | ${server.requests.length} | ${seen.waits.join(', ')} | ${seen.text.length} | ${seen.tokens} |`,
      );
      expect(seen.outcome).toBe(outcome);
      expect(server.requests).toHaveLength(requests);
      expect(isKept(seen.text, text)).toBe(true);
      // What was paid for is counted.
      expect(seen.tokens > 0 || seen.text === '').toBe(true);
      expect(seen.detail).not.toContain('sk-secret');
    });
  },
);

it('takes the JSON out of its fence, and finds none in broken JSON', async () => {
  server.answerWith((CHAOS['JSON in a fence'] ?? (() => () => ({})))(TEXT));
  expect(jsonAnswer((await ask({ json: true })).text)).toEqual({ titre: TEXT.slice(0, 20) });
  server.answerWith((CHAOS['broken JSON'] ?? (() => () => ({})))(TEXT));
  expect(jsonAnswer((await ask({ json: true })).text)).toBeUndefined();
});

it('stops an endless answer at the server as well', async () => {
  server.requests.length = 0;
  server.answerWith(() => ({ text: TEXT, endless: true, delayMs: 1 }));
  const seen = await ask({});
  expect(seen.text.length).toBeLessThan(6000);
  await expect.poll(() => server.requests[0]?.aborted).toBe(true);
});

function isKept(text: string, expected: string): boolean {
  if (expected === 'all') return text === TEXT;
  if (expected === 'half')
    return TEXT.startsWith(text) && text.length > TEXT.length / 2 - 20 && text.length < TEXT.length / 2 + 20;
  if (expected === 'some') return text.length > 20;
  return text === expected;
}

interface Seen {
  outcome: string;
  detail: string;
  text: string;
  waits: number[];
  tokens: number;
}

async function ask(how: { json?: boolean }): Promise<Seen> {
  const waits: number[] = [];
  const client = openAiClient({
    baseUrl: server.url,
    model: 'modele-de-test',
    apiKey: 'sk-secret-key-of-the-test',
    // Short for a test, and long for a busy machine.
    patience: { headers: 3000, firstByte: 3000, silence: 1500, events: 6000 },
    // The wait itself is tried in the retry gate's own test.
    gate: { wait: (ms) => (waits.push(ms), Promise.resolve()), hurry() {} },
  });
  const request: ChatRequest = {
    purpose: 'section',
    messages: [{ role: 'user', content: 'Écris.' }],
    maxTokens: 400,
    temperature: 0.3,
    ...(how.json ? { json: { name: 'plan', schema: SCHEMA } } : {}),
  };
  let text = '';
  let tokens = 0;
  try {
    for await (const chunk of client.stream(request, new AbortController().signal)) {
      if (chunk.kind === 'text') text += chunk.text;
      if (chunk.kind === 'thought') text = '';
      if (chunk.kind === 'usage') tokens += chunk.usage.promptTokens + chunk.usage.completionTokens;
    }
    return { outcome: 'done', detail: '', text, waits, tokens };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { outcome: error.code, detail: error.message, text, waits, tokens };
  }
}
