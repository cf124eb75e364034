/**
 * A model server for tests: real HTTP on 127.0.0.1 that speaks Chat Completions as providers do, server-sent events in
 * small late pieces, and that can fail in each way that providers fail in (`llm-server-chaos.ts` names them).
 *
 * ```ts
 * const server = await startLlmServer((request) => ({ text: 'Bonjour.' }));
 * // base URL: server.url (ends in /v1) · what was asked: server.requests · another script: server.answerWith(…)
 * await server.close();
 * ```
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';
import { sendAnswer, type Answer } from './llm-server-answer.ts';

export type { Answer } from './llm-server-answer.ts';

/** The JSON body of a Chat Completions request, as far as tests look at it. */
export interface ChatBody {
  model: string;
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  response_format?: { type: string; json_schema?: { name: string; schema: unknown; strict?: boolean } };
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
}

export interface LlmRequest {
  /** 0, 1, 2… over the server's life; requests to `/models` are not counted and not recorded here. */
  index: number;
  headers: Record<string, string | string[] | undefined>;
  body: ChatBody;
  /** All messages' texts joined: handy to look into a prompt. */
  prompt: string;
  /** `performance.now()` at arrival, and at each write of the answer's body. */
  at: number;
  writes: number[];
  /** The client went away before the answer was over. */
  aborted: boolean;
  /** The answer is over, one way or the other. */
  over: boolean;
}

export type Script = (request: LlmRequest) => Answer | Promise<Answer>;

export interface LlmServer {
  /** Base URL, ends in `/v1`. */
  url: string;
  /** Chat requests in order of arrival. */
  requests: LlmRequest[];
  /** Every request line, preflights and `/models` included: `POST /v1/chat/completions`. */
  log: string[];
  answerWith(script: Script): void;
  /** Resolves once `count` chat requests have arrived. */
  arrived(count: number, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface LlmServerOptions {
  port?: number;
  /** Names that `GET /v1/models` lists; null = 404, as servers without a list. */
  models?: string[] | null;
  /** Send CORS headers and answer preflights. Off: as a real provider or a local server that knows no extension. */
  cors?: boolean;
}

export async function startLlmServer(script: Script, options: LlmServerOptions = {}): Promise<LlmServer> {
  const { port = 0, models = ['modele-de-test'], cors = false } = options;
  const requests: LlmRequest[] = [];
  const log: string[] = [];
  let current = script;

  const server = createServer((incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: `test server: ${String(error)}`, code: 'test_server' } }));
    });
  });
  server.keepAliveTimeout = 1000;

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    log.push(`${incoming.method} ${incoming.url}`);
    if (cors) {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*, authorization');
    }
    if (incoming.method === 'OPTIONS') return void response.writeHead(cors ? 204 : 405).end();
    if (incoming.method === 'GET' && incoming.url === '/v1/models' && models) {
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ object: 'list', data: models.map((id) => ({ id, object: 'model' })) }));
    }
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') {
      return void response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><title>404</title>');
    }
    const body: ChatBody = JSON.parse(await textOf(incoming));
    const request: LlmRequest = {
      index: requests.length,
      headers: incoming.headers,
      body,
      prompt: body.messages.map((message) => message.content).join('\n\n'),
      at: performance.now(),
      writes: [],
      aborted: false,
      over: false,
    };
    requests.push(request);
    response.on('close', () => {
      request.aborted = !response.writableFinished;
      request.over = true;
    });
    const answer = await current(request);
    const gzip = answer.gzip ? createGzip() : null;
    if (gzip) gzip.pipe(response);
    await sendAnswer(answer, request, response, gzip ?? response);
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests,
    log,
    answerWith: (next) => {
      current = next;
    },
    async arrived(count, timeoutMs = 30_000) {
      const end = Date.now() + timeoutMs;
      while (requests.length < count) {
        if (Date.now() > end) throw new Error(`${requests.length} of ${count} requests arrived in ${timeoutMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
