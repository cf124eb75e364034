/** The meta description by code: 120-155 characters, with a verb, ended by a full stop (yoastseo 3.6: 120-156; French practice). */
import type { FactSheet } from '../facts/fact.ts';
import { headlineOf, presentOf } from './headline.ts';
import { holdsKeyphrase } from './keyphrase.ts';
import { leadNews } from './lead-news.ts';
import { leadTitles } from './lead-titles.ts';
import { readingOf } from './reading.ts';
import { raised } from './wording/grammar.ts';
import { unmasked } from './wording/mask.ts';
import { shortened, standsAlone } from './wording/shorten.ts';

const LEAST = 120;
const MOST = 155;

const VERB =
  /(?<![\p{L}])(?:a|ont|est|sont|était|étaient|sera|seront|avait|avaient|serait|aurait|auraient|doit|doivent|devait|n’a|n’ont|n’est|s’est|se sont|\p{Ll}{2,}(?:ra|ront|rait|raient|ait|aient|ent)|dément|prévoit|annonce|réclame|menace|conteste|nie|vise|attend|requiert|présente|adopte|ouvre|exclut|reste|promet)(?![\p{L}])/u;
const CAUTION =
  /(?<![\p{L}])(?:mais|sans|sauf|sous réserve|toutefois|cependant|selon|d’après|présumée?s?|ne|pas|aucune?|jamais|ni|si|sursis|\p{Ll}+rai(?:t|ent))(?![\p{L}])|n’|⟦/iu;
const BOUNDARY =
  /\s?;\s|,\s|\s(?=(?:pour|avec|lors|après|avant|depuis|dans|par|devant|contre|au sujet|en raison|à la suite|à compter|vers|sous|afin|via|dès|qui|où)\s)/gu;
const DANGLING =
  /\s(?:a|ont|est|sont|été|de|du|des|la|le|les|un|une|et|ou|à|au|aux|en|par|pour|que|qui|dont|où|avec|sur|dans|entre|plus|sa|son|ses|leur|près)$/u;

/** What may follow a lead that is too short: promises no form that the article may lack, states nothing. */
const CLOSINGS = [
  'L’essentiel.',
  'Ce qu’il faut retenir.',
  'Ce que l’on sait à ce stade.',
  'Les faits et ce qu’il faut en retenir.',
  'Voici ce que l’on sait et ce qu’il faut en retenir.',
  'Voici, point par point, ce que l’on sait et ce qu’il faut en retenir.',
  'L’essentiel des faits, ce que l’on sait à ce stade et ce qu’il faut en retenir.',
  'Voici l’essentiel des faits, ce que l’on sait à ce stade et ce qu’il faut en retenir, point par point.',
];
/** « a approuvé, par 31 voix contre 20, | le tracé »: what was approved is still to come. */
const INTERRUPTED =
  /\s(?:a|ont)\s(?!été,)\p{Ll}+(?:é|i|u|is|it|t)(?:$|,)(?![^]*,\s(?:l[ea]s?\s|l’|une?\s|des\s|\d|(?:deux|trois|quatre|cinq|six|huit|dix)\s))/u;
/** Facts from the top that may stand in a description. */
const NEAR_TOP = 12;

export function descriptionOf(sheet: FactSheet, keyphrase: string): string {
  const byFact = leads(sheet);
  const heads = byFact.flat();
  const first = byFact.find((texts) => texts.length > 0) ?? [];
  const wholes = byFact.flatMap((texts) => (texts === first ? texts : texts.slice(0, 1)));
  const fits = (text: string): boolean => text.length >= LEAST && text.length <= MOST;
  const keyed = (texts: readonly string[]): string | undefined =>
    texts.find((text) => keyphrase !== '' && holdsKeyphrase(text, keyphrase)) ?? texts[0];
  // The news comes first, alone or with a second sentence; then what holds the keyphrase.
  return (
    keyed([...first.filter(fits), ...joinedLeads(first, wholes)]) ??
    keyed(joinedLeads(first, heads)) ??
    closed(byFact[0] ?? []) ??
    keyed(heads.filter(fits)) ??
    joinedLeads(heads, heads)[0] ??
    closedLead(heads, keyphrase)
  );
}

