/** The classic editor's Text tab: a textarea that shows the article without `<p>`. */
import { BlockBuilder } from '../article/block-builder.ts';
import type { Block } from '../article/block.ts';
import { pairKept } from './block-text.ts';
import { classicTarget } from './classic-target.ts';
import { page } from './page-globals.ts';
import type { PlaceText } from './place-kept.ts';
import { nodesOf, readNodes } from './read-dom.ts';

export interface Span {
  start: number;
  end: number;
}

/** null where the Text tab is not shown. */
export function shownTextarea(editorId?: string): HTMLTextAreaElement | null {
  const target = classicTarget(editorId);
  return target && !target.visual ? target.textarea : null;
}

export function wholeSpan(textarea: HTMLTextAreaElement): Span {
  return { start: 0, end: textarea.value.length };
}

export function readText(text: string): PlaceText<string> & { blocks: Block[] } {
  const builder = new BlockBuilder();
  const kept: string[] = [];
  readNodes(nodesOf(paragraphs(text)), builder, (node) => {
    kept.push(node.nodeType === 1 ? asShown((node as Element).outerHTML) : (node.nodeValue ?? ''));
  });
  const blocks = builder.end();
  return { blocks, kept: pairKept(blocks, kept) };
}

/** WordPress's own paragraphs where its script is there; else blank lines part them. */
function paragraphs(text: string): string {
  if (page.switchEditors) return page.switchEditors.wpautop(text);
  return text
    .split(/\n\s*\n/)
    .map((part) =>
      /^\s*<(?:h\d|ul|ol|li|blockquote|p|div|table|figure)\b/i.test(part) ? part : `<p>${part.trim().replace(/\n/g, '<br>')}</p>`,
    )
    .join('\n');
}

/** A kept paragraph goes back without its `<p>`, as the tab shows it. */
function asShown(html: string): string {
  return html.replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}
