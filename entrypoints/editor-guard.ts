/** Injected like `editor-capture.ts`, before anything is written: may it be? */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answered } from '../utils/editor/answered.ts';
import { leave } from '../utils/editor/editor-scripts.ts';
import type { EditorCommand } from '../utils/editor/editor-protocol.ts';
import { guardPost } from '../utils/editor/post-guard.ts';

export default defineUnlistedScript(() =>
  leave('editor-guard', ({ postId }: Extract<EditorCommand, { kind: 'guard' }>) =>
    answered(async () => {
      await guardPost(postId);
      return { kind: 'clear' };
    }),
  ),
);
