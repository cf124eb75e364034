/** Masked sentences made blocks: quotations put back, links of their facts marked, labels in bold. */
import type { Block, Inline, ListItem } from '../../article/block.ts';
import type { FactSheet } from '../../facts/fact.ts';
import type { RewriteOptions } from '../options.ts';
import { unmasked } from '../wording/mask.ts';

export interface Prose {
  /** One paragraph of these sentences. `links` = ids of the facts whose links are marked in it. */
  paragraph: (sentences: readonly string[], links?: readonly string[]) => Block;
  /** A list item, its label (if any) in bold before a colon. */
  item: (text: string, label?: string) => ListItem;
}

export function proseOf(sheet: FactSheet, options: RewriteOptions): Prose {
  const plain = (text: string): string => unmasked(text, sheet.quotations, options.narrowQuotes);
  return {
    paragraph: (sentences, links = []) => ({
      kind: 'paragraph',
      inlines: withLinks(
        plain(sentences.map(closed).join(' ')),
        sheet.facts.filter((fact) => links.includes(fact.id)).flatMap((fact) => fact.links),
      ),
    }),
    item: (text, label) => ({
      inlines:
        label === undefined
          ? [{ text: plain(text) }]
          : [{ text: plain(label), marks: [{ kind: 'strong' }] }, { text: `\u00A0: ${plain(text)}` }],
    }),
  };
}

/** A line of the source without a mark at its end would run into the next sentence. */
function closed(sentence: string): string {
  return /[\p{L}\p{N}%€$)]$/u.test(sentence) ? `${sentence}.` : sentence;
}

/** A single point is a paragraph. */
export function list(items: readonly ListItem[], ordered = false): Block[] {
  const [only] = items;
  if (only && items.length === 1) return [{ kind: 'paragraph', inlines: only.inlines }];
  return items.length === 0 ? [] : [{ kind: 'list', ordered, items: [...items] }];
}

export function subheading(text: string): Block {
  return { kind: 'heading', level: 3, inlines: [{ text }] };
}

function withLinks(text: string, links: readonly { text: string; href: string }[]): Inline[] {
  let inlines: Inline[] = [{ text }];
  for (const { text: anchor, href } of links) {
    const shown = anchor
      .replace(/['’ʼ]/gu, '’')
      .replace(/[ \t\n]+/gu, ' ')
      .trim();
    if (shown === '') continue;
    inlines = inlines.flatMap((inline): Inline[] => {
      const at = inline.marks ? -1 : find(inline.text, shown);
      if (at < 0) return [inline];
      return [
        { text: inline.text.slice(0, at) },
        { text: inline.text.slice(at, at + shown.length), marks: [{ kind: 'link' as const, href }] },
        { text: inline.text.slice(at + shown.length) },
      ].filter((piece) => piece.text !== '');
    });
  }
  return inlines;
}

/** Moved to the head of its sentence an anchor may have changed its first capital. */
function find(text: string, anchor: string): number {
  const exact = text.indexOf(anchor);
  return exact >= 0 ? exact : text.toLowerCase().indexOf(anchor.toLowerCase());
}
