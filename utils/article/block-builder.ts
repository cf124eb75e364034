/** Blocks put together from what a reader of markup meets: text, marks, boundaries. Knows no markup itself. */
import type { Block, Inline, ListItem, Mark } from './block.ts';
import { inlineText, tidyRuns } from './inlines.ts';
import { withoutInvisible } from './invisible.ts';

type QuoteBlock = Extract<Block, { kind: 'quote' }>;
type List = { ordered: boolean; items: ListItem[] };
type Frame =
  | { kind: 'heading'; level: number }
  | { kind: 'list'; list: List }
  | { kind: 'item'; item: ListItem }
  | { kind: 'quote'; block: QuoteBlock }
  | { kind: 'citation' };

/** A paragraph that is nothing but a WordPress shortcode. */
const SHORTCODE = /^\[([a-z][\w-]*)(?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'|[^\s\]"']+))?)*\s*\/?\](?:[\s\S]*\[\/\1\])?$/;

export class BlockBuilder {
  readonly #blocks: Block[] = [];
  readonly #frames: Frame[] = [];
  readonly #marks: Mark[] = [];
  #runs: Inline[] = [];
  #waiting: Block[] = [];
  #kept = 0;

  /** Text of one line: its newlines are blanks. */
  text(text: string): void {
    this.#push(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  /** Text in which a blank line ends a paragraph; with `breaks` a single newline is a line break. */
  lines(text: string, breaks: boolean): void {
    const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n[\s]*/);
    for (const [i, paragraph] of paragraphs.entries()) {
      if (i > 0) this.boundary();
      if (breaks) this.#push(paragraph);
      else this.text(paragraph);
    }
  }

