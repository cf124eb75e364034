/**
 * The draft on the desk: under each section its floor, over it the sentences of a model that have passed the gate. Knows
 * who wrote what, which facts are said and which quotations stand in full.
 */
import type { Block } from '../article/block.ts';
import type { DraftSection } from '../article/draft.ts';
import type { Origin } from '../article/report.ts';
import { countBlockWords, countWords } from '../article/words.ts';
import type { FactSheet } from '../facts/fact.ts';
import { splitSentences } from '../french/sentences.ts';
import { floorRest, sentencesOf } from './floor-rest.ts';
import { typographBlocks, typographText } from '../french/typography.ts';
import { asProse, blocksOfPieces, joinLists, type Piece, plainOf } from './pieces.ts';
import { placeLinks } from './place-links.ts';
import type { PlannedSection } from './plan.ts';
import type { SectionState } from './progress.ts';
import { quotationsIn } from './quotation-codes.ts';
import { foldedWords, SentencesSoFar } from './repetition.ts';
import type { Claims, Verdict } from './sentence-gate.ts';

export interface DeskSection {
  planned: PlannedSection;
  heading: string | null;
  headingBy: DraftSection['headingBy'];
  floor: Block[];
  /** Empty = all floor. */
  pieces: Piece[];
  /** Text kept from an earlier run, or taken back from a draft, as it stands. */
  kept: Block[] | null;
  state: SectionState;
  /** Floor sentences that stay beside the model's text. */
  fill: Block[];
}

/** Share of the words planned from which a model's section needs no floor beside it. */
const ENOUGH = 0.5;

export class Manuscript {
  readonly sheet: FactSheet;
  readonly sections: DeskSection[] = [];
  readonly standing = new SentencesSoFar();
  /** Whole quotations that stand in full in the model's text. */
  readonly quoted = new Set<string>();
  readonly claims: Claims;
  private readonly narrowQuotes: boolean;
  private readonly origins = new Map<string, Origin>();
  private readonly carried = new Map<string, readonly string[]>();

  constructor(sheet: FactSheet, claims: Claims, narrowQuotes = false) {
    this.sheet = sheet;
    this.narrowQuotes = narrowQuotes;
    this.claims = claims;
  }

  /** A section that is all floor. */
  add(planned: PlannedSection, floor: Block[]): void {
    const { heading, headingBy } = planned;
    this.sections.push({ planned, heading, headingBy, floor, pieces: [], kept: null, state: 'floor', fill: [] });
  }

  /** A section whose text stands already, with who wrote its sentences. */
  keep(index: number, section: DraftSection, originOf: (sentence: string) => Origin): void {
    const desk = this.at(index);
    desk.kept = section.blocks;
    desk.heading = section.heading;
    desk.headingBy = section.headingBy;
    desk.state = 'written';
    for (const sentence of sentencesOf(section.blocks)) {
      const origin = originOf(sentence);
      if (origin === 'floor') continue;
      this.origins.set(keyOf(sentence), origin);
      this.stand(sentence);
    }
  }

  accept(index: number, verdict: Extract<Verdict, { kind: 'pass' }>, opens: 'paragraph' | 'item' | null): void {
    const { markdown, text, facts, quotations } = verdict;
    this.at(index).pieces.push({ kind: 'sentence', text: markdown, opens, facts, quotations });
    this.note(text, quotations);
  }

  /** A sentence was cut here: its place is kept. */
  gap(index: number, facts: string[], opens: 'paragraph' | 'item' | null): Piece {
    const gap: Piece = { kind: 'gap', opens, facts };
    this.at(index).pieces.push(gap);
    return gap;
  }

  /** A second try that has passed takes the place of the gap. */
  fillGap(index: number, gap: Piece, verdict: Extract<Verdict, { kind: 'pass' }>): void {
    const { pieces } = this.at(index);
    const at = pieces.indexOf(gap);
    if (at === -1 || gap.kind !== 'gap') return;
    const { markdown, text, facts, quotations } = verdict;
    pieces[at] = { kind: 'sentence', text: markdown, opens: gap.opens, facts, quotations };
    this.note(text, quotations);
  }

  /** The section as it stands now: what has passed, and the floor where nothing says the same. */
  section(index: number): DraftSection {
    const desk = this.at(index);
    const { id, form, level } = desk.planned;
    const { narrowQuotes } = this;
    const blocks = this.blocksOf(desk);
    return {
      ...{ id, form, level },
      heading: desk.heading && typographText(desk.heading, { narrowQuotes }),
      ...(desk.headingBy && { headingBy: desk.headingBy }),
      // Text that still grows with every sentence is set once it is whole.
      blocks: desk.state === 'writing' ? blocks : typographBlocks(blocks, { narrowQuotes }),
    };
  }

  /** What a section looks like: kept text, or what has passed and the floor beside it. */
  blocksOf(desk: DeskSection): Block[] {
    if (desk.kept) return desk.kept;
    if (desk.pieces.length === 0) return joinLists([...desk.floor, ...desk.fill]);
    const rest = desk.state === 'written' ? desk.fill : this.restOf(desk, this.saidBy(desk.pieces));
    const blocks = joinLists([...blocksOfPieces(desk.pieces), ...rest]);
    return desk.state === 'writing' ? blocks : blocks.map(asProse);
  }

