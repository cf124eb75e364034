/**
 * API keys, in a database of the extension's own origin, which no content script and no page can open. The options page
 * writes them, the background reads them; no message, log or other page ever holds one. A key belongs to an origin: it
 * is never sent to another server, also when the user edits a base URL.
 */
import { openDB } from 'idb';

const DATABASE = 'reecrire-seo-keys';
const STORE = 'keys';

export async function readKey(baseUrl: string): Promise<string | null> {
  const key: unknown = await withKeys((database) => database.get(STORE, originOf(baseUrl)));
  return typeof key === 'string' && key !== '' ? key : null;
}

export async function hasKey(baseUrl: string): Promise<boolean> {
  return (await readKey(baseUrl)) !== null;
}

/** An empty key forgets the one that is there. */
export async function writeKey(baseUrl: string, key: string): Promise<void> {
  const clean = key.trim();
  await withKeys(async (database) => {
    if (clean === '') await database.delete(STORE, originOf(baseUrl));
    else await database.put(STORE, clean, originOf(baseUrl));
  });
}

function originOf(baseUrl: string): string {
  return URL.parse(baseUrl)?.origin ?? baseUrl;
}

/** Opened for each use: rare, and an open connection would block a later version of the database. */
async function withKeys<T>(use: (database: Awaited<ReturnType<typeof openDB>>) => Promise<T>): Promise<T> {
  const database = await openDB(DATABASE, 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE) });
  try {
    return await use(database);
  } finally {
    database.close();
  }
}
