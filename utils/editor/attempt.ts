/**
 * The page remembers the last insertion made in it: the worker that asked for it may die before it is answered, and the
 * next one must neither insert again nor lose the original.
 */
import { EditorFailure } from './editor.ts';
import type { EditorAnswer } from './editor-protocol.ts';

/** On the page's global object: each injected script is a world of its own otherwise. */
const NAME = 'reecrire-seo-attempt';

interface Attempt {
  attempt: string;
  answer: Promise<EditorAnswer>;
}

export function noteAttempt(attempt: string | undefined, answer: Promise<EditorAnswer>): Promise<EditorAnswer> {
  Object.assign(globalThis, { [NAME]: { attempt, answer } });
  return answer;
}

/** Waits for one that is still being made. */
export async function attemptNoted(attempt: string): Promise<EditorAnswer> {
  const last: Attempt | undefined = Reflect.get(globalThis, NAME);
  if (last?.attempt !== attempt) throw new EditorFailure('page_reloaded', 'no such insertion');
  return last.answer;
}
