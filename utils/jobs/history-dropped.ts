/** What the limit has taken out of the history so far, so that the history page can tell it. */
import { browser } from 'wxt/browser';
import { z } from '../zod.ts';

const SLOT = 'history-dropped';

const Dropped = z.object({
  /** Rewrites since the last « tout effacer ». */
  count: z.number(),
  /** When the last one went, ms since the epoch. */
  at: z.number(),
});
export type Dropped = z.infer<typeof Dropped>;

export async function readDropped(): Promise<Dropped | null> {
  const stored = await browser.storage.local.get(SLOT);
  return z.safeParse(Dropped, stored[SLOT]).data ?? null;
}

export async function addDropped(count: number, at: number): Promise<void> {
  const before = await readDropped();
  await browser.storage.local.set({ [SLOT]: { count: (before?.count ?? 0) + count, at } satisfies Dropped });
}

export async function forgetDropped(): Promise<void> {
  await browser.storage.local.remove(SLOT);
}
