/**
 * A `fetch` that does not wait for ever. The SDK stops its timer when the headers arrive, and then hangs on a body that
 * stalls; it also sees no error in a web page or a JSON body where a stream was expected.
 */
import { CodedError } from '../errors.ts';
import type { Locality } from './providers.ts';

/** ms. Bytes of any kind count: keep-alive comments say that the server lives. */
export interface Patience {
  /** Until the response's head. A local server sends it only once the model is loaded. */
  headers: number;
  /** From the head to the first byte of the body: the prompt is being read, or a model is thinking. */
  firstByte: number;
  /** Between two bytes after that. */
  silence: number;
  /** Between two events, whatever comments come in between (DeepSeek gives up after ten minutes as well). */
  events: number;
}

export const PATIENCE: Record<Locality, Patience> = {
  hosted: { headers: 180_000, firstByte: 180_000, silence: 60_000, events: 600_000 },
  local: { headers: 900_000, firstByte: 900_000, silence: 180_000, events: 900_000 },
};

/**
 * @param onHead told when a response's head is there: what breaks afterwards is a cut stream, no missing network
 * @throws CodedError `stalled`, `bad_endpoint` (also through the response's body)
 */
export function watchedFetch(base: typeof fetch, patience: Patience, onHead: (response: Response) => void): typeof fetch {
  return async (input, init) => {
    const cutter = new AbortController();
    const signal = init?.signal ? AbortSignal.any([init.signal, cutter.signal]) : cutter.signal;
    const head = stopwatch(patience.headers, () => cutter.abort(new CodedError('stalled', 'no response head')));
    let response: Response;
    try {
      response = await base(input, { ...init, signal });
    } catch (error) {
      throw cutter.signal.aborted ? cutter.signal.reason : error;
    } finally {
      head.stop();
    }
    onHead(response);
    if (!response.ok || !response.body) return response;
    const type = response.headers.get('content-type') ?? '';
    if (/\bhtml\b/i.test(type)) {
      cutter.abort();
      throw new CodedError('bad_endpoint', `HTTP ${response.status} · ${type}`);
    }
    const body = watchedBody(response.body, patience, cutter);
    return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
  };
}

function watchedBody(body: ReadableStream<Uint8Array>, patience: Patience, cutter: AbortController): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let seen = false;
  return new ReadableStream({
    async pull(controller) {
      const stalled = new CodedError('stalled', seen ? 'silence in mid-stream' : 'no first byte');
      const watch = stopwatch(seen ? patience.silence : patience.firstByte, () => {
        controller.error(stalled);
        cutter.abort(stalled);
      });
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
        seen = true;
      } catch (error) {
        if (!cutter.signal.aborted) controller.error(error);
      } finally {
        watch.stop();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function stopwatch(ms: number, late: () => void): { stop(): void } {
  const timer = setTimeout(late, ms);
  return { stop: () => clearTimeout(timer) };
}
