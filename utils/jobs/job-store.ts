/** Jobs in IndexedDB: they outlive the popup, the worker, the tab and the browser. */
import { openDB, type IDBPDatabase } from 'idb';
import { z } from '../zod.ts';
import type { JobWeight } from './history-limit.ts';
import { Job, RUNNING_STATES } from './job.ts';

export interface JobStore {
  get(id: string): Promise<Job | null>;
  put(job: Job): Promise<void>;
  remove(id: string): Promise<void>;
  /** In a running state, whoever runs them. */
  running(): Promise<Job[]>;
  /** Newest first. */
  ofPost(postKey: string): Promise<Job[]>;
  ofTab(tabId: number): Promise<Job[]>;
  /** Newest first, all of them. */
  all(): Promise<Job[]>;
  /** Newest first, every record, also of a form that this version does not know. */
  weights(): Promise<JobWeight[]>;
}

const DATABASE = 'reecrire-seo';
const STORE = 'jobs';

export function idbJobStore(): JobStore {
  let opened: Promise<IDBPDatabase> | null = null;
  const database = (): Promise<IDBPDatabase> => {
    opened ??= openDB(DATABASE, 1, {
      upgrade(fresh) {
        const jobs = fresh.createObjectStore(STORE, { keyPath: 'id' });
        jobs.createIndex('state', 'state');
        jobs.createIndex('postKey', 'postKey');
        jobs.createIndex('tabId', 'tabId');
      },
      // Another version of the extension wants to upgrade: let it, and open again at the next use.
      blocking: () => void opened?.then((open) => open.close()).finally(() => (opened = null)),
      terminated: () => (opened = null),
    });
    return opened;
  };
  const by = async (index: string, key: string | number): Promise<Job[]> =>
    newestFirst(parsed(await (await database()).getAllFromIndex(STORE, index, key)));

  return {
    get: async (id) => parsed([await (await database()).get(STORE, id)])[0] ?? null,
    put: async (job) => void (await (await database()).put(STORE, job)),
    remove: async (id) => (await database()).delete(STORE, id),
    running: async () => newestFirst((await Promise.all(RUNNING_STATES.map((state) => by('state', state)))).flat()),
    ofPost: (postKey) => by('postKey', postKey),
    ofTab: (tabId) => by('tabId', tabId),
    all: async () => newestFirst(parsed(await (await database()).getAll(STORE))),
    weights: async () => (await (await database()).getAll(STORE)).map(weightOf).sort((a, b) => b.createdAt - a.createdAt),
  };
}

/** Bytes as of a text with one letter a byte: near enough for French, and quick. */
function weightOf(record: { id: string; state?: unknown; createdAt?: unknown }): JobWeight {
  const { id, state, createdAt } = record;
  return { id, state: String(state), createdAt: Number(createdAt) || 0, bytes: JSON.stringify(record).length };
}

/** A record of a form that this version does not know is left where it is, and not shown. */
function parsed(records: unknown[]): Job[] {
  return records.map((record) => z.safeParse(Job, record).data).filter((job) => job !== undefined);
}

function newestFirst(jobs: Job[]): Job[] {
  return jobs.sort((a, b) => b.createdAt - a.createdAt);
}
