import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CodedError } from '../../../utils/errors.ts';
import type { Job } from '../../../utils/jobs/job.ts';
import { createJobRunner, type JobNews, type JobRunner, type Rewrite, type RunnerWorld } from '../../../utils/jobs/job-runner.ts';
import type { LlmClient } from '../../../utils/llm/llm-client.ts';
import type { Progress, RewriteEvent } from '../../../utils/rewrite/progress.ts';
import { aJob } from '../../support/a-job.ts';
import { jobStoreInMemory, type MemoryJobStore } from '../../support/job-store-in-memory.ts';

const client: LlmClient = {
  locality: 'local',
  stream: () => {
    throw new Error('not used here');
  },
};

const section = (index: number, state: 'written' | 'writing' = 'written'): RewriteEvent => ({
  kind: 'section',
  index,
  section: { id: `P${index + 1}`, form: 'body', heading: `Partie ${index + 1}`, level: 2, blocks: [] },
  state,
});
const PLAN: RewriteEvent = { kind: 'plan', plan: { title: 'Titre', keyphrase: 'k', sections: [], thin: false } };

let store: MemoryJobStore;
let clock: number;
let seenResume: (Progress | null)[];
let busy: boolean[];

beforeEach(() => {
  store = jobStoreInMemory();
  clock = 10_000;
  seenResume = [];
  busy = [];
});

/** A rewrite that asks the given steps: events are yielded, a promise is awaited, an error thrown. */
function scripted(...steps: (RewriteEvent | Promise<unknown> | Error)[]): Rewrite {
  return async function* (input) {
    seenResume.push(input.resume);
    for (const step of steps) {
      if (step instanceof Error) throw step;
      if (step instanceof Promise) {
        await Promise.race([step, aborted(input.signal)]);
      } else yield step;
    }
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new DOMException('', 'AbortError'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop);
  });
}

function runnerWith(rewrite: Rewrite, world: Partial<RunnerWorld> = {}): JobRunner {
  return createJobRunner({
    store,
    rewrite,
    clientFor: () => Promise.resolve(client),
    now: () => clock,
    onBusy: (is) => void busy.push(is),
    onProgress: () => undefined,
    ...world,
  });
}

async function stored(id = 'j1'): Promise<Job> {
  const job = await store.get(id);
  if (!job) throw new Error(`no job ${id}`);
  return job;
}

const never = new Promise(() => undefined);
const waits = (until: number): RewriteEvent => ({ kind: 'retry', attempt: 1, waitMs: 5000, until, code: 'rate_limited' });
const retryOf = async (...steps: Parameters<typeof scripted>) => {
  const runner = runnerWith(scripted(PLAN, ...steps));
  runner.add(aJob());
  await runner.start('j1', { withoutModel: false });
  await vi.waitFor(async () => expect((await runner.load('j1'))?.progress.sections).toHaveLength(1));
  return { runner, shown: async () => (await runner.load('j1'))?.progress.retry?.until ?? null };
};

describe('a job that goes well', () => {
  it('walks through its stages to ready, and is stored with its text', async () => {
    const runner = runnerWith(
      scripted(PLAN, { kind: 'stage', stage: 'writing', done: 0, total: 1 }, section(0), {
        kind: 'stage',
        stage: 'checking',
        done: 0,
        total: 1,
      }),
    );
    runner.add(aJob());
    const states: string[] = [];
    await runner.watch('j1', (news) => news.kind === 'changed' && states.push(news.job.state));
    await runner.start('j1', { withoutModel: false });
    await runner.settled();
    expect(states).toEqual(['planning', 'writing', 'checking', 'ready']);
    expect((await stored()).progress.draft.sections).toHaveLength(1);
    expect((await stored()).finishedAt).toBe(clock);
  });

  it('is not started twice', async () => {
    const runner = runnerWith(scripted(PLAN));
    runner.add(aJob());
    await Promise.all([runner.start('j1', { withoutModel: false }), runner.start('j1', { withoutModel: false })]);
    await runner.settled();
    expect(seenResume).toEqual([null]);
  });

  it('keeps the worker awake exactly while something runs', async () => {
    const runner = runnerWith(scripted(PLAN));
    runner.add(aJob());
    runner.add(aJob({ id: 'j2', tabId: 8 }));
    await runner.start('j1', { withoutModel: false });
    await runner.start('j2', { withoutModel: false });
    await runner.settled();
    expect(busy).toEqual([true, false]);
  });

  it('asks for no client when it is composed without a model', async () => {
    const clientFor = vi.fn<RunnerWorld['clientFor']>();
    const runner = runnerWith(scripted(PLAN), { clientFor });
    runner.add(aJob());
    await runner.start('j1', { withoutModel: true });
    await runner.settled();
    expect(clientFor).not.toHaveBeenCalled();
    expect((await stored()).provider).toBeNull();
  });
});

