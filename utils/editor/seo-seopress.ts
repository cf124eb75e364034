/**
 * SEOPress. Title and description are registered meta (block editor, one undo with the body); the classic box and the
 * keywords are form controls; without a box the keywords have only a route, which writes at once. Seen in 9.7.4.
 */
import { control, setValue } from './classic-post.ts';
import { page } from './page-globals.ts';
import { editedMeta, registeredMeta } from './seo-meta.ts';
import type { SeoField, SeoPlugin } from './seo-plugin.ts';
import { firstOf, withFirst } from './seo-rank-math.ts';

const META = { seoTitle: '_seopress_titles_title', metaDescription: '_seopress_titles_desc' };
const CONTROLS: Record<SeoField, string> = {
  seoTitle: '#seopress_titles_title_meta',
  metaDescription: '#seopress_titles_desc_meta',
  keyphrase: '#seopress_analysis_target_kw_meta',
};

interface Globals {
  SEOPRESS_DATA?: { POST_ID?: number | string };
}

export function seopress(): SeoPlugin | null {
  const data = (globalThis as Globals).SEOPRESS_DATA;
  if (!data && !control(CONTROLS.seoTitle) && editedMeta(META.seoTitle) === null) return null;
  const route = data?.POST_ID ? `/seopress/v1/posts/${data.POST_ID}/target-keywords` : null;
  return {
    id: 'seopress',
    read: async () => ({
      seoTitle: editedMeta(META.seoTitle) ?? control(CONTROLS.seoTitle)?.value ?? null,
      metaDescription: editedMeta(META.metaDescription) ?? control(CONTROLS.metaDescription)?.value ?? null,
      keyphrase: await keyphrase(route),
    }),
    meta: (values) => registeredMeta(META, values),
    async write(values) {
      for (const field of ['seoTitle', 'metaDescription'] as const) {
        const [input, value] = [control(CONTROLS[field]), values[field]];
        // With a box on the page its controls are saved as well, and an empty one deletes the meta.
        if (input && value !== undefined) setValue(input, value);
      }
      if (values.keyphrase === undefined) return;
      const input = control(CONTROLS.keyphrase);
      if (input) return setValue(input, withFirst(input.value, values.keyphrase));
      if (route)
        await page.wp?.apiFetch?.({ path: route, method: 'PUT', data: { _seopress_analysis_target_kw: values.keyphrase } });
    },
    atOnce: control(CONTROLS.keyphrase) ? [] : ['keyphrase'],
    undo: (field) =>
      field !== 'keyphrase' && editedMeta(META[field]) !== null && !control(CONTROLS[field]) ? 'editor' : 'restore',
  };
}

/** From the box where there is one, else from the route: no store holds it. */
async function keyphrase(route: string | null): Promise<string | null> {
  const input = control(CONTROLS.keyphrase);
  if (input) return firstOf(input.value);
  if (!route) return null;
  const answer = await page.wp?.apiFetch?.({ path: route }).catch(() => null);
  const list = typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer;
  return firstOf(Array.isArray(list) ? list.join() : typeof list === 'string' ? list : '');
}
