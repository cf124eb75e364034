import { afterAll, beforeAll, expect, it } from 'vitest';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findLocalServers } from '../../../utils/llm/find-local.ts';
import { startLlmServer, type LlmServer } from '../../support/llm-server.ts';

let model: LlmServer;
let refusing: Server;
let web: Server;

beforeAll(async () => {
  model = await startLlmServer(() => ({ text: 'oui' }), { models: ['qwen3:4b'] });
  refusing = createServer((_, response) => response.writeHead(403).end());
  web = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Bonjour</h1>'));
  await Promise.all([refusing, web].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))));
});
afterAll(async () => {
  await model.close();
  refusing.close();
  web.close();
});

const urlOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;

it('finds the servers that answer, tells which of them refuses the extension, and leaves out the rest', async () => {
  const found = await findLocalServers([
    { id: 'llamacpp', baseUrl: model.url },
    { id: 'ollama', baseUrl: urlOf(refusing) },
    { id: 'lmstudio', baseUrl: urlOf(web) },
    { id: 'lmstudio', baseUrl: 'http://127.0.0.1:9/v1' },
  ]);
  expect(found).toEqual([
    { id: 'llamacpp', baseUrl: model.url, models: ['qwen3:4b'], code: null },
    { id: 'ollama', baseUrl: urlOf(refusing), models: [], code: 'origin_refused' },
  ]);
});
