/**
 * Rank Math. One store in both editors; what it holds is sent over its own route when the post is saved. It registers
 * no meta, so the editor's undo never reaches it. Seen in 1.0.273.
 */
import { actions, store, unlessTemplate } from './seo-meta.ts';
import type { SeoPlugin } from './seo-plugin.ts';

const STORE = 'rank-math';

interface Selectors {
  getTitle(): string;
  getDescription(): string;
  getKeywords(): string;
}
interface Actions {
  updateTitle(title: string): void;
  updateSerpTitle(title: string): void;
  updateDescription(description: string): void;
  updateSerpDescription(description: string): void;
  updateKeywords(keywords: string): void;
}

interface Globals {
  rankMath?: { assessor?: { serpData?: { titleTemplate?: string } } };
}

export function rankMath(): SeoPlugin | null {
  const selectors = store<Selectors>(STORE);
  if (!selectors?.getKeywords) return null;
  return {
    id: 'rank-math',
    read: () => ({
      seoTitle: unlessTemplate(selectors.getTitle(), (globalThis as Globals).rankMath?.assessor?.serpData?.titleTemplate),
      metaDescription: selectors.getDescription() ?? '',
      keyphrase: firstOf(selectors.getKeywords()),
    }),
    write({ seoTitle, metaDescription, keyphrase }) {
      const act = actions<Actions>(STORE);
      if (seoTitle !== undefined) {
        act?.updateSerpTitle(seoTitle);
        act?.updateTitle(seoTitle);
      }
      if (metaDescription !== undefined) {
        act?.updateSerpDescription(metaDescription);
        act?.updateDescription(metaDescription);
      }
      if (keyphrase !== undefined) act?.updateKeywords(withFirst(selectors.getKeywords(), keyphrase));
    },
  };
}

/** A comma-separated list whose first entry is the focus keyphrase; the others are the user's and stay. */
export function withFirst(list: string | null, first: string): string {
  const others = (list ?? '').split(',').slice(1);
  return [first.replace(/,/g, ' '), ...others].filter(Boolean).join(',');
}

export function firstOf(list: string | null): string {
  return (list ?? '').split(',')[0]?.trim() ?? '';
}
