/** Asks the SEO worker from a page of the extension. The worker starts with the first question. */
import type { SeoInput, SeoScore } from './seo-input.ts';

export interface SeoRequest {
  id: number;
  input: SeoInput;
}
export type SeoResponse = { id: number; seo: SeoScore[] } | { id: number; error: string };

/** The part of a `Worker` that is needed; tests give their own. */
export interface SeoWorker {
  postMessage(request: SeoRequest): void;
  addEventListener(type: 'message', listener: (event: { data: SeoResponse }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

/** Time without a change after which a draft is assessed, ms. */
const PAUSE = 400;

export class SeoClient {
  readonly #start: () => SeoWorker;
  readonly #pause: number;
  #worker: SeoWorker | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = 0;
  /** The one that is being answered, and the newest that waits for it. */
  #busy: number | null = null;
  #next: SeoRequest | null = null;
  #settle: ((outcome: SeoResponse | null) => void) | null = null;

  constructor(start: () => SeoWorker = startWorker, pause = PAUSE) {
    this.#start = start;
    this.#pause = pause;
  }

  /**
   * The scores of `input`; null when a later call or `stop` came before they were there. Rejects where the assessments
   * themselves fail. Calls that follow within the pause cost one run.
   */
  async assess(input: SeoInput): Promise<SeoScore[] | null> {
    this.#settle?.(null);
    clearTimeout(this.#timer);
    const request = { id: ++this.#last, input };
    const response = await new Promise<SeoResponse | null>((settle) => {
      this.#settle = settle;
      this.#timer = setTimeout(() => this.#send(request), this.#pause);
    });
    if (response === null) return null;
    if ('error' in response) throw new Error(response.error);
    return response.seo;
  }

  /** Ends the worker, also in the middle of a run. A later `assess` starts another. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#settle?.(null);
    this.#settle = null;
    this.#worker?.terminate();
    this.#worker = null;
    this.#busy = null;
    this.#next = null;
  }

  /** One at a time: a worker cannot be interrupted, and what is overtaken while waiting is never run. */
  #send(request: SeoRequest): void {
    if (this.#busy !== null) {
      this.#next = request;
      return;
    }
    this.#busy = request.id;
    this.#worker ??= this.#listened();
    this.#worker.postMessage(request);
  }

  #listened(): SeoWorker {
    const worker = this.#start();
    worker.addEventListener('message', ({ data }) => this.#answer(data));
    worker.addEventListener('error', ({ message }) => {
      const id = this.#busy ?? this.#last;
      this.#worker?.terminate();
      this.#worker = null;
      this.#answer({ id, error: message ?? 'the SEO worker did not start' });
    });
    return worker;
  }

  #answer(response: SeoResponse): void {
    this.#busy = null;
    if (response.id === this.#last) {
      this.#settle?.(response);
      this.#settle = null;
    }
    const next = this.#next;
    this.#next = null;
    if (next) this.#send(next);
  }
}

let shared: SeoClient | undefined;

/** `assess` of the page's one client. */
export function assessInWorker(input: SeoInput): Promise<SeoScore[] | null> {
  shared ??= new SeoClient();
  return shared.assess(input);
}

/** For a page that shows no draft any more. */
export function stopSeoWorker(): void {
  shared?.stop();
}

function startWorker(): SeoWorker {
  return new Worker(new URL('./seo.worker.ts', import.meta.url), { type: 'module' });
}
