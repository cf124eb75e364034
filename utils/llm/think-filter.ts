/** Keeps the answer and drops the thinking of models that write both into one text (`<think>…</think>`). */

export interface ThinkFilter {
  /** The part of the stream that is answer, as far as it can be told now. */
  push(text: string): string;
  /** What was held back. */
  end(): string;
  /** A `</think>` came without its `<think>`: the chat template had opened it, and all text before, given or not, was thinking. */
  readonly orphan: boolean;
}

const OPEN = '<think>';
const CLOSE = '</think>';

/** @param startsThinking the text begins inside the thinking */
export function thinkFilter(startsThinking: boolean): ThinkFilter {
  let thinking = startsThinking;
  let held = '';
  let orphan = false;
  // White space after the thinking, and before any answer, belongs to neither.
  let fresh = true;

  function shown(text: string): string {
    const visible = fresh ? text.trimStart() : text;
    if (visible !== '') fresh = false;
    return visible;
  }

  function push(text: string): string {
    held += text;
    let out = '';
    for (;;) {
      if (thinking) {
        const close = held.indexOf(CLOSE);
        if (close < 0) {
          held = held.slice(-CLOSE.length + 1);
          return out;
        }
        held = held.slice(close + CLOSE.length);
        thinking = false;
        fresh = true;
        continue;
      }
      const open = held.indexOf(OPEN);
      const close = held.indexOf(CLOSE);
      if (close >= 0 && (open < 0 || close < open)) {
        orphan = true;
        out = '';
        held = held.slice(close + CLOSE.length);
        fresh = true;
        continue;
      }
      if (open >= 0) {
        out += shown(held.slice(0, open));
        held = held.slice(open + OPEN.length);
        thinking = true;
        continue;
      }
      const safe = held.length - partialTag(held);
      out += shown(held.slice(0, safe));
      held = held.slice(safe);
      return out;
    }
  }

  return {
    push,
    end() {
      const rest = thinking ? '' : shown(held);
      held = '';
      return rest;
    },
    get orphan() {
      return orphan;
    },
  };
}

/** Length of the longest beginning of a tag at the end of `text`. */
function partialTag(text: string): number {
  for (let length = Math.min(CLOSE.length - 1, text.length); length > 0; length -= 1) {
    const tail = text.slice(-length);
    if (OPEN.startsWith(tail) || CLOSE.startsWith(tail)) return length;
  }
  return 0;
}
