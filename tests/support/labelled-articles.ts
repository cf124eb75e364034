/** The labelled articles of `tests/eval/articles`, as sources and drafts. The frozen half is for `npm run eval` alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { blocksFromHtml } from '../../utils/article/html.ts';
import type { Block, Inline } from '../../utils/article/block.ts';
import type { SourceArticle } from '../../utils/article/source-article.ts';

export interface LabelledArticle {
  id: string;
  source: SourceArticle;
  sourceHtml: string;
  faithful: Block[];
}

const FOLDER = new URL('../eval/articles/', import.meta.url);

export function labelledArticles(half: 'dev' | 'develop' | 'free'): LabelledArticle[] {
  return readdirSync(new URL(`${half}/`, FOLDER))
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const article: { id: string; source_html: string; faithful_html: string } = JSON.parse(
        readFileSync(new URL(`${half}/${name}`, FOLDER), 'utf8'),
      );
      return {
        id: article.id,
        source: articleFrom(article.source_html),
        sourceHtml: article.source_html,
        faithful: blocksFromHtml(article.faithful_html),
      };
    });
}

export function articleFrom(html: string, title = ''): SourceArticle {
  return {
    title,
    siteLanguage: 'fr-FR',
    sources: [{ id: 'S1', kind: 'post', title, url: null, date: null, blocks: blocksFromHtml(html) }],
  };
}

/** Blocks as a model would write them in Markdown. */
export function asMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${text(block.inlines)}`;
      if (block.kind === 'list') return block.items.map((item) => `- ${text(item.inlines)}`).join('\n');
      if (block.kind === 'quote') return block.paragraphs.map((inlines) => `> ${text(inlines)}`).join('\n');
      return block.kind === 'paragraph' ? text(block.inlines) : '';
    })
    .filter((part) => part !== '')
    .join('\n\n');
}

function text(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      const link = inline.marks?.find((mark) => mark.kind === 'link');
      return link?.kind === 'link' ? `[${inline.text}](${link.href})` : inline.text;
    })
    .join('');
}
