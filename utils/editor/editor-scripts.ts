/**
 * The scripts injected into the page, each only for the commands that it does: one that reads every editor, one that
 * reads where nothing can be inserted, one that asks whether the post may be written to or what was written, and per kind of editor one that
 * writes. Each leaves one function behind, under its own name.
 */
import type { EditorAnswer, EditorCommand } from './editor-protocol.ts';

export type EditorScript = 'editor-capture' | 'editor-copy-only' | 'editor-guard' | 'editor-apply-block' | 'editor-apply-classic';

export function scriptFor(command: EditorCommand): EditorScript {
  if (command.kind === 'capture' || command.kind === 'reveal') return 'editor-capture';
  if (command.kind === 'capture-to-copy') return 'editor-copy-only';
  if (command.kind === 'guard' || command.kind === 'receipt') return 'editor-guard';
  const editor = command.kind === 'apply' ? command.editor : command.original.editor;
  return editor === 'block' ? 'editor-apply-block' : 'editor-apply-classic';
}

/** What the script is called by, on the page's global object. */
export function globalNameOf(script: EditorScript): string {
  return `reecrire-seo-${script}`;
}

export function leave<Command extends EditorCommand>(
  script: EditorScript,
  run: (command: Command) => Promise<EditorAnswer>,
): void {
  Object.assign(globalThis, { [globalNameOf(script)]: run });
}
