/** Writing in the classic editor's Text tab, in one step of the browser's undo. */
import type { Block } from '../article/block.ts';
import { escaped, htmlFromBlocks, htmlFromInlines } from '../article/html-writer.ts';
import { classicFields, classicPost, setValue, writeClassicFields } from './classic-post.ts';
import { readText, shownTextarea, wholeSpan, type Span } from './classic-text-read.ts';
import { EditorFailure, type EditorWriter, type Insertion } from './editor.ts';
import { fingerprint } from './fingerprint.ts';
import { Outline } from './outline.ts';
import { page } from './page-globals.ts';
import { placeKept } from './place-kept.ts';
import { withoutShortcodes } from './plain-field.ts';

export function textWriter(editorId?: string): EditorWriter | null {
  const textarea = shownTextarea(editorId);
  if (!textarea) return null;
  return {
    kind: 'classic-text',
    post: classicPost,
    fields: () => Promise.resolve(classicFields()),
    content: () => textarea.value,
    normalised: (content) => page.switchEditors?.pre_wpautop(content) ?? content,

    apply(insertion) {
      const { handle, mode } = insertion;
      const captured =
        handle.kind === 'text'
          ? checkedSpan(textarea, { start: handle.start, end: handle.end }, insertion)
          : checkedSpan(textarea, wholeSpan(textarea), insertion);
      const span =
        mode === 'post' ? wholeSpan(textarea) : mode === 'after' ? { start: captured.end, end: captured.end } : captured;
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
      typeInto(textarea, wholeSpan(textarea), content);
      return Promise.resolve(writeClassicFields(fields));
    },
  };
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
  throw new EditorFailure('place_changed', value.slice(span.start, span.end));
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
  const outlineOf = ({ start, end }: Span) => {
    const outline = new Outline<string>();
    readText(value.slice(start, end), outline, (html) => outline.things.push(html));
    return outline.end();
  };
  const mixed = placeKept(outlineOf(span), outlineOf(span.start === span.end ? span : captured), blocks, (html) => html);
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

/**
 * As if typed: `value = …` would leave the browser's undo nothing to take back. Chromium inserts text line by line, laying
 * the field out again each time (400 paragraphs take seconds), HTML at once; Firefox has no HTML for a textarea.
 */
function typeInto(textarea: HTMLTextAreaElement, { start, end }: Span, text: string): 'editor' | 'restore' {
  const before = textarea.value;
  const expected = before.slice(0, start) + text + before.slice(end);
  for (const [command, argument] of [
    ['insertHTML', escaped(text)],
    ['insertText', text],
  ] as const) {
    textarea.focus();
    textarea.setSelectionRange(start, end);
    if (document.execCommand(command, false, argument) && textarea.value === expected) return 'editor';
    if (textarea.value !== before) document.execCommand('undo');
  }
  setValue(textarea, expected);
  return 'restore';
}
