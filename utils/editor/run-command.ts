/** One command from the background, done in the editor of this page. Never throws: every failure is an answer. */
import type { Capture, EditorKind, PostFields } from '../article/capture.ts';
import { htmlFromBlocks } from '../article/html-writer.ts';
import { blockEditor } from './block-editor.ts';
import { classicText } from './classic-text.ts';
import { classicVisual } from './classic-visual.ts';
import { EditorFailure, type Editor } from './editor.ts';
import type { EditorAnswer, EditorCommand, FieldValues, Original } from './editor-protocol.ts';
import { plainFields } from './plain-field.ts';
import { seoOutcomes, seoPlugin, seoValues, type SeoPlugin } from './seo-plugin.ts';

type ApplyCommand = Extract<EditorCommand, { kind: 'apply' }>;

export async function runCommand(command: EditorCommand): Promise<EditorAnswer> {
  try {
    switch (command.kind) {
      case 'capture':
        return { kind: 'captured', capture: await captured(detected()) };
      case 'apply':
        return await applied(command);
      case 'restore':
        return await restored(command.original);
      case 'reveal':
        detected().reveal();
        return { kind: 'revealed' };
    }
  } catch (error) {
    if (error instanceof EditorFailure) return { kind: 'failed', code: error.code, detail: error.message };
    return { kind: 'failed', code: 'page_error', detail: error instanceof Error ? error.message : String(error) };
  }
}

function detected(editorId?: string): Editor {
  const editor = blockEditor() ?? classicVisual(editorId) ?? classicText(editorId);
  if (!editor) throw new EditorFailure('not_editor');
  return editor;
}

async function captured(editor: Editor): Promise<Capture> {
  const place = editor.capture();
  if (!place) throw new EditorFailure('nothing_to_rewrite');
  const plugin = seoPlugin();
  return {
    editor: editor.kind,
    ...place,
    html: htmlFromBlocks(place.blocks),
    ...editor.post(),
    language: document.documentElement.lang || null,
    pageUrl: location.href.replace(/#.*$/, ''),
    fields: await allFields(editor, plugin),
    seoPlugin: plugin?.id ?? null,
  };
}

async function applied(command: ApplyCommand): Promise<EditorAnswer> {
  const editor = sameEditor(command.editor, command.postId, editorIdOf(command));
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
      original: { editor: editor.kind, content, contentAfter: written.content, fields: before },
    },
  };
}

async function restored(original: Original): Promise<EditorAnswer> {
  const editor = detected();
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

async function allFields(editor: Editor, plugin: SeoPlugin | null): Promise<PostFields> {
  return {
    ...(await editor.fields()),
    ...((await plugin?.read()) ?? { seoTitle: null, metaDescription: null, keyphrase: null }),
  };
}

/** The page may show another post or another editor by now. */
function sameEditor(kind: EditorKind, postId: number, editorId: string | undefined): Editor {
  const editor = detected(editorId);
  if (editor.post().postId !== postId) throw new EditorFailure('page_reloaded', 'another post');
  if (editor.kind !== kind) throw new EditorFailure('page_reloaded', 'another editor');
  return editor;
}

function editorIdOf({ handle }: ApplyCommand): string | undefined {
  return handle.kind === 'nodes' ? handle.editorId : handle.kind === 'text' ? handle.elementId : undefined;
}
