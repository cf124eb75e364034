/** Blocks as Markdown (CommonMark), to copy. Text that looks like Markdown is escaped. */
import type { Block, Inline, ListItem, Mark } from './block.ts';
import { joinRuns } from './inlines.ts';
import { allowedHref } from './link.ts';

/** `kept` blocks have no Markdown. */
export function markdownFromBlocks(blocks: readonly Block[]): string {
  let before: Block | null = null;
  const parts: string[] = [];
  for (const block of blocks) {
    // Two lists in a row would be read as one: the second takes the other marker.
    const second =
      block.kind === 'list' && before?.kind === 'list' && before.ordered === block.ordered && !parts.at(-1)?.startsWith(OTHER);
    const text = markdownOfBlock(block, second);
    if (text) parts.push(text);
    before = block;
  }
  return parts.join('\n\n').replaceAll(OTHER, '');
}

/** Marks a list that has taken the other marker, while the parts are put together. */
const OTHER = '\u0000';

function markdownOfBlock(block: Block, otherMarker: boolean): string {
  switch (block.kind) {
    case 'paragraph':
      return startEscaped(markdownFromInlines(block.inlines));
    case 'heading':
      return `${'#'.repeat(block.level)} ${markdownFromInlines(block.inlines).replace(/ *\n/g, ' ').replace(/#$/, '\\#')}`;
    case 'list':
      return (otherMarker ? OTHER : '') + listLines(block.ordered, block.items, otherMarker).join('\n');
    case 'quote': {
      const texts = block.paragraphs.map((runs) => startEscaped(markdownFromInlines(runs)));
      if (block.citation) texts.push(`— ${markdownFromInlines(block.citation)}`);
      return texts.map((text) => text.replace(/^/gm, '> ')).join('\n>\n');
    }
    case 'kept':
      return '';
  }
}

function listLines(ordered: boolean, items: readonly ListItem[], otherMarker: boolean): string[] {
  return items.flatMap(({ inlines, list }, i) => {
    const marker = ordered ? `${i + 1}${otherMarker ? ')' : '.'} ` : `${otherMarker ? '*' : '-'} `;
    const indent = ' '.repeat(marker.length);
    const [first = '', ...more] = startEscaped(markdownFromInlines(inlines)).split('\n');
    const inner = list ? listLines(list.ordered, list.items, false) : [];
    return [marker + first, ...more.map((line) => indent + line), ...inner.map((line) => indent + line)];
  });
}

export function markdownFromInlines(inlines: readonly Inline[]): string {
  return joinRuns(inlines).map(runMarkdown).join('');
}

function runMarkdown(run: Inline): string {
  // Emphasis may not begin or end with a blank.
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
  const code = run.marks?.some((mark) => mark.kind === 'code') ?? false;
  const inner = code ? codeSpan(text) : escapedText(text);
  const marked = text ? (run.marks ?? []).filter((mark) => mark.kind !== 'code').reduceRight(wrapped, inner) : '';
  return (before + marked + after).replace(/\n/g, '  \n');
}

function wrapped(text: string, mark: Mark): string {
  if (mark.kind === 'strong') return `**${text}**`;
  if (mark.kind === 'em') return `*${text}*`;
  const href = mark.kind === 'link' ? allowedHref(mark.href) : null;
  return href === null ? text : `[${text}](${/[()\s]/.test(href) ? `<${href}>` : href})`;
}

function codeSpan(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length)) + 1);
  return /^`|`$/.test(text) ? `${fence} ${text} ${fence}` : fence + text + fence;
}

function escapedText(text: string): string {
  return text
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/** At the start of a line: what would be a heading, a list, a quotation or a rule. */
function startEscaped(markdown: string): string {
  return markdown.replace(/^(\s*)(#{1,6}(?=\s|$)|[+>=-])/gm, '$1\\$2').replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}
