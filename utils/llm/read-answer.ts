/** One streamed answer of Chat Completions, read to its honest end. */
import { CodedError } from '../errors.ts';
import type { ChatChunk, ChatRequest } from './llm-client.ts';
import { thinkFilter } from './think-filter.ts';
import type { Usage } from './usage.ts';
import { z } from '../zod.ts';

export interface Reading {
  /** Sends the request; its events come unparsed. */
  open(): Promise<AsyncIterable<unknown>>;
  request: ChatRequest;
  /** HTTP requests made for this answer, refused ones included. */
  requests: number;
  startsThinking: boolean;
  /** ms without an event before the answer counts as stalled. */
  eventsMs: number;
  /** Ends the request; the loop then ends, silently. */
  cut(reason: CodedError): void;
  wasCut(): unknown;
  onOrphanThinking(): void;
  signal: AbortSignal;
}

/** Characters that one token can hold at most, roughly: more than the limit allows means that it is ignored. */
const MOST_CHARS_A_TOKEN = 10;
/** Thinking included: no rewrite of ours needs a tenth of it. */
const MOST_CHARS = 400_000;
/** French prose on the usual vocabularies. */
const CHARS_A_TOKEN = 3.6;

/**
 * Text as it comes, usage at the end (also before an error once text has come: it was paid for).
 * @throws CodedError `empty`, `stream_cut`, `stalled`, `truncated`, `refused`; what the SDK throws, unchanged
 */
export async function* readAnswer(reading: Reading): AsyncGenerator<ChatChunk, void> {
  const { request, signal } = reading;
  const filter = thinkFilter(reading.startsThinking);
  const mostChars = request.maxTokens * MOST_CHARS_A_TOKEN + 400;
  let events = 0;
  let answerChars = 0;
  let allChars = 0;
  let finish: string | null = null;
  let refusal = false;
  let thought = false;
  let usage: Usage | null = null;
  let failed: unknown = null;

  let idle: ReturnType<typeof setTimeout> | undefined;
  const restart = (): void => {
    clearTimeout(idle);
    idle = setTimeout(() => reading.cut(new CodedError('stalled', 'no event')), reading.eventsMs);
  };
  restart();
  try {
    for await (const event of await reading.open()) {
      const chunk = z.safeParse(Chunk, event).data;
      if (!chunk) continue;
      events += 1;
      restart();
      if (chunk.usage) usage = usageOf(chunk.usage, reading.requests);
      const choice = chunk.choices?.[0];
      if (!choice) continue;
      if (choice.delta?.refusal) refusal = true;
      const content = textOf(choice.delta?.content);
      allChars += content.length + (choice.delta?.reasoning_content ?? choice.delta?.reasoning ?? '').length;
      const text = filter.push(content);
      if (filter.orphan && !thought) {
        thought = true;
        answerChars = 0;
        yield { kind: 'thought' };
      }
      answerChars += text.length;
      if (text) yield { kind: 'text', text };
      finish = choice.finish_reason ?? finish;
      if (answerChars > mostChars || allChars > MOST_CHARS)
        reading.cut(new CodedError('truncated', `more than ${request.maxTokens} tokens asked for`));
    }
    const rest = filter.end();
    answerChars += rest.length;
    if (rest && !signal.aborted) yield { kind: 'text', text: rest };
  } catch (error) {
    failed = error;
  } finally {
    clearTimeout(idle);
  }
  if (signal.aborted) return;
  if (filter.orphan) reading.onOrphanThinking();
  if (answerChars > 0 || usage) yield { kind: 'usage', usage: usage ?? estimated(request, allChars, reading.requests) };
  if (reading.wasCut()) throw reading.wasCut();
  if (failed) throw failed;
  if (events === 0) throw new CodedError('empty', 'no event');
  if (refusal || finish === 'content_filter') throw new CodedError('refused', 'content_filter');
  if (finish === 'length') throw new CodedError('truncated', 'finish_reason length');
  if (finish !== 'stop') throw new CodedError('stream_cut', `finish_reason ${finish ?? 'missing'}`);
  if (answerChars === 0) throw new CodedError('empty', allChars > 0 ? 'thinking only' : 'no text');
}

/** Mistral sends its thinking models' content as parts. */
function textOf(content: z.infer<typeof Content>): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => part.text ?? '').join('');
}

function usageOf(usage: z.infer<typeof ChunkUsage>, requests: number): Usage {
  return {
    promptTokens: usage.prompt_tokens ?? 0,
    completionTokens: usage.completion_tokens ?? 0,
    cachedTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    requests,
    estimated: false,
  };
}

function estimated(request: ChatRequest, chars: number, requests: number): Usage {
  const asked = request.messages.reduce((sum, message) => sum + message.content.length, 0);
  return {
    promptTokens: Math.ceil(asked / CHARS_A_TOKEN),
    completionTokens: Math.ceil(chars / CHARS_A_TOKEN),
    cachedTokens: 0,
    requests,
    estimated: true,
  };
}

const Content = z.nullish(
  z.union([z.string(), z.array(z.object({ type: z.optional(z.string()), text: z.optional(z.string()) }))]),
);
const ChunkUsage = z.object({
  prompt_tokens: z.optional(z.number()),
  completion_tokens: z.optional(z.number()),
  prompt_tokens_details: z.nullish(z.object({ cached_tokens: z.nullish(z.number()) })),
});
const Chunk = z.object({
  choices: z.optional(
    z.array(
      z.object({
        delta: z.nullish(
          z.object({
            content: Content,
            refusal: z.nullish(z.string()),
            reasoning_content: z.nullish(z.string()),
            reasoning: z.nullish(z.string()),
          }),
        ),
        finish_reason: z.nullish(z.string()),
      }),
    ),
  ),
  usage: z.nullish(ChunkUsage),
});
