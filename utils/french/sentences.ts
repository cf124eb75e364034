/** Sentences of a French text, quotations kept whole. */

/** A stretch of a text: `text` is verbatim, [start, end) in characters of the whole. */
export interface Span {
  text: string;
  start: number;
  end: number;
}

/** Titles, followed by a name: never the end of a sentence. */
const TITLES = new Set('m mr mgr mme mlle mmes me dr drs pr prof st ste sr jr gén gen col cdt cne lt adj brig j.-c'.split(' '));
/** Other short forms: the end of a sentence unless a figure follows (« janv. 2025 », « art. 12 », « p. 4 »). */
const SHORT_FORMS = new Set(
  'cf ex art al av avr janv fevr fév févr juin juil sept oct nov déc dec mar jeu ven sam dim lun vol p pp n no nos chap fig éd ed réf ref tél tel env apr vs'.split(
    ' ',
  ),
);
const TERMINAL = /[.!?…]/u;
/** What can end a sentence or open and close something in it: all other characters are passed over. */
const MARK = /[.!?…«»“”"()]/gu;
const CLOSING = /[»”"’')\]]/u;
const OPENING_SENTENCE = /^[\s]*[«“"‘([—–-]*\s*[\p{Lu}\p{N}]/u;
/** A quotation left open is closed by force after this many characters: a missing » must not swallow the text. */
const LONGEST_QUOTATION = 1200;

/**
 * Splits one paragraph. Survives « M. », « n° 5 », « janv. », initials, decimals and URLs; a quotation of several
 * sentences, with what introduces it, is one sentence.
 */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let guillemets = 0;
  let curly = 0;
  let parens = 0;
  let openedAt = 0;
  for (let i = nextMark(text, 0); i !== -1; i = nextMark(text, i + 1)) {
    const char = text.charAt(i);
    if (guillemets + curly > 0 && i - 1 - openedAt > LONGEST_QUOTATION) guillemets = curly = 0;
    if (char === '«') {
      guillemets++;
      openedAt = i;
    } else if (char === '»') guillemets = Math.max(0, guillemets - 1);
    else if (char === '“') {
      curly++;
      openedAt = i;
    } else if (char === '”') curly = Math.max(0, curly - 1);
    else if (char === '"') {
      curly = curly > 0 ? curly - 1 : 1;
      openedAt = i;
    } else if (char === '(') parens++;
    else if (char === ')') parens = Math.max(0, parens - 1);
    if (guillemets + curly > 0 && i - openedAt > LONGEST_QUOTATION) guillemets = curly = 0;
    if (!isEndAt(text, i, guillemets + curly)) continue;
    if (parens > 0 && text.indexOf(')', i) !== -1 && text.indexOf(')', i) - i < 200) continue;
    let end = i + 1;
    while (end < text.length && TERMINAL.test(text.charAt(end))) end++;
    end = closeMarks(text, end);
    if (end < text.length && !/\s/u.test(text.charAt(end))) continue;
    if (end < text.length && !OPENING_SENTENCE.test(text.slice(end, end + 8))) continue;
    push(spans, text, start, end);
    start = end;
    guillemets = curly = parens = 0;
    i = end - 1;
  }
  push(spans, text, start, text.length);
  return spans;
}

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? -1;
}

/** Swallows closing marks, also after the space that French puts before » . */
function closeMarks(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    if (CLOSING.test(text.charAt(end)) || /[.!?…]/u.test(text.charAt(end))) end++;
    else if (/\s/u.test(text.charAt(end)) && /[»”]/u.test(text.charAt(end + 1))) end += 2;
    else break;
  }
  return end;
}

function isEndAt(text: string, i: number, depth: number): boolean {
  const char = text.charAt(i);
  if (depth > 0) {
    // Inside a quotation: an end only where the quotation closes right here and the sentence with it.
    if (!TERMINAL.test(char) || depth > 1) return false;
    return /^[.!?…]*\s*[»”"]/u.test(text.slice(i + 1, i + 6));
  }
  if (char === '»' || char === '”') return /[.!?…]\s*$/u.test(text.slice(Math.max(0, i - 3), i));
  if (!TERMINAL.test(char)) return false;
  if (char !== '.') return true;
  if (/\d/u.test(text.charAt(i - 1)) && /\d/u.test(text.charAt(i + 1))) return false;
  const word = /[\p{L}.-]+$/u.exec(text.slice(Math.max(0, i - 14), i))?.[0] ?? '';
  const lower = word.toLowerCase();
  if (TITLES.has(lower) || word === 'MM') return false;
  if (SHORT_FORMS.has(lower)) return !/^\s*\d/u.test(text.slice(i + 1, i + 4));
  // An initial: « J. Martin », « J.-P. Durand ».
  return !/(?:^|[.-])\p{Lu}$/u.test(word);
}

function push(spans: Span[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed === '') return;
  const offset = start + raw.indexOf(trimmed);
  spans.push({ text: trimmed, start: offset, end: offset + trimmed.length });
}
