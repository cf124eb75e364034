/** Titles by code: the keyphrase and a headline of the leading facts, at most 65 characters (about 600 pixels in a result page). */
import type { SourceArticle } from '../article/source-article.ts';
import type { FactSheet } from '../facts/fact.ts';
import { headlineOf } from './headline.ts';
import { holdsKeyphrase } from './keyphrase.ts';
import { leadNews } from './lead-news.ts';
import { leadTitles } from './lead-titles.ts';
import { type ReadFact, readingOf } from './reading.ts';
import { raised } from './wording/grammar.ts';
import { normal } from './wording/variants.ts';

export const TITLE_LENGTH = 65;
/** A source that is news by itself: the article is about what it says. */
const STUDY = /(?<![\p{L}])(?:études?|rapports?|enquêtes?|sondages?|audit|expertise|baromètre)(?![\p{L}])/u;
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
  const lead = leadOf(reading.facts);
  for (const read of reading.facts) {
    const leads = read === lead;
    const headlines = headlinesOf(read, TITLE_LENGTH);
    const short = keyphrase === '' || room < 15 ? [] : headlinesOf(read, room);
    const holding = headlines.filter((headline) => keyphrase === '' || holdsKeyphrase(headline, keyphrase));
    const joined = short
      .filter((headline) => !holdsKeyphrase(headline, keyphrase))
      .map((headline) => `${raised(keyphrase)} : ${inside(headline, headlines)}`);
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
  const source = lead?.plain ? leadNews(lead.plain, TITLE_LENGTH).source : null;
  const said =
    source === null || leading.length > 0 || !STUDY.test(source)
      ? []
      : [source, source.split(/\s+/u).slice(0, 2).join(' ')].map(whatItSays);
  const fallback =
    keyphrase === ''
      ? []
      : [...said, 'ce que l’on sait', 'l’essentiel', 'le point sur les faits']
          .map((text) => `${raised(keyphrase)} : ${text}`)
          .filter((title) => title.length <= TITLE_LENGTH);
  // A later fact is seldom what the article is about: the subject alone is the better title.
  const all = [
    ...leading,
    ...fallback.slice(0, 1),
    ...keyed,
    ...plain,
    ...fallback.slice(1),
    ...(own === '' ? [] : [cutAtWord(own)]),
    ...first,
  ].filter((title) => title.length <= TITLE_LENGTH);
  const seen = new Set<string>();
  return all.filter((title) => !seen.has(normal(title)) && seen.add(normal(title)));
}

/** The first sentence that is more than a place or a line above the text. */
function leadOf(facts: readonly ReadFact[]): ReadFact | undefined {
  const said = ({ fact }: ReadFact): boolean => fact.text.split(' ').length >= 6 && /[.!?…»]$/u.test(fact.text);
  return facts.slice(0, 3).find((read) => said(read)) ?? facts[0];
}

/** Longest first: what is cut away least says most. */
function headlinesOf(read: ReadFact, most: number): string[] {
  const plain = headlineOf(read, most);
  const stands = read.alone || (read.rank === 0 && /^Il\s(?:aura|a|est|était)\s/u.test(read.plain ?? ''));
  const texts =
    stands && read.rank <= NEAR_TOP && read.plain !== null
      ? [...leadTitles(read.plain, most), ...leadNews(read.plain, most).titles]
      : [];
  return [...(plain === null ? [] : [plain]), ...texts].toSorted((a, b) => b.length - a.length);
}

function whatItSays(source: string): string {
  return /^(?:les|des|deux|plusieurs)\s/u.test(source) ? `ce que disent ${source}` : `ce que dit ${source}`;
}

/** Behind a colon: « Enquête ouverte », which also stands as « Une enquête ouverte », is no name. */
function inside(headline: string, headlines: readonly string[]): string {
  const small = headline.charAt(0).toLowerCase() + headline.slice(1);
  return headlines.some((other) => other === `Une ${small}` || other === `Un ${small}` || other === `Des ${small}`)
    ? small
    : lowerArticle(headline);
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
