import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CodedError } from '../../../utils/errors.ts';
import type { ChatRequest, LlmClient } from '../../../utils/llm/llm-client.ts';
import { listModels } from '../../../utils/llm/models.ts';
import { openAiClient, type ClientOptions } from '../../../utils/llm/openai-client.ts';
import { quirksInMemory } from '../../../utils/llm/quirk-memory.ts';
import { retryGate } from '../../../utils/llm/retry-gate.ts';
import { CHAOS } from '../../support/llm-server-chaos.ts';
import { startLlmServer, type LlmServer } from '../../support/llm-server.ts';

const TEXT = 'Le Kremlin a démenti mardi toute approche américaine.';
const request: ChatRequest = {
  purpose: 'section',
  messages: [{ role: 'user', content: 'Écris.' }],
  maxTokens: 200,
  temperature: 0.2,
};
const never = new AbortController().signal;
let server: LlmServer;

beforeAll(async () => {
  server = await startLlmServer(() => ({ text: TEXT }));
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
  server.log.length = 0;
  server.answerWith(() => ({ text: TEXT }));
});

function client(options: Partial<ClientOptions> = {}): LlmClient {
  return openAiClient({ baseUrl: server.url, model: 'modele-de-test', apiKey: null, ...options });
}

async function textOf(from: LlmClient, signal = never): Promise<string> {
  let text = '';
  for await (const chunk of from.stream(request, signal)) if (chunk.kind === 'text') text += chunk.text;
  return text;
}

async function codeOf(from: LlmClient): Promise<string> {
  return textOf(from).then(
    () => 'done',
    (error: unknown) => (error instanceof CodedError ? error.code : String(error)),
  );
}

describe('the request', () => {
  it('tells the server nothing of the SDK', async () => {
    await textOf(client());
    const names = Object.keys(server.requests[0]?.headers ?? {});
    expect(names.filter((name) => name.startsWith('x-stainless'))).toEqual([]);
    expect(names).not.toContain('openai-organization');
    expect(server.requests[0]?.headers['user-agent'] ?? '').not.toContain('OpenAI');
  });

  it('reads no key from the environment', async () => {
    process.env.OPENAI_API_KEY = 'sk-of-the-environment';
    await textOf(client());
    delete process.env.OPENAI_API_KEY;
    expect(server.requests[0]?.headers.authorization).toBe('Bearer no-key');
  });

  it('is not sent to a hosted provider without a key', async () => {
    const used = client({ baseUrl: 'https://api.example.com/v1', fetch: () => Promise.reject(new Error('sent')) });
    expect(await codeOf(used)).toBe('no_key');
  });
});

describe('what is learned', () => {
  it('is kept per model, so that the next request is right at once', async () => {
    const memory = quirksInMemory();
    server.answerWith((CHAOS['400 max_tokens'] ?? (() => () => ({})))(TEXT));
    await textOf(client({ memory }));
    await textOf(client({ memory }));
    expect(server.requests.map((sent) => Object.keys(sent.body).filter((name) => name.startsWith('max')))).toEqual([
      ['max_tokens'],
      ['max_completion_tokens'],
      ['max_completion_tokens'],
    ]);
    await textOf(client({ memory, model: 'autre' }));
    expect(server.requests[3]?.body).toHaveProperty('max_tokens');
  });

  it('is not held against a model of the same name on another server', async () => {
    const memory = quirksInMemory();
    const other = await startLlmServer(() => ({ text: TEXT }));
    server.answerWith((CHAOS['400 stream_options'] ?? (() => () => ({})))(TEXT));
    await textOf(client({ memory }));
    await textOf(client({ memory, baseUrl: other.url }));
    await textOf(client({ memory }));
    const asked = (at: LlmServer) => at.requests.map((sent) => 'stream_options' in sent.body);
    await other.close();
    expect(asked(server)).toEqual([true, false, false]);
    expect(asked(other)).toEqual([true]);
  });

  it('holds back the thinking of a model whose template opens it, from the second answer on', async () => {
    const memory = quirksInMemory();
    server.answerWith(() => ({ text: `Let me see.</think>\n${TEXT}` }));
    await textOf(client({ memory }));
    expect(await textOf(client({ memory }))).toBe(TEXT);
  });
});

describe('cancelling', () => {
  it('ends the request at the server and throws an AbortError', async () => {
    server.answerWith(() => ({ text: TEXT.repeat(50), delayMs: 5 }));
    const stop = new AbortController();
    const run = textOf(client(), stop.signal);
    await server.arrived(1);
    stop.abort(new Error('whatever the reason'));
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(() => server.requests[0]?.aborted).toBe(true);
  });

  it('ends the request when the reader has read enough', async () => {
    server.answerWith(() => ({ text: TEXT.repeat(50), delayMs: 5 }));
    for await (const chunk of client().stream(request, never)) if (chunk.kind === 'text') break;
    await expect.poll(() => server.requests[0]?.aborted).toBe(true);
  });

  it('ends the wait before a retry', async () => {
    server.answerWith(() => ({ status: 429, headers: { 'retry-after': '100' }, body: { error: {} } }));
    const stop = new AbortController();
    const run = textOf(client(), stop.signal);
    await server.arrived(1);
    setTimeout(() => stop.abort(), 50);
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.requests).toHaveLength(1);
  });
});

describe('retrying', () => {
  it('announces the wait, and « Réessayer maintenant » ends it', async () => {
    server.answerWith((sent) =>
      sent.index === 0 ? { status: 429, headers: { 'retry-after': '100' }, body: { error: {} } } : { text: TEXT },
    );
    const gate = retryGate();
    const kinds: unknown[] = [];
    for await (const chunk of client({ gate }).stream(request, never)) {
      kinds.push(chunk.kind === 'retry' ? chunk : chunk.kind);
      if (chunk.kind === 'retry') setTimeout(() => gate.hurry(), 30);
    }
    expect(kinds[0]).toMatchObject({ kind: 'retry', attempt: 1, waitMs: 100_000, code: 'rate_limited' });
    expect(kinds[1]).toBe('retried');
    expect(kinds.at(-1)).toBe('usage');
  });
});

describe('a server that cannot be reached', () => {
  const nowhere = { baseUrl: 'http://127.0.0.1:9/v1', gate: { wait: () => Promise.resolve(), hurry() {} } };

  it('is the network’s fault where the host is granted', async () => {
    expect(await codeOf(client({ ...nowhere, hostGranted: () => Promise.resolve(true) }))).toBe('network');
  });

  it('is the permission’s fault where it is not: the browser shows both alike', async () => {
    expect(await codeOf(client({ ...nowhere, hostGranted: () => Promise.resolve(false) }))).toBe('host_permission');
  });
});

describe('the list of models', () => {
  it('is read from /models', async () => {
    expect(await listModels({ baseUrl: server.url, apiKey: null })).toEqual(['modele-de-test']);
    expect(server.log).toEqual(['GET /v1/models']);
  });

  it('fails as a bad endpoint where there is none', async () => {
    const url = server.url.replace('/v1', '/elsewhere');
    await expect(listModels({ baseUrl: url, apiKey: null })).rejects.toMatchObject({ code: 'bad_endpoint' });
  });
});
