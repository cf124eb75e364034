import { assert, nat, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../../utils/editor/fingerprint.ts';

test('the same text has the same fingerprint, and one changed character another', () => {
  assert(
    property(string({ minLength: 1, maxLength: 200 }), nat(), (text, at) => {
      const index = at % text.length;
      const changed = text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ 1) + text.slice(index + 1);
      expect(fingerprint(text)).toBe(fingerprint(`${text}`));
      expect(fingerprint(changed)).not.toBe(fingerprint(text));
    }),
  );
});

test('100,000 near texts collide nowhere', () => {
  const seen = new Set(Array.from({ length: 100_000 }, (_, i) => fingerprint(`Le Kremlin a démenti une information, no ${i}.`)));
  expect(seen.size).toBe(100_000);
});
