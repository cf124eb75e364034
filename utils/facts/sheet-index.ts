/** A fact sheet read once for many comparisons: analyses, stems by weight, entities. */
import { analyse, type Analysis } from '../french/analyse.ts';
import { findMarks, type Mark } from '../french/cautions.ts';
import type { FoundName } from '../french/names.ts';
import { synonymClass } from '../french/synonyms.ts';
import { findEntities, type Entities } from './entities.ts';
import type { Fact, FactSheet } from './fact.ts';

export interface IndexedFact {
  fact: Fact;
  analysis: Analysis;
  names: FoundName[];
  marks: Mark[];
  /** Stems and synonym classes of its words that carry meaning. */
  terms: Set<string>;
}

export interface SheetIndex {
  sheet: FactSheet;
  facts: IndexedFact[];
  byId: Map<string, IndexedFact>;
  entities: Entities;
  /** Term → weight: rarer in the source, heavier (ln(1 + N / df)). */
  weights: Map<string, number>;
  /** Term → facts that hold it. */
  postings: Map<string, IndexedFact[]>;
}

const INDEXES = new WeakMap<FactSheet, SheetIndex>();

/** Made once per sheet and kept as long as the sheet is. */
export function indexSheet(sheet: FactSheet): SheetIndex {
  const known = INDEXES.get(sheet);
  if (known) return known;
  const index = build(sheet);
  INDEXES.set(sheet, index);
  return index;
}

function build(sheet: FactSheet): SheetIndex {
  const statements = sheet.facts;
  const analyses = statements.map((fact) => analyse(fact.text));
  const entities = findEntities(analyses);
  const postings = new Map<string, IndexedFact[]>();
  const facts = statements.map((fact, i): IndexedFact => {
    const analysis = analyses[i] ?? analyse(fact.text);
    const indexed: IndexedFact = {
      fact,
      analysis,
      names: entities.sentences[i]?.names ?? [],
      marks: findMarks(analysis.tokens, analysis.quoted),
      terms: termsOf(analysis),
    };
    for (const term of indexed.terms) {
      const list = postings.get(term);
      if (list) list.push(indexed);
      else postings.set(term, [indexed]);
    }
    return indexed;
  });
  const weights = new Map<string, number>();
  for (const [term, list] of postings) weights.set(term, Math.log(1 + facts.length / list.length));
  return { sheet, facts, byId: new Map(facts.map((fact) => [fact.fact.id, fact])), entities, weights, postings };
}

/** Stems of the words that carry meaning; a word of a synonym class counts as its class. */
export function termsOf(analysis: Analysis): Set<string> {
  const terms = new Set<string>();
  for (const token of analysis.tokens) {
    if (token.kind === 'number') terms.add(token.text.replace(/[\s\u00A0\u202F]/gu, ''));
    else if (token.content) terms.add(synonymClass(token.stem) ?? token.stem);
  }
  return terms;
}
