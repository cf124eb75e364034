/** When the model is done: what of the floor stays, and which quotations code puts back. */
import type { Block } from '../article/block.ts';
import type { Notice } from '../article/report.ts';
import { countBlockWords, countWords } from '../article/words.ts';
import type { Quotation } from '../facts/fact.ts';
import { floorRest, sentencesOf } from './floor-rest.ts';
import type { Manuscript } from './manuscript.ts';
import { quotationsIn } from './quotation-codes.ts';

export interface Settled {
  /** Sections whose text changed. */
  changed: number[];
  notices: Notice[];
}

/** @param minWords what must stay: no floor is taken away under it */
export function settleDraft(manuscript: Manuscript, minWords: number): Settled {
  const changed = new Set<number>();
  const floors = manuscript.sections.map((desk) => desk.floor);
  if (manuscript.sections.some((desk) => desk.pieces.length > 0)) {
    thinFloor(manuscript, changed);
    dropRedundant(manuscript, minWords, changed);
  }
  return { notices: restoreQuotations(manuscript, floors, changed), changed: [...changed] };
}

/**
 * Sections that stayed floor lose the sentences that the model has written in the same words, and the quotations that its
 * text holds in full, except from the one list of them.
 */
function thinFloor(manuscript: Manuscript, changed: Set<number>): void {
  manuscript.sections.forEach((desk, index) => {
    if (desk.kept || desk.pieces.length > 0 || desk.planned.form === 'who-said-what') return;
    const floor = floorRest(desk.floor, (sentence) => {
      if (manuscript.originOf(sentence) === 'model') return true;
      const quotations = quotationsIn(sentence, manuscript.sheet);
      return quotations.length > 0 && quotations.every((id) => manuscript.quoted.has(id));
    });
    if (countBlockWords(floor) === countBlockWords(desk.floor)) return;
    desk.floor = floor;
    changed.add(index);
  });
}

/** A section that is all floor and says nothing that the model has not said goes, while there are words enough. */
function dropRedundant(manuscript: Manuscript, minWords: number, changed: Set<number>): void {
  const said = manuscript.said();
  let words = manuscript.words();
  manuscript.sections.forEach((desk, index) => {
    if (desk.kept || desk.pieces.length > 0 || desk.floor.length === 0) return;
    const rest = manuscript.rest(index, said);
    if (rest.length > 0) return;
    const own = countBlockWords(desk.floor) + countWords(desk.heading ?? '');
    if (words - own < minWords) return;
    words -= own;
    desk.floor = [];
    desk.heading = null;
    changed.add(index);
  });
}

/** A quotation that stands nowhere comes back with the sentence that the floor has for it. */
function restoreQuotations(manuscript: Manuscript, floors: readonly Block[][], changed: Set<number>): Notice[] {
  const notices: Notice[] = [];
  const standing = new Set(
    manuscript
      .draftSections()
      .flatMap((section) => sentencesOf(section.blocks).flatMap((sentence) => quotationsIn(sentence, manuscript.sheet))),
  );
  for (const quotation of manuscript.sheet.quotations) {
    if (!quotation.whole || standing.has(quotation.id)) continue;
    const home = homeOf(quotation.id, manuscript, floors);
    if (home === null) {
      notices.push({ code: 'quotation_lost', detail: quotation.text });
      continue;
    }
    bringHome(home, manuscript);
    for (const sentence of sentencesOf(home.blocks)) for (const id of quotationsIn(sentence, manuscript.sheet)) standing.add(id);
    changed.add(home.index);
    notices.push({ code: 'quotation_restored', detail: quotation.text });
  }
  return notices;
}

/**
 * Puts one quotation back, with the floor's sentence for it, or the source's own where the floor has none. Returns the
 * section that has it now.
 */
export function putBack({ id, factId }: Quotation, manuscript: Manuscript): number {
  const floors = manuscript.sections.map((desk) => desk.floor);
  const text = manuscript.sheet.facts.find((fact) => fact.id === factId)?.text ?? '';
  const planned = manuscript.sections.findIndex((desk) => desk.planned.facts.includes(factId));
  const home = homeOf(id, manuscript, floors) ?? {
    index: nearestStanding(Math.max(0, planned), manuscript),
    blocks: [{ kind: 'paragraph', inlines: [{ text }] } satisfies Block],
  };
  bringHome(home, manuscript);
  return home.index;
}

function bringHome({ index, blocks }: { index: number; blocks: Block[] }, manuscript: Manuscript): void {
  const desk = manuscript.at(index);
  desk.fill = [...desk.fill, ...blocks];
  if (desk.kept) desk.kept = [...desk.kept, ...blocks];
}

/** The section that the quotation belongs to, and the floor's sentences for it, in one paragraph. */
function homeOf(id: string, manuscript: Manuscript, floors: readonly Block[][]): { index: number; blocks: Block[] } | null {
  const order = manuscript.sections
    .map((desk, index) => ({ desk, index }))
    .toSorted((a, b) => Number(b.desk.planned.quotations.includes(id)) - Number(a.desk.planned.quotations.includes(id)));
  for (const { index } of order) {
    const blocks = floorRest(floors[index] ?? [], (sentence) => !quotationsIn(sentence, manuscript.sheet).includes(id));
    if (blocks.some((block) => block.kind !== 'heading') && sentencesOf(blocks).length > 0) {
      return {
        index: nearestStanding(index, manuscript),
        blocks: blocks.filter((block) => block.kind !== 'heading').map(asParagraph),
      };
    }
  }
  return null;
}

/** This section, or where it has gone the one before it that stands. */
function nearestStanding(index: number, manuscript: Manuscript): number {
  for (let at = index; at >= 0; at--) if (manuscript.section(at).blocks.length > 0) return at;
  return index;
}

/** A list item that comes back alone is a paragraph. */
function asParagraph(block: Block): Block {
  return block.kind === 'list' ? { kind: 'paragraph', inlines: block.items.flatMap((item) => item.inlines) } : block;
}
