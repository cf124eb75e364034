/** Runs of text: their plain text, and how they are put together, trimmed and compared. */
import type { Inline, Mark } from './block.ts';

/** A line break inside a paragraph (`<br>`) is `\n` in this text. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}

/** The same text in the fewest runs: neighbours with the same marks joined, empty ones dropped. */
export function joinRuns(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    if (!inline.text) continue;
    const last = joined.at(-1);
    if (last && sameMarks(last.marks, inline.marks)) joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline.marks?.length ? { text: inline.text, marks: inline.marks } : { text: inline.text });
  }
  return joined;
}

/** Ordinary blanks folded to one space, none around a line break or at the ends. No-break spaces stay. */
export function tidyRuns(inlines: readonly Inline[]): Inline[] {
  let before = '\n';
  const folded = joinRuns(inlines).map((inline) => {
    const text = inline.text
      .replace(/[ \t\r\f]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .replace(/^[ ]+/, (blank) => (/[\s]/.test(before) ? '' : blank));
    if (text) before = text.slice(-1);
    return { ...inline, text };
  });
  // A run may begin with the break that the blank before it must yield to.
  const runs = joinRuns(folded);
  for (let i = runs.length - 2; i >= 0; i--) {
    const run = runs[i];
    if (run && runs[i + 1]?.text.startsWith('\n')) run.text = run.text.replace(/ +$/, '');
  }
  return trimmed(joinRuns(runs));
}

export function sameMarks(a: readonly Mark[] | undefined, b: readonly Mark[] | undefined): boolean {
  return markKey(a) === markKey(b);
}

function markKey(marks: readonly Mark[] = []): string {
  return marks
    .map((mark) => (mark.kind === 'link' ? `link ${mark.href}` : mark.kind))
    .sort()
    .join('|');
}

function trimmed(runs: Inline[]): Inline[] {
  const kept = [...runs];
  for (let first = kept[0]; first; first = kept[0]) {
    const text = first.text.replace(/^[ \n]+/, '');
    if (text) {
      kept[0] = { ...first, text };
      break;
    }
    kept.shift();
  }
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    const text = last.text.replace(/[ \n]+$/, '');
    if (text) {
      kept[kept.length - 1] = { ...last, text };
      break;
    }
    kept.pop();
  }
  return kept;
}
