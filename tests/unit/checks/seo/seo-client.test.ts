import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SeoClient, type SeoRequest, type SeoResponse } from '../../../../utils/checks/seo/seo-client.ts';
import type { SeoInput } from '../../../../utils/checks/seo/seo-input.ts';

const input = (html: string): SeoInput => ({
  html,
  title: '',
  seoTitle: '',
  titleWidth: 0,
  metaDescription: '',
  slug: '',
  keyphrase: '',
});

/** A worker that answers when the test says so. */
function scripted() {
  const requests: SeoRequest[] = [];
  let answer: (response: SeoResponse) => void = () => {};
  let fail: (message: string) => void = () => {};
  const state = { started: 0, terminated: 0 };
  const start = () => {
    state.started++;
    return {
      postMessage: (request: SeoRequest) => void requests.push(request),
      addEventListener: (type: 'message' | 'error', listener: (event: never) => void) => {
        if (type === 'message') answer = (data) => listener({ data } as never);
        else fail = (message) => listener({ message } as never);
      },
      terminate: () => void state.terminated++,
    };
  };
  const reply = (request: SeoRequest | undefined) =>
    answer({ id: request?.id ?? 0, seo: [{ id: request?.input.html ?? '', score: 9 }] });
  return { start, requests, state, reply, fail: (message: string) => fail(message) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('SeoClient', () => {
  it('starts no worker before the pause is over, and asks once for calls in a row', async () => {
    const worker = scripted();
    const client = new SeoClient(worker.start, 400);
    const first = client.assess(input('a'));
    await vi.advanceTimersByTimeAsync(300);
    const second = client.assess(input('b'));
    expect(worker.state.started).toBe(0);
    await vi.advanceTimersByTimeAsync(400);
    expect(worker.requests.map((request) => request.input.html)).toEqual(['b']);
    worker.reply(worker.requests[0]);
    expect([await first, await second]).toEqual([null, [{ id: 'b', score: 9 }]]);
  });

  it('drops an answer that a newer draft has overtaken, and runs only the newest that waits', async () => {
    const worker = scripted();
    const client = new SeoClient(worker.start, 0);
    const calls = [];
    for (const html of ['a', 'b', 'c']) {
      calls.push(client.assess(input(html)));
      await vi.advanceTimersByTimeAsync(0);
    }
    worker.reply(worker.requests[0]);
    worker.reply(worker.requests[1]);
    expect(await Promise.all(calls)).toEqual([null, null, [{ id: 'c', score: 9 }]]);
    expect(worker.requests.map((request) => request.input.html)).toEqual(['a', 'c']);
  });

  it('settles what is open when it stops, and starts anew afterwards', async () => {
    const worker = scripted();
    const client = new SeoClient(worker.start, 0);
    const open = client.assess(input('a'));
    await vi.advanceTimersByTimeAsync(0);
    client.stop();
    expect(await open).toBeNull();
    expect(worker.state.terminated).toBe(1);
    const again = client.assess(input('b'));
    await vi.advanceTimersByTimeAsync(0);
    worker.reply(worker.requests[1]);
    expect(await again).toEqual([{ id: 'b', score: 9 }]);
    expect(worker.state.started).toBe(2);
  });

  it('tells a worker that does not start', async () => {
    const worker = scripted();
    const client = new SeoClient(worker.start, 0);
    const open = client.assess(input('a')).catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(0);
    worker.fail('blocked');
    expect(await open).toBe('blocked');
  });
});
