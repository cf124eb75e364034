/** Jetpack: SEO title and description are registered meta of the post; it knows no keyphrase. */
import { editedMeta, registeredMeta } from './seo-meta.ts';
import type { SeoPlugin } from './seo-plugin.ts';

const META = { seoTitle: 'jetpack_seo_html_title', metaDescription: 'advanced_seo_description' };

export function jetpack(): SeoPlugin | null {
  if (editedMeta(META.metaDescription) === null) return null;
  return {
    id: 'jetpack',
    read: () => ({ seoTitle: editedMeta(META.seoTitle), metaDescription: editedMeta(META.metaDescription), keyphrase: null }),
    meta: (values) => registeredMeta(META, values),
    undo: () => 'editor',
  };
}
