/** A server that an innocent page never asks for anything: it keeps what it was asked for. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HostileCase, hostileCases } from './hostile-cases.ts';

export interface Beacon {
  url: string;
  cases: HostileCase[];
  /** Ids of the cases whose address was asked for, in order. */
  hits: number[];
  /** A blank page, to put hostile cases into. */
  blankUrl: string;
  close(): Promise<void>;
}

export async function startBeacon(): Promise<Beacon> {
  const hits: number[] = [];
  const server = createServer((request, response) => {
    const [, kind, number] = (request.url ?? '').split('/');
    const id = Number.parseInt(number ?? '', 10);
    if (kind === 'hit') hits.push(id);
    response.writeHead(kind === 'blank' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><meta charset="utf-8"><title>Page vierge</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, hits, cases: hostileCases(url) },
    blankUrl: `${url}/blank`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
