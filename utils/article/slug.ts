/** Slugs of French titles: ASCII that WordPress saves as it is (its own `sanitize_title` glues « l’Ukraine » to « lukraine »). */
import { foldedLetters } from './fold-letters.ts';

const ELISION = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’ʼ](?=[\p{L}\p{N}])/giu;

/** Words that say nothing in an address. Negations and oppositions (pas, sans, contre, non) stay: they turn the sense. */
const STOP_WORDS = new Set(
  (
    'a ai ainsi alors as au aucuns aussi autre aux avec avoir car ce ceci cela celle celles celui ces cet cette ceux ci comme ' +
    'd dans de depuis des donc dont du elle elles en encore est et etaient etait etant ete etre eu eux font il ils je l la le les ' +
    'leur leurs lui m ma mais me meme memes mes mon n ne nos notre nous on ont ou par parce pendant peut plus pour pourquoi qu quand ' +
    'que quel quelle quelles quels qui quoi s sa se selon ses si soit son sont sous sur t ta te tes ton tous tout toute toutes ' +
    'tres tu un une via vos votre vous y'
  ).split(' '),
);

/** @param maxLength characters; cut between words. Empty only when the title holds no Latin letter and no digit. */
export function slugOf(title: string, maxLength = 60): string {
  const words = asciiWords(title.normalize('NFC').replace(ELISION, ''));
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  return bounded(telling.length > 0 ? telling : words, maxLength);
}

/** A slug typed by hand, made safe: nothing dropped but what an address cannot hold. */
export function cleanSlug(slug: string, maxLength = 200): string {
  return bounded(asciiWords(slug.normalize('NFC').replace(ELISION, '')), maxLength);
}

function asciiWords(text: string): string[] {
  return foldedLetters(text)
    .replace(/€/g, ' euros ')
    .replace(/%/g, ' pourcent ')
    .replace(/(?<=\p{N})[\s\u00A0\u202F](?=\p{N}{3}(?!\p{N}))/gu, '')
    .replace(/['’ʼ]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function bounded(words: readonly string[], maxLength: number): string {
  let slug = '';
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, maxLength);
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug;
}
