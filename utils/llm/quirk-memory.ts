/** What was learned of each model on each server, kept by whoever makes the client. */
import type { Quirks } from './quirks.ts';

export interface QuirkMemory {
  read(key: string): Promise<Quirks | null>;
  write(key: string, quirks: Quirks): Promise<void>;
}

export function quirkKey(baseUrl: string, model: string): string {
  return `${baseUrl} ${model}`;
}

/** For Node and for tests: lasts as long as the object. */
export function quirksInMemory(): QuirkMemory {
  const known = new Map<string, Quirks>();
  return {
    read: (key) => Promise.resolve(known.get(key) ?? null),
    write: (key, quirks) => {
      known.set(key, quirks);
      return Promise.resolve();
    },
  };
}
