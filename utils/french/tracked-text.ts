/** A text made of runs (bold, links…) that is changed by patterns while the runs keep their place in it. */
export interface Run {
  text: string;
  /** How much its marks matter: an inserted blank goes to the neighbour that weighs less (outside a link). */
  weight: number;
}

/** First private-use character: stands for a protected stretch while the patterns run over the text. */
const FIRST_MASK = 0xe000;
const MASKS = 0x1900;
/** A protected stretch, for patterns: it behaves like a word. */
export const MASK = '\\uE000-\\uF8FF';

export class TrackedText {
  text: string;
  #ends: number[] = [];
  readonly #weights: number[];
  readonly #masked: { text: string; inside: { run: number; offset: number }[] }[] = [];

  constructor(runs: readonly Run[]) {
    this.text = runs.map((run) => run.text).join('');
    this.#weights = runs.map((run) => run.weight);
    let end = 0;
    for (const run of runs) this.#ends.push((end += run.text.length));
    // Private-use characters of the text itself are protected too, so that they are not taken for ours.
    this.mask(/[\uE000-\uF8FF]/g);
  }

  replace(pattern: RegExp, change: (match: RegExpExecArray) => string): void {
    const edits: { start: number; end: number; text: string }[] = [];
    for (const match of this.text.matchAll(pattern)) {
      const text = change(match);
      if (text !== match[0]) edits.push({ start: match.index, end: match.index + match[0].length, text });
    }
    if (edits.length === 0) return;
    let at = 0;
    let changed = '';
    for (const { start, end, text } of edits) {
      changed += this.text.slice(at, start) + text;
      at = end;
    }
    changed += this.text.slice(at);
    let before = 0;
    this.#ends = this.#ends.map((end, i) => {
      const lighterNext = (this.#weights[i] ?? 0) > (this.#weights[i + 1] ?? Infinity);
      return (before = Math.max(before, moved(end, edits, lighterNext)));
    });
    this.#ends[this.#ends.length - 1] = changed.length;
    this.text = changed;
  }

  /** Protects what matches from every later pattern; returns the level to give to `unmask`. */
  mask(pattern: RegExp): number {
    const level = this.#masked.length;
    this.replace(pattern, (match) => {
      if (!match[0] || this.#masked.length >= MASKS) return match[0];
      // Runs that end inside it: put back where they were, together with the text.
      const inside = this.#ends.flatMap((end, run) => {
        const offset = end - match.index;
        return offset > 0 && offset < match[0].length ? [{ run, offset }] : [];
      });
      this.#masked.push({ text: match[0], inside });
      return String.fromCharCode(FIRST_MASK + this.#masked.length - 1);
    });
    return level;
  }

  /** Protects the runs at these indexes. */
  maskRuns(indexes: readonly number[]): void {
    for (const i of indexes.toReversed()) {
      const start = i === 0 ? 0 : (this.#ends[i - 1] ?? 0);
      const length = (this.#ends[i] ?? 0) - start;
      if (length > 0) this.mask(new RegExp(`(?<=^[\\s\\S]{${start}})[\\s\\S]{${length}}`, 'g'));
    }
  }

  /** Puts back what was protected since `level`. */
  unmask(level: number): void {
    while (this.#masked.length > level) {
      const { text, inside } = this.#masked.pop() ?? { text: '', inside: [] };
      const sign = String.fromCharCode(FIRST_MASK + this.#masked.length);
      const start = this.text.indexOf(sign);
      this.replace(new RegExp(sign, 'g'), () => text);
      for (const { run, offset } of inside) this.#ends[run] = start + offset;
    }
  }

  /** Texts of the runs, as many as there were. */
  runs(): string[] {
    return this.#ends.map((end, i) => this.text.slice(i === 0 ? 0 : this.#ends[i - 1], end));
  }
}

/** Where the boundary `at` stands after the edits. `before`: what is inserted right there belongs to the run after it. */
function moved(at: number, edits: readonly { start: number; end: number; text: string }[], before: boolean): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (end < at || (end === at && (start < end || !before))) shift += text.length - (end - start);
    else if (start < at) return start + shift + Math.min(at - start, text.length);
    else break;
  }
  return at + shift;
}

const PATTERNS = new Map<string, RegExp>();

/** The `gu` pattern of this source, compiled once: the rules run on every paragraph. */
export function pattern(source: string): RegExp {
  const known = PATTERNS.get(source);
  if (known) return known;
  const compiled = new RegExp(source, 'gu');
  PATTERNS.set(source, compiled);
  return compiled;
}