  /**
   * Decides what of the floor stays under a section that a model has finished: nothing where its text is long enough,
   * else what no section says.
   */
  settle(index: number): void {
    const desk = this.at(index);
    const words = countBlockWords(blocksOfPieces(desk.pieces));
    desk.state = words > 0 ? 'written' : 'floor';
    desk.fill = words === 0 || words >= desk.planned.words * ENOUGH ? [] : this.rest(index, this.said());
  }

  /** Facts that the model's text, or text kept, says anywhere. */
  said(): Set<string> {
    return new Set(
      this.sections.flatMap(({ kept, pieces }) =>
        kept ? sentencesOf(kept).flatMap((sentence) => this.factsOf(sentence)) : [...this.saidBy(pieces)],
      ),
    );
  }

  /** The floor's sentences of a section that say none of these facts alone. */
  rest(index: number, said: ReadonlySet<string>): Block[] {
    return this.restOf(this.at(index), said);
  }

  private restOf(desk: DeskSection, said: ReadonlySet<string>): Block[] {
    return floorRest(desk.floor, (sentence) => {
      const facts = this.factsOf(sentence);
      return facts.length === 0 || facts.every((fact) => said.has(fact)) || this.originOf(sentence) === 'model';
    });
  }

  /** Facts that a sentence of the floor says. */
  factsOf(sentence: string): readonly string[] {
    const known = this.carried.get(sentence);
    if (known) return known;
    const facts = this.claims.align(sentence).sources;
    this.carried.set(sentence, facts);
    return facts;
  }

  originOf(sentence: string): Origin {
    return this.origins.get(keyOf(sentence)) ?? 'floor';
  }

  /** Takes back the sentences of a model that do not hold, headings among them with nothing under. Returns whether any went. */
  sift(holds: (sentence: string) => boolean): boolean {
    let gone = false;
    for (const desk of this.sections) {
      desk.pieces = desk.pieces.map((piece): Piece => {
        if (piece.kind !== 'sentence' || holds(plainOf(piece.text))) return piece;
        gone = true;
        return { kind: 'gap', opens: piece.opens, facts: piece.facts };
      });
      if (!desk.pieces.some((piece) => piece.kind === 'sentence')) desk.pieces = [];
    }
    if (gone) this.recount();
    return gone;
  }

  /** The section's text is replaced by these blocks; the sentences named are a model's. */
  replace(index: number, blocks: Block[], written: readonly string[]): void {
    const desk = this.at(index);
    desk.kept = blocks;
    desk.state = 'written';
    for (const sentence of written) for (const { text } of splitSentences(sentence)) this.note(text, []);
  }

  /** The section is to be written anew: what a model wrote in it no longer stands. */
  clear(index: number): void {
    const desk = this.at(index);
    desk.pieces = [];
    desk.kept = null;
    desk.fill = [];
    desk.state = 'floor';
    this.recount();
  }

  /** A section as it was before `clear`. */
  putBack(index: number, desk: DeskSection): void {
    this.sections[index] = desk;
    this.recount();
  }

  private recount(): void {
    this.standing.clear();
    this.quoted.clear();
    this.sections.forEach((other) => {
      for (const piece of other.pieces) if (piece.kind === 'sentence') this.note(plainOf(piece.text), piece.quotations);
      for (const sentence of sentencesOf(other.kept ?? [])) this.stand(sentence);
    });
  }

  /** Words of the body, subheadings in. */
  words(): number {
    return this.sections.reduce(
      (sum, desk, index) => sum + countWords(desk.heading ?? '') + countBlockWords(this.section(index).blocks),
      0,
    );
  }

  /** The source's links are put on the words that carried them. Returns the sections that changed. */
  placeLinks(): number[] {
    const before = this.sections.map((desk) => this.blocksOf(desk));
    const links = this.sheet.facts.flatMap((fact) => fact.links);
    const after = links.length === 0 ? before : placeLinks(before, links);
    return this.sections.flatMap((desk, index) => {
      const blocks = after[index];
      if (!blocks || JSON.stringify(blocks) === JSON.stringify(before[index])) return [];
      desk.kept = blocks;
      return [index];
    });
  }

  draftSections(): DraftSection[] {
    return this.sections.map((_, index) => this.section(index));
  }

  at(index: number): DeskSection {
    const desk = this.sections[index];
    if (!desk) throw new RangeError(`no section ${index}`);
    return desk;
  }

  private saidBy(pieces: readonly Piece[]): Set<string> {
    return new Set(pieces.flatMap((piece) => (piece.kind === 'sentence' ? piece.facts : [])));
  }

  /** A sentence of kept text: nothing may repeat it. */
  private stand(sentence: string): void {
    this.standing.add(sentence);
    for (const id of quotationsIn(sentence, this.sheet)) this.quoted.add(id);
  }

  private note(text: string, quotations: readonly string[]): void {
    const plain = plainOf(text);
    this.origins.set(keyOf(plain), 'model');
    this.standing.add(plain);
    for (const id of quotations) {
      if (this.sheet.quotations.some((quotation) => quotation.id === id && quotation.whole)) this.quoted.add(id);
    }
  }
}

/** A sentence by its words alone: typography may have changed the rest. */
function keyOf(sentence: string): string {
  return foldedWords(sentence).join(' ');
}
