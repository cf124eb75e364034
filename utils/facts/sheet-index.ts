/** A fact sheet read once for many comparisons: analyses, weighted terms, entities. */
import { analyse, type Analysis } from '../french/analyse.ts';
import { findMarks, type Mark } from '../french/cautions.ts';
import type { FoundName } from '../french/names.ts';
import { findEntities, type Entities } from './entities.ts';
import type { Fact, FactSheet } from './fact.ts';
import { termsOf } from './terms.ts';

export interface IndexedFact {
  fact: Fact;
  analysis: Analysis;
  names: FoundName[];
  marks: Mark[];
  /** Its terms, synonym classes included (`terms.ts`). */
  terms: Set<string>;
  /** Place in the sheet. */
  rank: number;
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
  /** Weight of a term that the source does not have. */
  novel: number;
}

const INDEXES = new WeakMap<FactSheet, SheetIndex>();

/** Made once per sheet and kept as long as the sheet is. */
export function indexSheet(sheet: FactSheet): SheetIndex {
  const known = INDEXES.get(sheet);
  if (known) return known;
  const analyses = sheet.facts.map((fact) => analyse(fact.text));
  return rememberIndex(sheet, analyses, findEntities(analyses));
}

/** Keeps the index of a sheet whose sentences have been read already. */
export function rememberIndex(sheet: FactSheet, analyses: readonly Analysis[], entities: Entities): SheetIndex {
  const postings = new Map<string, IndexedFact[]>();
  const facts = sheet.facts.map((fact, rank): IndexedFact => {
    const analysis = analyses[rank] ?? analyse(fact.text);
    const terms = new Set(termsOf(analysis).flatMap((term) => term.keys));
    const indexed: IndexedFact = {
      fact,
      analysis,
      names: entities.sentences[rank]?.names ?? [],
      marks: findMarks(analysis.tokens, analysis.quoted),
      terms,
      rank,
    };
    for (const term of terms) {
      const list = postings.get(term);
      if (list) list.push(indexed);
      else postings.set(term, [indexed]);
    }
    return indexed;
  });
  const weights = new Map<string, number>();
  for (const [term, list] of postings) weights.set(term, Math.log(1 + facts.length / list.length));
  const index: SheetIndex = {
    sheet,
    facts,
    byId: new Map(facts.map((fact) => [fact.fact.id, fact])),
    entities,
    weights,
    postings,
    novel: Math.log(1 + facts.length),
  };
  INDEXES.set(sheet, index);
  return index;
}
