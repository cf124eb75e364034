/** Runs before each unit and component test file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../public/_locales/fr/messages.json'), 'utf8'),
);

beforeEach(() => {
  fakeBrowser.reset();
  // wxt's fake browser throws « not implemented » here: give it the real French texts.
  Object.assign(fakeBrowser.i18n, {
    getMessage: (key: string, substitutions: string | string[] = []) =>
      (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => [substitutions].flat()[Number(n) - 1] ?? ''),
    getUILanguage: () => 'fr',
  });
});
