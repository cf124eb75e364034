/** A draft read once for all checks: its sentences with their evidence, names, cautions and speakers. */
import type { Block } from '../article/block.ts';
import { textUnits, type TextUnit } from '../article/text-units.ts';
import { alignmentOf, rankFacts, type FullAlignment, type Ranking } from '../facts/align.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { newMemory, speakersOf, type Speaker, type SpeakerMemory } from '../facts/speakers.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Mark } from '../french/cautions.ts';
import type { FoundName } from '../french/names.ts';
import { splitSentences } from '../french/sentences.ts';
import { alignmentBetween, partsOf } from './sentence-parts.ts';

export interface DraftSentence {
  analysis: Analysis;
  kind: TextUnit['kind'];
  /** Index of its unit in the draft's text units, and where it starts in that unit's text. */
  unit: number;
  start: number;
  names: FoundName[];
  marks: Mark[];
  ranking: Ranking;
  alignment: FullAlignment;
  /** The facts of the alignment, best first. */
  evidence: IndexedFact[];
  speakers: (Speaker | null)[];
  /** First of several sentences of its paragraph. */
  opens: boolean;
  /** The sentence before it in the same section, null after a heading. */
  before: DraftSentence | null;
}

export interface DraftReading {
  units: TextUnit[];
  sentences: DraftSentence[];
}

/** Reads in two passes: each sentence alone, then its evidence in the light of its neighbours. */
export function readDraft(blocks: readonly Block[], index: SheetIndex): DraftReading {
  const units = textUnits(blocks);
  const sentences: DraftSentence[] = [];
  const memory = newMemory();
  let before: DraftSentence | null = null;
  units.forEach((unit, i) => {
    if (unit.kind === 'heading') before = null;
    for (const span of splitSentences(unit.text)) {
      const sentence = readSentence(span.text, index, {
        kind: unit.kind,
        unit: i,
        start: span.start,
        opens: span.start === 0 && span.end < unit.text.trimEnd().length,
        memory,
        before,
      });
      sentences.push(sentence);
      before = unit.kind === 'heading' ? null : sentence;
    }
  });
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1];
    const follows =
      next &&
      next.kind !== 'heading' &&
      (next.unit === sentence.unit || sentence.kind === 'heading' || startsParagraph(sentence, units));
    const previous = sentence.before && sentence.before.unit >= sentence.unit - 1 ? sentence.before : null;
    sentence.alignment = alignmentBetween(
      sentence.analysis.text,
      index,
      follows ? next.ranking : null,
      previous?.ranking ?? null,
    );
    sentence.evidence = sentence.alignment.facts;
  });
  return { units, sentences };
}

/** A paragraph of one sentence announces the next one. */
function startsParagraph(sentence: DraftSentence, units: readonly TextUnit[]): boolean {
  return sentence.start === 0 && units[sentence.unit]?.text.trim().length === sentence.analysis.text.length;
}

export interface SentencePlace {
  kind: TextUnit['kind'];
  unit: number;
  start: number;
  opens: boolean;
  memory: SpeakerMemory;
  before: DraftSentence | null;
  /** No sentence after it will be known. */
  alone?: boolean;
  within?: readonly string[];
}

const NOT_YET: FullAlignment = { sources: [], status: 'none', facts: [], unsupported: [] };

export function readSentence(text: string, index: SheetIndex, place: SentencePlace): DraftSentence {
  const { analysis, names, marks, ranking: whole } = partsOf(text, index);
  const ranking = place.within ? rankFacts(analysis, index, place.within) : whole;
  // A whole draft aligns in a second pass, with the sentence after.
  const alignment = place.alone ? alignmentOf(analysis, ranking, index, null, place.before?.ranking) : NOT_YET;
  return {
    analysis,
    kind: place.kind,
    unit: place.unit,
    start: place.start,
    opens: place.opens,
    names,
    marks,
    ranking,
    alignment,
    evidence: alignment.facts,
    speakers: speakersOf(analysis, index.entities, place.memory, names),
    before: place.before,
  };
}
