/** An `LlmClient` that says what a script says, in small pieces, with tokens counted from characters. For unit tests. */
import { CodedError } from '../../utils/errors.ts';
import type { ChatChunk, ChatRequest, LlmClient } from '../../utils/llm/llm-client.ts';

export interface ScriptedClient extends LlmClient {
  requests: ChatRequest[];
  /** Characters given before each request was ended by us, by index; the whole answer where it was not. */
  given: number[];
}

/** An answer, or the error that ends it: `{ text, error }` says the text first. */
export type ScriptedAnswer = string | CodedError | { text: string; error: CodedError };

export function scriptedClient(
  answer: (request: ChatRequest, index: number) => ScriptedAnswer,
  locality: LlmClient['locality'] = 'hosted',
): ScriptedClient {
  const requests: ChatRequest[] = [];
  const given: number[] = [];
  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatChunk, void> {
    const index = requests.push(request) - 1;
    const said = answer(request, index);
    const text = typeof said === 'string' ? said : said instanceof CodedError ? '' : said.text;
    given[index] = 0;
    for (let at = 0; at < text.length; at += 9) {
      await Promise.resolve();
      signal.throwIfAborted();
      given[index] = at;
      yield { kind: 'text', text: text.slice(at, at + 9) };
    }
    given[index] = text.length;
    const prompt = request.messages.reduce((sum, message) => sum + message.content.length, 0);
    const usage = {
      promptTokens: tokens(prompt),
      completionTokens: tokens(text.length),
      cachedTokens: 0,
      requests: 1,
      estimated: true,
    };
    yield { kind: 'usage', usage };
    if (typeof said !== 'string') throw said instanceof CodedError ? said : said.error;
    if (text === '') throw new CodedError('empty');
  }
  return { locality, stream, requests, given };
}

function tokens(characters: number): number {
  return Math.ceil(characters / 4);
}

/** All messages' texts. */
export function promptOf(request: ChatRequest): string {
  return request.messages.map((message) => message.content).join('\n');
}
