/** A model's Markdown, cut into subheadings and finished sentences while it streams. */
import { splitSentences } from '../french/sentences.ts';

/** `opens`: what the sentence starts; null where it goes on in the same paragraph or list item. */
export type StreamUnit =
  | { kind: 'heading'; level: number; text: string }
  | { kind: 'sentence'; text: string; opens: 'paragraph' | 'item' | null };

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/u;
const ITEM = /^\s*(?:[-*•–—+]|\d{1,2}[.)])\s+(?=\S)/u;
const RULE = /^\s*(?:[-*_=]{3,}|`{3}.*)\s*$/u;
/** A line that is bold from end to end, or short and without an end, followed by nothing: a subheading in disguise. */
const BOLD_LINE = /^\s*(?:\*\*|__)([^*_]{3,120}?)(?:\*\*|__)\s*:?\s*$/u;
const ENDED = /[.!?…»”\]:]["»”*_)]*\s*$/u;

export class MarkdownStream {
  private line = '';
  private paragraph = '';
  private opens: 'paragraph' | 'item' = 'paragraph';
  /** Sentences of the open paragraph that were given already, those of its unfinished line counted. */
  private given = 0;

  /** Units that these characters have finished. */
  push(text: string): StreamUnit[] {
    const units: StreamUnit[] = [];
    const lines = (this.line + text.replace(/\r\n?/gu, '\n')).split('\n');
    this.line = lines.pop() ?? '';
    for (const line of lines) this.takeLine(line, units);
    if (isText(this.line)) this.takeOpenLine(units);
    return units;
  }

  /** What was still open when the answer ended. */
  end(): StreamUnit[] {
    const units: StreamUnit[] = [];
    this.takeLine(this.line, units);
    this.line = '';
    this.close(units);
    return units;
  }

  /** The sentence that is being written, for a loop inside it. */
  get open(): string {
    return splitSentences(joined(this.paragraph, this.line)).at(-1)?.text ?? '';
  }

  private takeLine(line: string, units: StreamUnit[]): void {
    const heading = HEADING.exec(line.trim());
    const bold = heading ? null : BOLD_LINE.exec(line);
    if (heading || bold || RULE.test(line) || line.trim() === '') {
      this.close(units);
      if (heading) units.push({ kind: 'heading', level: heading[1]?.length ?? 2, text: plainHeading(heading[2] ?? '') });
      else if (bold) units.push({ kind: 'heading', level: 3, text: plainHeading(bold[1] ?? '') });
      return;
    }
    if (ITEM.test(line)) {
      this.close(units);
      this.opens = 'item';
      this.paragraph = line.replace(ITEM, '').trim();
    } else this.paragraph = joined(this.paragraph, line.replace(/^\s*>+\s?/u, ''));
    // A line that ends like a sentence ends its paragraph: few models wrap lines, most forget the blank one.
    if (ENDED.test(this.paragraph)) this.close(units);
    else this.give(this.paragraph, this.opens, false, units);
  }

  /** The finished sentences of a line that is still being written, unless it may yet turn out to be something else. */
  private takeOpenLine(units: StreamUnit[]): void {
    const item = ITEM.test(this.line);
    if (this.paragraph !== '' && item) return;
    if (this.paragraph !== '') this.give(joined(this.paragraph, this.line), this.opens, false, units);
    else this.give(this.line.replace(ITEM, '').trim(), item ? 'item' : 'paragraph', false, units);
  }

  private close(units: StreamUnit[]): void {
    if (this.paragraph === '') return;
    this.give(this.paragraph, this.opens, true, units);
    this.paragraph = '';
    this.given = 0;
    this.opens = 'paragraph';
  }

  /** All sentences of a closed paragraph are finished; else all but the last one, whose end may still move. */
  private give(text: string, opens: 'paragraph' | 'item', closed: boolean, units: StreamUnit[]): void {
    const spans = splitSentences(text);
    const finished = closed ? spans.length : spans.length - 1;
    for (; this.given < finished; this.given++) {
      const span = spans[this.given];
      if (span) units.push({ kind: 'sentence', text: span.text, opens: this.given === 0 ? opens : null });
    }
  }
}

function joined(paragraph: string, line: string): string {
  return [paragraph, line.trim()].filter((part) => part !== '').join(' ');
}

/** False while the line may still turn out to be a heading, a rule or a bold line. */
function isText(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:#|>|```|\*\*|__|[-*_=]{2,})/u.test(line);
}

function plainHeading(text: string): string {
  return text
    .replace(/\*\*|__|`/gu, '')
    .replace(/^\s*["“]|["”]\s*$/gu, '')
    .trim();
}
