/** Whether a capitalised word is known from the source: itself, its plural, its people, its acronym, another spelling. */
import type { SheetIndex } from '../facts/sheet-index.ts';
import { areAliases, placeGroups } from '../french/geo.ts';
import { synonymClasses } from '../french/synonyms.ts';
import type { Token } from '../french/tokens.ts';
import { groupsOf } from './demonyms.ts';
import type { DraftSentence } from './read-draft.ts';

export function isKnown(token: Token, i: number, sentence: DraftSentence, index: SheetIndex): boolean {
  const { key } = token;
  if (index.entities.byKey.has(key) || index.postings.has(token.stem)) return true;
  // « l’État »: every French article may name it.
  if (key === 'etat' && sentence.analysis.tokens[i - 1]?.key === "l'") return true;
  // « D922 » for « la route départementale 922 ».
  const road = /^[adnm](\d{1,4})$/u.exec(key)?.[1];
  if (road !== undefined && index.postings.has(`#${road}`)) return true;
  if (!token.content) return true;
  // « États-Unis », « Saint-Étienne »: each part known.
  const parts = key.split('-');
  if (parts.length > 1 && parts.every((part) => part.length < 3 || index.entities.byKey.has(part) || index.postings.has(part)))
    return true;
  // Part of a compound of the source: « Saint-Alphée » for « Saint-Alphée-des-Érables ».
  for (const known of index.entities.byKey.keys()) if (`-${known}-`.includes(`-${key}-`)) return true;
  if (areAliases([key], [...index.entities.byKey.keys()])) return true;
  const plural = key.replace(/s$/u, '');
  if (index.entities.byKey.has(plural)) return true;
  if (placeGroups(plural).some((group) => groupsOf(index).includes(group))) return true;
  // Inhabitants of a place of the source: « les Sauvannais ».
  if (DEMONYM.test(key)) {
    for (const known of index.entities.byKey.keys()) if (known.length >= 4 && key.slice(0, 4) === known.slice(0, 4)) return true;
  }
  return isHomeOf(key, index) || opensOnly(token, i, sentence);
}

const DEMONYM = /(?:ais|aise|aises|ois|oise|oises|ien|iens|ienne|iennes|ains?|aines?|ins?|ines?|ards?|ardes?)$/u;

/** « Gênes » for « un navire génois »: the place of a people of the source. */
function isHomeOf(key: string, index: SheetIndex): boolean {
  const root = key.replace(/(?:es?|s|ie|o|a)$/u, '');
  if (root.length < 3) return false;
  return index.facts.some(({ analysis }) =>
    analysis.tokens.some(
      (token) =>
        token.content &&
        token.key.startsWith(root) &&
        (root.length > 3 ? DEMONYM : /oise?s?$/u).test(token.key) &&
        synonymClasses(token.stem).length === 0 &&
        token.key.length - root.length <= 5 &&
        token.key.length > root.length + 1,
    ),
  );
}

/** A capital that only opens the sentence or a heading's second half. */
function opensOnly(_token: Token, i: number, sentence: DraftSentence): boolean {
  const before = sentence.analysis.tokens[i - 1];
  return before?.text === ':' && sentence.kind === 'heading';
}

export function titleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.content);
  return words.length >= 4 && words.filter((token) => token.capital).length / words.length > 0.8;
}

/** An acronym of words that the source has in a row, or words for an acronym of the source. */
export function isExpansion(text: string, index: SheetIndex): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(text)) return false;
  const letters = text.toLowerCase();
  return index.facts.some((fact) => {
    const initials = fact.analysis.tokens
      .filter((token) => token.content)
      .map((token) => token.key.charAt(0))
      .join('');
    return initials.includes(letters);
  });
}

/** A capitalised word of the source within two letters, same initial. */
export function nearest(key: string, index: SheetIndex): string | null {
  if (key.length < 4) return null;
  for (const known of index.entities.byKey.keys()) {
    if (
      known.charAt(0) === key.charAt(0) &&
      Math.abs(known.length - key.length) <= 3 &&
      distance(key, known) <= (key.length > 6 ? 3 : 2)
    )
      return known;
  }
  return null;
}

/** Transliterations of one name: i/y, k/c, ou/u/w, ph/f, a mute h. A letter doubled or dropped is a misspelling. */
export function isVariant(a: string, b: string): boolean {
  const plain = (key: string): string =>
    key
      .replace(/yy$|ij$/u, 'i')
      .replace(/y/gu, 'i')
      .replace(/k/gu, 'c')
      .replace(/ou|w/gu, 'u')
      .replace(/ph/gu, 'f')
      .replace(/h/gu, '')
      .replace(/ii$/u, 'i')
      .replace(/[-']/gu, '');
  return plain(a) === plain(b);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
