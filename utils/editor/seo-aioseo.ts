/**
 * All in One SEO keeps its values in a table of its own. Its box holds them as JSON in a hidden field that is saved with
 * the post, in both editors, and hears changes on `aioseoBus`; without the box the REST field `aioseo_meta_data` stores
 * them, at once. Seen in 4.9.9.
 */
import { classicPost, control } from './classic-post.ts';
import { page, type PostSelectors } from './page-globals.ts';
import { store } from './seo-meta.ts';
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

/** Its box writes a change down after 250 ms; a slow machine takes longer. ms. */
const WRITTEN_WITHIN_MS = 1500;

export function aioseo(): SeoPlugin | null {
  const { aioseo: own, aioseoBus } = globalThis as Globals;
  const shown = own?.currentPost;
  if (!shown) return null;
  // The field is empty until the box is there to listen.
  const bus = inField() ? aioseoBus : undefined;
  const current = () => inField() ?? shown;
  return {
    id: 'aioseo',
    read: () => valuesOf(current()),
    meta: () => ({}),
    async write(values) {
      const change = changeOf(current(), values);
      if (bus) {
        bus.$emit('standalone-update-post', change);
        await untilHeld(valuesOf({ ...current(), ...change }));
      } else {
        await page.wp?.apiFetch?.({ path: restPath(), method: 'POST', data: { aioseo_meta_data: change } });
        Object.assign(shown, change);
      }
    },
    atOnce: bus ? [] : ['seoTitle', 'metaDescription', 'keyphrase'],
    undo: () => 'restore',
  };
}

function inField(): CurrentPost | null {
  try {
    return JSON.parse(control('#aioseo-post-settings')?.value || 'null') as CurrentPost | null;
  } catch {
    return null;
  }
}

function valuesOf({ title, description, keyphrases, metaDefaults }: CurrentPost): Required<SeoValues> {
  const unless = (value: string | null | undefined, template = '') => (value?.trim() === template.trim() ? '' : (value ?? ''));
  return {
    seoTitle: unless(title, metaDefaults?.title),
    metaDescription: unless(description, metaDefaults?.description),
    keyphrase: keyphrases?.focus?.keyphrase ?? '',
  };
}

function changeOf({ keyphrases, metaDefaults }: CurrentPost, values: SeoValues): CurrentPost {
  const { seoTitle, metaDescription, keyphrase } = values;
  const focus = { ...keyphrases?.focus, keyphrase: keyphrase ?? '' };
  return {
    ...(seoTitle === undefined ? {} : { title: seoTitle || (metaDefaults?.title ?? '') }),
    ...(metaDescription === undefined ? {} : { description: metaDescription || (metaDefaults?.description ?? '') }),
    ...(keyphrase === undefined ? {} : { keyphrases: { additional: [], ...keyphrases, focus } }),
  };
}

/** A change that nobody heard is told by reading back. */
async function untilHeld(wanted: SeoValues): Promise<void> {
  const end = Date.now() + WRITTEN_WITHIN_MS;
  while (Date.now() < end && JSON.stringify(valuesOf(inField() ?? {})) !== JSON.stringify(wanted))
    await new Promise((resolve) => setTimeout(resolve, 50));
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
