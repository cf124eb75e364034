/** Reading in the classic editor's Visual tab: TinyMCE's own document. */
import type { PlaceHandle, Scope } from '../article/capture.ts';
import { classicFields, classicPost } from './classic-post.ts';
import { classicTarget } from './classic-target.ts';
import { blocksOf } from './blocks-of.ts';
import type { EditorReader } from './editor.ts';
import { fingerprintOf, readRange, topNode, wholeRange } from './visual-range.ts';
import { hasText } from './weight.ts';

export function visualReader(): EditorReader | null {
  const target = classicTarget();
  const visual = target?.visual;
  if (!target || !visual) return null;
  return {
    kind: 'classic-visual',
    post: classicPost,
    fields: () => Promise.resolve(classicFields()),

    capture() {
      const body = visual.getBody();
      const selected = visual.selection.getRng();
      const range = selected.collapsed || !body.contains(selected.commonAncestorContainer) ? wholeRange(body) : selected;
      const blocks = blocksOf((sink) => readRange(range, sink));
      if (!hasText(blocks)) return null;
      const scope: Scope =
        range !== selected
          ? 'post'
          : topNode(body, range.startContainer) === topNode(body, range.endContainer) && topNode(body, range.startContainer)
            ? 'range'
            : 'blocks';
      const handle: PlaceHandle =
        scope === 'post'
          ? { kind: 'post' }
          : {
              kind: 'nodes',
              editorId: visual.id,
              start: { path: pathTo(body, range.startContainer), offset: range.startOffset },
              end: { path: pathTo(body, range.endContainer), offset: range.endOffset },
            };
      return { scope, blocks, handle, fingerprint: fingerprintOf(range) };
    },

    reveal() {
      visual.focus();
      target.textarea.closest('.wp-editor-wrap')?.scrollIntoView({ block: 'start' });
    },
  };
}

function pathTo(body: Node, node: Node): number[] {
  const path: number[] = [];
  for (let at: Node | null = node; at && at !== body; at = at.parentNode) {
    path.unshift([...(at.parentNode?.childNodes ?? [])].findIndex((child) => child === at));
  }
  return path;
}
