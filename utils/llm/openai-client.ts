/**
 * The `LlmClient` on the `openai` package: Chat Completions, streamed. Runs in the extension's background and in Node.
 *
 * The SDK alone would end silently on a cut stream, hang on a stalled body and retry a spent quota; so an answer counts
 * as whole only when events came, the last of them said `stop`, and nobody aborted.
 */
import { CodedError } from '../errors.ts';
import { chatBody, type ChatBody } from './chat-body.ts';
import { diagnose, type Failure } from './diagnose.ts';
import { jsonAsStream } from './json-as-stream.ts';
import type { ChatChunk, ChatRequest, LlmClient } from './llm-client.ts';
import { listModels } from './models.ts';
import { localityOf } from './providers.ts';
import { quirkKey, quirksInMemory, type QuirkMemory } from './quirk-memory.ts';
import { knownQuirks, learn, type Quirks } from './quirks.ts';
import { retryGate, type RetryGate } from './retry-gate.ts';
import { retryWait } from './retry-policy.ts';
import { readAnswer } from './read-answer.ts';
import { openAiSdk, type Endpoint } from './sdk.ts';
import { PATIENCE, watchedFetch, type Patience } from './watched-fetch.ts';

export interface ClientOptions extends Endpoint {
  model: string;
  /** Where learned quirks are kept. Default: for the life of this client. */
  memory?: QuirkMemory;
  /** Whose `hurry()` is « Réessayer maintenant ». */
  gate?: RetryGate;
  patience?: Partial<Patience>;
  fetch?: typeof fetch;
  /** Whether the browser lets us talk to this server: a refused host looks like a dead one to `fetch`. */
  hostGranted?: () => Promise<boolean>;
}

/** One parameter after another may be refused; a server that refuses more than these refuses us. */
const MOST_LESSONS = 6;

export function openAiClient(options: ClientOptions): LlmClient {
  const { baseUrl, model, memory = quirksInMemory(), gate = retryGate(), fetch = globalThis.fetch, hostGranted } = options;
  const apiKey = options.apiKey || null;
  const locality = localityOf(baseUrl);
  const patience = { ...PATIENCE[locality], ...options.patience };
  const key = quirkKey(baseUrl, model);

  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatChunk, void> {
    if (!apiKey && locality === 'hosted') throw new CodedError('no_key');
    let quirks = (await memory.read(key)) ?? knownQuirks(baseUrl, model);
    let lessons = 0;
    let retries = 0;
    let requests = 0;
    for (;;) {
      throwIfAborted(signal);
      const body = chatBody(model, request, quirks);
      requests += 1;
      const attempt = { spoke: false, head: null as Response | null };
      try {
        yield* ask(body, request, quirks, requests, attempt, signal);
        return;
      } catch (error) {
        throwIfAborted(signal);
        const failure = diagnose(error, { head: attempt.head, apiKey, locality });
        const lesson = failure.refusal === null ? null : learn(quirks, { sent: Object.keys(body), error: failure.refusal });
        if (lesson && lessons < MOST_LESSONS) {
          lessons += 1;
          quirks = lesson;
          await memory.write(key, quirks);
          continue;
        }
        const code = await settled(failure);
        const waitMs = attempt.spoke || failure.lasting ? null : retryWait(code, retries, failure.retryAfterMs, Math.random());
        if (waitMs === null) throw new CodedError(code, failure.detail, { cause: error });
        retries += 1;
        const until = Date.now() + waitMs;
        yield { kind: 'retry', attempt: retries, waitMs, until, code };
        await gate.wait(waitMs, signal).catch(() => throwIfAborted(signal));
        yield { kind: 'retried', until };
      }
    }
  }

  /** One request. `attempt` tells, also after an error, whether a head came and whether text was passed on. */
  async function* ask(
    body: ChatBody,
    request: ChatRequest,
    quirks: Quirks,
    requests: number,
    attempt: { spoke: boolean; head: Response | null },
    signal: AbortSignal,
  ): AsyncGenerator<ChatChunk, void> {
    const cutter = new AbortController();
    const watched = watchedFetch(fetch, patience, (response) => {
      attempt.head = response;
    });
    const answer = readAnswer({
      open: () =>
        openAiSdk({ baseUrl, apiKey }, jsonAsStream(watched)).post('/chat/completions', {
          body,
          stream: true,
          signal: AbortSignal.any([signal, cutter.signal]),
        }),
      request,
      requests,
      startsThinking: quirks.startsThinking,
      eventsMs: patience.events,
      cut: (reason) => cutter.abort(reason),
      wasCut: () => (cutter.signal.aborted ? cutter.signal.reason : null),
      onOrphanThinking: () => void memory.write(key, { ...quirks, startsThinking: true }),
      signal,
    });
    for await (const chunk of answer) {
      if (chunk.kind === 'text') attempt.spoke = true;
      yield chunk;
    }
    // The SDK's loop ends silently when it is aborted.
    throwIfAborted(signal);
  }

  async function settled(failure: Failure): Promise<CodedError['code']> {
    if (failure.code === 'network' && hostGranted && !(await hostGranted())) return 'host_permission';
    if (failure.code !== 'ask_models') return failure.code;
    const listed = await listModels({ baseUrl, apiKey }, undefined, fetch).then(
      () => true,
      () => false,
    );
    return listed ? 'model_not_found' : 'bad_endpoint';
  }

  return { locality, stream };
}

/** Whatever reason a caller aborted with, the loop above it sees one kind of error. */
function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new DOMException('The request was cancelled.', 'AbortError');
}
