/** Titles by code: the keyphrase and a headline of the leading facts, at most 65 characters (about 600 pixels in a result page). */
import type { SourceArticle } from '../article/source-article.ts';
import type { FactSheet } from '../facts/fact.ts';
import { headlineOf } from './headline.ts';
import { holdsKeyphrase } from './keyphrase.ts';
import { leadTitles } from './lead-titles.ts';
import { type ReadFact, readingOf } from './reading.ts';
import { raised } from './wording/grammar.ts';
import { normal } from './wording/variants.ts';

export const TITLE_LENGTH = 65;
/** Rank of the last fact that may give the title before the plain fallbacks. */
const LEADING = 0;
/** Rank of the last fact that is worth cutting about for a title. */
const NEAR_TOP = 3;

/**
 * Best first, distinct. Never empty: the keyphrase alone, or the article's own title cut at a word, stands last. What the
 * first fact says goes before all else, with the keyphrase where there is room for it.
 */
export function titlesOf(sheet: FactSheet, article: SourceArticle, keyphrase: string): string[] {
  const reading = readingOf(sheet);
  const room = TITLE_LENGTH - keyphrase.length - 3;
  const leading: string[] = [];
  const keyed: string[] = [];
  const plain: string[] = [];
  for (const read of reading.facts) {
    const leads = read.rank <= LEADING;
    const headlines = headlinesOf(read, TITLE_LENGTH);
    const short = keyphrase === '' || room < 15 ? [] : headlinesOf(read, room);
    const holding = headlines.filter((headline) => keyphrase === '' || holdsKeyphrase(headline, keyphrase));
    const joined = short
      .filter((headline) => !holdsKeyphrase(headline, keyphrase))
      .map((headline) => `${raised(keyphrase)} : ${lowerArticle(headline)}`);
    const others = headlines.filter((headline) => !holding.includes(headline));
    if (leads) leading.push(...holding.slice(0, 2), ...joined.slice(0, 2), ...others.slice(0, 1));
    else {
      keyed.push(...holding.slice(0, 1), ...joined.slice(0, 1));
      plain.push(...others.slice(0, 1));
    }
    if (leading.length + keyed.length >= 6) break;
  }
  const own = article.title.trim();
  const first = reading.facts.slice(0, 1).map((read) => cutAtWord(read.fact.text.replace(/[.\s]+$/u, '')));
  const fallback =
    keyphrase === ''
      ? []
      : ['ce qu’il faut savoir', 'le point sur les faits', 'l’essentiel'].map((text) => `${raised(keyphrase)} : ${text}`);
  const all = [...leading, ...keyed, ...plain, ...fallback, ...(own === '' ? [] : [cutAtWord(own)]), ...first].filter(
    (title) => title.length <= TITLE_LENGTH,
  );
  const seen = new Set<string>();
  return all.filter((title) => !seen.has(normal(title)) && seen.add(normal(title)));
}

/** Longest first: what is cut away least says most. */
function headlinesOf(read: ReadFact, most: number): string[] {
  const plain = headlineOf(read, most);
  const stands = read.alone || (read.rank === 0 && /^Il\s(?:aura|a|est|était)\s/u.test(read.plain ?? ''));
  const texts = stands && read.rank <= NEAR_TOP && read.plain !== null ? leadTitles(read.plain, most) : [];
  return [...(plain === null ? [] : [plain]), ...texts].toSorted((a, b) => b.length - a.length);
}

function lowerArticle(text: string): string {
  return /^(?:Il|Le|La|Les|L’|Un|Une|Des|Démenti|À|Au|Quelque|Environ|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Aucun|Aucune)(?![\p{L}])|^L’/u.test(
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