describe('what is put away', () => {
  it('is put away about every second, not at each word', async () => {
    const deltas = Array.from({ length: 100 }, (): RewriteEvent => ({ kind: 'delta', index: 0, text: 'mot ' }));
    const rewrite: Rewrite = async function* () {
      for (const delta of deltas) {
        clock += 50;
        yield delta;
      }
    };
    const runner = runnerWith(rewrite);
    runner.add(aJob());
    await runner.start('j1', { withoutModel: false });
    await runner.settled();
    // 5 s of stream: the start, about five checkpoints, the end.
    expect(store.writes).toBeGreaterThanOrEqual(6);
    expect(store.writes).toBeLessThanOrEqual(8);
  });

  it('has a fresh heartbeat', async () => {
    const runner = runnerWith(scripted(PLAN, never));
    runner.add(aJob());
    await runner.start('j1', { withoutModel: false });
    await vi.waitFor(async () => expect((await runner.load('j1'))?.heartbeatAt).toBe(clock));
    await runner.cancel('j1');
  });
});

describe('a job that ends otherwise', () => {
  it('keeps its text when it is cancelled', async () => {
    const runner = runnerWith(scripted(PLAN, section(0), { kind: 'delta', index: 1, text: 'Le début' }, never));
    runner.add(aJob());
    await runner.start('j1', { withoutModel: false });
    await vi.waitFor(async () => expect((await runner.load('j1'))?.progress.sections[1]?.pending).toBe('Le début'));
    await runner.cancel('j1');
    expect(await stored()).toMatchObject({
      state: 'cancelled',
      progress: { sections: [{ state: 'written' }, { pending: 'Le début' }] },
    });
  });

  it('fails with the code of the model’s failure, its text kept', async () => {
    const runner = runnerWith(scripted(PLAN, section(0), new CodedError('stream_cut', 'finish_reason missing')));
    runner.add(aJob());
    await runner.start('j1', { withoutModel: false });
    await runner.settled();
    expect(await stored()).toMatchObject({
      state: 'failed',
      error: { code: 'stream_cut' },
      progress: { sections: [{ state: 'written' }] },
    });
  });

  it('fails with the code of a client that cannot be made', async () => {
    const runner = runnerWith(scripted(PLAN), { clientFor: () => Promise.reject(new CodedError('host_permission')) });
    runner.add(aJob());
    await runner.start('j1', { withoutModel: false });
    await runner.settled();
    expect(await stored()).toMatchObject({ state: 'failed', error: { code: 'host_permission' } });
    expect(seenResume).toEqual([]);
  });

  it('goes on from what it has when it is tried again', async () => {
    const runner = runnerWith(scripted(PLAN, section(0), new CodedError('quota')));
    runner.add(aJob());
    await runner.start('j1', { withoutModel: false });
    await runner.settled();
    await runner.start('j1', { withoutModel: false });
    await runner.settled();
    expect(seenResume[1]?.sections).toEqual([{ state: 'written', pending: '' }]);
  });
});

