/**
 * Fields as plain text. A title with markup, saved by somebody who may write any HTML, runs on the public page; so no
 * field is ever written with a tag in it, wherever it came from.
 */
import { foldedLetters } from '../article/fold-letters.ts';
import { withoutInvisible } from '../article/invisible.ts';
import type { FieldValues } from './editor-protocol.ts';

export function plainFields(fields: FieldValues): FieldValues {
  const plain: FieldValues = {};
  for (const name of ['title', 'excerpt', 'seoTitle', 'metaDescription', 'keyphrase'] as const) {
    const value = fields[name];
    if (value !== undefined) plain[name] = plainText(value);
  }
  if (fields.slug !== undefined) plain.slug = safeSlug(fields.slug);
  if (fields.tags) plain.tags = [...new Set(fields.tags.map((tag) => plainText(tag).replace(/,/g, ' ')).filter(Boolean))];
  return plain;
}

/** One line without tags. « 3 < 5 » stays: only what a parser could take for a tag goes. */
export function plainText(text: string): string {
  let before = withoutInvisible(text);
  let after = before;
  // Removing one tag can make another out of its neighbours.
  do {
    before = after;
    after = before.replace(/<(?:[a-z/!?])[^>]*>/gi, '');
  } while (after !== before);
  // Not WordPress itself, but themes and plugins run shortcodes in titles and excerpts.
  return withoutShortcodes(after)
    .replace(/<+(?=[a-z/!?])/gi, '')
    .replace(/[ \t\r\n\f\u2028\u2029]+/g, ' ')
    .trim();
}

/** Nothing dropped but what an address cannot hold. (`slug.ts` has the same; its stop words would be injected with it.) */
function safeSlug(slug: string): string {
  const words = foldedLetters(slug).split(/[^a-z0-9]+/);
  return words.filter(Boolean).join('-').slice(0, 200);
}

/**
 * WordPress's own shortcodes, any with attributes, closing ones, and any named as no word of a sentence is: text that
 * merely looks like one must not run. « [sic] » and « [le président] » stay. `<br>` is a blank to WordPress too.
 */
const SHORTCODE =
  /\[(?=\/|(?:gallery|caption|audio|video|playlist|embed)\b|[\w-]+(?:(?:\s|<[^>]*>)+[\w-]+\s*=|\s*\/\])|[\w-]*_[\w-]*[\s\]/<])/g;

/** Text with brackets that WordPress would take for a shortcode made harmless. */
export function withoutShortcodes(text: string): string {
  return text.replace(SHORTCODE, '(');
}
