/**
 * French typography, on text only and idempotent. Sources: Lexique des règles typographiques de l’Imprimerie nationale
 * for the signs; U+202F before « ; ! ? », U+00A0 before « : » and inside « » (or U+202F there, as houses differ).
 *
 * Words never change, save for accents on capitals and œ; inside quotations nothing but spaces, apostrophes, the ellipsis
 * and quotation marks changes. URLs, e-mail addresses, times, code and quotation codes ([C1]) are left alone.
 */
import type { Block, Inline } from '../article/block.ts';
import { joinRuns } from '../article/inlines.ts';
import { mapInlines } from '../article/text-units.ts';
import { accentedCapitals } from './capitals.ts';
import { MASK, pattern, TrackedText } from './tracked-text.ts';

export interface TypographyOptions {
  /** U+202F instead of U+00A0 inside « ». */
  narrowQuotes?: boolean;
}

const NBSP = '\u00A0';
const NARROW = '\u202F';
/** Blanks on one line. */
const S = '[ \\t\\u00A0\\u2000-\\u200A\\u202F]';
/** What a sign may follow: a letter, a figure, a closing mark, something protected. */
const AFTER_WORD = `(?<=[\\p{L}\\p{M}\\p{N}${MASK}»”’"\\)\\]…%‰€$£°.+*])`;

export function typographText(text: string, options: TypographyOptions = {}): string {
  return typographInlines([{ text }], options)
    .map((inline) => inline.text)
    .join('');
}

export function typographBlocks(blocks: readonly Block[], options: TypographyOptions = {}): Block[] {
  return mapInlines(blocks, (inlines) => typographInlines(inlines, options));
}

/** The rules see the whole text; each run keeps its marks. */
export function typographInlines(inlines: readonly Inline[], options: TypographyOptions = {}): Inline[] {
  const text = new TrackedText(inlines.map((inline) => ({ text: inline.text, weight: inline.marks?.length ?? 0 })));
  text.maskRuns(inlines.flatMap((inline, i) => (inline.marks?.some((mark) => mark.kind === 'code') ? [i] : [])));
  for (const protectedText of PROTECTED) text.mask(protectedText);

  apostrophesAndEllipses(text);
  guillemets(text);
  aroundGuillemets(text, options.narrowQuotes ? NARROW : NBSP);
  // Outside quotations only: these rules change more than the kind of a blank.
  const quoted = text.mask(/«[^«»]*(?:«[^«»]*»[^«»]*)*(?:»|$)|“[^“”]*”|"[^"]*"/g);
  dashes(text);
  ranges(text);
  accentedCapitals(text);
  spacing(text, '*');
  numbers(text, '*');
  strayBlanks(text);
  text.unmask(quoted);

  spacing(text, '+');
  numbers(text, '+');
  text.unmask(0);
  const runs = text.runs();
  return joinRuns(inlines.map((inline, i) => ({ ...inline, text: runs[i] ?? '' })));
}

const PROTECTED = [
  /(?:https?|ftp|mailto):[^\s«»"<>]*[^\s«»"<>.,;:!?…)\]’]/giu,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /(?<![\p{L}\p{N}.])(?:www\.)?(?:[a-z0-9-]+\.)+(?:fr|com|org|net|eu|info|io|be|ch|gouv|example)(?:\/[^\s«»"<>]*[^\s«»"<>.,;:!?…)\]’])?(?![\p{L}\p{N}])/giu,
  // Times, scores and ratios.
  /(?<![\p{N}])\d{1,3}(?::\d{1,3})+(?![\p{N}])/gu,
  /\[C\d+\]/gu,
  /&#?\w+;/gu,
  // Names that end in a mark.
  /(?<![\p{L}])(?:Yahoo|Jeopardy|Joomla|Kahoot)!/gu,
];

