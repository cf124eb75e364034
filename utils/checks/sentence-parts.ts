/** What a sentence is by itself, held against one source: read once per sheet, however often a draft that has it is checked. */
import { alignmentOf, rankFacts, type FullAlignment, type Ranking } from '../facts/align.ts';
import type { SheetIndex } from '../facts/sheet-index.ts';
import { analyse, type Analysis } from '../french/analyse.ts';
import { findMarks, type Mark } from '../french/cautions.ts';
import { findNames, type FoundName } from '../french/names.ts';

export interface SentenceParts {
  analysis: Analysis;
  names: FoundName[];
  marks: Mark[];
  ranking: Ranking;
}

interface Kept extends SentenceParts {
  /** Alignments made so far, by the rankings of the sentences beside it. */
  aligned: { next: Ranking | null; before: Ranking | null; alignment: FullAlignment }[];
}

const KEPT = new WeakMap<SheetIndex, Map<string, Kept>>();
/** Sentences kept per sheet: a draft has under a hundred, a long session of edits some more. */
const CACHE_SIZE = 1000;

export function partsOf(text: string, index: SheetIndex): SentenceParts {
  return keptFor(text, index);
}

export function alignmentBetween(text: string, index: SheetIndex, next: Ranking | null, before: Ranking | null): FullAlignment {
  const { analysis, ranking, aligned } = keptFor(text, index);
  const known = aligned.find((entry) => entry.next === next && entry.before === before);
  if (known) return known.alignment;
  const alignment = alignmentOf(analysis, ranking, index, next, before);
  aligned.push({ next, before, alignment });
  return alignment;
}

function keptFor(text: string, index: SheetIndex): Kept {
  let kept = KEPT.get(index);
  if (!kept) KEPT.set(index, (kept = new Map()));
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= CACHE_SIZE) kept.clear();
  const analysis = analyse(text);
  const made: Kept = {
    analysis,
    names: findNames(analysis.tokens, index.entities.known),
    marks: findMarks(analysis.tokens, analysis.quoted),
    ranking: rankFacts(analysis, index),
    aligned: [],
  };
  kept.set(text, made);
  return made;
}
