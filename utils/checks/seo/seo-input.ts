/** What the SEO assessments read of a draft. Plain data, so that it goes to a worker as it is. */
import { type Draft, draftBlocks } from '../../article/draft.ts';
import { htmlFromBlocks } from '../../article/html-writer.ts';
import { titleWidth } from '../../french/title-width.ts';

export interface SeoInput {
  html: string;
  title: string;
  seoTitle: string;
  /** Pixels of the SEO title on Google's page. */
  titleWidth: number;
  metaDescription: string;
  slug: string;
  keyphrase: string;
  /** Address of the post, to tell its own links; absent for a new one. */
  permalink?: string;
}

export interface SeoScore {
  id: string;
  score: number;
}

export function seoInputOf(draft: Draft, permalink?: string): SeoInput {
  const { seoTitle, metaDescription, slug, keyphrase } = draft.fields;
  const input = { html: htmlFromBlocks(draftBlocks(draft)), title: draft.title, seoTitle, titleWidth: titleWidth(seoTitle) };
  return { ...input, metaDescription, slug, keyphrase, ...(permalink ? { permalink } : {}) };
}