function apostrophesAndEllipses(text: TrackedText): void {
  text.replace(/\.{3,}/g, () => '…');
  text.replace(/(?<=\p{L})['‘ʼ´`](?=[\p{L}\p{N}«“"\uE000-\uF8FF])/gu, () => '’');
}

/** Straight and English marks become « », or “ ” inside « ». Only where they pair up in this text. */
function guillemets(text: TrackedText): void {
  const marks = pairedMarks(text.text);
  text.replace(/["“”„]/gu, (match) => marks.get(match.index) ?? match[0]);
}

function pairedMarks(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const open: { mark: string; index: number; depth: number }[] = [];
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/["“”„«»]/gu)) {
    const top = open.at(-1);
    const after = /\S/u.test(text.charAt(index - 1));
    if (mark === '«') depth++;
    else if (mark === '»') depth = Math.max(0, depth - 1);
    else if (mark === '”' ? top : mark === '"' && top?.mark === '"' && after) {
      open.pop();
      const between = text.slice((top?.index ?? 0) + 1, index);
      if (top && depth === top.depth && between.trim() && !between.includes('\n')) {
        const inner = depth + open.length > 0;
        found.set(top.index, inner ? '“' : '«');
        found.set(index, inner ? '”' : '»');
      }
    } else if (mark !== '”' && opensBefore(text, index)) open.push({ mark, index, depth });
  }
  return found;
}

/** An opening mark stands before a word and not right after one: inches (12") open nothing. */
function opensBefore(text: string, index: number): boolean {
  return /\S/u.test(text.charAt(index + 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(index - 1) || ' ');
}

/** Incises: a spaced hyphen or em dash becomes an en dash, with no-break spaces inside a pair of them. */
function dashes(text: TrackedText): void {
  text.replace(/^[-–—](?:[ \u00A0\u202F]+)(?=[\p{L}\p{N}«“\uE000-\uF8FF])/gmu, () => `–${NBSP}`);
  text.replace(/(?<=[\p{L}])—(?=[\p{L}])/gu, () => ' – ');
  text.replace(pattern(`(?<=\\S)${S}+(?:-{1,2}|–|—)(?:${S}+(?=[^\\s»])|(?=[,.]))`), () => ' – ');
  text.replace(pattern(`(?<=${S})–${S}+(?=[,.])`), () => '–');
  // Pairs, within one sentence.
  text.replace(/[^.!?…\n]+/gu, (match) => {
    const dash = /(?<=\S) – (?=\S)|(?<=\S) –(?=,|$)/g;
    const total = match[0].match(dash)?.length ?? 0;
    let count = 0;
    return match[0].replace(dash, (found) => {
      count++;
      if (count % 2 === 0) return `${NBSP}${found.slice(1)}`;
      return count < total && found.endsWith(' ') ? ` –${NBSP}` : found;
    });
  });
}

/** « 10-15 % » → « 10–15 % ». Years, scores and references keep their hyphen. */
function ranges(text: TrackedText): void {
  text.replace(
    pattern(`(?<![\\p{L}\\p{N},.–-])(\\d+(?:,\\d+)?)-(\\d+(?:,\\d+)?)(?=${S}?(?:%|‰|€|°C|km|kg|mm|cm|milli)(?![\\p{L}]{4,}))`),
    (match) => `${match[1]}–${match[2]}`,
  );
}

/** Blanks that should not be there. */
function strayBlanks(text: TrackedText): void {
  text.replace(pattern(`(?<=[\\p{L}\\p{N}${MASK}»”\\)])${S}+(?=[,.](?:\\s|$|»))`), () => '');
  text.replace(pattern(`([;!?])(?:${S}+([!?]))+`), (match) => match[0].replace(/[^;!?]/g, ''));
}

function aroundGuillemets(text: TrackedText, blank: string): void {
  text.replace(/(?<=[\p{L}\p{N},;:!?)…])«/gu, () => ' «');
  text.replace(pattern(`»(?=[\\p{L}\\p{N}${MASK}(])`), () => '» ');
  text.replace(pattern(`«${S}*(?=[^\\s»])`), () => `«${blank}`);
  text.replace(pattern(`(?<=[^\\s«])${S}*»`), () => `${blank}»`);
}

/** `*`: a blank that is missing is put in · `+`: only the kind of a blank changes (inside quotations). */
function spacing(text: TrackedText, how: '*' | '+'): void {
  text.replace(/(?<=\S)[ \t]{2,}(?=\S)/g, () => ' ');
  text.replace(pattern(`${AFTER_WORD}${S}${how}(?=[;!?]+(?![\\p{L}\\p{N}=&/]))`), () => NARROW);
  text.replace(pattern(`${AFTER_WORD}${S}${how}:(?=\\s|$|[«“"${MASK}])`), () => `${NBSP}:`);
  if (how === '*') text.replace(pattern(`(?<=${NBSP}):(?=[«“"${MASK}])`), () => ': ');
}

const MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const UNITS =
  'km/h|km²|km|m²|m³|cm|mm|kg|ha|kWh|MWh|GWh|TWh|MW|GW|kW|Mo|Go|To|Mds|Md|millions?|milliards?|milliers|euros?|dollars?|hectares|kilomètres|mètres|tonnes|degrés';

function numbers(text: TrackedText, how: '*' | '+'): void {
  text.replace(/(?<![\p{N},.]|\p{N}[ \u00A0\u202F])(?!0)\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+(?![\p{N}])/gu, (match) =>
    match[0].replace(/[^\d]/g, NARROW),
  );
  text.replace(pattern(`(?<=\\d)${S}${how}(?=[%‰])`), () => NARROW);
  text.replace(pattern(`(?<=\\d)${S}${how}(?=€|£|\\$(?!\\d)|°[CF](?!\\p{L}))`), () => NBSP);
  text.replace(pattern(`(?<=\\d)${S}+(?=(?:[kM]|Mds?)?€|(?:${UNITS})(?![\\p{L}\\p{N}]))`), () => NBSP);
  if (how === '*') text.replace(pattern(`(?<![\\p{L}])([nN])${S}?[°º](?=${S}*\\d)`), (match) => `${match[1]}°`);
  text.replace(pattern(`(?<=(?<!\\p{L})[nN]°)${S}${how}(?=\\d)`), () => NBSP);
  text.replace(pattern(`(?<=(?<![\\p{L}.])(?:MM?\\.|Mmes?|Mlles?|Dr|Pr|Mgr|Me))${S}+(?=\\p{Lu})`), () => NBSP);
  text.replace(pattern(`(?<=(?<!\\p{L})(?:art|pp?|chap|vol|fig)\\.)${S}+(?=\\d)`), () => NBSP);
  text.replace(pattern(`(?<=(?<![\\p{L}\\p{N}])(?:\\d{1,2}|1er))${S}+(?=(?:${MONTHS})(?!\\p{L}))`), () => NBSP);
}
