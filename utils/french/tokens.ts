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
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const raw = match[0];
    const start = match.index;
    const first = raw.charCodeAt(0);
    if (first >= 48 && first <= 57) tokens.push(make(raw, start, 'number'));
    else if (raw.startsWith('http')) tokens.push(make(raw, start, 'punct'));
    else if (isLetter(raw)) pushWord(tokens, raw, start);
    else tokens.push(make(raw, start, 'punct'));
  }
  return tokens;
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
  const { key, stem, capital, content, framing, speech, opensSpeech, conditional, classes } = wordInfo(text, kind === 'word');
  return {
    text,
    start,
    end: start + text.length,
    kind,
    key,
    stem,
    capital,
    content,
    framing,
    speech,
    opensSpeech,
    conditional,
    classes,
  };
}

function endsInApostrophe(raw: string): boolean {
  return raw.endsWith("'") || raw.endsWith('’');
}

function isLetter(raw: string): boolean {
  const code = raw.charCodeAt(0) | 32;
  return (code >= 97 && code <= 122) || (code > 127 && raw.toLowerCase() !== raw.toUpperCase());
}
