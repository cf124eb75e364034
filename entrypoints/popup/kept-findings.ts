/** Findings that the user looked at and kept as they are, for one job, until the browser closes. */
import { browser } from 'wxt/browser';
import { useEffect, useState } from 'preact/hooks';

/** Keys as `findingKey` makes them. */
export function useKeptFindings(jobId: string | undefined): [ReadonlySet<string>, (key: string, kept: boolean) => void] {
  const [kept, setKept] = useState<ReadonlySet<string>>(NONE);
  const name = jobId && `kept:${jobId}`;
  useEffect(() => {
    setKept(NONE);
    if (!name) return;
    void browser.storage.session.get(name).then((stored) => {
      const list: unknown = stored[name];
      if (Array.isArray(list)) setKept(new Set(list.filter((key) => typeof key === 'string')));
      return undefined;
    });
  }, [name]);
  const keep = (key: string, keeping: boolean) => {
    const next = new Set(kept);
    if (keeping) next.add(key);
    else next.delete(key);
    setKept(next);
    if (name) void browser.storage.session.set({ [name]: [...next] });
  };
  return [kept, keep];
}

const NONE: ReadonlySet<string> = new Set();
