/** Markdown as blocks. Raw HTML in it is text: a model's answer makes no markup of its own. */
import { lexer, type Token, type Tokens } from 'marked';
import type { Block, Inline, ListItem, Mark } from './block.ts';
import { decodedEntities } from './entities.ts';
import { inlineText, tidyRuns } from './inlines.ts';
import { withoutInvisible } from './invisible.ts';
import { allowedHref } from './link.ts';

/** A longer « heading » is a paragraph that somebody underlined with `---`. */
const LONGEST_SETEXT = 120;

export function blocksFromMarkdown(markdown: string): Block[] {
  // A no-break space is no indentation, and invisible characters are no text.
  return blocksOf(lexer(withoutInvisible(markdown).replace(/^[\u00A0\u202F]+/gm, '')), 0);
}

function blocksOf(tokens: readonly Token[], depth: number): Block[] {
  return tokens.flatMap((token) => blockOf(token, depth));
}

function blockOf(token: Token, depth: number): Block[] {
  switch (token.type) {
    case 'heading': {
      const inlines = inlinesOf(token.tokens);
      if (inlines.length === 0) return [];
      const underlined = !token.raw.trimStart().startsWith('#');
      if (underlined && inlineText(inlines).length > LONGEST_SETEXT) return [{ kind: 'paragraph', inlines }];
      return [{ kind: 'heading', level: (token as Tokens.Heading).depth, inlines }];
    }
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const filled = items.map(itemOf).filter((item) => item.inlines.length > 0 || item.list);
      return filled.length > 0 ? [{ kind: 'list', ordered, items: filled }] : [];
    }
    case 'blockquote': {
      const paragraphs = textsOf(token.tokens);
      return paragraphs.length > 0 ? [{ kind: 'quote', paragraphs }] : [];
    }
    case 'table':
      return tableOf(token as Tokens.Table);
    case 'code':
      // Models fence their whole answer; an indented line is a paragraph that was meant as one.
      return depth < 2
        ? blocksOf(lexer((token as Tokens.Code).text.replace(/^[ \t]+/gm, '')), depth + 1)
        : paragraph([{ text: token.raw }]);
    case 'space':
    case 'hr':
      return [];
    case 'paragraph':
    case 'text':
      return paragraph(token.tokens ? inlinesOf(token.tokens) : inlinesOf([token]));
    default:
      // HTML blocks, link definitions (`[C1]: …` is no definition here) and whatever else: their text.
      return paragraph([{ text: token.raw }]);
  }
}

function paragraph(runs: readonly Inline[]): Block[] {
  const inlines = tidyRuns(runs);
  return inlines.length > 0 ? [{ kind: 'paragraph', inlines }] : [];
}

function itemOf(token: Tokens.ListItem): ListItem {
  const inner = token.tokens.find((child) => child.type === 'list') as Tokens.List | undefined;
  const texts = textsOf(token.tokens.filter((child) => child.type !== 'list' && child.type !== 'checkbox'));
  const inlines = texts.flatMap((runs, i) => (i > 0 ? [{ text: '\n' }, ...runs] : runs));
  return inner ? { inlines, list: { ordered: inner.ordered, items: inner.items.map(itemOf) } } : { inlines };
}

/** The running texts of block tokens, one a paragraph, whatever blocks they were. */
function textsOf(tokens: readonly Token[] = []): Inline[][] {
  return blocksOf(tokens, 1).flatMap((block): Inline[][] => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [block.inlines];
    if (block.kind === 'quote') return block.paragraphs;
    if (block.kind === 'list') return block.items.map((item) => item.inlines).filter((runs) => runs.length > 0);
    return [];
  });
}

/** A table reads as points: « première cellule : autres ». */
function tableOf(table: Tokens.Table): Block[] {
  const items = table.rows.map((row): ListItem => {
    const cells = row.map((cell) => inlinesOf(cell.tokens)).filter((runs) => runs.length > 0);
    return { inlines: tidyRuns(cells.flatMap((runs, i) => (i === 0 ? runs : [{ text: i === 1 ? '\u00A0: ' : ', ' }, ...runs]))) };
  });
  const filled = items.filter((item) => item.inlines.length > 0);
  return filled.length > 0 ? [{ kind: 'list', ordered: false, items: filled }] : [];
}

function inlinesOf(tokens: readonly Token[] = []): Inline[] {
  return tidyRuns(tokens.flatMap((token) => runsOf(token, [])));
}

function runsOf(token: Token, marks: readonly Mark[]): Inline[] {
  const within = (mark: Mark | null) => {
    const outer = mark && marks.every((other) => other.kind !== mark.kind) ? [...marks, mark] : marks;
    return (('tokens' in token && token.tokens) || []).flatMap((child: Token) => runsOf(child, outer));
  };
  const run = (text: string, own: readonly Mark[] = marks): Inline[] => [own.length > 0 ? { text, marks: [...own] } : { text }];
  switch (token.type) {
    case 'strong':
      return within({ kind: 'strong' });
    case 'em':
      return within({ kind: 'em' });
    case 'del':
      return within(null);
    case 'link': {
      const href = allowedHref((token as Tokens.Link).href);
      return within(href === null ? null : { kind: 'link', href });
    }
    case 'codespan':
      return run((token as Tokens.Codespan).text, [...marks, { kind: 'code' }]);
    case 'br':
      return run('\n');
    case 'image':
    case 'escape':
      return run((token as Tokens.Escape).text);
    case 'html':
      return run(/^<br\s*\/?>$/i.test(token.raw.trim()) ? '\n' : token.raw);
    case 'text':
      return 'tokens' in token && token.tokens
        ? within(null)
        : run(decodedEntities((token as Tokens.Text).text).replace(/\n/g, ' '));
    default:
      return run(token.raw);
  }
}
