/** The wait before a retry: ends by itself, by « Réessayer maintenant », or by cancelling. */

export interface RetryGate {
  /** @throws the signal's reason when it is aborted */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Ends all waits at once. */
  hurry(): void;
}

export function retryGate(): RetryGate {
  const waiting = new Set<() => void>();
  return {
    wait(ms, signal) {
      signal.throwIfAborted();
      return new Promise((resolve, reject) => {
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          if (signal.aborted) reject(signal.reason);
          else resolve();
        };
        const timer = setTimeout(done, ms);
        waiting.add(done);
        signal.addEventListener('abort', done);
      });
    },
    hurry() {
      for (const done of [...waiting]) done();
    },
  };
}
