/** Folding: what two writings of the same text have in common. */
import { foldedLetters } from '../article/fold-letters.ts';

const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu;
const APOSTROPHES = /[\u2018\u2019\u02BC\u02B9\u00B4`]/gu;
const HYPHENS = /[\u2010\u2011\u2012\u2212]/gu;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const INVISIBLE_ONE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/u;
const QUOTATION_MARKS = /[«»“”„‟"‹›]/gu;
const ASCII = /^[ -~]*$/u;

/** The same text with one kind of space, apostrophe, hyphen and ellipsis. Case, accents and punctuation stay. */
export function foldTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .replace(/\.{3}/gu, '…')
    .trim();
}

/** Lower case, without accents, ligatures opened: « Œuvre » → « oeuvre ». Typography is folded too. */
export function fold(text: string): string {
  return foldWord(foldTypography(text));
}

/** `fold` for a text whose typography is known to be plain. */
export function foldWord(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return foldedLetters(lower).replace(APOSTROPHES, "'");
}

/**
 * A quotation as it is compared: « verbatim » is the same after folding spaces, apostrophes, the ellipsis and quotation
 * marks. Case and accents count: a capital or an accent changed by a model is a change, told as such by the checks.
 */
export function foldQuotation(text: string): string {
  return foldTypography(text)
    .replace(QUOTATION_MARKS, '"')
    .replace(/\s*"\s*/gu, '"')
    .replace(/\s+([,;:!?.…»)])/gu, '$1')
    .replace(/([:;!?])(?=\S)/gu, '$1 ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Folded characters as `looseWords` has them: a blank for what is no part of a word. */
const LOOSE_CHARACTERS = new Map<string, string>();

function looseCharacter(character: string): string {
  const known = LOOSE_CHARACTERS.get(character);
  if (known !== undefined) return known;
  const folded = INVISIBLE_ONE.test(character) ? '' : foldWord(character.replace(APOSTROPHES, "'"));
  const loose = /\p{M}/u.test(character) ? '' : folded.replace(/[^\p{L}\p{N}%€$]+/gu, ' ');
  if (LOOSE_CHARACTERS.size > 2000) LOOSE_CHARACTERS.clear();
  LOOSE_CHARACTERS.set(character, loose);
  return loose;
}

function wordsAlone(text: string): string {
  let loose = '';
  let blank = true;
  for (const character of text) {
    const folded = looseCharacter(character);
    if (folded !== ' ') loose += folded;
    else if (!blank) loose += ' ';
    blank = folded === '' ? blank : folded === ' ';
  }
  return loose.trimEnd();
}

const LOOSE = new Map<string, string>();

/** Only the words, folded, one space between: for finding a stretch of words in another. Kept for the texts seen last. */
export function looseWords(text: string): string {
  const known = LOOSE.get(text);
  if (known !== undefined) return known;
  if (LOOSE.size > 2000) LOOSE.clear();
  const loose = wordsAlone(text);
  LOOSE.set(text, loose);
  return loose;
}
