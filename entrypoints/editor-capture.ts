/** Injected into the page's own world, on demand: only there are `wp.data` and `tinymce`. Nothing runs until it is called. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runReading } from '../utils/editor/capture-command.ts';
import { leave } from '../utils/editor/editor-scripts.ts';

export default defineUnlistedScript(() => leave('editor-capture', runReading));
