/**
 * What a provider's Chat Completions do not take. A small table of what is known, and a rule to learn the rest from a
 * 400 that names the parameter: structured output, token limits and streaming differ from server to server, and from
 * model to model on the same server.
 */
import { z } from '../zod.ts';

export const Quirks = z.object({
  /** Name of the limit. OpenAI's reasoning models refuse `max_tokens`; most others know nothing else. */
  limit: z.enum(['max_tokens', 'max_completion_tokens']),
  /** A temperature may be sent. */
  temperature: z.boolean(),
  /** `stream_options: { include_usage: true }` may be sent. */
  streamOptions: z.boolean(),
  /** The best kind of JSON answer that it knows. */
  format: z.enum(['json_schema', 'json_object', 'none']),
  /** Streams an answer that has a schema. */
  streamsJson: z.boolean(),
  /** Streams at all. */
  streams: z.boolean(),
  /** The chat template opens the thinking itself: the answer begins inside it, and only `</think>` is seen. */
  startsThinking: z.boolean(),
});
export type Quirks = z.infer<typeof Quirks>;

export const NO_QUIRKS: Quirks = {
  limit: 'max_tokens',
  temperature: true,
  streamOptions: true,
  format: 'json_schema',
  streamsJson: true,
  streams: true,
  startsThinking: false,
};

/** Later rows win. Sources: the providers' own pages on Chat Completions, read in November 2026. */
const KNOWN: readonly { host: RegExp; model?: RegExp; quirks: Partial<Quirks> }[] = [
  { host: /(?:^|\.)openai\.com$/, quirks: { limit: 'max_completion_tokens' } },
  // Reasoning models take no temperature but 1 (400 `unsupported_value`).
  { host: /(?:^|\.)openai\.com$/, model: /^(?:o\d|gpt-5)/, quirks: { temperature: false } },
  // « Streaming and tool use are not currently supported with Structured Outputs ».
  { host: /(?:^|\.)groq\.com$/, quirks: { streamsJson: false } },
  // Knows `json_object` only.
  { host: /(?:^|\.)deepseek\.com$/, quirks: { format: 'json_object' } },
  // Its compatible endpoint ignores `response_format` without saying so.
  { host: /(?:^|\.)anthropic\.com$/, quirks: { format: 'none' } },
];

export function knownQuirks(baseUrl: string, model: string): Quirks {
  const host = URL.parse(baseUrl)?.hostname ?? '';
  return KNOWN.filter((row) => row.host.test(host) && (row.model?.test(model) ?? true)).reduce(
    (quirks, row): Quirks => ({ ...quirks, ...row.quirks }),
    NO_QUIRKS,
  );
}

/** A request that was refused (400, 422): what was in it, and what the server said. */
export interface Refusal {
  /** Parameters that were sent, by name. */
  sent: readonly string[];
  /** The server's error: an object with `param`, `detail[].loc` or `message`. */
  error: unknown;
}

/** The quirks that the refusal teaches; null = it teaches nothing new. */
export function learn(quirks: Quirks, refusal: Refusal): Quirks | null {
  const named = namedParameters(refusal.error, refusal.sent);
  const is = (name: string): boolean => named.includes(name) && refusal.sent.includes(name);
  if (is(quirks.limit)) {
    return { ...quirks, limit: quirks.limit === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens' };
  }
  if (is('temperature')) return { ...quirks, temperature: false };
  if (is('stream_options')) return { ...quirks, streamOptions: false };
  if (is('stream'))
    return refusal.sent.includes('response_format') ? { ...quirks, streamsJson: false } : { ...quirks, streams: false };
  if (is('response_format')) return { ...quirks, format: quirks.format === 'json_schema' ? 'json_object' : 'none' };
  return null;
}

/**
 * Names of parameters in an error, where servers put them: OpenAI in `param`, pydantic servers in `detail[].loc`, the
 * rest as an identifier in the message. Identifiers only (with `_`, or between quotes): never a word of prose.
 */
function namedParameters(error: unknown, sent: readonly string[]): string[] {
  const found = z.safeParse(NamingError, error).data;
  if (!found) return [];
  if (found.param) return [found.param.split(/[.[]/)[0] ?? ''];
  const places = (z.safeParse(Details, found.detail).data ?? [])
    .flatMap((detail) => detail.loc)
    .filter((step) => typeof step === 'string');
  if (places.length > 0) return places;
  const message = typeof found.message === 'string' ? found.message : JSON.stringify(found.message ?? '');
  return sent.filter((name) => (name.includes('_') ? message.includes(name) : new RegExp(`["'\`]${name}["'\`]`).test(message)));
}

const Details = z.array(z.object({ loc: z.array(z.union([z.string(), z.number()])) }));
const NamingError = z.object({
  param: z.nullish(z.string()),
  detail: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
});
