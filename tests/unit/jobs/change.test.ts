import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CodedError } from '../../../utils/errors.ts';
import { edited } from '../../../utils/jobs/edit-job.ts';
import type { Job } from '../../../utils/jobs/job.ts';
import { createJobRunner, type JobRunner, type SmallRequest } from '../../../utils/jobs/job-runner.ts';
import type { LlmClient } from '../../../utils/llm/llm-client.ts';
import { NO_PROGRESS, type RewriteEvent } from '../../../utils/rewrite/progress.ts';
import { aJob } from '../../support/a-job.ts';
import { jobStoreInMemory, type MemoryJobStore } from '../../support/job-store-in-memory.ts';

const client: LlmClient = {
  locality: 'local',
  stream: () => {
    throw new Error('not used here');
  },
};

const section = (text: string) => ({
  ...{ id: 'P1', form: 'body' as const, heading: 'Partie', level: 2 as const },
  blocks: [{ kind: 'paragraph' as const, inlines: [{ text }] }],
});
const written = (text: string): RewriteEvent => ({ kind: 'section', index: 0, section: section(text), state: 'written' });
const PAID: RewriteEvent = {
  kind: 'usage',
  usage: { promptTokens: 10, completionTokens: 5, cachedTokens: 0, requests: 1, estimated: false },
};
const STAGE: RewriteEvent = { kind: 'stage', stage: 'repairing', done: 0, total: 1 };

function readyJob(change: Partial<Job> = {}): Job {
  const draft = { ...NO_PROGRESS.draft, title: 'Titre', sections: [section('Avant.')] };
  const progress = { ...NO_PROGRESS, draft, sections: [{ state: 'written' as const, pending: '' }] };
  return aJob({ state: 'ready', startedAt: 1, finishedAt: 2, progress, ...change });
}

let store: MemoryJobStore;
let runner: JobRunner;
beforeEach(() => {
  store = jobStoreInMemory();
  runner = createJobRunner({
    store,
    rewrite: () => {
      throw new Error('a small request is no rewrite');
    },
    clientFor: () => Promise.resolve(client),
    now: () => 10_000,
    onBusy: () => undefined,
    onProgress: () => undefined,
  });
});

const doing = (...steps: (RewriteEvent | Promise<unknown> | Error)[]): SmallRequest => ({
  withoutModel: false,
  async *work() {
    for (const step of steps) {
      if (step instanceof Error) throw step;
      if (step instanceof Promise) await step;
      else yield step;
    }
  },
});

async function current(): Promise<Job> {
  const job = await runner.load('j1');
  if (!job) throw new Error('no job');
  return job;
}
const textOf = (job: Job) => JSON.stringify(job.progress.draft.sections);

