/**
 * Yoast SEO. Its store is there in both editors and copies what it holds into the form that is saved; registered meta
 * (posts only) goes into the post's own edit too, since Yoast resets the store from it; the editor's undo takes the meta back,
 * and not the store. Its store knows the templates since some version between 24.0 and 28.4; its page's data has them in 21.0,
 * 24.0 and 28.4, where all this was seen.
 */
import { registeredMeta, store, actions, orTemplate, unlessTemplate } from './seo-meta.ts';
import type { SeoPlugin } from './seo-plugin.ts';

const STORE = 'yoast-seo/editor';
const META = { seoTitle: '_yoast_wpseo_title', metaDescription: '_yoast_wpseo_metadesc', keyphrase: '_yoast_wpseo_focuskw' };

interface Selectors {
  getSnippetEditorData(): { title: string; description: string };
  getFocusKeyphrase(): string;
}
interface Actions {
  updateData(data: { title?: string; description?: string }): void;
  setFocusKeyword(keyphrase: string): void;
}
interface Globals {
  wpseoScriptData?: { metabox?: { title_template?: string; metadesc_template?: string } };
}

export function yoast(): SeoPlugin | null {
  const selectors = store<Selectors>(STORE);
  if (!selectors) return null;
  // What an empty field shows in its place.
  const { title_template, metadesc_template } = (globalThis as Globals).wpseoScriptData?.metabox ?? {};
  return {
    id: 'yoast',
    read() {
      const { title, description } = selectors.getSnippetEditorData();
      return {
        seoTitle: unlessTemplate(title, title_template),
        metaDescription: unlessTemplate(description, metadesc_template),
        keyphrase: selectors.getFocusKeyphrase(),
      };
    },
    meta: (values) => registeredMeta(META, values),
    write({ seoTitle, metaDescription, keyphrase }) {
      const { updateData, setFocusKeyword } = actions<Actions>(STORE) ?? {};
      updateData?.({
        ...orTemplate('title', seoTitle, title_template),
        ...orTemplate('description', metaDescription, metadesc_template),
      });
      if (keyphrase !== undefined) setFocusKeyword?.(keyphrase);
    },
  };
}
