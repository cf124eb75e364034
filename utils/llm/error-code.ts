/** From what a server answered to the code that the user is told. Decided from status and `error.code`, never from prose. */
import type { ErrorCode } from '../errors.ts';
import { z } from '../zod.ts';
import type { Locality } from './providers.ts';

export interface ServerFailure {
  /** HTTP status, null for an error object inside a stream that began with 200. */
  status: number | null;
  /** The body's `error` (or the body itself where it has none); undefined for a body that is no JSON. */
  error: unknown;
  locality: Locality;
}

/** Codes of OpenAI, Mistral, OpenRouter, Groq, DeepSeek and Gemini that say more than the status does. */
const BY_PROVIDER_CODE: Record<string, ErrorCode> = {
  insufficient_quota: 'quota',
  billing_hard_limit_reached: 'quota',
  billing_not_active: 'quota',
  insufficient_balance: 'quota',
  rate_limit_exceeded: 'rate_limited',
  invalid_api_key: 'bad_key',
  API_KEY_INVALID: 'bad_key',
  account_deactivated: 'bad_key',
  model_not_found: 'model_not_found',
  model_not_available: 'model_not_found',
  invalid_model: 'model_not_found',
  content_filter: 'refused',
  content_policy_violation: 'refused',
  invalid_prompt: 'refused',
};

/**
 * The code of an error answer. `ask_models`: a 404 that does not say what is missing, the model or the address; whether
 * `/models` answers there tells the two apart.
 */
export function codeOfAnswer(failure: ServerFailure): ErrorCode | 'ask_models' {
  const said = z.safeParse(ProviderError, failure.error).data;
  for (const word of [said?.code, said?.type, ...(said?.details ?? []).map((detail) => detail.reason)]) {
    const code = typeof word === 'string' ? BY_PROVIDER_CODE[word] : undefined;
    if (code) return code;
  }
  // OpenRouter puts the upstream's status into `code` when the stream has begun with 200.
  const status = failure.status ?? (typeof said?.code === 'number' ? said.code : 0);
  switch (status) {
    case 401:
      return 'bad_key';
    case 402:
      return 'quota';
    case 403:
      // Ollama and others refuse a foreign `Origin` with an empty 403.
      return failure.locality === 'local' ? 'origin_refused' : 'bad_key';
    case 404:
      if (said?.param === 'model') return 'model_not_found';
      return failure.error === undefined ? 'bad_endpoint' : 'ask_models';
    case 405:
      return 'bad_endpoint';
    case 408:
    case 429:
      return 'rate_limited';
    default:
      return 'server_error';
  }
}

/** For the details line: status, the provider's code, the beginning of its message; never a key. */
export function detailOf(failure: { status: number | null; error: unknown }, apiKey: string | null): string {
  const said = z.safeParse(ProviderError, failure.error).data;
  const parts = [failure.status ? `HTTP ${failure.status}` : null, said?.code ?? said?.type ?? null, messageOf(said?.message)];
  return redact(parts.filter((part) => part !== null && part !== '').join(' · '), apiKey);
}

/** Without the key, and without what looks like one: OpenAI's 401 quotes the key that it refuses. */
export function redact(text: string, apiKey: string | null): string {
  const without = apiKey && apiKey.length > 3 ? text.replaceAll(apiKey, '•••') : text;
  return without.replace(/\b(?:sk|gsk|key|AIza|pk|hf|xai)[-_A-Za-z0-9*.]{8,}/g, '•••');
}

function messageOf(message: unknown): string {
  const text = typeof message === 'string' ? message : message === undefined || message === null ? '' : JSON.stringify(message);
  return text.replace(/\s+/g, ' ').slice(0, 240);
}

const ProviderError = z.object({
  code: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  type: z.optional(z.nullable(z.string())),
  param: z.optional(z.nullable(z.string())),
  message: z.optional(z.unknown()),
  details: z.optional(z.array(z.object({ reason: z.optional(z.string()) }))),
});
