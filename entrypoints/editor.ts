/**
 * Injected into the page's own world, on demand: only there are `wp.data` and `tinymce`. It leaves one function behind,
 * which the background calls with a command; nothing runs until then.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { EditorScript } from '../utils/editor/editor-protocol.ts';
import { runCommand } from '../utils/editor/run-command.ts';

export default defineUnlistedScript(() => {
  const script: EditorScript = runCommand;
  Object.assign(globalThis, { reecrireSeoEditor: script });
});
