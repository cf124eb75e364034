/**
 * A server that an innocent page never asks for anything. It keeps what it was asked for, and serves each hostile case
 * in a document of its own, with nothing done against it: the proof that a case is alive.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { marked } from 'marked';
import { type HostileCase, hostileCases } from './hostile-cases.ts';

export interface Beacon {
  url: string;
  cases: HostileCase[];
  /** Ids of the cases whose address was asked for, in order. */
  hits: number[];
  /** A page with one frame a case, made by a Markdown renderer that lets HTML through. */
  controlUrl: string;
  close(): Promise<void>;
}

export async function startBeacon(): Promise<Beacon> {
  const hits: number[] = [];
  let cases: HostileCase[] = [];
  const server = createServer((request, response) => {
    const [, kind, number] = (request.url ?? '').split('/');
    const id = Number.parseInt(number ?? '', 10);
    if (kind === 'hit') hits.push(id);
    response.writeHead(kind === 'hit' ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(kind === 'control' ? page(cases, id) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  cases = hostileCases(url);
  return {
    ...{ url, cases, hits },
    controlUrl: `${url}/control/0`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function page(cases: readonly HostileCase[], id: number): string {
  const text = cases.find((one) => one.id === id)?.text;
  const frames = cases.map((one) => `<iframe src="/control/${one.id}" loading="eager"></iframe>`).join('');
  return `<!doctype html><meta charset="utf-8"><body>${text === undefined ? frames : marked.parse(text, { async: false })}`;
}
