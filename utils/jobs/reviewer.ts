/** The name of whoever accepts texts in this browser, typed once on the history page. Optional; it leaves in exports only. */
import { browser } from 'wxt/browser';

const SLOT = 'reviewer';
const MAX_CHARACTERS = 120;

/** null where none was typed. */
export async function readReviewer(): Promise<string | null> {
  const stored: unknown = (await browser.storage.local.get(SLOT))[SLOT];
  return typeof stored === 'string' && stored.trim() !== '' ? stored : null;
}

/** An empty name forgets the one that is there. */
export async function writeReviewer(name: string): Promise<void> {
  const clean = name.trim().slice(0, MAX_CHARACTERS);
  if (clean === '') await browser.storage.local.remove(SLOT);
  else await browser.storage.local.set({ [SLOT]: clean });
}
