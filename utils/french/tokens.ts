/** Words of a French text as the checks read them: elisions apart, verb-pronoun hyphens cut, with folded form and stem. */
import { foldWord } from './fold.ts';
import { wordInfo, type WordInfo } from './word-info.ts';

export interface Token extends WordInfo {
  /** Verbatim. */
  text: string;
  start: number;
  end: number;
  kind: 'word' | 'number' | 'punct';
}

const TOKEN =
  /https?:\/\/\S+|\d{1,3}(?:[\u00A0\u202F\u2009 ]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?|(?:aujourd|Aujourd|presqu|prud|Prud|grand|entr)['’](?:hui|île|homme|hommes|homal|homales|mère|mères|ouvrir|aide)|\p{L}\p{M}?[\p{L}\p{M}\p{N}]*(?:[-‑][\p{L}\p{N}]+)*['’]?|[^\s\p{L}\p{N}]/gu;
/** What may stand before an elision apostrophe; elsewhere (« Éduc’Info ») the apostrophe is part of a name. */
const ELIDED = /^(?:[ldjmtscnLDJMTSCN]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|Qu|Jusqu|Lorsqu|Puisqu|Quoiqu|Quelqu)['’]$/u;
const INVERTED = /^(.+?)([-‑]t)?[-‑](ils?|elles?|on|ce|je|tu|nous|vous|ci|là|t)$/iu;

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 0xa0) {
      at++;
      continue;
    }
    if (code < 64 && PLAIN_MARKS.includes(text.charAt(at))) {
      tokens.push(make(text.charAt(at), at, 'punct'));
      at++;
      continue;
    }
    const end = plainWordEnd(text, at);
    if (end > at) {
      pushWord(tokens, text.slice(at, end), at);
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const raw = match[0];
    at = TOKEN.lastIndex;
    const start = match.index;
    const first = raw.charCodeAt(0);
    if (first >= 48 && first <= 57) tokens.push(make(raw, start, 'number'));
    else if (raw.startsWith('http')) tokens.push(make(raw, start, 'punct'));
    else if (isLetter(raw)) pushWord(tokens, raw, start);
    else tokens.push(make(raw, start, 'punct'));
  }
  return tokens;
}

const PLAIN_MARKS = ',.;:!?()';

/** Where the word of plain letters that starts at `at` ends, if a blank, comma or full stop follows; else `at`. For speed: most words are so. */
function plainWordEnd(text: string, at: number): number {
  let end = at;
  while (isPlainLetter(text.charCodeAt(end))) end++;
  if (end === at) return at;
  const next = text.charCodeAt(end);
  return next === 32 || next === 44 || next === 46 || next === 0xa0 || end === text.length ? end : at;
}

function isPlainLetter(code: number): boolean {
  const small = code | 32;
  return (small >= 97 && small <= 122) || (code >= 0xc0 && code <= 0x17f && code !== 0xd7 && code !== 0xf7);
}

function pushWord(tokens: Token[], raw: string, start: number): void {
  let word = raw;
  if (endsInApostrophe(raw) && !ELIDED.test(raw)) {
    // « Éduc’Info », « Côte d’Ivoire’ »: the mark is not an elision; a trailing one is dropped.
    word = raw.slice(0, -1);
  }
  const inverted = word.includes('-') || word.includes('‑') ? INVERTED.exec(word) : null;
  if (inverted?.[1] && inverted[3] && !KEPT_WHOLE.has(foldWord(word))) {
    tokens.push(make(inverted[1], start, 'word'));
    tokens.push(make(inverted[3], start + word.length - inverted[3].length, 'word'));
    return;
  }
  tokens.push(make(word, start, 'word'));
}

const KEPT_WHOLE = new Set([
  'celui-ci',
  'celle-ci',
  'ceux-ci',
  'celles-ci',
  'celui-la',
  'celle-la',
  'ceux-la',
  'rendez-vous',
  'au-dela',
  'dela',
  'c-est-a-dire',
]);

function make(text: string, start: number, kind: Token['kind']): Token {
  const info = wordInfo(text, kind === 'word');
  return {
    text,
    start,
    end: start + text.length,
    kind,
    key: info.key,
    stem: info.stem,
    capital: info.capital,
    content: info.content,
    framing: info.framing,
    speech: info.speech,
    opensSpeech: info.opensSpeech,
    conditional: info.conditional,
    opensDate: info.opensDate,
    opensNumber: info.opensNumber,
    cautions: info.cautions,
    denies: info.denies,
    classes: info.classes,
  };
}

function endsInApostrophe(raw: string): boolean {
  return raw.endsWith("'") || raw.endsWith('’');
}

function isLetter(raw: string): boolean {
  const code = raw.charCodeAt(0) | 32;
  return (code >= 97 && code <= 122) || (code > 127 && raw.toLowerCase() !== raw.toUpperCase());
}
