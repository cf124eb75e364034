/** The texts of the interface, from `public/_locales`. French is the default, English the second. */
import { browser } from 'wxt/browser';
import type french from '../public/_locales/fr/messages.json';
import type { ErrorCode } from './errors.ts';

/** A key of `public/_locales/fr/messages.json`; `tests/components/locales.test.tsx` holds the English file to the same keys. */
export type MessageKey = keyof typeof french;

/** Keys that come in two: `<key>_1` for one (and in French for zero), `<key>_n` for more. */
export type CountedKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_n` ? Stem : never) : never;

/** Wider than the type that wxt generates, which knows the keys of the last `wxt prepare` only. */
const texts: { getMessage(key: string, values?: string[]): string } = browser.i18n;

/** The text of `key`, with `$1`, `$2`… replaced. */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return texts.getMessage(key, values.map(String));
}

/** « 1 bloc », « 14 blocs ». */
export function tn(key: CountedKey, count: number): string {
  const one = language() === 'fr' ? Math.abs(count) < 2 : count === 1;
  const full: MessageKey = one ? `${key}_1` : `${key}_n`;
  return t(full, formatNumber(count));
}

/** The French sentence of a failure. */
export function errorText(code: ErrorCode): string {
  return t(`error_${code}`);
}

/** The one next action of a failure, as written on its button. */
export function errorAction(code: ErrorCode): string {
  return t(`error_${code}_action`);
}

/** A text that may not exist (a SEO assessment that we have no words for); null then. */
export function maybe(key: string): string | null {
  return texts.getMessage(key) || null;
}

export function formatNumber(value: number): string {
  return value.toLocaleString(language());
}

/** « le corps, Titre et Slug ». */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(items);
}

/** « 38 s », « 2 min 5 s ». */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 60 ? t('seconds', seconds) : t('minutes', Math.floor(seconds / 60), seconds % 60);
}

/** The language of the texts shown: `fr` or `en`, whichever of our locales the browser picked. */
export function language(): 'fr' | 'en' {
  return t('locale') === 'en' ? 'en' : 'fr';
}
