/** How far a model's sentences can be believed, by how many of them the gate had to cut so far. */
import type { CutReason } from './sentence-gate.ts';

/** Sentences judged before anything is concluded. */
const ENOUGH = 8;
/** Share cut from which a model is weak: of the sentences of faithful rewrites the gate cuts less than 2 %. */
const WEAK = 0.15;
/** Share cut from which the rest is not asked for: code writes it better and at once. */
const HOPELESS = 0.7;

export class Trust {
  private judged = 0;
  private cut = 0;
  private doubted = false;

  passed(): void {
    this.judged++;
  }

  /** A repeated sentence says nothing against the truth of the others. */
  cutFor(reason: CutReason): void {
    if (reason === 'repeat') return;
    this.judged++;
    this.cut++;
  }

  /** Its sentences pass only without any doubt: a warning is enough to cut them. */
  get weak(): boolean {
    return this.doubted || (this.judged >= ENOUGH && this.cut / this.judged > WEAK);
  }

  /** Worth asking for more than the running text: it has been seen to write well, or has not had to write yet. */
  get good(): boolean {
    return !this.weak && (this.judged === 0 || this.judged >= ENOUGH);
  }

  /** Weak for good: of what a strong model would have written, too little passed to tell. */
  doubt(): void {
    this.doubted = true;
  }

  get hopeless(): boolean {
    return this.judged >= ENOUGH && this.cut / this.judged > HOPELESS;
  }
}
