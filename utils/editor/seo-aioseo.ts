/**
 * All in One SEO keeps its values in a table of its own. Its box holds them as JSON in a hidden field that is saved with
 * the post, in both editors, and hears changes on `aioseoBus`; without the box its own route stores them, at once. Seen in
 * 4.9.9.
 */
import { control } from './classic-post.ts';
import { page } from './page-globals.ts';
import { orTemplate, unlessTemplate } from './seo-meta.ts';
import type { SeoPlugin, SeoValues } from './seo-plugin.ts';

interface CurrentPost {
  title?: string | null;
  description?: string | null;
  keyphrases?: { focus?: { keyphrase?: string }; additional?: unknown[] };
  /** The templates, which an empty field shows in its place. */
  metaDefaults?: { title?: string; description?: string };
}
interface Globals {
  aioseo?: { currentPost?: CurrentPost };
  aioseoBus?: { $emit(name: string, change: CurrentPost): void };
}

/** Its box writes a change down after 250 ms on an idle machine; looked for every 50 ms. */
const TRIES = 60;

export function aioseo(): SeoPlugin | null {
  const { aioseo: own, aioseoBus } = globalThis as Globals;
  const shown = own?.currentPost;
  if (!shown) return null;
  const field = control('#aioseo-post-settings');
  // The field is empty until the box is there to listen.
  const bus = field?.value ? aioseoBus : undefined;
  const current = () => (field?.value ? (JSON.parse(field.value) as CurrentPost) : shown);
  const read = () => {
    const { title, description, keyphrases, metaDefaults } = current();
    return {
      seoTitle: unlessTemplate(title, metaDefaults?.title),
      metaDescription: unlessTemplate(description, metaDefaults?.description),
      keyphrase: keyphrases?.focus?.keyphrase ?? '',
    };
  };
  return {
    id: 'aioseo',
    read,
    async write(values) {
      const change = changeOf(current(), values);
      if (!bus) {
        // The whole, as its own pages send it: what is missing would be emptied.
        await page.wp?.apiFetch?.({ path: '/aioseo/v1/post', method: 'POST', data: { ...shown, ...change } });
        Object.assign(shown, change);
        return;
      }
      const wanted = JSON.stringify({ ...read(), ...values });
      bus.$emit('standalone-update-post', change);
      // What nobody heard is told by reading back.
      for (let tries = 0; tries < TRIES && JSON.stringify(read()) !== wanted; tries++)
        await new Promise((done) => setTimeout(done, 50));
    },
    atOnce: bus ? [] : ['seoTitle', 'metaDescription', 'keyphrase'],
  };
}

function changeOf({ keyphrases, metaDefaults }: CurrentPost, { seoTitle, metaDescription, keyphrase }: SeoValues): CurrentPost {
  const focus = { ...keyphrases?.focus, keyphrase: keyphrase ?? '' };
  return {
    ...orTemplate('title', seoTitle, metaDefaults?.title),
    ...orTemplate('description', metaDescription, metaDefaults?.description),
    ...(keyphrase === undefined ? {} : { keyphrases: { additional: [], ...keyphrases, focus } }),
  };
}
