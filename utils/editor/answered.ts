/** What both injected scripts do around a command: no failure leaves them but as an answer. */
import type { PostFields } from '../article/capture.ts';
import { EditorFailure, type EditorReader, type EditorWriter } from './editor.ts';
import type { EditorAnswer } from './editor-protocol.ts';
import type { SeoPlugin } from './seo-plugin.ts';

/** Never rejects. */
export async function answered(work: () => Promise<EditorAnswer>): Promise<EditorAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EditorFailure) return { kind: 'failed', code: error.code, detail: error.message };
    return { kind: 'failed', code: 'page_error', detail: error instanceof Error ? error.message : String(error) };
  }
}

export async function allFields(editor: EditorReader | EditorWriter, plugin: SeoPlugin | null): Promise<PostFields> {
  return {
    ...(await editor.fields()),
    ...((await plugin?.read()) ?? { seoTitle: null, metaDescription: null, keyphrase: null }),
  };
}
