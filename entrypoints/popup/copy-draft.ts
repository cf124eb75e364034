/** Puts the draft on the clipboard: as HTML (with its text for whoever takes no HTML), or as Markdown. */
import type { Draft } from '../../utils/article/draft.ts';
import { draftBlocks } from '../../utils/article/draft.ts';
import { htmlFromBlocks } from '../../utils/article/html-writer.ts';
import { markdownFromBlocks } from '../../utils/article/markdown-writer.ts';
import type { CopyFormat } from '../../components/view.ts';

/** The HTML goes as its source too: a code editor or the Text tab pastes it as it is. */
export async function copyDraft(draft: Draft, format: CopyFormat): Promise<void> {
  const blocks = draftBlocks(draft);
  if (format === 'markdown') return navigator.clipboard.writeText(markdownFromBlocks(blocks));
  const html = htmlFromBlocks(blocks);
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([html], { type: 'text/plain' }),
    }),
  ]);
}
