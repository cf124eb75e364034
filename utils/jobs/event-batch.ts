/** Rewrite events on their way to a page: the first at once, then what gathers in 30 ms, deltas of a section joined. */
import type { RewriteEvent } from '../rewrite/progress.ts';

const GATHER_MS = 30;

export interface EventBatch {
  add(event: RewriteEvent): void;
  /** Forgets what waits: a snapshot that holds it goes out instead. */
  drop(): void;
}

export function eventBatch(send: (events: RewriteEvent[]) => void): EventBatch {
  let waiting: RewriteEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    timer = undefined;
    if (waiting.length === 0) return;
    const events = waiting;
    waiting = [];
    timer = setTimeout(flush, GATHER_MS);
    send(events);
  }

  return {
    add(event) {
      const last = waiting.at(-1);
      if (event.kind === 'delta' && last?.kind === 'delta' && last.index === event.index) {
        waiting[waiting.length - 1] = { ...last, text: last.text + event.text };
      } else waiting.push(event);
      if (timer === undefined) flush();
    },
    drop() {
      waiting = [];
    },
  };
}
