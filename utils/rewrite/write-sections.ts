/** One writing request: sections that follow one another, sentence by sentence through the gate onto the desk. */
import { countBlockWords } from '../article/words.ts';
import { CodedError, type ErrorCode } from '../errors.ts';
import type { ChatMessage, ChatRequest } from '../llm/llm-client.ts';
import type { Desk } from './desk.ts';
import { judgeHeading } from './judge-heading.ts';
import { MarkdownStream, type StreamUnit } from './markdown-stream.ts';
import { blocksOfPieces, type Piece } from './pieces.ts';
import type { PlannedSection } from './plan.ts';
import type { RewriteEvent } from './progress.ts';
import { nearMessages, sectionMessages, tokensFor } from './prompt.ts';
import { foldedWords, likeness, LoopWatch } from './repetition.ts';
import { sentenceCase } from './sentence-case.ts';
import { type CutReason, judgeSentence, type Verdict } from './sentence-gate.ts';

/** A sentence that was cut, and where a better one would stand. */
export interface CutSentence {
  index: number;
  gap: Piece;
  text: string;
  facts: string[];
  reason: CutReason;
  again: boolean;
}

export interface Written {
  passed: number;
  cuts: CutSentence[];
  /** `loop`, `astray` (one cut after the other): the request was stopped; a code: it failed by itself. */
  stopped: 'loop' | 'astray' | ErrorCode | null;
}

/** Failures of one answer that leave the model usable: the floor stands, the others go on. */
const OF_ONE_ANSWER: readonly ErrorCode[] = ['truncated', 'empty', 'refused'];
/** Sentences cut in a row after which the answer has gone astray. */
const ASTRAY = 4;
const ASTRAY_REPEATS = 8;

/** A section to write, or to go on with: its ask may differ from its plan. */
export interface Ask {
  index: number;
  planned: PlannedSection;
  /** Its text that stands and is kept; '' for a section written from its beginning. */
  standing: string;
}

/**
 * Yields what to show; `written` is filled as it goes.
 * @throws CodedError when the model fails otherwise than in this one answer
 */
export async function* writeSections(desk: Desk, asks: readonly Ask[], written: Written): AsyncGenerator<RewriteEvent, void> {
  const { manuscript, client, signal } = desk;
  const indexes = asks.map((ask) => ask.index);
  const local = client.locality === 'local';
  // Asked for more, a small model repeats itself.
  const factor = local ? 1 : desk.pace.factor;
  const asked = asks.map(({ planned }) => ({ ...planned, words: Math.round(planned.words * factor) }));
  const words = asked.reduce((sum, section) => sum + section.words, 0);
  const before = wordsWritten(desk, indexes);
  const request: ChatRequest = {
    purpose: 'section',
    messages: messagesFor(desk, asked, asks),
    maxTokens: tokensFor(words),
    // A small model at its own temperature invents more: hotter was seen to mean fewer copies and more falsehoods.
    temperature: local ? 0.4 : undefined,
  };
  let stream = new MarkdownStream();
  let loop = new LoopWatch();
  let cursor = new SectionCursor(indexes, desk);
  let inARow = 0;
  const stood = indexes.map((index) => ({ ...manuscript.at(index), pieces: [...manuscript.at(index).pieces] }));
  const { passed, cuts } = { ...written, cuts: [...written.cuts] };
  for (const index of indexes) manuscript.at(index).state = 'writing';

  const take = (units: readonly StreamUnit[]): Set<number> => {
    const touched = new Set<number>();
    for (const unit of units) {
      if (written.stopped) break;
      if (unit.kind === 'heading') {
        cursor.heading(unit.text, unit.level);
        touched.add(cursor.index);
        continue;
      }
      if (loop.add(unit.text)) {
        written.stopped = 'loop';
        break;
      }
      const verdict = saysHeading(desk, cursor.index, unit.text) ?? judgeSentence(unit.text, desk.gate());
      if (verdict.kind === 'pass') {
        manuscript.accept(cursor.index, verdict, unit.opens);
        written.passed++;
        desk.trust.passed();
        inARow = 0;
      } else {
        const gap = manuscript.gap(cursor.index, verdict.facts, unit.opens);
        desk.trust.cutFor(verdict.reason);
        written.cuts.push({ index: cursor.index, gap, ...verdict });
        inARow++;
        if (inARow >= (verdict.reason === 'repeat' ? ASTRAY_REPEATS : ASTRAY)) written.stopped = 'astray';
      }
      touched.add(cursor.index);
    }
    return touched;
  };
  const shown = (touched: ReadonlySet<number>): RewriteEvent[] =>
    [...touched].map((index) => ({
      kind: 'section',
      index,
      section: manuscript.section(index),
      state: manuscript.at(index).state,
    }));
  // The answer has gone on to another section: a run broken off from here on has paid for this one, and keeps it.
  const behind = (): RewriteEvent[] =>
    cursor.leftBehind().map((index) => {
      manuscript.settle(index);
      return { kind: 'section', index, section: manuscript.section(index), state: manuscript.at(index).state, answered: true };
    });

  /** What came so far was thinking: the sections are as they were before this answer. */
  const forget = (): void => {
    indexes.forEach((index, at) => {
      const section = stood[at];
      if (section) manuscript.putBack(index, { ...section, pieces: [...section.pieces], state: 'writing' });
    });
    Object.assign(written, { passed, cuts: [...cuts] });
    stream = new MarkdownStream();
    loop = new LoopWatch();
    cursor = new SectionCursor(indexes, desk);
    inARow = 0;
  };

  try {
    for await (const chunk of client.stream(request, signal)) {
      if (chunk.kind === 'thought') {
        forget();
        yield* shown(new Set(indexes));
        continue;
      }
      if (chunk.kind !== 'text') {
        yield chunk;
        continue;
      }
      const touched = take(stream.push(chunk.text));
      const left = behind();
      yield* shown(touched);
      yield* left;
      const text = touched.size > 0 ? stream.open : chunk.text;
      if (text !== '') yield { kind: 'delta', index: cursor.index, text };
      if (!written.stopped && LoopWatch.inside(stream.open)) written.stopped = 'loop';
      if (written.stopped) break;
    }
  } catch (error) {
    if (!(error instanceof CodedError) || !OF_ONE_ANSWER.includes(error.code)) {
      yield* shown(new Set(cursor.ahead()));
      throw error;
    }
    written.stopped = error.code;
  }
  // A sentence broken off by a stop or a limit is no sentence: only a whole answer gives its last one.
  if (written.stopped === null) take(stream.end());
  if (written.stopped === null) desk.pace.learn(words, wordsWritten(desk, indexes) - before);
  const answered = written.stopped === null || written.stopped === 'loop' || written.stopped === 'astray' || undefined;
  for (const index of indexes) {
    manuscript.settle(index);
    yield { kind: 'section', index, section: manuscript.section(index), state: manuscript.at(index).state, answered };
  }
}

