/**
 * Runs jobs: one `rewrite` at a time for each, its events folded into the job, told to whoever watches, and put away
 * about every second. It knows no browser: what it needs of one comes in as `RunnerWorld`.
 */
import { CodedError, type ErrorCode } from '../errors.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import { retryGate, type RetryGate } from '../llm/retry-gate.ts';
import type { SourceArticle } from '../article/source-article.ts';
import type { RewriteOptions } from '../rewrite/options.ts';
import { advance, type Progress, type RewriteEvent } from '../rewrite/progress.ts';
import type { Provider } from '../settings.ts';
import { begun, kept, made, undone } from './change.ts';
import { RUNNING_STATES, type Job } from './job.ts';
import type { JobStore } from './job-store.ts';

export type Rewrite = (input: {
  source: SourceArticle;
  options: RewriteOptions;
  client: LlmClient | null;
  resume: Progress | null;
  signal: AbortSignal;
}) => AsyncIterable<RewriteEvent>;

export interface RunnerWorld {
  store: JobStore;
  rewrite: Rewrite;
  /** @throws CodedError `no_model`, `no_key`, `host_permission` */
  clientFor(job: Job, gate: RetryGate): Promise<LlmClient>;
  now(): number;
  /** Told when the first job starts and when the last one ends: the worker must stay awake in between. */
  onBusy(busy: boolean): void;
  /** Told of each new state and of progress, for the badge. */
  onProgress(job: Job): void;
}

/** The job as it is now (after anything but a rewrite event), or one rewrite event. */
export type JobNews = { kind: 'changed'; job: Job } | { kind: 'event'; event: RewriteEvent };

export interface Watch {
  /** As it is at this moment; null where there is no such job. */
  readonly job: Job | null;
  stop(): void;
}

export interface SmallRequest {
  withoutModel: boolean;
  /** The text is not touched: nothing to keep or undo, and the job's own provider stays who wrote it. */
  looksWith?: Provider | undefined;
  work(job: Job, client: LlmClient | null, signal: AbortSignal): AsyncIterable<RewriteEvent>;
}

export interface JobRunner {
  /** From memory, else from the store: one object for everybody, however many ask at once. */
  load(id: string): Promise<Job | null>;
  /** Holds a job in memory; it reaches the store when it starts. */
  add(job: Job): void;
  /** Forgets a job that never started. */
  drop(id: string): void;
  /** Newest first, those in memory included. */
  ofPost(postKey: string): Promise<Job[]>;
  ofTab(tabId: number): Promise<Job[]>;
  /** Tells all news from now on, and gives the job itself: nothing is lost in between. */
  watch(id: string, tell: (news: JobNews) => void): Promise<Watch>;
  /** Starts it, or goes on with what is missing; resolves once it is under way. Does nothing while it runs. */
  start(id: string, how: { withoutModel: boolean }): Promise<void>;
  /** A small request on a draft that stands, to be kept or undone (`Change`). Resolves once it is under way. */
  ask(id: string, request: SmallRequest): Promise<void>;
  /** The text so far stays; of a small request, the text before it. */
  cancel(id: string): Promise<void>;
  /** « Réessayer maintenant ». */
  hurry(id: string): void;
  /** A change by hand, told and put away. */
  change(id: string, change: (job: Job) => Job): Promise<Job | null>;
  /** Goes on with every job that says it runs and that nobody runs: a worker died. */
  resume(): Promise<void>;
  /** Resolves when nothing runs and all is put away. */
  settled(): Promise<void>;
}

const CHECKPOINT_MS = 1000;

interface Live {
  job: Job;
  watchers: Set<(news: JobNews) => void>;
  gate: RetryGate;
  run: { stop: AbortController; over: Promise<void> } | null;
  /** Last write to the store, so that writes keep their order. */
  saved: Promise<void>;
  savedAt: number;
}

