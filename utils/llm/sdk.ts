/** The `openai` package as this project uses it: nothing read from the environment, nothing retried, nothing told about us. */
import OpenAI from 'openai';

/** The SDK refuses an empty key; local servers take any. */
const NO_KEY = 'no-key';

const UNSENT_HEADERS = [
  'x-stainless-arch',
  'x-stainless-helper-method',
  'x-stainless-lang',
  'x-stainless-os',
  'x-stainless-package-version',
  'x-stainless-retry-count',
  'x-stainless-runtime',
  'x-stainless-runtime-version',
  'x-stainless-timeout',
  'user-agent',
];

/** Longer than any patience of ours: `watched-fetch.ts` keeps the time. */
const TIMEOUT_MS = 86_400_000;

export interface Endpoint {
  baseUrl: string;
  /** null for a local server that wants none. */
  apiKey: string | null;
}

export function openAiSdk(endpoint: Endpoint, fetch: typeof globalThis.fetch): OpenAI {
  return new OpenAI({
    baseURL: endpoint.baseUrl,
    apiKey: endpoint.apiKey || NO_KEY,
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    // The background keeps the key out of every page; Firefox's background has a `window`, which the SDK takes for a page.
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    timeout: TIMEOUT_MS,
    logLevel: 'off',
    // Refused by the preflight of several servers, and nobody's business.
    defaultHeaders: Object.fromEntries(UNSENT_HEADERS.map((name) => [name, null])),
    fetch,
  });
}
