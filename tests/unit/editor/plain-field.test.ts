import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainFields, plainText, withoutShortcodes } from '../../../utils/editor/plain-field.ts';

describe('a field', () => {
  test.each([
    ['<b>Kremlin</b> : <img src=x onerror=alert(1)>démenti', 'Kremlin : démenti'],
    ['<<b>script>alert(1)<</b>/script>', 'alert(1)'],
    ['avant <script', 'avant script'],
    ['<<a', 'a'],
    ['3 < 5 et 7 > 2', '3 < 5 et 7 > 2'],
    ['deux\nlignes\t et  blancs', 'deux lignes et blancs'],
    ['zéro\u200Blargeur\u202E', 'zérolargeur'],
    ['« 1\u00A0000\u202F! »', '« 1\u00A0000\u202F! »'],
  ])('%j is written as %j', (given, written) => {
    expect(plainText(given)).toBe(written);
  });

  test('never holds anything that a parser takes for a tag', () => {
    assert(
      property(array(constantFrom('<', '>', '/', '!', 'script', 'a', ' ', '"', '=', '<b>', '-->')), (parts) => {
        expect(plainText(parts.join(''))).not.toMatch(/<[a-z/!?]/i);
      }),
    );
  });

  test('that was not accepted stays away; a slug is one, tags are single and without commas', () => {
    expect(plainFields({ slug: 'Ça « dément »', tags: ['Kremlin', 'Kremlin', 'a,b', '<i></i>'] })).toEqual({
      slug: 'ca-dement',
      tags: ['Kremlin', 'a b'],
    });
  });
});

describe('brackets', () => {
  test.each([
    ['[gallery ids="1"]', '(gallery ids="1"]'],
    ['[/embed]', '(/embed]'],
    ['[contact-form-7 id="1"]', '(contact-form-7 id="1"]'],
    ['[user_email]', '(user_email]'],
    ['[user]x[/user]', '[user]x(/user]'],
    ['[temoin<br>id="1"]', '(temoin<br>id="1"]'],
    ['« [Il] a dit […] »', '« [Il] a dit […] »'],
    ['[le président russe]', '[le président russe]'],
  ])('%j becomes %j', (given, written) => {
    expect(withoutShortcodes(given)).toBe(written);
  });
});
