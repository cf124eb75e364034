/** Reading commands, done in the editor of this page. */
import type { PageCapture } from '../article/capture.ts';
import { allFields, answered } from './answered.ts';
import { blockReader } from './block-capture.ts';
import { textReader } from './classic-text-capture.ts';
import { visualReader } from './classic-visual-capture.ts';
import { EditorFailure, type EditorReader } from './editor.ts';
import type { EditorAnswer, EditorCommand } from './editor-protocol.ts';
import { pageBuilder } from './page-builder.ts';
import { seoPlugin } from './seo-plugin.ts';

type ReadingCommand = Extract<EditorCommand, { kind: 'capture' | 'reveal' }>;

/** Never rejects. */
export function runReading({ kind }: ReadingCommand): Promise<EditorAnswer> {
  return answered(async () => {
    const editor = pageBuilder() ? null : (blockReader() ?? visualReader() ?? textReader());
    if (!editor) throw new EditorFailure('not_editor');
    if (kind === 'capture') return { kind: 'captured', capture: await captured(editor) };
    editor.reveal();
    return { kind: 'revealed' };
  });
}

async function captured(editor: EditorReader): Promise<PageCapture> {
  const place = editor.capture();
  if (!place) throw new EditorFailure('nothing_to_rewrite');
  const plugin = seoPlugin();
  return {
    editor: editor.kind,
    ...place,
    ...editor.post(),
    language: document.documentElement.lang || null,
    pageUrl: location.href.replace(/#.*$/, ''),
    fields: await allFields(editor, plugin),
    seoPlugin: plugin?.id ?? null,
    writesAtOnce: plugin?.atOnce ?? [],
  };
}