function messagesFor(
  { sheet, keyphrase, options, nonce, client }: Desk,
  sections: PlannedSection[],
  asks: readonly Ask[],
): ChatMessage[] {
  const standing = asks.map((ask) => ask.standing);
  const [only] = sections;
  return client.locality === 'local' && only && sections.length === 1
    ? nearMessages(sheet, only, keyphrase, options, nonce, standing[0])
    : sectionMessages(sheet, sections, keyphrase, options, nonce, standing);
}

/** The subheading once more as the text under it, and nothing else: a weak model opens its sections so. */
function saysHeading({ manuscript }: Desk, index: number, text: string): Verdict | null {
  const { heading, planned, pieces } = manuscript.at(index);
  const opens = pieces.every((piece) => piece.kind === 'gap');
  if (!opens || ![heading, planned.heading].some((own) => own !== null && alike(own, text))) return null;
  return { kind: 'cut', reason: 'repeat', text, facts: [], again: false };
}

/** Words of the model that stand in these sections. */
function wordsWritten({ manuscript }: Desk, indexes: readonly number[]): number {
  return indexes.reduce((sum, index) => sum + countBlockWords(blocksOfPieces(manuscript.at(index).pieces)), 0);
}

/** Which section the text belongs to, as the answer's subheadings go by. */
class SectionCursor {
  private at = 0;
  private left = 0;
  private opened = false;
  private readonly indexes: readonly number[];
  private readonly desk: Desk;

  constructor(indexes: readonly number[], desk: Desk) {
    this.indexes = indexes;
    this.desk = desk;
  }

  get index(): number {
    return this.indexes[this.at] ?? 0;
  }

  /** Sections that the answer has gone past since this was last asked. */
  leftBehind(): number[] {
    const since = this.indexes.slice(this.left, this.at);
    this.left = this.at;
    return since;
  }

  /** The section that the answer is at, and those after it. */
  ahead(): number[] {
    return this.indexes.slice(this.at);
  }

  /** A subheading of the answer: the next section's, or one inside this section. */
  heading(written: string, level: number): void {
    const { manuscript, sheet } = this.desk;
    const text = sentenceCase(written, sheet);
    const named = this.indexes.findIndex((index, at) => at >= this.at && alike(manuscript.at(index).heading ?? '', text));
    if (named !== -1) {
      this.at = named;
      this.opened = true;
      return;
    }
    const first = manuscript.at(this.index);
    const waits = !this.opened && first.planned.heading !== null && first.pieces.length === 0;
    const last = this.at >= this.indexes.length - 1;
    if (level > 2 || (last && !waits)) {
      const known = this.desk.headings().some((heading) => alike(heading, text));
      // A chapô has no subheading to stand under: one of a lower level would hang in the air.
      const under = first.planned.heading !== null;
      if (under && !known && level <= 4 && judgeHeading(text, this.desk.headingRules()) === null)
        first.pieces.push({ kind: 'heading', text });
      this.opened = true;
      return;
    }
    if (!waits) this.at++;
    this.opened = true;
    const section = manuscript.at(this.index);
    if (section.heading === null || judgeHeading(text, this.desk.headingRules()) !== null) return;
    section.heading = text;
    section.headingBy = 'model';
  }
}

function alike(a: string, b: string): boolean {
  return likeness(foldedWords(a), foldedWords(b)) >= 0.7;
}
