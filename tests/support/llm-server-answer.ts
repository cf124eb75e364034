/** One answer of the test model server: what it says, at which pace, and where it breaks. */
import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import type { LlmRequest } from './llm-server.ts';

export interface Answer {
  /** What the model says. */
  text?: string;
  /** Sent as `reasoning_content` before the text. */
  reasoning?: string;
  /** Default `stop`; null = the stream ends without one, nor `[DONE]`. */
  finish?: string | null;
  /** Default: tokens estimated from characters, where the request asks for usage; null = never any. */
  usage?: { prompt_tokens: number; completion_tokens: number; prompt_tokens_details?: { cached_tokens: number } } | null;

  /** Characters a delta. Default 12. */
  chunkChars?: number;
  /** ms between two deltas. Default 0. */
  delayMs?: number;
  /** ms before the response's head. */
  headersAfterMs?: number;
  /** ms between the head and the first delta. */
  firstByteAfterMs?: number;

  /** A ready response instead of a stream: status, headers and body. */
  status?: number;
  headers?: Record<string, string>;
  body?: string | object;

  /** A JSON body although a stream was asked for. (A request without `stream` always gets one.) */
  plainJson?: boolean;
  gzip?: boolean;
  /** Line ends of the events. Default `\n`. */
  eol?: '\n' | '\r\n';
  /** The whole stream re-cut into writes of so many bytes, whatever the events: 1 cuts characters, 65536 joins events. */
  bytesPerWrite?: number;
  /** Comments (`: keep-alive`) before the first event; with `text` undefined, nothing but them. */
  comments?: number;
  /** After so many characters of the text: the socket is cut, in the middle of a UTF-8 character where there is one. */
  cutAfter?: number;
  /** After so many characters: nothing more, and the socket stays open. */
  stallAfter?: number;
  /** After so many characters: this error object as an event, then the end. */
  errorAfter?: { chars: number; error: object };
  /** Says the text again and again, until the client goes away. */
  endless?: boolean;
}

/** Sends `answer` on `response`; `out` is the response, or the gzip stream before it. Resolves when it is over. */
export async function sendAnswer(answer: Answer, request: LlmRequest, response: ServerResponse, out: Writable): Promise<void> {
  if (answer.headersAfterMs) await pause(answer.headersAfterMs);
  if (request.over) return;
  if (answer.body !== undefined || answer.status !== undefined) return sendReady(answer, response, out);
  if (answer.plainJson || request.body.stream !== true) {
    if (answer.firstByteAfterMs) await pause(answer.firstByteAfterMs);
    return sendReady({ ...answer, status: 200, body: completionOf(answer, request) }, response, out);
  }
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
    ...(answer.gzip ? { 'content-encoding': 'gzip' } : {}),
    ...answer.headers,
  });
  response.flushHeaders();
  if (answer.firstByteAfterMs) await pause(answer.firstByteAfterMs);
  await sendStream(answer, request, response, out);
}

function sendReady(answer: Answer, response: ServerResponse, out: Writable): void {
  const json = typeof answer.body === 'object';
  response.writeHead(answer.status ?? 200, {
    'content-type': json ? 'application/json' : 'text/html; charset=utf-8',
    ...(answer.gzip ? { 'content-encoding': 'gzip' } : {}),
    ...answer.headers,
  });
  out.end(json ? JSON.stringify(answer.body) : (answer.body ?? ''));
}

