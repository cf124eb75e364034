/** From whatever the SDK, `fetch` or a stream threw to a code, a detail and what the server asked for. */
import { APIConnectionError, APIError } from 'openai';
import { CodedError, type ErrorCode } from '../errors.ts';
import { codeOfAnswer, detailOf, redact } from './error-code.ts';
import type { Locality } from './providers.ts';
import { retryAfterMs } from './retry-policy.ts';

export interface Failure {
  code: ErrorCode | 'ask_models';
  detail: string | null;
  retryAfterMs: number | null;
  /** The same request would fail again: a 4xx, but for 408 and 429. */
  lasting: boolean;
  /** What a 400 or 422 said, to learn from; null for everything else. */
  refusal: unknown;
}

export interface Circumstances {
  /** The response's head, null when none came. */
  head: Response | null;
  apiKey: string | null;
  locality: Locality;
}

export function diagnose(error: unknown, { head, apiKey, locality }: Circumstances): Failure {
  const coded = codedIn(error);
  if (coded) return failure(coded.code, coded.detail);
  if (error instanceof APIError && !(error instanceof APIConnectionError)) {
    const status = error.status ?? null;
    const said = unwrapped(error.error);
    const code = codeOfAnswer({ status, error: said, locality });
    return {
      code: code === 'ask_models' && isWebPage(error.headers) ? 'bad_endpoint' : code,
      detail: detailOf({ status, error: said }, apiKey),
      retryAfterMs: retryAfterMs(error.headers, Date.now()),
      lasting: status !== null && status < 500 && status !== 408 && status !== 429,
      refusal: status === 400 || status === 422 ? said : null,
    };
  }
  // Everything else is the wire: before a response's head nobody answered, after it the stream broke.
  const told = redact(String(error instanceof Error ? (error.cause ?? error) : error), apiKey).slice(0, 240);
  return failure(head ? 'stream_cut' : 'network', told);
}

function failure(code: ErrorCode, detail: string | null): Failure {
  return { code, detail, retryAfterMs: null, lasting: false, refusal: null };
}

/** Our own error, which the SDK may have wrapped. */
function codedIn(error: unknown): CodedError | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    if (at instanceof CodedError) return at;
  }
  return null;
}

/** Gemini sends its error in a list of one. */
function unwrapped(error: unknown): unknown {
  const first: unknown = Array.isArray(error) ? error[0] : error;
  return typeof first === 'object' && first !== null && 'error' in first ? first.error : first;
}

function isWebPage(headers: Headers | undefined): boolean {
  return /\bhtml\b/i.test(headers?.get('content-type') ?? '');
}
