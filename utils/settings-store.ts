/** The settings in `storage.local`: parsed on the way out, moved to the current form by numbered steps. */
import { browser } from 'wxt/browser';
import { DEFAULT_OPTIONS, RewriteOptions } from './rewrite/options.ts';
import { DEFAULT_SETTINGS, Provider, Settings } from './settings.ts';
import { z } from './zod.ts';

const SLOT = 'settings';
/** A stored value that no step and no schema understands is set aside here, never thrown away. */
const SLOT_ASIDE = 'settings-unreadable';

/**
 * `MIGRATIONS[n]` takes settings of version n to version n + 1. Pure, and kept for ever: an extension that was off for
 * a year walks all of them. (None so far: version 1 is the first.)
 */
const MIGRATIONS: Record<number, (old: Record<string, unknown>) => Record<string, unknown>> = {};

export async function readSettings(): Promise<Settings> {
  const stored: unknown = (await browser.storage.local.get(SLOT))[SLOT];
  if (stored === undefined) return DEFAULT_SETTINGS;
  const { settings, whole } = settingsFrom(stored);
  if (!whole) await browser.storage.local.set({ [SLOT_ASIDE]: stored });
  return settings;
}

export async function writeSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ [SLOT]: settings });
}

export async function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const settings = change(await readSettings());
  await writeSettings(settings);
  return settings;
}

/** Calls back with the new settings whenever somebody writes them; returns how to stop. */
export function watchSettings(changed: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, unknown>): void => {
    if (SLOT in changes) void readSettings().then(changed);
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/**
 * Pure. Where the whole cannot be read, each part that can be is kept: a broken option must not cost the provider.
 * `whole` is false when something was lost.
 */
export function settingsFrom(stored: unknown): { settings: Settings; whole: boolean } {
  const current = migrated(stored);
  const whole = z.safeParse(Settings, current).data;
  if (whole) return { settings: whole, whole: true };
  const parts = z.safeParse(Parts, current).data ?? {};
  return {
    settings: {
      ...DEFAULT_SETTINGS,
      provider: z.safeParse(Provider, parts.provider).data ?? null,
      consents: z.safeParse(z.array(z.string()), parts.consents).data ?? [],
      options: optionsFrom(parts.options),
    },
    whole: false,
  };
}

function migrated(stored: unknown): unknown {
  const versioned = z.safeParse(Versioned, stored).data;
  const step = versioned && MIGRATIONS[versioned.version];
  if (!versioned || !step) return stored;
  return migrated({ ...step(versioned), version: versioned.version + 1 });
}

function optionsFrom(stored: unknown): RewriteOptions {
  const given = z.safeParse(z.record(z.string(), z.unknown()), stored).data ?? {};
  return Object.entries(given).reduce((options, [name, value]): RewriteOptions => {
    return z.safeParse(RewriteOptions, { ...options, [name]: value }).data ?? options;
  }, DEFAULT_OPTIONS);
}

const Versioned = z.looseObject({ version: z.number() });
const Parts = z.object({
  provider: z.optional(z.unknown()),
  consents: z.optional(z.unknown()),
  options: z.optional(z.unknown()),
});