/** Sentences of the first facts, whole or cut where a clause ends, longest of each fact first. An interview's questions state nothing. */
function leads(sheet: FactSheet): string[][] {
  const reading = readingOf(sheet);
  return reading.facts.slice(0, NEAR_TOP).map((read) => {
    // « …, selon la direction de celle-ci »: the lead's statement and its source in short can stand where the whole cannot.
    if (read.rank === 0 && !read.alone && read.plain !== null && read.saying === null)
      return leadNews(read.plain, MOST - 1)
        .titles.map((text) => `${text}.`)
        .filter((text) => VERB.test(text) && standsAlone(text));
    if (
      !read.alone ||
      read.plain === null ||
      /⟦/u.test(
        read.plain.replace(/⟦(C\d+)⟧/gu, (code, id: string) =>
          read.fact.quotations.some((quotation) => quotation.id === id && !quotation.whole) ? '' : code,
        ),
      )
    )
      return [];
    const plain = unmasked(read.plain, sheet.quotations);
    // The lead without its circumstances, where no plain cut of it is short enough.
    const told =
      read.rank > 0
        ? []
        : [...leadTitles(plain, MOST - 1), ...leadNews(plain, MOST - 1).titles, headlineOf(read, MOST - 1) ?? '']
            .filter((text) => text !== '')
            .map((text) => `${text}.`);
    const texts = [plain, shortened(plain), presentOf(shortened(plain)), ...told].filter(
      (text) => text !== '' && !/-t-(?:il|elle)/u.test(text),
    );
    return [...new Set(texts.flatMap((text) => [text, ...cuts(text)]))]
      .filter((text) => VERB.test(text) && !text.endsWith('?'))
      .sort((a, b) => b.length - a.length);
  });
}

function cuts(sentence: string): string[] {
  const text = sentence.replace(/\.$/u, '');
  const found: string[] = [];
  for (const match of text.matchAll(BOUNDARY)) {
    const head = text.slice(0, match.index);
    const tail = text.slice(match.index);
    if (
      head.length < 40 ||
      head.length > MOST - 1 ||
      DANGLING.test(head) ||
      CAUTION.test(tail.replace(/^\sselon laquelle\s[^]*$/u, '')) ||
      INTERRUPTED.test(head) ||
      // « devaient transiter | par l’aéroport »
      /\s\p{Ll}*(?:do|dev|peu|pouv|va|vont)\p{Ll}*\s\p{Ll}+(?:er|ir|re)$/u.test(head) ||
      /\([^)]*$|«[^»]*$|–[^–]*$|\set,[^,]*$/u.test(head)
    )
      continue;
    if (/,\s(?:a|ont)\s\p{Ll}+é/u.test(tail) && /rai(?:t|ent)(?![\p{L}])/u.test(head) && !/dément/u.test(head)) continue;
    found.push(`${head}.`);
  }
  return found;
}

/** Two of the sentences, the first of them among `firsts`. */
function joinedLeads(firsts: readonly string[], heads: readonly string[]): string[] {
  return firsts.flatMap((one) =>
    heads
      .slice(heads.indexOf(one) + 1)
      .filter((two) => !firsts.includes(two) || firsts === heads)
      .filter((two) => !one.startsWith(two.slice(0, 20)))
      .map((two) => `${one} ${two}`)
      .filter((text) => text.length >= LEAST && text.length <= MOST),
  );
}

function closedLead(heads: readonly string[], keyphrase: string): string {
  const subject = keyphrase === '' ? [] : [`${raised(keyphrase)} : ce que l’on sait.`];
  return closed([...heads, ...subject, 'Voici ce que l’on sait.']) ?? `Voici ce que l’on sait. ${CLOSINGS.at(-1) ?? ''}`;
}

/** The first of the sentences that a closing makes long enough. */
function closed(starts: readonly string[]): string | null {
  for (const start of starts) {
    for (const closing of CLOSINGS) {
      const text = `${start} ${closing}`;
      if (text.length >= LEAST && text.length <= MOST) return text;
    }
  }
  return null;
}
