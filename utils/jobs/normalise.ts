/** From what the editor gave to what is rewritten. Pure. */
import type { Block, Inline, ListItem } from '../article/block.ts';
import type { PageCapture } from '../article/capture.ts';
import type { SourceArticle } from '../article/source-article.ts';
import { countWords } from '../article/words.ts';
import { CodedError } from '../errors.ts';

/** @throws CodedError `nothing_to_rewrite` when the capture holds no word */
export function normalise(capture: PageCapture): SourceArticle {
  // What is no text stays in the editor: it is never sent to a model.
  const blocks = capture.blocks.filter((block) => block.kind !== 'kept');
  if (!blocks.some((block) => countWords(textOf(block)) > 0)) throw new CodedError('nothing_to_rewrite');
  return {
    title: capture.title.trim(),
    siteLanguage: capture.language?.replace('_', '-') ?? null,
    sources: [
      {
        id: 'S1',
        kind: capture.scope === 'post' ? 'post' : 'selection',
        title: capture.title.trim(),
        // The admin page's address is nobody's business, and the public one is not known before publication.
        url: null,
        date: null,
        blocks,
      },
    ],
  };
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return joined(block.inlines);
    case 'quote':
      return block.paragraphs.map(joined).join(' ');
    case 'list':
      return block.items.map(itemText).join(' ');
    case 'kept':
      return '';
  }
}

function itemText(item: ListItem): string {
  return [joined(item.inlines), ...(item.list?.items.map(itemText) ?? [])].join(' ');
}

function joined(inlines: Inline[]): string {
  return inlines.map((inline) => inline.text).join('');
}
