/** The source's links, put back by code on the words that carried them: a model writes none. */
import type { Block, Inline } from '../article/block.ts';
import { inlineText } from '../article/inlines.ts';
import { mapInlines } from '../article/text-units.ts';
import { fold } from '../french/fold.ts';
import { sliceInlines } from './floor-rest.ts';

export interface SourceLink {
  text: string;
  href: string;
}

/** One section's blocks each, with every link that none of them has yet placed once, where its words stand. */
export function placeLinks(sections: readonly (readonly Block[])[], links: readonly SourceLink[]): Block[][] {
  let placed = sections.map((blocks) => [...blocks]);
  for (const link of links) {
    if (JSON.stringify(placed).includes(JSON.stringify(link.href))) continue;
    for (const words of [link.text, lastWords(link.text)]) {
      const next = withLink(placed, words, link.href);
      if (next === null) continue;
      placed = next;
      break;
    }
  }
  return placed;
}

function withLink(sections: readonly Block[][], words: string, href: string): Block[][] | null {
  let done = false;
  const next = sections.map((blocks) =>
    done
      ? blocks
      : mapInlines(blocks, (inlines, unit) => {
          if (done || unit.kind === 'heading') return inlines;
          const at = indexOfWords(inlineText(inlines), words);
          if (at === -1) return inlines;
          done = true;
          return linked(inlines, at, at + words.length, href);
        }),
  );
  return done ? next : null;
}

function linked(inlines: readonly Inline[], start: number, end: number, href: string): Inline[] {
  const middle = sliceInlines(inlines, start, end).map((inline): Inline => ({
    ...inline,
    marks: [...(inline.marks ?? []), { kind: 'link', href }],
  }));
  return [...sliceInlines(inlines, 0, start), ...middle, ...sliceInlines(inlines, end, inlineText(inlines).length)];
}

/** Where these words stand, whole; case and the kind of spaces and apostrophes aside. */
function indexOfWords(text: string, words: string): number {
  if (fold(words).length < 3) return -1;
  const plain = (value: string): string =>
    value
      .toLowerCase()
      .replace(/[’ʼ]/gu, "'")
      .replace(/[\u00A0\u202F]/gu, ' ');
  const [long, short] = [plain(text), plain(words)];
  for (let at = long.indexOf(short); at !== -1; at = long.indexOf(short, at + 1)) {
    const before = long.charAt(at - 1);
    const after = long.charAt(at + short.length);
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return at;
  }
  return -1;
}

/** « le rapport de l’Insee » → « Insee »: what a rewrite keeps of a link's words is its name. */
function lastWords(text: string): string {
  return /(\p{Lu}[\p{L}\p{N}&’'-]*(?:\s\p{Lu}[\p{L}\p{N}&’'-]*)*)[^\p{Lu}]*$/u.exec(text)?.[1] ?? '';
}
