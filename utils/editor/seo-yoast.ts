/**
 * Yoast SEO. Its store is there in both editors and copies what it holds into the form that is saved; registered meta
 * (posts only) goes into the post's own edit too, since Yoast resets the store from it; the editor's undo takes the meta back,
 * and not the store. Seen in 28.4.
 */
import { registeredMeta, store, actions } from './seo-meta.ts';
import type { SeoPlugin } from './seo-plugin.ts';

const STORE = 'yoast-seo/editor';
const META = { seoTitle: '_yoast_wpseo_title', metaDescription: '_yoast_wpseo_metadesc', keyphrase: '_yoast_wpseo_focuskw' };

interface Selectors {
  getSnippetEditorData(): { title: string; description: string };
  getSnippetEditorTemplates(): { title: string; description: string };
  getFocusKeyphrase(): string;
}
interface Actions {
  updateData(data: { title?: string; description?: string }): void;
  setFocusKeyword(keyphrase: string): void;
}

export function yoast(): SeoPlugin | null {
  const selectors = store<Selectors>(STORE);
  if (!selectors?.getSnippetEditorData) return null;
  return {
    id: 'yoast',
    read() {
      const [data, templates] = [selectors.getSnippetEditorData(), selectors.getSnippetEditorTemplates()];
      return {
        seoTitle: data.title.trim() === templates.title.trim() ? '' : data.title,
        metaDescription: data.description.trim() === templates.description.trim() ? '' : data.description,
        keyphrase: selectors.getFocusKeyphrase(),
      };
    },
    meta: (values) => registeredMeta(META, values),
    write({ seoTitle, metaDescription, keyphrase }) {
      const { updateData, setFocusKeyword } = actions<Actions>(STORE) ?? {};
      const templates = selectors.getSnippetEditorTemplates();
      // An empty field means the template, which Yoast shows in its place.
      updateData?.({
        ...(seoTitle === undefined ? {} : { title: seoTitle || templates.title }),
        ...(metaDescription === undefined ? {} : { description: metaDescription || templates.description }),
      });
      if (keyphrase !== undefined) setFocusKeyword?.(keyphrase);
    },
  };
}
