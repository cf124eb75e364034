/** A whole answer read at once: for the small requests (JSON, single sentences) that nobody watches stream. */
import type { ChatRequest, LlmClient } from '../llm/llm-client.ts';
import type { RewriteEvent } from './progress.ts';
import { LoopWatch } from './repetition.ts';

/** Yields usage and retries, returns the text; a loop ends the request. Throws what `LlmClient.stream` throws. */
export async function* wholeAnswer(
  client: LlmClient,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<RewriteEvent, string> {
  let text = '';
  let watched = 0;
  for await (const chunk of client.stream(request, signal)) {
    if (chunk.kind === 'thought') {
      text = '';
      watched = 0;
      continue;
    }
    if (chunk.kind !== 'text') {
      yield chunk;
      continue;
    }
    text += chunk.text;
    if (request.json !== undefined || text.length < watched + 300) continue;
    watched = text.length;
    if (new LoopWatch().add(text)) break;
  }
  return text;
}