async function sendStream(answer: Answer, request: LlmRequest, response: ServerResponse, out: Writable): Promise<void> {
  const eol = answer.eol ?? '\n';
  const send = async (line: string): Promise<void> => {
    if (request.over) return;
    const bytes = Buffer.from(line + eol + eol);
    const size = answer.bytesPerWrite ?? bytes.length;
    for (let at = 0; at < bytes.length && !request.over; at += size) {
      out.write(bytes.subarray(at, at + size));
      request.writes.push(performance.now());
      // One byte a write must also be one byte a packet, or nothing is tried.
      if (size < 16) await pause(0);
    }
  };
  const event = (delta: object, finish: string | null = null, more: object = {}): Promise<void> =>
    send(`data: ${JSON.stringify(chunkOf(request, [{ index: 0, delta, finish_reason: finish }], more))}`);

  for (let n = 0; n < (answer.comments ?? 0); n += 1) {
    await send(': keep-alive');
    if (answer.delayMs) await pause(answer.delayMs);
  }
  if (answer.text === undefined && answer.reasoning === undefined && answer.comments) return void out.end();

  await event({ role: 'assistant', content: '' });
  for (const piece of pieces(answer.reasoning ?? '', answer.chunkChars)) {
    await event({ reasoning_content: piece });
    if (answer.delayMs) await pause(answer.delayMs);
  }
  let sent = 0;
  const joined: string[] = [];
  do {
    for (const piece of pieces(answer.text ?? '', answer.chunkChars)) {
      if (request.over) return;
      if (answer.cutAfter !== undefined && sent + piece.length > answer.cutAfter) return cut(request, response, out, piece);
      if (answer.stallAfter !== undefined && sent + piece.length > answer.stallAfter) return;
      if (answer.errorAfter && sent + piece.length > answer.errorAfter.chars) {
        await send(`data: ${JSON.stringify({ error: answer.errorAfter.error })}`);
        return void out.end();
      }
      sent += piece.length;
      if (answer.bytesPerWrite && answer.bytesPerWrite > 1024) {
        joined.push(`data: ${JSON.stringify(chunkOf(request, [{ index: 0, delta: { content: piece }, finish_reason: null }]))}`);
      } else {
        await event({ content: piece });
        await pause(answer.delayMs ?? 0);
      }
    }
  } while (answer.endless && !request.over);
  if (joined.length > 0) await send(joined.join(eol + eol));

  const finish = answer.finish === undefined ? 'stop' : answer.finish;
  if (finish === null) return void out.end();
  await event({}, finish);
  if (answer.usage !== null && request.body.stream_options?.include_usage) {
    await send(`data: ${JSON.stringify(chunkOf(request, [], { usage: answer.usage ?? usageOf(answer, request) }))}`);
  }
  await send('data: [DONE]');
  out.end();
}

/** Half an event, ending inside the bytes of an « é », then no more socket. */
async function cut(request: LlmRequest, response: ServerResponse, out: Writable, piece: string): Promise<void> {
  const half = Buffer.from(`data: {"choices":[{"index":0,"delta":{"content":"${piece.slice(0, 3)}é`);
  out.write(half.subarray(0, half.length - 1));
  request.writes.push(performance.now());
  await pause(20);
  response.socket?.destroy();
}

function chunkOf(request: LlmRequest, choices: object[], more: object = {}): object {
  return {
    id: `chatcmpl-${request.index}`,
    object: 'chat.completion.chunk',
    created: 1_764_000_000,
    model: request.body.model,
    choices,
    ...more,
  };
}

function completionOf(answer: Answer, request: LlmRequest): object {
  return {
    id: `chatcmpl-${request.index}`,
    object: 'chat.completion',
    created: 1_764_000_000,
    model: request.body.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: answer.text ?? null,
          ...(answer.reasoning ? { reasoning_content: answer.reasoning } : {}),
        },
        finish_reason: answer.finish === undefined ? 'stop' : answer.finish,
      },
    ],
    ...(answer.usage === null ? {} : { usage: answer.usage ?? usageOf(answer, request) }),
  };
}

function usageOf(answer: Answer, request: LlmRequest): object {
  const prompt = Math.ceil(request.prompt.length / 4);
  const completion = Math.ceil((answer.text ?? '').length / 4);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

function pieces(text: string, size = 12): string[] {
  const all = Array.from(text);
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size).join(''));
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
