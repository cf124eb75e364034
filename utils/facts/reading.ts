/** Clauses and polarity of an analysed sentence, read once. */
import type { Analysis } from '../french/analyse.ts';
import { splitClauses, type Clause } from '../french/clauses.ts';
import { deniedTokens, isDenialVerb } from '../french/polarity.ts';

export interface ReadClause extends Clause {
  quoted: boolean;
  /** Holds a conditional. */
  hedged: boolean;
  /** Stem → index of its first token that carries meaning. */
  stems: Map<string, number>;
  /** Synonym class → index of the first token of it. */
  classes: Map<string, number>;
}

export interface Reading {
  clauses: ReadClause[];
  /** Per token: denied or negated. */
  denied: boolean[];
  /** Indexes of verbs of denial. */
  denials: number[];
}

const READINGS = new WeakMap<Analysis, Reading>();

export function readingOf(analysis: Analysis): Reading {
  const known = READINGS.get(analysis);
  if (known) return known;
  const { tokens, quoted } = analysis;
  const clauses = splitClauses(tokens).map((clause): ReadClause => {
    const stems = new Map<string, number>();
    const classes = new Map<string, number>();
    let hedged = false;
    for (let i = clause.from; i < clause.to; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (token.conditional) hedged = true;
      if (!token.content) continue;
      if (!stems.has(token.stem)) stems.set(token.stem, i);
      for (const name of token.classes) if (!classes.has(name)) classes.set(name, i);
    }
    return { ...clause, quoted: Boolean(quoted[clause.from]), hedged, stems, classes };
  });
  const denials = tokens.flatMap((_, i) => (isDenialVerb(tokens, i) ? [i] : []));
  const reading = { clauses, denied: deniedTokens(tokens, clauses), denials };
  READINGS.set(analysis, reading);
  return reading;
}
