/** The classic screen around its editor: post, title, slug, excerpt and tags are form controls, sent on save. */
import { CORE_FIELDS, outcomes, type CoreField, type CoreFields, type PostInfo } from './editor.ts';
import type { FieldOutcome, FieldValues } from './editor-protocol.ts';
import { page } from './page-globals.ts';

const CONTROLS: Record<Exclude<CoreField, 'tags'>, string> = { title: '#title', slug: '#post_name', excerpt: '#excerpt' };
const TAGS = '#tax-input-post_tag, textarea[name="tax_input[post_tag]"]';

export function classicPost(): PostInfo {
  return {
    postId: Number(control('#post_ID')?.value) || 0,
    postType: control('#post_type')?.value ?? 'post',
    status: control('#original_post_status')?.value ?? control('#hidden_post_status')?.value ?? '',
    title: control('#title')?.value ?? '',
  };
}

export function classicFields(): CoreFields {
  const tags = control(TAGS)?.value;
  return {
    title: control(CONTROLS.title)?.value ?? null,
    slug: control(CONTROLS.slug)?.value ?? null,
    excerpt: excerpt(),
    tags:
      tags === undefined
        ? null
        : tags
            .split(',')
            .map((tag) => tag.trim())
            .filter(Boolean),
  };
}

/** Outside the editor's own undo: only « Rétablir l’original » takes these back. */
export function writeClassicFields(fields: FieldValues): FieldOutcome[] {
  for (const name of ['title', 'slug', 'excerpt'] as const) {
    const value = fields[name];
    const input = control(CONTROLS[name]);
    if (value === undefined || !input) continue;
    setValue(input, value);
    if (name === 'excerpt') page.tinymce?.get('excerpt')?.setContent(value);
  }
  if (fields.slug !== undefined) showSlug(fields.slug);
  if (fields.tags) setTags(fields.tags);
  return outcomes(fields, classicFields(), CORE_FIELDS, () => 'restore');
}

/** Sets a control as its user would: whoever listens (a counter, an SEO plugin) hears of it. */
export function setValue(input: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export function control(selector: string): HTMLInputElement | HTMLTextAreaElement | null {
  return document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
}

/** A shop edits it in a TinyMCE of its own, which writes the textarea anew, as HTML. */
function excerpt(): string | null {
  page.tinymce?.get('excerpt')?.save();
  return control(CONTROLS.excerpt)?.value.replaceAll('&amp;', '&') ?? null;
}

/** The permalink under the title is text that WordPress only renews over its own route. */
function showSlug(slug: string): void {
  for (const shown of document.querySelectorAll('#editable-post-name, #editable-post-name-full')) shown.textContent = slug;
}

function setTags(tags: readonly string[]): void {
  const input = control(TAGS);
  if (!input) return;
  setValue(input, tags.join(', '));
  // The tags are shown as buttons that WordPress draws from the control.
  const box = page.jQuery?.('#post_tag') as { length?: number } | undefined;
  if (box?.length && page.tagBox && 'quickClicks' in page.tagBox)
    (page.tagBox as { quickClicks(box: unknown): void }).quickClicks(box);
}
