/**
 * A source in another language, in French before anything else: the facts, the locked quotations and every check then
 * stand on that translation, and the draft says that its quotations are translated.
 */
import type { Inline } from '../article/block.ts';
import { inlineText } from '../article/inlines.ts';
import { blocksFromMarkdown } from '../article/markdown.ts';
import { markdownFromInlines } from '../article/markdown-writer.ts';
import type { Notice } from '../article/report.ts';
import type { Source, SourceArticle } from '../article/source-article.ts';
import { mapInlines, plainText, textUnits } from '../article/text-units.ts';
import { countWords } from '../article/words.ts';
import { withoutInjections } from '../checks/injection.ts';
import { cutFacts } from '../facts/cut-facts.ts';
import { detectLanguage } from '../french/language.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import { numberedLines } from './ask-again.ts';
import type { RewriteEvent } from './progress.ts';
import { tokensFor, translationMessages } from './prompt.ts';
import { isEnglish, isForeign } from './small-words.ts';
import { wholeAnswer } from './whole-answer.ts';

/** Words of one request: an answer of that length keeps its numbering. */
const WORDS_A_REQUEST = 600;
/** Characters that tell a language. */
const TELLS_LANGUAGE = 2500;

/** BCP 47 language of a source that is not in French, null for French and for what cannot be told. */
export function foreignLanguage(source: Source): string | null {
  const text = plainText(source.blocks).slice(0, TELLS_LANGUAGE);
  if (isEnglish(text)) return 'en';
  const language = detectLanguage(text);
  return language === 'fr' ? null : language;
}

/** One text to translate: a paragraph, a heading, a list item or a title, in Markdown for its links. */
interface Line {
  text: string;
  hrefs: ReadonlySet<string>;
  take(inlines: Inline[]): void;
}

/**
 * Returns the article in French, and what of it is to be compared with the original. A line that the model did not
 * translate in two tries is left out; sentences that speak to the model are not sent.
 * @throws what `LlmClient.stream` throws
 */
export async function* translateSource(
  article: SourceArticle,
  client: LlmClient,
  nonce: string,
  signal: AbortSignal,
): AsyncGenerator<RewriteEvent, { article: SourceArticle; notices: Notice[] }> {
  const lines: Line[] = [];
  const titles = new Map<string, string>();
  const french = new Map<Source, Map<number, Inline[]>>();
  let language = '';
  for (const source of article.sources) {
    const foreign = foreignLanguage(source);
    if (foreign === null) continue;
    language ||= foreign;
    const texts = new Map<number, Inline[]>();
    french.set(source, texts);
    lines.push(...linesOf(source, texts));
    for (const title of new Set([source.title, article.title])) {
      if (!isForeignTitle(title) || titles.has(title)) continue;
      titles.set(title, title);
      lines.push({ text: title, hrefs: new Set(), take: (inlines) => titles.set(title, inlineText(inlines)) });
    }
  }
  let left = lines;
  for (let round = 0; round < 2 && left.length > 0; round++) {
    const failed: Line[] = [];
    for (const group of groupsOf(left)) failed.push(...(yield* translate(group, client, nonce, signal, round > 0)));
    left = failed;
  }
  const sources = article.sources.map((source): Source => {
    const texts = french.get(source);
    if (!texts) return source;
    let unit = -1;
    return {
      ...source,
      title: titles.get(source.title) ?? source.title,
      blocks: mapInlines(source.blocks, () => texts.get(++unit) ?? []),
    };
  });
  const title = titles.get(article.title) ?? article.title;
  return {
    article: { ...article, title, sources, translatedFrom: language },
    notices: left.map(({ text }) => ({ code: 'translation_doubt', detail: text })),
  };
}

function isForeignTitle(title: string): boolean {
  return countWords(title) > 1 && isForeign(title);
}

function linesOf(source: Source, texts: Map<number, Inline[]>): Line[] {
  const alone = withoutInjections(cutFacts({ title: '', siteLanguage: null, sources: [source] }));
  const speaking = new Set(alone.suspicious.map((fact) => fact.paragraph));
  return textUnits(source.blocks).flatMap(({ inlines, text }, index): Line[] => {
    if (speaking.has(index) || text.trim() === '') return [];
    const marks = inlines.flatMap((inline) => inline.marks ?? []);
    const hrefs = new Set(marks.flatMap((mark) => (mark.kind === 'link' ? [mark.href] : [])));
    const line = markdownFromInlines(inlines).replace(/\s+/gu, ' ').trim();
    return [{ text: line, hrefs, take: (french) => texts.set(index, french) }];
  });
}

function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let words = WORDS_A_REQUEST;
  for (const line of lines) {
    words += countWords(line.text);
    if (words > WORDS_A_REQUEST) {
      groups.push([]);
      words = countWords(line.text);
    }
    groups.at(-1)?.push(line);
  }
  return groups;
}

/** One request; returns the lines that it did not translate well. Of a second try, a doubtful line is taken all the same, and told. */
async function* translate(
  lines: readonly Line[],
  client: LlmClient,
  nonce: string,
  signal: AbortSignal,
  again: boolean,
): AsyncGenerator<RewriteEvent, Line[]> {
  const texts = lines.map((line) => line.text);
  const words = texts.reduce((sum, text) => sum + countWords(text), 0);
  const messages = translationMessages(texts, nonce);
  const answer = yield* wholeAnswer(
    client,
    { purpose: 'translation', messages, maxTokens: tokensFor(Math.round(words * 1.4)) },
    signal,
  );
  const given = numberedLines(answer);
  return lines.filter((line, index) => {
    const inlines = inlinesOf(given.get(index + 1) ?? '', line.hrefs);
    const text = inlineText(inlines);
    if (text === '' || isForeign(text)) return true;
    const sure = sameDigits(line.text, text) && marksIn(line.text) === marksIn(text);
    if (sure || again) line.take(inlines);
    return !sure;
  });
}

/** The line's runs; a link that the original does not have is text. */
function inlinesOf(markdown: string, hrefs: ReadonlySet<string>): Inline[] {
  const [block] = blocksFromMarkdown(markdown);
  if (block?.kind !== 'paragraph') return markdown.trim() === '' ? [] : [{ text: markdown.trim() }];
  return block.inlines.map(({ text, marks = [] }) => {
    const kept = marks.filter((mark) => mark.kind !== 'link' || hrefs.has(mark.href));
    return kept.length > 0 ? { text, marks: kept } : { text };
  });
}

/** Digits alone, whatever separates them: « 2,500 » and « 2 500 ». Hours on twelve are not compared. */
function sameDigits(original: string, french: string): boolean {
  const digits = (text: string): string =>
    (text.replace(/\]\([^)]*\)/gu, ']').match(/\d+(?:[.,\s\u00A0\u202F]\d+)*/gu) ?? [])
      .map((run) => run.replace(/\D/gu, ''))
      .sort()
      .join(' ');
  return /\d\s?[ap]\.?m\b/iu.test(original) || digits(original) === digits(french);
}

/** How many quotations begin in a text. */
function marksIn(text: string): number {
  const straight = (text.match(/"/gu) ?? []).length;
  return (text.match(/[«“„]/gu) ?? []).length + Math.ceil(straight / 2);
}
