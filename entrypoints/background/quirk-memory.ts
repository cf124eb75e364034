/** What was learned of each model on each server, kept in `storage.local`. */
import { browser } from 'wxt/browser';
import type { QuirkMemory } from '../../utils/llm/quirk-memory.ts';
import { Quirks } from '../../utils/llm/quirks.ts';
import { z } from '../../utils/zod.ts';

const SLOT = 'quirks';
const Known = z.record(z.string(), Quirks);

export const storedQuirks: QuirkMemory = {
  read: async (key) => (await known())[key] ?? null,
  write: async (key, quirks) => browser.storage.local.set({ [SLOT]: { ...(await known()), [key]: quirks } }),
};

/** Records of another form are learned again: a quirk costs one refused request. */
async function known(): Promise<Record<string, Quirks>> {
  return z.safeParse(Known, (await browser.storage.local.get(SLOT))[SLOT]).data ?? {};
}
