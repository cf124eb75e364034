/** The classic editor's Text tab: a textarea that shows the article without `<p>`, changed in one step of the browser's undo. */
import { BlockBuilder } from '../article/block-builder.ts';
import type { Block } from '../article/block.ts';
import type { PlaceHandle } from '../article/capture.ts';
import { htmlFromBlocks, htmlFromInlines } from '../article/html-writer.ts';
import { pairKept } from './block-text.ts';
import { classicFields, classicPost, setValue, writeClassicFields } from './classic-post.ts';
import { classicTarget } from './classic-target.ts';
import { EditorFailure, type Editor, type Insertion } from './editor.ts';
import { fingerprint } from './fingerprint.ts';
import { page } from './page-globals.ts';
import { placeKept, type PlaceText } from './place-kept.ts';
import { withoutShortcodes } from './plain-field.ts';
import { nodesOf, readNodes } from './read-dom.ts';
import { hasText } from './weight.ts';

interface Span {
  start: number;
  end: number;
}

export function classicText(editorId?: string): Editor | null {
  const target = classicTarget(editorId);
  if (!target || target.visual) return null;
  const { textarea } = target;
  const whole = (): Span => ({ start: 0, end: textarea.value.length });
  return {
    kind: 'classic-text',
    post: classicPost,
    fields: () => Promise.resolve(classicFields()),
    content: () => textarea.value,
    normalised: (content) => content,

    capture() {
      const selected = { start: textarea.selectionStart, end: textarea.selectionEnd };
      const isSelected = textarea.value.slice(selected.start, selected.end).trim() !== '';
      const span = isSelected ? selected : whole();
      const text = textarea.value.slice(span.start, span.end);
      const { blocks } = readText(text);
      if (!hasText(blocks)) return null;
      const handle: PlaceHandle = isSelected ? { kind: 'text', elementId: textarea.id, ...span } : { kind: 'post' };
      const scope = !isSelected ? 'post' : /\n\s*\n/.test(text.trim()) ? 'blocks' : 'range';
      return { scope, blocks, handle, fingerprint: fingerprint(text) };
    },

    apply(insertion) {
      const { handle, mode } = insertion;
      const captured =
        handle.kind === 'text'
          ? checkedSpan(textarea, { start: handle.start, end: handle.end }, insertion)
          : checkedSpan(textarea, whole(), insertion);
      const span = mode === 'post' ? whole() : mode === 'after' ? { start: captured.end, end: captured.end } : captured;
      const text = spaced(
        textarea.value,
        span,
        written(textarea.value, span, captured, insertion),
        isInline(textarea.value, span, insertion.blocks),
      );
      const bodyUndo = typeInto(textarea, span, text);
      const verified = textarea.value.slice(span.start, span.start + text.length) === text;
      return Promise.resolve({ verified, bodyUndo, content: textarea.value, fields: writeClassicFields(insertion.fields) });
    },

    restore(content, fields) {
      typeInto(textarea, whole(), content);
      return Promise.resolve(writeClassicFields(fields));
    },

    reveal() {
      textarea.scrollIntoView({ block: 'start' });
      textarea.focus();
    },
  };
}

function readText(text: string): PlaceText<string> & { blocks: Block[] } {
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

/** Where the captured text stands now. */
function checkedSpan(textarea: HTMLTextAreaElement, span: Span, { handle, fingerprint: expected, mode, force }: Insertion): Span {
  const { value } = textarea;
  if (fingerprint(value.slice(span.start, span.end)) === expected) return span;
  if (handle.kind === 'text') {
    const length = span.end - span.start;
    for (let start = 0; start + length <= value.length; start++) {
      // Only where a line begins, or as far into one as before: hashing every position would take seconds.
      const begins = start === 0 || value[start - 1] === '\n';
      if ((begins || Math.abs(start - span.start) < 400) && fingerprint(value.slice(start, start + length)) === expected) {
        return { start, end: start + length };
      }
    }
  }
  if (force || mode === 'after') return { start: Math.min(span.start, value.length), end: Math.min(span.end, value.length) };
  throw new EditorFailure('place_changed');
}

/** A single new paragraph for a selection inside one stays in its line. */
function isInline(value: string, span: Span, blocks: readonly Block[]): boolean {
  return (
    blocks.length === 1 &&
    blocks[0]?.kind === 'paragraph' &&
    span.end > span.start &&
    !/\n\s*\n/.test(value.slice(span.start, span.end).trim())
  );
}

/** The draft as the tab shows it: blank lines between blocks, no `<p>`, other tags written out. */
function written(value: string, span: Span, captured: Span, { blocks }: Insertion): string {
  const textOf = ({ start, end }: Span) => readText(value.slice(start, end));
  const mixed = placeKept(textOf(span), textOf(span.start === span.end ? span : captured), blocks, (html) => html);
  return mixed.map((entry) => ('block' in entry ? shown(entry.block) : entry.thing)).join('\n\n');
}

function shown(block: Block): string {
  if (block.kind === 'paragraph') return withoutShortcodes(htmlFromInlines(block.inlines).replace(/<br>/g, '\n'));
  if (block.kind === 'quote') {
    const lines = block.paragraphs.map((inlines) => htmlFromInlines(inlines)).join('\n\n');
    return withoutShortcodes(
      `<blockquote>${lines}${block.citation ? `\n\n<cite>${htmlFromInlines(block.citation)}</cite>` : ''}</blockquote>`,
    );
  }
  // One item a line, as WordPress lays lists out.
  return withoutShortcodes(htmlFromBlocks([block]))
    .replace(/<(?=li>)/g, '\n \t<')
    .replace(/<(?=\/(?:ul|ol)>)/g, '\n<');
}

/** With the blank lines that part it from what stands around it. */
function spaced(value: string, { start, end }: Span, text: string, inline: boolean): string {
  if (inline) return text;
  const [before, after] = [value.slice(0, start), value.slice(end)];
  const lead = !before.trim() || /\n\n\s*$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = !after.trim() || /^\s*\n\n/.test(after) ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  return lead + text + trail;
}

/** As if typed: `value = …` would leave the browser's undo nothing to take back. */
function typeInto(textarea: HTMLTextAreaElement, { start, end }: Span, text: string): 'editor' | 'restore' {
  textarea.focus();
  textarea.setSelectionRange(start, end);
  const expected = textarea.value.slice(0, start) + text + textarea.value.slice(end);
  if (document.execCommand('insertText', false, text) && textarea.value === expected) return 'editor';
  setValue(textarea, expected);
  return 'restore';
}
