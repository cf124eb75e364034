/**
 * A place as whoever writes there needs it: how much text stands where, and what among it is no text. A script that
 * writes makes this from the same reading as the capture, instead of blocks whose words nobody looks at.
 */
import type { TextSink } from './text-sink.ts';

export interface PlaceOutline<T> {
  /** In reading order: a stretch of text, or a thing that is none. */
  parts: readonly { chars: number; thing: T | null }[];
  /** By the `ref` of the capture's `kept` blocks. */
  things: readonly T[];
}

/** Whoever reads adds a thing to `things` before each `keep`. What is kept stands after the block that holds it. */
export class Outline<T> implements TextSink, PlaceOutline<T> {
  readonly parts: { chars: number; thing: T | null }[] = [];
  readonly things: T[] = [];
  #waiting: T[] = [];
  #depth = 0;
  #isOpen = false;

  text(text: string): void {
    const chars = text.trim().length;
    if (chars === 0) return;
    this.#isOpen = true;
    this.parts.push({ chars, thing: null });
  }

  keep(): void {
    this.#waiting.push(...this.things.slice(-1));
    if (!this.#isOpen) this.boundary();
  }

  boundary(): void {
    this.#isOpen = false;
    if (this.#depth === 0) for (const thing of this.#waiting.splice(0)) this.parts.push({ chars: 0, thing });
  }

  end(): this {
    this.#depth = 0;
    this.boundary();
    return this;
  }

  readonly #enter = () => {
    this.boundary();
    this.#depth++;
  };
  readonly #leave = () => {
    this.#depth--;
    this.boundary();
  };
  readonly openHeading = this.#enter;
  readonly openList = this.#enter;
  readonly openItem = this.#enter;
  readonly openQuote = this.#enter;
  readonly openCitation = this.#enter;
  readonly closeHeading = this.#leave;
  readonly closeList = this.#leave;
  readonly closeItem = this.#leave;
  readonly closeQuote = this.#leave;
  readonly closeCitation = this.#leave;

  lineBreak(): void {}
}
