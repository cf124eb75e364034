/** Injected like `editor-capture.ts`, where something is to be written in the classic editor, Visual or Text. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runWriting, type WritingCommand } from '../utils/editor/apply-command.ts';
import { blockPage } from '../utils/editor/block-page.ts';
import { textWriter } from '../utils/editor/classic-text-apply.ts';
import { visualWriter } from '../utils/editor/classic-visual-apply.ts';
import { leave } from '../utils/editor/editor-scripts.ts';

export default defineUnlistedScript(() =>
  leave('editor-apply-classic', (command: WritingCommand) =>
    // A classic block inside the block editor is no editor of the article.
    runWriting(command, (editorId) => (blockPage() ? null : (visualWriter(editorId) ?? textWriter(editorId)))),
  ),
);
