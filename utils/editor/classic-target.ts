/** Which classic editor of the page is meant, and whether it shows its Visual or its Text tab. */
import { page, type TinyMce } from './page-globals.ts';

export interface ClassicTarget {
  textarea: HTMLTextAreaElement;
  /** null in the Text tab. */
  visual: TinyMce | null;
}

/**
 * The article's own editor (`#content` of the post form), unless text is selected in another one or it is the only one.
 * The dashboard's Quick Draft has a `textarea#content` too, and is no article editor.
 */
export function classicTarget(editorId?: string): ClassicTarget | null {
  const all = [...document.querySelectorAll<HTMLTextAreaElement>('textarea.wp-editor-area')].map(targetOf);
  if (editorId !== undefined) return all.find(({ textarea }) => textarea.id === editorId) ?? null;
  const article = document.querySelector('form#post') ? all.find(({ textarea }) => textarea.id === 'content') : undefined;
  const selected = all.find(hasSelection);
  const active = all.find(({ textarea }) => textarea.id === page.wpActiveEditor);
  return selected ?? article ?? active ?? all[0] ?? null;
}

function targetOf(textarea: HTMLTextAreaElement): ClassicTarget {
  const visual = page.tinymce?.get(textarea.id) ?? null;
  return { textarea, visual: visual && visual.initialized !== false && !visual.isHidden() ? visual : null };
}

function hasSelection({ textarea, visual }: ClassicTarget): boolean {
  if (visual) return !visual.selection.getRng().collapsed;
  return textarea === document.activeElement && textarea.selectionStart !== textarea.selectionEnd;
}
