/** Registered meta of the post in the block editor, as its store holds it. */
import { page, type PostSelectors } from './page-globals.ts';

/** null where the meta is not registered for this post, or there is no block editor. */
export function editedMeta(key: string): string | null {
  const post = page.wp?.data?.select('core/editor') as PostSelectors | undefined;
  const meta = post?.getCurrentPostId?.() ? post.getEditedPostAttribute('meta') : null;
  if (typeof meta !== 'object' || meta === null || !(key in meta)) return null;
  return String(Reflect.get(meta, key) ?? '');
}

/** Those of the values whose meta is registered here. */
export function registeredMeta<Field extends string>(
  keys: Partial<Record<Field, string>>,
  values: Partial<Record<Field, string>>,
): Record<string, string> {
  const meta: Record<string, string> = {};
  for (const field of Object.keys(keys) as Field[]) {
    const [key, value] = [keys[field], values[field]];
    if (key !== undefined && value !== undefined && editedMeta(key) !== null) meta[key] = value;
  }
  return meta;
}

export function store<T>(name: string): T | null {
  return (page.wp?.data?.select(name) as T | undefined) ?? null;
}

export function actions<T>(name: string): T | null {
  return (page.wp?.data?.dispatch(name) as T | undefined) ?? null;
}

/** '' where a field shows its template, as an empty one does. */
export function unlessTemplate(value: string | null | undefined, template = ''): string {
  return value?.trim() === template.trim() ? '' : (value ?? '');
}

/** The field to write, none where there is no value: an empty one means the template. */
export function orTemplate(field: string, value: string | undefined, template = ''): Record<string, string> {
  return value === undefined ? {} : { [field]: value || template };
}