  /** Two in a row end the paragraph. */
  lineBreak(): void {
    const text = inlineText(this.#runs);
    if (/\n[ ]*$/.test(text) && text.trim()) this.boundary();
    else this.#push('\n');
  }

  openMark(mark: Mark): void {
    this.#marks.push(mark);
  }

  closeMark(): void {
    this.#marks.pop();
  }

  /** Something that is no text: after the block being written, or at once between blocks. */
  keep(name: string): void {
    this.#waiting.push({ kind: 'kept', name, ref: String(this.#kept++) });
    if (this.#frames.length === 0 && !inlineText(this.#runs).trim()) this.boundary();
  }

  openHeading(level: number): void {
    this.boundary();
    this.#frames.push({ kind: 'heading', level });
  }

  closeHeading(): void {
    this.#close('heading');
  }

  openList(ordered: boolean): void {
    this.boundary();
    // A block quotation holds paragraphs only: the items of a list in it become paragraphs.
    if (this.#frames.some((frame) => frame.kind === 'quote')) return;
    const parent = this.#frames.at(-1);
    const list: List = { ordered, items: [] };
    if (parent?.kind === 'item') {
      parent.item.list ??= list;
      this.#frames.push({ kind: 'list', list: parent.item.list });
    } else if (parent?.kind === 'list') {
      // `<ul><ul>`, as old editors nest: the inner list belongs to the item before it.
      const item = parent.list.items.at(-1) ?? added(parent.list);
      item.list ??= list;
      this.#frames.push({ kind: 'list', list: item.list });
    } else {
      this.#frames.push({ kind: 'list', list });
    }
  }

  closeList(): void {
    this.#close('list');
  }

  openItem(): void {
    this.boundary();
    if (this.#frames.at(-1)?.kind === 'item') this.#close('item');
    const parent = this.#frames.at(-1);
    if (parent?.kind === 'list') this.#frames.push({ kind: 'item', item: added(parent.list) });
  }

  closeItem(): void {
    this.boundary();
    if (this.#frames.at(-1)?.kind === 'item') this.#frames.pop();
  }

  openQuote(): void {
    this.boundary();
    const nested = this.#frames.some((frame) => frame.kind !== 'heading');
    if (!nested) this.#frames.push({ kind: 'quote', block: { kind: 'quote', paragraphs: [] } });
  }

  closeQuote(): void {
    this.#close('quote');
  }

  openCitation(): void {
    if (this.#frames.at(-1)?.kind !== 'quote') return;
    this.boundary();
    this.#frames.push({ kind: 'citation' });
  }

  closeCitation(): void {
    if (this.#frames.at(-1)?.kind === 'citation') this.#close('citation');
  }

  /** Ends the text being written; it goes to the innermost open block. */
  boundary(): void {
    const runs = tidyRuns(this.#runs);
    this.#runs = [];
    if (runs.length > 0) this.#place(runs);
    if (this.#frames.length === 0) this.#blocks.push(...this.#waiting.splice(0));
  }

  end(): Block[] {
    this.boundary();
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) this.#leave(frame);
    this.boundary();
    return this.#blocks;
  }

  #push(text: string): void {
    const clean = withoutInvisible(text);
    if (clean) this.#runs.push(this.#marks.length > 0 ? { text: clean, marks: distinct(this.#marks) } : { text: clean });
  }

  #place(runs: Inline[]): void {
    const frame = this.#frames.at(-1);
    if (!frame) {
      const shortcode = SHORTCODE.exec(inlineText(runs).trim());
      if (shortcode?.[1]) this.#blocks.push({ kind: 'kept', name: `[${shortcode[1]}]`, ref: String(this.#kept++) });
      else this.#blocks.push({ kind: 'paragraph', inlines: runs });
    } else if (frame.kind === 'heading') {
      this.#emit({ kind: 'heading', level: frame.level, inlines: runs }, runs);
    } else if (frame.kind === 'quote') {
      frame.block.paragraphs.push(runs);
    } else if (frame.kind === 'citation') {
      const quote = this.#frames.at(-2);
      if (quote?.kind === 'quote') quote.block.citation = [...(quote.block.citation ?? []), ...runs];
    } else {
      const item = frame.kind === 'item' ? frame.item : added(frame.list);
      item.inlines = item.inlines.length > 0 ? [...item.inlines, { text: '\n' }, ...runs] : runs;
    }
  }

  /** A heading inside a list or a quotation is text of it. */
  #emit(block: Block, runs: Inline[]): void {
    const outer = this.#frames.at(-2);
    if (outer?.kind === 'quote') outer.block.paragraphs.push(runs);
    else if (outer?.kind === 'item') outer.item.inlines = [...outer.item.inlines, ...runs];
    else this.#blocks.push(block);
  }

  /** Closes the innermost frame of this kind and whatever was left open inside it; nothing when there is none. */
  #close(kind: Frame['kind']): void {
    this.boundary();
    if (!this.#frames.some((frame) => frame.kind === kind)) return;
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      this.#leave(frame);
      if (frame.kind === kind) break;
    }
    if (this.#frames.length === 0) this.#blocks.push(...this.#waiting.splice(0));
  }

  #leave(frame: Frame): void {
    this.#frames.pop();
    if (frame.kind === 'quote' && (frame.block.paragraphs.length > 0 || frame.block.citation)) this.#blocks.push(frame.block);
    if (frame.kind === 'list' && this.#frames.every((outer) => outer.kind !== 'list')) {
      const items = filled(frame.list.items);
      if (items.length > 0) this.#blocks.push({ kind: 'list', ordered: frame.list.ordered, items });
    }
  }
}

function added(list: List): ListItem {
  const item: ListItem = { inlines: [] };
  list.items.push(item);
  return item;
}

/** Without the items that hold nothing; an item that holds only a list gives its items to the level above. */
function filled(items: readonly ListItem[]): ListItem[] {
  return items.flatMap((item): ListItem[] => {
    const inner = item.list ? filled(item.list.items) : [];
    if (item.inlines.length === 0) return inner;
    return [inner.length > 0 && item.list ? { ...item, list: { ...item.list, items: inner } } : { inlines: item.inlines }];
  });
}

function distinct(marks: readonly Mark[]): Mark[] {
  return marks.filter((mark, i) => marks.findIndex((other) => other.kind === mark.kind) === i);
}
