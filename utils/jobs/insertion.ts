/** What the editor is asked to insert. Pure. */
import { copyOnlyName } from '../article/copy-only.ts';
import { draftBlocks } from '../article/draft.ts';
import type { EditorCommand, FieldValues } from '../editor/editor-protocol.ts';
import type { Job } from './job.ts';

/** null while there is nothing to insert. `force`: over a place that has changed since. */
export function insertionOf(job: Job, force: boolean): Extract<EditorCommand, { kind: 'apply' }> | null {
  const { capture, progress } = job;
  const blocks = draftBlocks(progress.draft);
  if (!capture || copyOnlyName(capture.editor) !== null || blocks.length === 0) return null;
  return {
    kind: 'apply',
    editor: capture.editor,
    postId: capture.postId,
    handle: capture.handle,
    fingerprint: capture.fingerprint,
    mode: job.insertMode,
    force,
    blocks,
    fields: acceptedFields(job),
  };
}

/** An empty field is never written over a filled one. */
function acceptedFields(job: Job): FieldValues {
  const { title, fields } = job.progress.draft;
  const values: Required<FieldValues> = { ...fields, title };
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => isAccepted(job, name) && value.length > 0));
}

function isAccepted(job: Job, name: string): boolean {
  return job.accepted.some((accepted) => accepted === name);
}
