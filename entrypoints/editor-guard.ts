/** Injected like `editor-capture.ts`: may this post be written to, and what became of an insertion in it? */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answered } from '../utils/editor/answered.ts';
import { attemptNoted } from '../utils/editor/attempt.ts';
import { leave } from '../utils/editor/editor-scripts.ts';
import type { EditorCommand } from '../utils/editor/editor-protocol.ts';
import { guardPost } from '../utils/editor/post-guard.ts';

export default defineUnlistedScript(() =>
  leave('editor-guard', (command: Extract<EditorCommand, { kind: 'guard' | 'receipt' }>) =>
    answered(async () => {
      if (command.kind === 'receipt') return attemptNoted(command.attempt);
      await guardPost(command.postId);
      return { kind: 'clear' };
    }),
  ),
);