export function createJobRunner(world: RunnerWorld): JobRunner {
  const { store, now } = world;
  const lives = new Map<string, Live>();
  const loads = new Map<string, Promise<Live | null>>();
  let busy = 0;

  function hold(job: Job): Live {
    const live: Live = { job, watchers: new Set(), gate: retryGate(), run: null, saved: Promise.resolve(), savedAt: 0 };
    lives.set(job.id, live);
    return live;
  }

  /** Memoised: a resuming worker and a popup that comes back may both ask for the same job at the same time. */
  async function live(id: string): Promise<Live | null> {
    const here = lives.get(id);
    if (here) return here;
    let load = loads.get(id);
    if (!load) {
      load = store.get(id).then((job) => lives.get(id) ?? (job ? hold(job) : null));
      loads.set(id, load);
      void load.finally(() => loads.delete(id)).catch(() => undefined);
    }
    return load;
  }

  function save(one: Live): Promise<void> {
    one.savedAt = now();
    // Several waiting writes are one: each puts the job as it is by then.
    one.saved = one.saved.then(() => store.put(one.job)).catch((error: unknown) => console.error('job not stored', error));
    return one.saved;
  }

  function tell(one: Live, news: JobNews): void {
    for (const watcher of one.watchers) watcher(news);
  }

  function set(one: Live, change: Partial<Job>): void {
    one.job = { ...one.job, ...change };
    tell(one, { kind: 'changed', job: one.job });
    world.onProgress(one.job);
  }

  /** Awake, put away at its beginning and its end, and nothing else at the same time. */
  function occupy(one: Live, work: (signal: AbortSignal) => Promise<Partial<Job>>): void {
    const stop = new AbortController();
    const over = async (): Promise<void> => {
      busy += 1;
      if (busy === 1) world.onBusy(true);
      await save(one);
      const done = await work(stop.signal);
      set(one, { ...done, progress: withoutRetry(done.progress ?? one.job.progress) });
      one.run = null;
      await save(one);
      busy -= 1;
      if (busy === 0) world.onBusy(false);
    };
    one.run = { stop, over: over() };
  }

  async function run(one: Live, withoutModel: boolean, signal: AbortSignal): Promise<Partial<Job>> {
    try {
      const { source, options, progress } = one.job;
      if (!source) throw new CodedError('nothing_to_rewrite');
      const client = withoutModel ? null : await world.clientFor(one.job, one.gate);
      const resume = progress.plan || progress.translated ? progress : null;
      for await (const event of world.rewrite({ source, options, client, resume, signal })) {
        fold(one, event);
        // What was paid for is put away at once.
        const paid =
          event.kind === 'section'
            ? event.state === 'written'
            : event.kind === 'translated' || (event.kind === 'plan' && event.plan.worded);
        if (paid || now() - one.savedAt >= CHECKPOINT_MS) void save(one);
      }
      if (!signal.aborted) return { state: 'ready', error: null, finishedAt: now() };
    } catch (error) {
      if (!signal.aborted) return { ...failed(error), finishedAt: now() };
    }
    return { state: 'cancelled', finishedAt: now() };
  }

  async function runSmall(one: Live, request: SmallRequest, signal: AbortSignal): Promise<Partial<Job>> {
    const { withoutModel, looksWith, work } = request;
    try {
      const asked = looksWith ? { ...one.job, provider: looksWith } : one.job;
      const client = withoutModel ? null : await world.clientFor(asked, one.gate);
      for await (const event of work(one.job, client, signal)) {
        fold(one, event);
        if (event.kind === 'opinions') void save(one);
      }
      if (signal.aborted) return undone(one.job);
      return looksWith ? kept(made(one.job)) : made(one.job);
    } catch (error) {
      return signal.aborted ? undone(one.job) : { ...undone(one.job), error: failed(error).error };
    }
  }

  function fold(one: Live, event: RewriteEvent): void {
    const before = one.job.state;
    const state = event.kind === 'stage' ? event.stage : before;
    one.job = { ...one.job, progress: advance(one.job.progress, event), state, heartbeatAt: now() };
    tell(one, { kind: 'event', event });
    // Watchers fold the event into their progress; the job's state they are told.
    if (state !== before) tell(one, { kind: 'changed', job: one.job });
    if (event.kind === 'stage' || event.kind === 'section') world.onProgress(one.job);
  }

  function start(one: Live, withoutModel: boolean): void {
    if (one.run) return;
    const state = one.job.state === 'interrupted' ? 'interrupted' : 'planning';
    set(one, {
      state,
      startedAt: one.job.startedAt ?? now(),
      finishedAt: null,
      heartbeatAt: now(),
      error: null,
      change: undefined,
      progress: withoutRetry(one.job.progress),
      ...(withoutModel ? { provider: one.job.progress.plan ? one.job.provider : null } : {}),
    });
    occupy(one, (signal) => run(one, withoutModel, signal));
  }

  async function known(jobs: Job[], wanted: (job: Job) => boolean): Promise<Job[]> {
    const stored = jobs.map((job) => lives.get(job.id)?.job ?? job).filter(wanted);
    const held = [...lives.values()]
      .map((one) => one.job)
      .filter((job) => wanted(job) && !stored.some((other) => other.id === job.id));
    return [...held, ...stored].sort((a, b) => b.createdAt - a.createdAt);
  }

  return {
    load: async (id) => (await live(id))?.job ?? null,
    add: (job) => void hold(job),
    drop(id) {
      if (!lives.get(id)?.run) lives.delete(id);
    },
    ofPost: async (postKey) => known(await store.ofPost(postKey), (job) => job.postKey === postKey),
    ofTab: async (tabId) => known(await store.ofTab(tabId), (job) => job.tabId === tabId),
    async watch(id, watcher) {
      const one = await live(id);
      one?.watchers.add(watcher);
      return {
        // Read when it is asked for: between this answer and its reader there may have been news.
        get job() {
          return one?.job ?? null;
        },
        stop: () => void one?.watchers.delete(watcher),
      };
    },
    async start(id, { withoutModel }) {
      const one = await live(id);
      if (one) start(one, withoutModel);
    },
    async ask(id, request) {
      const one = await live(id);
      const job = one && !one.run ? begun(one.job) : null;
      if (!one || !job) return;
      set(one, job);
      occupy(one, (signal) => runSmall(one, request, signal));
    },
    async cancel(id) {
      const one = await live(id);
      if (!one) return;
      const running = one.run;
      if (running) {
        running.stop.abort();
        await running.over;
      } else if (RUNNING_STATES.includes(one.job.state)) {
        set(one, one.job.change ? undone(one.job) : { state: 'cancelled', finishedAt: now() });
        await save(one);
      }
    },
    hurry: (id) => lives.get(id)?.gate.hurry(),
    async change(id, change) {
      const one = await live(id);
      if (!one) return null;
      set(one, change(one.job));
      if (one.job.startedAt !== null) await save(one);
      return one.job;
    },
    async resume() {
      for (const stale of await store.running()) {
        const one = await live(stale.id);
        if (!one || one.run || !RUNNING_STATES.includes(one.job.state)) continue;
        if (one.job.change) {
          // A small request is lost with its worker; the text stands, and asking again is the user's to say.
          set(one, undone(one.job));
          await save(one);
          continue;
        }
        set(one, { state: 'interrupted' });
        start(one, one.job.provider === null);
      }
    },
    async settled() {
      await Promise.all([...lives.values()].map((one) => one.run?.over));
      await Promise.all([...lives.values()].map((one) => one.saved));
    },
  };
}

/** Nothing is waited for where nothing runs, nor where a background has died while it waited. */
function withoutRetry(progress: Progress): Progress {
  return { ...progress, retry: null };
}

/** A model that answered nothing usable is told by its code; anything unforeseen as what it is, with the text kept. */
function failed(error: unknown): Partial<Job> {
  const code: ErrorCode = error instanceof CodedError ? error.code : 'server_error';
  const detail = error instanceof CodedError ? error.detail : String(error);
  if (!(error instanceof CodedError)) console.error('rewrite failed', error);
  return { state: code === 'nothing_to_rewrite' ? 'idle' : 'failed', error: { code, detail } };
}
