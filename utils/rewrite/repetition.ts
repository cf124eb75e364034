/** Text said twice: a sentence like one that stands already, and a model that turns in a circle. */
import { wordsOf } from '../article/words.ts';
import { fold } from '../french/fold.ts';
import { tokenize } from '../french/tokens.ts';

/** Share of two sentences' words in common, in order, from which they are the same sentence. */
const SAME = 0.85;
/** Words of meaning under which only an exact repetition counts: « Le démenti est net. » may be like another by chance. */
const FEW = 4;

/** The sentences that stand, as their folded words. */
export class SentencesSoFar {
  private readonly exact = new Set<string>();
  private readonly words: string[][] = [];

  add(sentence: string): void {
    const words = foldedWords(sentence);
    this.exact.add(words.join(' '));
    this.words.push(words);
  }

  clear(): void {
    this.exact.clear();
    this.words.length = 0;
  }

  /** The sentence says, in nearly the same words, what another one says. */
  repeats(sentence: string): boolean {
    const words = foldedWords(sentence);
    if (words.length === 0) return false;
    if (this.exact.has(words.join(' '))) return words.length > 2;
    if (tokenize(sentence).filter((token) => token.content || token.kind === 'number').length < FEW) return false;
    return this.words.some((other) => likeness(words, other) >= SAME);
  }
}

/** 1 = the same words in the same order: twice the longest common subsequence by the sum of the lengths. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const sum = a.length + b.length;
  if (sum === 0) return 1;
  // The subsequence cannot be longer than the shorter one: most pairs need no more than this.
  if ((2 * Math.min(a.length, b.length)) / sum < SAME - 0.2) return 0;
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) {
      next.push(word === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return (2 * (row[b.length] ?? 0)) / sum;
}

export function foldedWords(text: string): string[] {
  return wordsOf(fold(text));
}

/** Run that a model in a loop writes a third time; faithful texts hold none (facts: 0 alarms on 5 rewrites, 2nd time in 2). */
const RUN = 8;
const TIMES = 3;
/** Inside one unfinished sentence a shorter run is enough, since it must come often. */
const SHORT_RUN = 4;
const SHORT_TIMES = 5;
/** Words after which a sentence that has not ended never will. */
const ENDLESS = 160;

/** Watches one answer. Quotations are left out: their codes come back as often as they are asked for. */
export class LoopWatch {
  private readonly seen = new Map<string, number>();
  private readonly tail: string[] = [];

  /** A finished sentence; true when a run of it comes for the third time. */
  add(sentence: string): boolean {
    for (const word of foldedWords(sentence.replace(/«[^»]*»/gu, ' '))) {
      this.tail.push(word);
      if (this.tail.length > RUN) this.tail.shift();
      if (this.tail.length < RUN) continue;
      const run = this.tail.join(' ');
      const times = (this.seen.get(run) ?? 0) + 1;
      this.seen.set(run, times);
      if (times >= TIMES) return true;
    }
    return false;
  }

  /** The sentence being written turns in a circle, or has no end. */
  static inside(open: string): boolean {
    if (open.length < 150) return false;
    const words = foldedWords(open.replace(/«[^»]*(?:»|$)/gu, ' '));
    if (words.length > ENDLESS) return true;
    const runs = new Map<string, number>();
    for (let at = 0; at + SHORT_RUN <= words.length; at++) {
      const run = words.slice(at, at + SHORT_RUN).join(' ');
      const times = (runs.get(run) ?? 0) + 1;
      runs.set(run, times);
      if (times >= SHORT_TIMES) return true;
    }
    return false;
  }
}
