/** Injected like `editor-capture.ts`, where something is to be written in the block editor. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runWriting, type WritingCommand } from '../utils/editor/apply-command.ts';
import { blockWriter } from '../utils/editor/block-apply.ts';
import { leave } from '../utils/editor/editor-scripts.ts';

export default defineUnlistedScript(() =>
  leave('editor-apply-block', (command: WritingCommand) => runWriting(command, blockWriter)),
);
