/** The classic editor's Text tab: a textarea that shows the article without `<p>`. */
import { classicTarget } from './classic-target.ts';
import { page } from './page-globals.ts';
import { nodesOf, readNodes } from './read-dom.ts';
import type { TextSink } from './text-sink.ts';

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

/** `onKept` gets, as HTML, what is no text. */
export function readText(text: string, sink: TextSink, onKept: (html: string) => void = () => undefined): void {
  readNodes(nodesOf(paragraphs(text)), sink, (node) =>
    onKept(node.nodeType === 1 ? asShown((node as Element).outerHTML) : (node.nodeValue ?? '')),
  );
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
