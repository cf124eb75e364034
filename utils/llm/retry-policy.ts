/**
 * When a request is sent again, and after how long. Only what may pass by itself, only before the first text (a started
 * answer is paid for), never a spent quota, and never a wait that nobody would sit through.
 */
import type { ErrorCode } from '../errors.ts';

/** Retries by code. What is not here is told at once. */
const TRIES: Partial<Record<ErrorCode, number>> = { rate_limited: 4, server_error: 3, network: 3, stream_cut: 2, stalled: 1 };

const FIRST_WAIT_MS = 1000;
const LONGEST_BACKOFF_MS = 16_000;
/** A longer `Retry-After` is an answer, not a pause: the job stops there and says so. */
export const LONGEST_RETRY_AFTER_MS = 120_000;

/**
 * ms to wait before the next try; null = no further try.
 * @param attempt retries made so far
 * @param retryAfterMs what the server asked for, null = nothing
 * @param random in [0, 1): up to a quarter more, so that parallel sections do not come back together
 */
export function retryWait(code: ErrorCode, attempt: number, retryAfterMs: number | null, random: number): number | null {
  if (attempt >= (TRIES[code] ?? 0)) return null;
  if (retryAfterMs !== null && (code === 'rate_limited' || code === 'server_error')) {
    return retryAfterMs > LONGEST_RETRY_AFTER_MS ? null : retryAfterMs;
  }
  return Math.round(Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_BACKOFF_MS) * (1 + random / 4));
}

/** ms asked for by `Retry-After` (seconds or a date) or `retry-after-ms`; null where there is none that can be read. */
export function retryAfterMs(headers: Headers | undefined, now: number): number | null {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (ms >= 0) return ms;
  const text = headers?.get('retry-after')?.trim();
  if (!text) return null;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
