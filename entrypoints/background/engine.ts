/**
 * Reads `engine.js` when it is needed first. A service worker may import late only what it has imported while it was being
 * installed (the browser then keeps the script with the worker's own, across its deaths and the browser's restarts); a
 * module worker could not do even that. Firefox's background is a page, and simply imports.
 */
import type { Engine } from '../../utils/engine.ts';

/** Filled in by the build (`stamp-engine.ts`): another engine makes this script another one, and so a new installation. */
const FILE = '/engine.js?__ENGINE__';

/** Only where this is a service worker. */
declare const importScripts: ((url: string) => void) | undefined;
const importNow = typeof importScripts === 'function' ? importScripts : null;

/** Must be called in the worker's first turn. */
export function registerEngine(): void {
  if (importNow) addEventListener('install', () => importNow(FILE));
}

export async function engine(): Promise<Engine> {
  if (!globalThis.reecrireSeoEngine) {
    if (importNow) importNow(FILE);
    else await import(/* @vite-ignore */ FILE);
  }
  const { reecrireSeoEngine } = globalThis;
  if (!reecrireSeoEngine) throw new Error('engine.js left nothing behind');
  return reecrireSeoEngine;
}
