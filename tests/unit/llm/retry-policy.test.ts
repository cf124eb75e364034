import { describe, expect, it } from 'vitest';
import { LONGEST_RETRY_AFTER_MS, retryAfterMs, retryWait } from '../../../utils/llm/retry-policy.ts';

describe('retryWait', () => {
  it('doubles the wait from one second, up to sixteen', () => {
    expect([0, 1, 2, 3].map((attempt) => retryWait('rate_limited', attempt, null, 0))).toEqual([1000, 2000, 4000, 8000]);
  });

  it('spreads parallel retries over a quarter more', () => {
    expect(retryWait('network', 0, null, 0.999)).toBeGreaterThan(1240);
  });

  it('gives up after the tries of each code', () => {
    expect(retryWait('rate_limited', 4, null, 0)).toBeNull();
    expect(retryWait('server_error', 3, null, 0)).toBeNull();
    expect(retryWait('stalled', 1, null, 0)).toBeNull();
  });

  it('waits as long as the server asks, when somebody would sit through it', () => {
    expect(retryWait('rate_limited', 0, 90_000, 0.5)).toBe(90_000);
    expect(retryWait('rate_limited', 0, 0, 0.5)).toBe(0);
  });

  it('takes an absurd wait for an answer', () => {
    expect(retryWait('rate_limited', 0, LONGEST_RETRY_AFTER_MS + 1, 0)).toBeNull();
  });

  it.each([
    'quota',
    'bad_key',
    'no_key',
    'model_not_found',
    'bad_endpoint',
    'refused',
    'truncated',
    'empty',
    'origin_refused',
  ] as const)('never retries %s', (code) => {
    expect(retryWait(code, 0, 1000, 0)).toBeNull();
  });
});

describe('retryAfterMs', () => {
  const at = Date.parse('2026-11-24T10:00:00Z');

  it('reads seconds, milliseconds and dates', () => {
    expect(retryAfterMs(new Headers({ 'retry-after': '2' }), at)).toBe(2000);
    expect(retryAfterMs(new Headers({ 'retry-after-ms': '350' }), at)).toBe(350);
    expect(retryAfterMs(new Headers({ 'retry-after': 'Tue, 24 Nov 2026 10:00:30 GMT' }), at)).toBe(30_000);
  });

  it('takes a date gone by as now', () => {
    expect(retryAfterMs(new Headers({ 'retry-after': 'Tue, 24 Nov 2026 09:00:00 GMT' }), at)).toBe(0);
  });

  it('is null without a header that can be read', () => {
    expect(retryAfterMs(undefined, at)).toBeNull();
    expect(retryAfterMs(new Headers({ 'retry-after': 'soon' }), at)).toBeNull();
  });
});
