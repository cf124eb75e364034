/** A draft read once for all checks: its sentences with their evidence, names, cautions and speakers. */
import type { Block } from '../article/block.ts';
import { textUnits, type TextUnit } from '../article/text-units.ts';
import { alignAnalysis, type Alignment } from '../facts/align.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { newMemory, speakersOf, type Speaker, type SpeakerMemory } from '../facts/speakers.ts';
import { analyse, type Analysis } from '../french/analyse.ts';
import { findMarks, type Mark } from '../french/cautions.ts';
import { findNames, type FoundName } from '../french/names.ts';
import { splitSentences } from '../french/sentences.ts';

export interface DraftSentence {
  analysis: Analysis;
  kind: TextUnit['kind'];
  /** Index of its unit in the draft's text units, and where it starts in that unit's text. */
  unit: number;
  start: number;
  names: FoundName[];
  marks: Mark[];
  alignment: Alignment;
  /** The facts of the alignment, best first. */
  evidence: IndexedFact[];
  speakers: (Speaker | null)[];
  /** The sentence before it in the same section, null after a heading. */
  before: DraftSentence | null;
}

export interface DraftReading {
  units: TextUnit[];
  sentences: DraftSentence[];
}

export function readDraft(blocks: readonly Block[], index: SheetIndex): DraftReading {
  const units = textUnits(blocks);
  const sentences: DraftSentence[] = [];
  const memory = newMemory();
  let before: DraftSentence | null = null;
  units.forEach((unit, i) => {
    if (unit.kind === 'heading') before = null;
    for (const span of splitSentences(unit.text)) {
      const sentence = readSentence(span.text, index, { kind: unit.kind, unit: i, start: span.start, memory, before });
      sentences.push(sentence);
      before = unit.kind === 'heading' ? null : sentence;
    }
  });
  return { units, sentences };
}

export interface SentencePlace {
  kind: TextUnit['kind'];
  unit: number;
  start: number;
  memory: SpeakerMemory;
  before: DraftSentence | null;
  within?: readonly string[];
}

export function readSentence(text: string, index: SheetIndex, place: SentencePlace): DraftSentence {
  const analysis = analyse(text);
  const alignment = alignAnalysis(analysis, index, place.within);
  const names = findNames(analysis.tokens, index.entities.known);
  return {
    analysis,
    kind: place.kind,
    unit: place.unit,
    start: place.start,
    names,
    marks: findMarks(analysis.tokens, analysis.quoted),
    alignment,
    evidence: alignment.sources.flatMap((id) => index.byId.get(id) ?? []),
    speakers: speakersOf(analysis, index.entities, place.memory),
    before: place.before,
  };
}
