/** Source against draft: every sentence of the draft held against its own evidence. */
import type { Block } from '../article/block.ts';
import type { Finding } from '../article/report.ts';
import type { FullAlignment } from '../facts/align.ts';
import type { FactSheet } from '../facts/fact.ts';
import { indexSheet, type SheetIndex } from '../facts/sheet-index.ts';
import { newMemory } from '../facts/speakers.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Fault } from './fault.ts';
import { checkContraries } from './contraries.ts';
import { checkDates } from './dates.ts';
import { checkHedges } from './hedges.ts';
import { checkPolarity } from './polarity.ts';
import { checkAddedFacts } from './added-facts.ts';
import { checkLinks } from './links.ts';
import { checkLost } from './lost.ts';
import { checkNames } from './names.ts';
import { checkNumbers } from './numbers.ts';
import { checkQuoteSpeakers } from './quote-speakers.ts';
import { checkQuotes } from './quotes.ts';
import { readDraft, readSentence, type DraftReading, type DraftSentence } from './read-draft.ts';

type Check = (sentence: DraftSentence, index: SheetIndex) => Fault[];

/** The surer and the more precise first: of two faults in one place, the first stays. */
const CHECKS: readonly Check[] = [
  checkQuotes,
  checkQuoteSpeakers,
  checkNumbers,
  checkDates,
  checkNames,
  checkPolarity,
  checkContraries,
  checkHedges,
  checkAddedFacts,
];

/** Fidelity findings of a whole draft, in reading order, headings and lists included. */
export function checkFidelity(blocks: readonly Block[], sheet: FactSheet): Finding[] {
  return checkReading(readDraft(blocks, indexSheet(sheet)), sheet);
}

/** The same of a draft that has been read already; `sentence` is an index into the reading's sentences. */
export function checkReading(reading: DraftReading, sheet: FactSheet): Finding[] {
  const index = indexSheet(sheet);
  const text = reading.units.map((unit) => unit.text).join('\n');
  const findings = reading.sentences.flatMap((sentence, i) =>
    findingsOf(sentence, index, text).map((finding): Finding => ({ ...finding, sentence: i })),
  );
  return [...findings, ...checkLinks(reading, sheet), ...checkLost(reading, sheet)];
}

/** Findings of one sentence alone, for the gate that reads a model's stream. `within`: the ids of its section's facts. */
export function checkSentence(sentence: string, sheet: FactSheet, within?: string[]): Finding[] {
  const index = indexSheet(sheet);
  const read = readSentence(sentence, index, {
    kind: 'paragraph',
    unit: 0,
    start: 0,
    opens: false,
    memory: newMemory(),
    before: null,
    alone: true,
    within,
  });
  return findingsOf(read, index, sentence);
}

/** Faults of a sentence between the same neighbours, all but those of its speakers. Read again, it is not checked again. */
interface Checked {
  kind: DraftSentence['kind'];
  opens: boolean;
  before: Analysis | null;
  faults: Fault[][];
}
const CHECKED = new WeakMap<FullAlignment, Checked[]>();

function faultsOf(sentence: DraftSentence, index: SheetIndex): Fault[][] {
  const { kind, opens, alignment } = sentence;
  const before = sentence.before?.analysis ?? null;
  let list = CHECKED.get(alignment);
  if (!list) CHECKED.set(alignment, (list = []));
  const known = list.find((entry) => entry.kind === kind && entry.opens === opens && entry.before === before);
  if (known) return known.faults;
  const faults = CHECKS.map((check) => (check === checkQuoteSpeakers ? [] : check(sentence, index)));
  list.push({ kind, opens, before, faults });
  return faults;
}

function findingsOf(sentence: DraftSentence, index: SheetIndex, text: string): Finding[] {
  const kept: Fault[] = [];
  faultsOf(sentence, index).forEach((faults, i) => {
    for (const fault of CHECKS[i] === checkQuoteSpeakers ? checkQuoteSpeakers(sentence, index) : faults) {
      if (!kept.some((other) => other.start < fault.end && fault.start < other.end)) kept.push(fault);
    }
  });
  kept.sort((a, b) => a.start - b.start);
  return kept.map(({ kind, severity, message, source, ...fault }): Finding => {
    const excerpt = fault.excerpt ?? uniqueExcerpt(sentence.analysis.text, fault.start, fault.end, text);
    return source === undefined ? { kind, severity, excerpt, message } : { kind, severity, excerpt, message, source };
  });
}

/** The faulty words, with as many neighbours as tell them from other places of the text. */
function uniqueExcerpt(sentence: string, start: number, end: number, text: string): string {
  let from = start;
  let to = end;
  for (let turn = 0; turn < 6; turn++) {
    const excerpt = sentence.slice(from, to);
    const at = text.indexOf(excerpt);
    if (at === -1 || text.indexOf(excerpt, at + 1) === -1) break;
    const next = /^\s*[^\s]+/u.exec(sentence.slice(to));
    if (next && turn % 2 === 0) to += next[0].length;
    else {
      const previous = /[^\s]+\s*$/u.exec(sentence.slice(0, from));
      if (previous) from -= previous[0].length;
      else if (next) to += next[0].length;
      else break;
    }
  }
  return sentence.slice(from, to).replace(/[\s,;]+$/u, '');
}
