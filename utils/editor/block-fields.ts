/** Title, slug, excerpt and tags in the block editor: part of the post's own edits, so its undo takes them back. */
import type { CoreFields } from './editor.ts';
import type { FieldValues } from './editor-protocol.ts';
import { page, type PostSelectors } from './page-globals.ts';
import { nodesOf } from './read-dom.ts';

interface Term {
  id: number;
  name: string;
}

export async function blockFields(post: PostSelectors): Promise<CoreFields> {
  const ids = post.getEditedPostAttribute('tags');
  return {
    title: textOf(post, 'title'),
    slug: textOf(post, 'slug'),
    excerpt: textOf(post, 'excerpt'),
    tags: Array.isArray(ids) ? await tagNames(ids.map(Number)) : null,
  };
}

/** The edits for `editPost`. Tags that the site does not have yet are made, since they have been accepted. */
export async function blockFieldEdits(post: PostSelectors, fields: FieldValues): Promise<Record<string, unknown>> {
  const edits: Record<string, unknown> = {};
  for (const name of ['title', 'slug', 'excerpt'] as const) {
    if (fields[name] !== undefined && textOf(post, name) !== null) edits[name] = fields[name];
  }
  if (fields.tags && Array.isArray(post.getEditedPostAttribute('tags'))) edits['tags'] = await tagIds(fields.tags);
  return edits;
}

function textOf(post: PostSelectors, name: string): string | null {
  const value = post.getEditedPostAttribute(name);
  return typeof value === 'string' ? value : null;
}

async function tagNames(ids: number[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const terms = await ask<Term[]>(`/wp/v2/tags?per_page=100&_fields=id,name&include=${ids.join()}`);
  return ids.flatMap((id) => decoded(terms?.find((term) => term.id === id)?.name) ?? []);
}

async function tagIds(names: readonly string[]): Promise<number[]> {
  const ids: number[] = [];
  for (const name of names) {
    const found = await ask<Term[]>(`/wp/v2/tags?per_page=100&_fields=id,name&search=${encodeURIComponent(name)}`);
    const same = found?.find((term) => decoded(term.name)?.toLocaleLowerCase() === name.toLocaleLowerCase());
    const id = same?.id ?? (await ask<Term>('/wp/v2/tags', { name }))?.id;
    if (id !== undefined) ids.push(id);
  }
  return ids;
}

/** null where the server refuses: somebody who may not make tags keeps the others. */
async function ask<T>(path: string, data?: unknown): Promise<T | null> {
  try {
    return (await page.wp?.apiFetch?.({ path, ...(data ? { method: 'POST', data } : {}) })) as T;
  } catch {
    return null;
  }
}

/** WordPress answers term names with `&amp;`. */
function decoded(name: string | undefined): string | null | undefined {
  return name && nodesOf(name)[0]?.textContent;
}
