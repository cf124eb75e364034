/** Writing commands, done by a writer of the editor of this page. */
import { allFields, answered } from './answered.ts';
import { EditorFailure, type EditorWriter } from './editor.ts';
import type { EditorAnswer, EditorCommand, FieldValues, Original } from './editor-protocol.ts';
import { plainFields } from './plain-field.ts';
import { seoOutcomes, seoPlugin, seoValues } from './seo-plugin.ts';

type ApplyCommand = Extract<EditorCommand, { kind: 'apply' }>;
export type WritingCommand = ApplyCommand | Extract<EditorCommand, { kind: 'restore' }>;

/** @param writer the editor shown, or null; given the element of the classic editor that was captured. Never rejects. */
export function runWriting(
  command: WritingCommand,
  writer: (editorId: string | undefined) => EditorWriter | null,
): Promise<EditorAnswer> {
  return answered(async () => {
    const editor = writer(command.kind === 'apply' ? editorIdOf(command) : command.original.editorId);
    // There was one at the capture: the page shows another editor, or none, by now.
    if (!editor) throw new EditorFailure('page_reloaded', 'another editor');
    return command.kind === 'apply' ? applied(editor, command) : restored(editor, command.original);
  });
}

async function applied(editor: EditorWriter, command: ApplyCommand): Promise<EditorAnswer> {
  // The page may show another post or another editor by now.
  if (editor.post().postId !== command.postId) throw new EditorFailure('page_reloaded', 'another post');
  if (editor.kind !== command.editor) throw new EditorFailure('page_reloaded', 'another editor');
  const plugin = seoPlugin();
  const content = editor.content();
  const before = await allFields(editor, plugin);
  const fields = plainFields(command.fields);
  const seo = seoValues(fields);
  const written = await editor.apply({ ...command, fields, meta: plugin?.meta(seo) ?? {} });
  await plugin?.write(seo);
  return {
    kind: 'applied',
    receipt: {
      mode: command.mode,
      verified: written.verified,
      blocks: command.blocks.filter((block) => block.kind !== 'kept').length,
      fields: [...written.fields, ...(await seoOutcomes(plugin, seo))],
      bodyUndo: written.bodyUndo,
      original: { editor: editor.kind, editorId: editorIdOf(command), content, contentAfter: written.content, fields: before },
    },
  };
}

async function restored(editor: EditorWriter, original: Original): Promise<EditorAnswer> {
  const now = editor.content();
  const untouched = now === original.contentAfter || editor.normalised(now) === editor.normalised(original.contentAfter);
  if (!untouched) throw new EditorFailure('place_changed');
  const plugin = seoPlugin();
  const present = Object.fromEntries(Object.entries(original.fields).filter(([, value]) => value !== null)) as FieldValues;
  const seo = plugin ? seoValues(present) : {};
  const fields = await editor.restore(original.content, present, plugin?.meta(seo) ?? {});
  await plugin?.write(seo);
  const content = editor.content();
  return {
    kind: 'restored',
    fields: [...fields, ...(await seoOutcomes(plugin, seo))],
    verified: content === original.content || content === editor.normalised(original.content),
  };
}

function editorIdOf({ handle }: ApplyCommand): string | undefined {
  return handle.kind === 'nodes' ? handle.editorId : handle.kind === 'text' ? handle.elementId : undefined;
}
