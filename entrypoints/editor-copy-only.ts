/** Injected like `editor-capture.ts`, where that one has found no editor to write in. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureToCopy } from '../utils/editor/copy-only-capture.ts';
import { leave } from '../utils/editor/editor-scripts.ts';

export default defineUnlistedScript(() => leave('editor-copy-only', captureToCopy));