describe('after the death of a worker', () => {
  it('a new one goes on with what is missing, and shows that it was interrupted', async () => {
    const first = runnerWith(scripted(PLAN, section(0), never));
    first.add(aJob());
    await first.start('j1', { withoutModel: false });
    clock += 2000;
    await vi.waitFor(async () => expect((await first.load('j1'))?.progress.sections).toHaveLength(1));
    await first.change('j1', (job) => job);

    const second = runnerWith(scripted({ kind: 'stage', stage: 'writing', done: 1, total: 2 }, section(1)));
    const states: string[] = [];
    // The popup comes back at the same time as the worker resumes: both must see one job.
    const [, shown] = await Promise.all([second.resume(), second.load('j1')]);
    await second.watch('j1', (news: JobNews) => news.kind === 'changed' && states.push(news.job.state));
    expect(shown?.id).toBe('j1');
    await second.settled();
    expect(states.at(-1)).toBe('ready');
    expect(seenResume.at(-1)?.sections).toEqual([{ state: 'written', pending: '' }]);
    expect((await stored()).progress.sections).toHaveLength(2);
    await first.cancel('j1');
  });

  it('a source that was translated is put away at once, and given to the new one', async () => {
    const { source } = aJob();
    if (!source) throw new Error('no source');
    const first = runnerWith(scripted({ kind: 'translated', source, notices: [] }, never));
    first.add(aJob());
    await first.start('j1', { withoutModel: false });
    await vi.waitFor(async () => expect((await stored()).progress.translated).toBeDefined());

    const second = runnerWith(scripted(PLAN));
    await second.resume();
    await second.settled();
    expect(seenResume.at(-1)?.translated?.source).toEqual(source);
    await first.cancel('j1');
  });

  it('finished jobs are left alone', async () => {
    await store.put(aJob({ state: 'ready' }));
    await store.put(aJob({ id: 'j2', state: 'failed' }));
    const runner = runnerWith(scripted(PLAN));
    await runner.resume();
    await runner.settled();
    expect(seenResume).toEqual([]);
  });
});

describe('two tabs', () => {
  it('have two jobs that do not mix', async () => {
    const rewrite: Rewrite = async function* (input) {
      yield { kind: 'title', title: input.source.title, variants: [] };
    };
    const runner = runnerWith(rewrite);
    const one = aJob();
    const other = aJob({ id: 'j2', tabId: 8, postKey: 'other', createdAt: 2000 });
    runner.add(one);
    runner.add({ ...other, source: other.source && { ...other.source, title: 'Autre' } });
    const heard: string[] = [];
    await runner.watch('j1', (news) => news.kind === 'event' && news.event.kind === 'title' && heard.push(news.event.title));
    await Promise.all([runner.start('j1', { withoutModel: false }), runner.start('j2', { withoutModel: false })]);
    await runner.settled();
    expect(heard).toEqual(['Ukraine : le Kremlin dément']);
    expect((await stored('j2')).progress.draft.title).toBe('Autre');
    expect((await runner.ofTab(8)).map((job) => job.id)).toEqual(['j2']);
  });
});

describe('a wait before another try', () => {
  it('is shown while other sections come in, the longest of several, until it is over', async () => {
    expect(await (await retryOf(waits(20_000), section(0), never)).shown()).toBe(20_000);
    expect(await (await retryOf(waits(20_000), waits(90_000), waits(30_000), section(0), never)).shown()).toBe(90_000);
    const other: RewriteEvent = { kind: 'retried', until: 30_000 };
    expect(await (await retryOf(waits(90_000), waits(30_000), other, section(0), never)).shown()).toBe(90_000);
    expect(await (await retryOf(waits(20_000), { kind: 'retried', until: 20_000 }, section(0), never)).shown()).toBeNull();
  });

  it('is shown no more once the user has cancelled, nor by the background that comes after one that died', async () => {
    const { runner, shown } = await retryOf(waits(20_000), section(0), never);
    await runner.cancel('j1');
    expect(await shown()).toBeNull();

    const { progress } = await stored();
    const retry = { attempt: 1, waitMs: 5000, until: 20_000, code: 'rate_limited' };
    await store.put(aJob({ id: 'j2', state: 'writing', startedAt: 1, progress: { ...progress, retry } }));
    const after = runnerWith(scripted(never));
    await after.resume();
    expect((await after.load('j2'))?.progress.retry).toBeNull();
  });
});
