/** Capture and insertion in a page, as the background asks for them. */
import type { Page } from 'puppeteer-core';
import type { Block } from '../../utils/article/block.ts';
import type { Capture } from '../../utils/article/capture.ts';
import { withHtml } from '../../utils/article/capture-html.ts';
import type { EditorCommand, Receipt } from '../../utils/editor/editor-protocol.ts';
import { command } from './editor-script.ts';

export type Change = Partial<Extract<EditorCommand, { kind: 'apply' }>>;

export const NEW_TEXT: Block[] = [
  { kind: 'heading', level: 2, inlines: [{ text: 'Un intertitre' }] },
  { kind: 'paragraph', inlines: [{ text: 'Un texte neuf.' }] },
];

export async function captureIn(page: Page, kind: 'capture' | 'capture-to-copy' = 'capture'): Promise<Capture> {
  const answer = await command(page, { kind });
  if (answer.kind !== 'captured') throw new Error(JSON.stringify(answer));
  return withHtml(answer.capture);
}

/** Replaces what was captured by `NEW_TEXT`, unless `change` says otherwise. */
export async function applyIn(page: Page, from: Capture, change: Change = {}): Promise<Receipt> {
  const { editor, postId, handle, fingerprint } = from;
  const answer = await command(page, {
    ...{ kind: 'apply', editor, postId, handle, fingerprint, mode: 'replace', force: false, blocks: NEW_TEXT, fields: {} },
    ...change,
  });
  if (answer.kind !== 'applied') throw new Error(JSON.stringify(answer));
  return answer.receipt;
}
