/** What the rewrite pipeline knows of a language model. Implemented on the `openai` package in `openai-client.ts`. */
import type { Usage } from './usage.ts';

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

export interface ChatRequest {
  /** What the call is for: for logs, costs and tests. */
  purpose: 'plan' | 'section' | 'sentence' | 'fields' | 'repair' | 'translation' | 'opinion' | 'test';
  messages: ChatMessage[];
  maxTokens: number;
  temperature?: number;
  /** Asks for one JSON object of this JSON Schema; the client steps down to what the provider can do. */
  json?: { name: string; schema: Record<string, unknown> };
}

export type ChatChunk =
  | { kind: 'text'; text: string }
  /** All text of this answer so far was the model's thinking, as is known only now: to be forgotten. */
  | { kind: 'thought' }
  /**
   * Waiting before a retry: `attempt` counts from 1, `waitMs` is the wait announced, `until` its end (ms since the epoch).
   * Only ever before the first text.
   */
  | { kind: 'retry'; attempt: number; waitMs: number; until: number; code: string }
  /** The wait that was to end at `until` is over, by itself or because it was cut short. */
  | { kind: 'retried'; until: number }
  | { kind: 'usage'; usage: Usage };

export interface LlmClient {
  /** `hosted` models take several sections at a time, `local` ones one. */
  readonly locality: 'hosted' | 'local';
  /**
   * Streams one answer. Ends without error only when the provider said it was complete.
   * Breaking out of the loop or aborting `signal` ends the request at once, and nothing more is paid for it.
   * @throws CodedError `bad_key`, `quota`, `rate_limited`, `model_not_found`, `bad_endpoint`, `host_permission`,
   *   `origin_refused`, `network`, `stream_cut`, `stalled`, `empty`, `truncated`, `refused`, `server_error`
   * @throws DOMException `AbortError` when `signal` is aborted
   */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatChunk>;
}
