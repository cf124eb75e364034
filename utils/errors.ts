/**
 * Every failure has a code. The French (and English) sentence and the one next action of each are in
 * `public/_locales` under `error_<code>` and `error_<code>_action`.
 */
import { z } from './zod.ts';

export const ErrorCode = z.enum([
  'no_model',
  'no_key',
  'bad_key',
  'quota',
  'rate_limited',
  'model_not_found',
  'bad_endpoint',
  'host_permission',
  'origin_refused',
  'network',
  'stream_cut',
  'stalled',
  'empty',
  'truncated',
  'refused',
  /** Text came, but not in the form asked for, twice. */
  'bad_answer',
  'not_editor',
  'nothing_to_rewrite',
  /** The source is not in French, and code alone cannot translate it. */
  'foreign_source',
  'page_reloaded',
  'place_changed',
  /** Somebody else edits the post; the user may not edit it; WordPress has signed the user out. Nothing was written. */
  'post_locked',
  'read_only',
  'session_expired',
  /** The page refused injection, or answered what our schema does not know. */
  'page_error',
  /** 400 that no quirk explains, 5xx after the retries. */
  'server_error',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** An error that is told to the user by its code. `detail` is for the log and the details line: never a key. */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | null;
  constructor(code: ErrorCode, detail: string | null = null, options?: ErrorOptions) {
    super(detail ? `${code}: ${detail}` : code, options);
    this.name = 'CodedError';
    this.code = code;
    this.detail = detail;
  }
  /** By name: the engine is a script of its own, and what it throws is of its own copy of this class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'CodedError';
  }
}
