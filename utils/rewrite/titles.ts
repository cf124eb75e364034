/** Titles by code: the keyphrase and a headline of the leading facts, at most 65 characters (about 600 pixels in a result page). */
import type { SourceArticle } from '../article/source-article.ts';
import type { FactSheet } from '../facts/fact.ts';
import { headlineOf } from './headline.ts';
import { holdsKeyphrase } from './keyphrase.ts';
import { readingOf } from './reading.ts';
import { raised } from './wording/grammar.ts';
import { normal } from './wording/variants.ts';

export const TITLE_LENGTH = 65;
/** Rank of the last fact that may give the title before the plain fallbacks. */
const LEADING = 0;

/** Best first, distinct. Never empty: the keyphrase alone, or the article's own title cut at a word, stands last. */
export function titlesOf(sheet: FactSheet, article: SourceArticle, keyphrase: string): string[] {
  const reading = readingOf(sheet);
  const room = TITLE_LENGTH - keyphrase.length - 3;
  const plain: string[] = [];
  const keyed: string[] = [];
  const later: string[] = [];
  for (const read of reading.facts) {
    // What stands far down is not what the article is about.
    const into = read.rank <= LEADING ? keyed : later;
    const headline = headlineOf(read, TITLE_LENGTH);
    if (headline && (keyphrase === '' || holdsKeyphrase(headline, keyphrase))) into.push(headline);
    else if (headline) plain.push(headline);
    const short = keyphrase === '' || room < 15 ? null : headlineOf(read, room);
    if (short && !holdsKeyphrase(short, keyphrase)) into.push(`${raised(keyphrase)} : ${lowerArticle(short)}`);
    if (keyed.length >= 4) break;
  }
  const own = article.title.trim();
  const first = reading.facts.slice(0, 1).map((read) => cutAtWord(read.fact.text.replace(/[.\s]+$/u, '')));
  const fallback =
    keyphrase === ''
      ? []
      : [
          `${raised(keyphrase)} : ce qu’il faut savoir`,
          `${raised(keyphrase)} : le point sur les faits`,
          `${raised(keyphrase)} : l’essentiel`,
        ];
  const all = [
    ...keyed,
    ...fallback.slice(0, 1),
    ...later,
    ...fallback.slice(1),
    ...plain,
    ...(own === '' ? [] : [cutAtWord(own)]),
    ...first,
  ].filter((title) => title.length <= TITLE_LENGTH);
  const seen = new Set<string>();
  return all.filter((title) => !seen.has(normal(title)) && seen.add(normal(title)));
}

function lowerArticle(text: string): string {
  return /^(?:Le|La|Les|L’|Un|Une|Des|Quelque|Environ|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Aucun|Aucune)(?![\p{L}])|^L’/u.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

function cutAtWord(text: string): string {
  return text.length <= TITLE_LENGTH
    ? text
    : text
        .slice(0, TITLE_LENGTH + 1)
        .replace(/\s\S*$/u, '')
        .replace(/[\s,:;–-]+$/u, '');
}
