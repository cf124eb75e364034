/** Reading in the classic editor's Text tab. */
import type { PlaceHandle } from '../article/capture.ts';
import { classicFields, classicPost } from './classic-post.ts';
import { readText, shownTextarea, wholeSpan } from './classic-text-read.ts';
import { blocksOf } from './blocks-of.ts';
import type { EditorReader } from './editor.ts';
import { fingerprint } from './fingerprint.ts';
import { hasText } from './weight.ts';

export function textReader(): EditorReader | null {
  const textarea = shownTextarea();
  if (!textarea) return null;
  return {
    kind: 'classic-text',
    post: classicPost,
    fields: () => Promise.resolve(classicFields()),

    capture() {
      const selected = { start: textarea.selectionStart, end: textarea.selectionEnd };
      const isSelected = textarea.value.slice(selected.start, selected.end).trim() !== '';
      const span = isSelected ? selected : wholeSpan(textarea);
      const text = textarea.value.slice(span.start, span.end);
      const blocks = blocksOf((sink) => readText(text, sink));
      if (!hasText(blocks)) return null;
      const handle: PlaceHandle = isSelected ? { kind: 'text', elementId: textarea.id, ...span } : { kind: 'post' };
      const scope = !isSelected ? 'post' : /\n\s*\n/.test(text.trim()) ? 'blocks' : 'range';
      return { scope, blocks, handle, fingerprint: fingerprint(text) };
    },

    reveal() {
      textarea.scrollIntoView({ block: 'start' });
      textarea.focus();
    },
  };
}
