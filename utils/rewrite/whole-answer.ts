/** A whole answer read at once: for the small requests (JSON, single sentences) that nobody watches stream. */
import type { ChatRequest, LlmClient } from '../llm/llm-client.ts';
import type { RewriteEvent } from './progress.ts';

/** Yields usage and retries, returns the text. Throws what `LlmClient.stream` throws. */
export async function* wholeAnswer(
  client: LlmClient,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<RewriteEvent, string> {
  let text = '';
  for await (const chunk of client.stream(request, signal)) {
    if (chunk.kind === 'text') text += chunk.text;
    else yield chunk;
  }
  return text;
}
