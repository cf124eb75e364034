/** Writing commands, done by a writer of the editor of this page. */
import { allFields, answered } from './answered.ts';
import { noteAttempt } from './attempt.ts';
import { EditorFailure, type EditorWriter } from './editor.ts';
import type { EditorAnswer, EditorCommand, FieldValues } from './editor-protocol.ts';
import { plainFields } from './plain-field.ts';
import { seoOutcomes, seoPlugin, seoValues, type SeoPlugin, type SeoValues } from './seo-plugin.ts';

type ApplyCommand = Extract<EditorCommand, { kind: 'apply' }>;
type RestoreCommand = Extract<EditorCommand, { kind: 'restore' }>;
export type WritingCommand = ApplyCommand | RestoreCommand;

/** @param writer the editor shown, or null; given the element of the classic editor that was captured. Never rejects. */
export function runWriting(
  command: WritingCommand,
  writer: (editorId: string | undefined) => EditorWriter | null,
): Promise<EditorAnswer> {
  return answered(async () => {
    const editor = writer(command.kind === 'apply' ? editorIdOf(command) : command.original.editorId);
    // There was one at the capture: the page shows another editor, or none, by now.
    if (!editor || (command.kind === 'apply' && editor.kind !== command.editor))
      throw new EditorFailure('page_reloaded', 'other editor');
    // The page may show another post by now.
    if (editor.post().postId !== command.postId) throw new EditorFailure('page_reloaded', 'other post');
    return command.kind === 'apply' ? noteAttempt(command.attempt, applied(editor, command)) : restored(editor, command);
  });
}

async function applied(editor: EditorWriter, command: ApplyCommand): Promise<EditorAnswer> {
  const plugin = seoPlugin();
  const content = editor.content();
  const before = await allFields(editor, plugin);
  const fields = plainFields(command.fields);
  const seo = seoValues(fields);
  const written = await editor.apply({ ...command, fields, meta: plugin?.meta?.(seo) ?? {} });
  await writeSeo(plugin, seo);
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

async function restored(editor: EditorWriter, { original, force }: RestoreCommand): Promise<EditorAnswer> {
  const now = editor.content();
  const same = (a: string, b: string) => a === b || editor.normalised(a) === editor.normalised(b);
  // What the editor's own undo has taken back already is no change by somebody.
  if (!force && !same(now, original.contentAfter) && !same(now, original.content)) throw new EditorFailure('place_changed', now);
  const plugin = seoPlugin();
  const present = Object.fromEntries(Object.entries(original.fields).filter(([, value]) => value !== null)) as FieldValues;
  const seo = plugin ? seoValues(present) : {};
  // Visual and Text may have been exchanged since: each has its own way of writing the same text down.
  const content = editor.kind === original.editor ? original.content : editor.normalised(original.content);
  const fields = await editor.restore(content, present, plugin?.meta?.(seo) ?? {});
  await writeSeo(plugin, seo);
  return {
    kind: 'restored',
    fields: [...fields, ...(await seoOutcomes(plugin, seo))],
    verified: same(editor.content(), original.content),
  };
}

/** A route that refuses undoes nothing of what is in the editor already: reading back tells that the value is not there. */
async function writeSeo(plugin: SeoPlugin | null, values: SeoValues): Promise<void> {
  try {
    if (Object.keys(values).length > 0) await plugin?.write?.(values);
  } catch {
    // Told by `seoOutcomes`.
  }
}

function editorIdOf({ handle }: ApplyCommand): string | undefined {
  return handle.kind === 'nodes' ? handle.editorId : handle.kind === 'text' ? handle.elementId : undefined;
}
