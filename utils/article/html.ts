/** HTML as blocks. Without a DOM, so that Node and a service worker read it as the page does. */
import { Parser } from 'htmlparser2';
import { BlockBuilder } from './block-builder.ts';
import type { Block, Mark } from './block.ts';
import { isHidden, UNREAD_TAGS } from './hidden.ts';
import { allowedHref } from './link.ts';

export interface HtmlOptions {
  /** Relative links are resolved against it; without it they lose their link and keep their text. */
  base?: string | null;
  /** A single newline is a line break, as WordPress shows the classic editor's text. A blank line always ends a paragraph. */
  breaks?: boolean;
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Boundaries of text that are no block of their own. */
const CONTAINERS = new Set(
  'p div section article main header footer aside nav figure form fieldset details summary address dl dt dd hr center body html tr'.split(
    ' ',
  ),
);
const LEAF_TEXT = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary']);
const KEPT = new Set('img picture svg table iframe video audio embed object canvas map math button'.split(' '));

/**
 * The article's blocks. Hidden nodes, comments, scripts, struck text and zero-width characters are gone; what is no text
 * (images, tables, embeds, shortcodes) is a `kept` block whose `ref` is its rank. Never throws on broken markup.
 */
export function blocksFromHtml(html: string, options: HtmlOptions = {}): Block[] {
  const builder = new BlockBuilder();
  const open: { name: string; mark: boolean; skipped: boolean }[] = [];
  let skipped = 0;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const skip = skipped > 0 || UNREAD_TAGS.has(name) || isHidden(attributes) || isFootnote(name, attributes);
        if (!skip && KEPT.has(name)) builder.keep(name);
        const away = skip || KEPT.has(name);
        const mark = away ? null : markOf(name, attributes, options.base);
        if (mark) builder.openMark(mark);
        open.push({ name, mark: mark !== null, skipped: away });
        if (away) skipped++;
        else openTag(builder, name);
      },
      ontext(text) {
        if (skipped > 0) return;
        const inside = open.findLast(
          (element) => CONTAINERS.has(element.name) || HEADINGS.has(element.name) || element.name === 'pre',
        );
        const leaf = inside !== undefined && LEAF_TEXT.has(inside.name);
        if (inside?.name === 'pre') builder.lines(text, true);
        else if (leaf && !options.breaks) builder.text(text);
        else builder.lines(text, options.breaks ?? false);
      },
      onclosetag(name) {
        const element = open.pop();
        if (!element) return;
        if (element.skipped) skipped--;
        else closeTag(builder, name);
        if (element.mark) builder.closeMark();
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return builder.end();
}

function openTag(builder: BlockBuilder, name: string): void {
  if (HEADINGS.has(name)) builder.openHeading(Number(name[1]));
  else if (name === 'ul' || name === 'ol' || name === 'menu') builder.openList(name === 'ol');
  else if (name === 'li') builder.openItem();
  else if (name === 'blockquote') builder.openQuote();
  else if (name === 'cite') builder.openCitation();
  else if (name === 'br') builder.lineBreak();
  else if (name === 'q') builder.text('«\u00A0');
  else if (CONTAINERS.has(name) || name === 'pre') builder.boundary();
}

function closeTag(builder: BlockBuilder, name: string): void {
  if (HEADINGS.has(name)) builder.closeHeading();
  else if (name === 'ul' || name === 'ol' || name === 'menu') builder.closeList();
  else if (name === 'li') builder.closeItem();
  else if (name === 'blockquote') builder.closeQuote();
  else if (name === 'cite') builder.closeCitation();
  else if (name === 'q') builder.text('\u00A0»');
  else if (CONTAINERS.has(name) || name === 'pre') builder.boundary();
}

/** Bold and italic also as word processors paste them: a `span` with a style, a `b` that its style undoes. */
function markOf(name: string, attributes: Readonly<Record<string, string>>, base: string | null | undefined): Mark | null {
  const style = attributes.style ?? '';
  if (name === 'a') {
    const href = allowedHref(attributes.href ?? '', base);
    return href === null ? null : { kind: 'link', href };
  }
  if (name === 'strong' || name === 'b') return /font-weight:\s*(?:normal|400)/i.test(style) ? null : { kind: 'strong' };
  if (name === 'em' || name === 'i') return /font-style:\s*normal/i.test(style) ? null : { kind: 'em' };
  if (name === 'code' || name === 'kbd' || name === 'samp') return { kind: 'code' };
  if (name === 'span' && /font-weight:\s*(?:bold|[6-9]00)/i.test(style)) return { kind: 'strong' };
  if (name === 'span' && /font-style:\s*italic/i.test(style)) return { kind: 'em' };
  return null;
}

function isFootnote(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'sup' && ('data-fn' in attributes || /\b(?:fn|footnote)\b/.test(attributes.class ?? ''));
}
