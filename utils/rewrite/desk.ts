/** What all requests of one rewrite share. */
import type { FactSheet } from '../facts/fact.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import type { HeadingRules } from './judge-heading.ts';
import type { Manuscript } from './manuscript.ts';
import type { RewriteOptions } from './options.ts';
import type { Claims, GateInput } from './sentence-gate.ts';
import type { Trust } from './trust.ts';

export interface Desk {
  sheet: FactSheet;
  claims: Claims;
  manuscript: Manuscript;
  client: LlmClient;
  options: RewriteOptions;
  keyphrase: string;
  nonce: string;
  signal: AbortSignal;
  pace: Pace;
  trust: Trust;
  gate(): GateInput;
  /** Subheadings that stand, null ones left out. */
  headings(): string[];
  headingRules(): HeadingRules;
}

/** How much of the words asked for a model writes: a model that stays short is asked for more. */
export class Pace {
  private asked = 0;
  private given = 0;
  /** Most that is asked: 1.8 times the words wanted. */
  private static readonly MOST = 1.8;

  /** By what to multiply the words wanted. */
  get factor(): number {
    if (this.asked === 0 || this.given === 0) return 1;
    return Math.min(Pace.MOST, Math.max(1, this.asked / this.given));
  }

  /** Words asked for and words that came of it. */
  learn(asked: number, given: number): void {
    this.asked += asked;
    this.given += given;
  }
}
