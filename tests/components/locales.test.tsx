import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ErrorCode } from '../../utils/errors.ts';
import { errorAction, errorText, formatDuration, t, tn } from '../../utils/i18n.ts';
import { NoticeCode } from '../../utils/article/report.ts';
import { ProviderId } from '../../utils/settings.ts';

const load = (language: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../public/_locales/${language}/messages.json`), 'utf8'));
const french = load('fr');
const english = load('en');

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(english)).toEqual(Object.keys(french));
  });

  test('leave no text empty', () => {
    const empty = [french, english].flatMap((texts) => Object.keys(texts).filter((key) => !texts[key]?.message));
    expect(empty).toEqual([]);
  });

  test('ask for the same values', () => {
    const values = (text = '') => [...new Set(text.match(/\$\d/g))].toSorted().join(' ');
    const different = Object.keys(french).filter((key) => values(french[key]?.message) !== values(english[key]?.message));
    expect(different).toEqual([]);
  });

  test('French texts have no-break spaces where French wants them', () => {
    expect(Object.values(french).filter(({ message }) => / [:;!?»]|« /.test(message))).toEqual([]);
  });
});

test.each(ErrorCode.options)('the failure %s has a sentence and one next action', (code) => {
  expect(errorText(code)).toMatch(/^\p{Lu}.*\S/u);
  expect(errorAction(code)).toMatch(/^\p{Lu}/u);
});

test.each(NoticeCode.options)('the notice %s has a sentence', (code) => {
  expect(t(`notice_${code}`)).toMatch(/\.$/);
});

test.each(ProviderId.options)('the provider %s is named as who receives the text', (id) => {
  expect(t(`recipient_${id}`, 'http://localhost')).not.toBe('');
});

test('French counts zero and one alike', () => {
  expect([tn('blocks', 0), tn('blocks', 1), tn('blocks', 14)]).toEqual(['0 bloc', '1 bloc', '14 blocs']);
});

test('durations are told in seconds, then in minutes', () => {
  expect([formatDuration(38_400), formatDuration(125_000)]).toEqual(['38 s', '2 min 5 s']);
});
