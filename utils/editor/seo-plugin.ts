/** The SEO plugin of this site, if its fields can be read and written here. One file per plugin. */
import type { Capture, PostFields } from '../article/capture.ts';
import { outcomes } from './editor.ts';
import type { FieldOutcome, FieldValues } from './editor-protocol.ts';
import { aioseo } from './seo-aioseo.ts';
import { jetpack } from './seo-jetpack.ts';
import { rankMath } from './seo-rank-math.ts';
import { seopress } from './seo-seopress.ts';
import { yoast } from './seo-yoast.ts';

export type SeoField = 'seoTitle' | 'metaDescription' | 'keyphrase';
export type SeoValues = Partial<Record<SeoField, string>>;

export interface SeoPlugin {
  id: NonNullable<Capture['seoPlugin']>;
  /** null = no such field. A value that is only the plugin's template counts as empty. */
  read(): Promise<Pick<PostFields, SeoField>> | Pick<PostFields, SeoField>;
  /** Registered meta, to go into the editor's own edit of the post. */
  meta?(values: SeoValues): Record<string, string>;
  /** Everything else, after that edit. */
  write?(values: SeoValues): Promise<void> | void;
  /** Fields that `write` stores at once, before the post is saved. */
  atOnce?: SeoField[];
  /** Who takes a field back; default `restore`. */
  undo?(field: SeoField): FieldOutcome['undo'];
}

export const SEO_FIELDS: readonly SeoField[] = ['seoTitle', 'metaDescription', 'keyphrase'];

export function seoPlugin(): SeoPlugin | null {
  return yoast() ?? rankMath() ?? seopress() ?? aioseo() ?? jetpack();
}

export function seoValues(fields: FieldValues): SeoValues {
  return Object.fromEntries(SEO_FIELDS.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}

/** What became of the asked fields, by reading them back. */
export async function seoOutcomes(plugin: SeoPlugin | null, asked: SeoValues): Promise<FieldOutcome[]> {
  return outcomes(asked, (await plugin?.read()) ?? {}, SEO_FIELDS, (field) => plugin?.undo?.(field) ?? 'restore');
}