describe('a small request on a draft that is ready', () => {
  it('is a repair while it runs, and ready with the old text beside the new one after it', async () => {
    runner.add(readyJob());
    const states: string[] = [];
    await runner.watch('j1', (news) => news.kind === 'changed' && states.push(news.job.state));
    await runner.ask('j1', doing(STAGE, written('Après.'), PAID));
    await runner.settled();
    expect(states).toEqual(['repairing', 'ready']);
    const job = await current();
    expect(textOf(job)).toContain('Après.');
    expect(JSON.stringify(job.change?.before.sections)).toContain('Avant.');
    expect(job.progress.usage.completionTokens).toBe(5);
    expect(job.finishedAt).toBe(2);
    expect(JSON.stringify(await store.get('j1'))).toContain('Après.');
  });

  it('is undone to the text before it, the tokens stay paid', async () => {
    runner.add(readyJob());
    await runner.ask('j1', doing(written('Après.'), PAID));
    await runner.settled();
    const undone = edited(await current(), { kind: 'change', keep: false });
    expect(textOf(undone)).toContain('Avant.');
    expect(undone.change).toBeUndefined();
    expect(undone.progress.usage.completionTokens).toBe(5);
  });

  it('is kept by saying so, or by going on with the text', async () => {
    runner.add(readyJob());
    await runner.ask('j1', doing(written('Après.')));
    await runner.settled();
    const kept = edited(await current(), { kind: 'change', keep: true });
    expect(textOf(kept)).toContain('Après.');
    expect(kept.change).toBeUndefined();
    const { blocks } = section('Et encore.');
    expect(edited(await current(), { kind: 'edit-section', section: 0, heading: null, blocks }).change).toBeUndefined();
  });

  it('that fails leaves the text as it was, ready, with the code; closing it forgets the code', async () => {
    runner.add(readyJob());
    await runner.ask('j1', doing(written('À demi'), PAID, new CodedError('quota')));
    await runner.settled();
    const job = await current();
    expect(job).toMatchObject({ state: 'ready', error: { code: 'quota' } });
    expect(textOf(job)).toContain('Avant.');
    expect(job.progress.usage.completionTokens).toBe(5);
    expect(edited(job, { kind: 'change', keep: true }).error).toBeNull();
  });

  it('that is cancelled leaves the text as it was, ready and without an error', async () => {
    runner.add(readyJob());
    const abortable: SmallRequest = {
      withoutModel: false,
      async *work(_job, _client, signal) {
        yield written('À demi');
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));
      },
    };
    await runner.ask('j1', abortable);
    await vi.waitFor(async () => expect(textOf(await current())).toContain('À demi'));
    await runner.cancel('j1');
    expect(await current()).toMatchObject({ state: 'ready', error: null });
    expect(textOf(await current())).toContain('Avant.');
  });

  it('whose worker died is given up, and never started again by itself', async () => {
    runner.add(readyJob());
    await runner.ask('j1', doing(written('À demi'), new Promise(() => undefined)));
    await vi.waitFor(async () => expect((await store.get('j1'))?.state).toBe('repairing'));
    const next = createJobRunner({
      store,
      rewrite: () => {
        throw new Error('a small request is no rewrite');
      },
      clientFor: () => Promise.reject(new Error('nothing is asked')),
      now: () => 20_000,
      onBusy: () => undefined,
      onProgress: () => undefined,
    });
    await next.resume();
    await next.settled();
    const job = await store.get('j1');
    expect(job).toMatchObject({ state: 'ready', error: null });
    expect(job && textOf(job)).toContain('Avant.');
  });

  it('is not begun where the text is being written, or stands in the post', async () => {
    const asked = vi.fn<() => void>();
    const request: SmallRequest = {
      withoutModel: true,
      async *work() {
        asked();
        yield STAGE;
      },
    };
    runner.add(readyJob({ state: 'applied' }));
    await runner.ask('j1', request);
    await runner.settled();
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('a second look', () => {
  const looksWith = { id: 'custom' as const, baseUrl: 'http://127.0.0.1:1/v1', model: 'reader' };
  const OPINION: RewriteEvent = {
    kind: 'opinions',
    looked: ['Avant.'],
    opinions: [{ sentence: 'Avant.', reason: 'la source dit après', model: 'reader' }],
  };

  it('leaves nothing to keep or undo, and whose text it is; it is put away with the job', async () => {
    runner.add(readyJob({ provider: null }));
    await runner.ask('j1', { ...doing(OPINION, PAID), looksWith });
    await runner.settled();
    const job = await current();
    expect(job).toMatchObject({ state: 'ready', error: null, provider: null });
    expect(job.change).toBeUndefined();
    expect(job.progress.usage.requests).toBe(1);
    expect((await store.get('j1'))?.progress.secondLook?.opinions).toHaveLength(1);
  });

  it('asks the model of now', async () => {
    const asked: unknown[] = [];
    const other = createJobRunner({
      ...{ store, now: () => 1, onBusy: () => undefined, onProgress: () => undefined },
      rewrite: () => {
        throw new Error('a small request is no rewrite');
      },
      clientFor: ({ provider }) => {
        asked.push(provider);
        return Promise.resolve(client);
      },
    });
    other.add(readyJob({ provider: null }));
    await other.ask('j1', { ...doing(OPINION), looksWith });
    await other.settled();
    expect(asked).toEqual([looksWith]);
  });

  it('that fails keeps what was answered, and tells the code', async () => {
    runner.add(readyJob());
    await runner.ask('j1', { ...doing(OPINION, PAID, new CodedError('bad_answer')), looksWith });
    await runner.settled();
    const job = await current();
    expect(job).toMatchObject({ state: 'ready', error: { code: 'bad_answer' } });
    expect(job.progress.secondLook?.opinions).toHaveLength(1);
    expect(textOf(job)).toContain('Avant.');
  });

  it('whose worker died has kept what was answered', async () => {
    runner.add(readyJob());
    await runner.ask('j1', { ...doing(OPINION, new Promise(() => undefined)), looksWith });
    await vi.waitFor(async () => expect((await store.get('j1'))?.progress.secondLook?.looked).toEqual(['Avant.']));
  });
});
