import { describe, expect, it } from 'vitest';
import { allowedHref } from '../../../utils/article/link.ts';

describe('allowedHref', () => {
  it.each(['https://a.example', 'http://a.example/é?x=1#y', 'mailto:a@b.example', 'HTTPS://A.example/'])(
    'leaves %s as written',
    (href) => {
      expect(allowedHref(href)).toBe(href);
    },
  );

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'chrome-extension://abc/x',
    '/relative',
    '#note',
    '',
    'https://user:secret@a.example/',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('refuses %s', (href) => {
    expect(allowedHref(href)).toBeNull();
  });

  it('resolves a relative link against the base, never out of the allow-list', () => {
    expect(allowedHref('../x', 'https://a.example/b/c')).toBe('https://a.example/x');
    expect(allowedHref('//b.example/x', 'https://a.example/')).toBe('https://b.example/x');
    expect(allowedHref('javascript:alert(1)', 'https://a.example/')).toBeNull();
  });
});
