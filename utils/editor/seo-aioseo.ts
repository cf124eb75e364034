/**
 * All in One SEO keeps its values in a table of its own. Its page listens on `aioseoBus` where its front end is built;
 * else the REST field `aioseo_meta_data` stores them, at once. Seen in 4.9.9.
 */
import { classicPost } from './classic-post.ts';
import { page, type PostSelectors } from './page-globals.ts';
import { store } from './seo-meta.ts';
import type { SeoPlugin, SeoValues } from './seo-plugin.ts';

interface CurrentPost {
  id?: number;
  title?: string;
  description?: string;
  keyphrases?: { focus?: { keyphrase?: string }; additional?: unknown[] };
}
interface Globals {
  aioseo?: { currentPost?: CurrentPost };
  aioseoBus?: { $emit(name: string, change: CurrentPost): void };
}

export function aioseo(): SeoPlugin | null {
  const { aioseo: own, aioseoBus: bus } = globalThis as Globals;
  const current = own?.currentPost;
  if (!current) return null;
  return {
    id: 'aioseo',
    read: () => ({
      seoTitle: current.title ?? '',
      metaDescription: current.description ?? '',
      keyphrase: current.keyphrases?.focus?.keyphrase ?? '',
    }),
    meta: () => ({}),
    async write(values) {
      const change = changeOf(current, values);
      if (bus) bus.$emit('standalone-update-post', change);
      else await page.wp?.apiFetch?.({ path: restPath(), method: 'POST', data: { aioseo_meta_data: change } });
      Object.assign(current, change);
    },
    atOnce: bus ? [] : ['seoTitle', 'metaDescription', 'keyphrase'],
    undo: () => 'restore',
  };
}

function changeOf(current: CurrentPost, { seoTitle, metaDescription, keyphrase }: SeoValues): CurrentPost {
  const focus = { ...current.keyphrases?.focus, keyphrase: keyphrase ?? '' };
  return {
    ...(seoTitle === undefined ? {} : { title: seoTitle }),
    ...(metaDescription === undefined ? {} : { description: metaDescription }),
    ...(keyphrase === undefined ? {} : { keyphrases: { additional: [], ...current.keyphrases, focus } }),
  };
}

/** Posts and pages have plural addresses, other types their own name unless they say otherwise. */
function restPath(): string {
  const post = store<PostSelectors>('core/editor');
  const type = post?.getCurrentPostType?.() ?? classicPost().postType;
  const id = post?.getCurrentPostId?.() ?? classicPost().postId;
  const plural = type === 'post' || type === 'page' ? `${type}s` : type;
  const known = store<{ getPostType?(type: string): { rest_base?: string } | undefined }>('core')?.getPostType?.(type)?.rest_base;
  return `/wp/v2/${known ?? plural}/${id}`;
}
