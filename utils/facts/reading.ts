/** Clauses and polarity of an analysed sentence, read once. */
import type { Analysis } from '../french/analyse.ts';
import { splitClauses, type Clause } from '../french/clauses.ts';
import { deniedTokens } from '../french/polarity.ts';

export interface Reading {
  clauses: Clause[];
  /** Per token: denied or negated. */
  denied: boolean[];
}

const READINGS = new WeakMap<Analysis, Reading>();

export function readingOf(analysis: Analysis): Reading {
  const known = READINGS.get(analysis);
  if (known) return known;
  const clauses = splitClauses(analysis.tokens);
  const reading = { clauses, denied: deniedTokens(analysis.tokens, clauses) };
  READINGS.set(analysis, reading);
  return reading;
}
