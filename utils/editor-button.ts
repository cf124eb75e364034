/**
 * « Réécrire SEO » in the editor itself: the sites where the user wants it. Wanting comes first and the browser's
 * permission second, since asking for it may close the popup that asks; the background then does the rest.
 */
import { browser } from 'wxt/browser';
import { z } from './zod.ts';

const KEY = 'editor-button-sites';

/** What the button says to the background. */
export const OPEN_FROM_BUTTON = 'open-from-editor-button';
/** What the background says to a button that is no longer wanted. */
export const REMOVE_BUTTON = 'remove-editor-button';

/** Origins, `https://journal.example`. */
export async function wantedSites(): Promise<string[]> {
  const stored = await browser.storage.local.get(KEY);
  return z.safeParse(z.array(z.string()), stored[KEY]).data ?? [];
}

/** Those of them that the browser lets us into. */
export async function shownSites(): Promise<string[]> {
  const wanted = await wantedSites();
  const allowed = await Promise.all(wanted.map((site) => browser.permissions.contains({ origins: [patternOf(site)] })));
  return wanted.filter((_, i) => allowed[i]);
}

/** Whether `changes` of the local storage are about these sites. */
export function isAboutSites(changes: Record<string, unknown>): boolean {
  return KEY in changes;
}

/** Call it from the click itself. Resolves with the browser's answer, where the page lives to hear it. */
export async function wantSite(site: string): Promise<boolean> {
  // Not awaited: the permission is asked for in the click's own task.
  const noted = setWanted(site, true);
  const granted = await browser.permissions.request({ origins: [patternOf(site)] });
  await noted;
  if (!granted) await setWanted(site, false);
  return granted;
}

/** The background takes the button away, and gives the permission back. */
export function forgetSite(site: string): Promise<void> {
  return setWanted(site, false);
}

/** As the browser's permissions know it: without a port, which their patterns cannot hold. */
export function patternOf(site: string): string {
  const { protocol, hostname } = new URL(site);
  return `${protocol}//${hostname}/*`;
}

/** The site of a page, null where it is no web page. */
export function siteOf(address: string | null | undefined): string | null {
  const url = URL.parse(address ?? '');
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}

async function setWanted(site: string, wanted: boolean): Promise<void> {
  const others = (await wantedSites()).filter((one) => one !== site);
  await browser.storage.local.set({ [KEY]: wanted ? [...others, site] : others });
}
