/** The meta description by code: 120-155 characters, with a verb, ended by a full stop (yoastseo 3.6: 120-156; French practice). */
import type { FactSheet } from '../facts/fact.ts';
import { holdsKeyphrase } from './keyphrase.ts';
import { readingOf } from './reading.ts';
import { raised } from './wording/grammar.ts';
import { unmasked } from './wording/mask.ts';
import { inPresent, shortened } from './wording/shorten.ts';

const LEAST = 120;
const MOST = 155;

const VERB =
  /(?<![\p{L}])(?:a|ont|est|sont|était|étaient|sera|seront|avait|avaient|serait|aurait|auraient|doit|doivent|devait|n’a|n’ont|n’est|s’est|se sont|\p{Ll}{2,}(?:ra|ront|rait|raient|ait|aient|ent)|dément|prévoit|annonce|réclame|menace|conteste|nie|vise|attend|requiert|présente|adopte|ouvre|exclut|reste|promet)(?![\p{L}])/u;
const CAUTION =
  /(?<![\p{L}])(?:mais|sans|sauf|sous réserve|toutefois|cependant|selon|d’après|présumée?s?|ne|pas|aucune?|jamais|ni|si|\p{Ll}+rai(?:t|ent))(?![\p{L}])|n’|⟦/iu;
const BOUNDARY =
  /\s?;\s|,\s|\s(?=(?:pour|avec|lors|après|avant|depuis|dans|par|devant|contre|au sujet|en raison|à la suite|à compter|vers|sous|afin|via|dès|qui|où)\s)/gu;
const DANGLING =
  /\s(?:a|ont|est|sont|été|de|du|des|la|le|les|un|une|et|ou|à|au|aux|en|par|pour|que|qui|dont|où|avec|sur|dans|entre|plus|sa|son|ses|leur|près)$/u;

/** What may follow a lead that is too short: says what the article holds, states nothing. */
const CLOSINGS = [
  'L’essentiel.',
  'Ce qu’il faut retenir.',
  'Ce que l’on sait à ce stade.',
  'Déclarations et chiffres : ce qu’il faut retenir.',
  'Faits, déclarations et chiffres : ce qu’il faut retenir.',
  'Faits, déclarations, réactions et chiffres : voici ce qu’il faut retenir.',
  'Faits, déclarations, réactions, chiffres et dates : voici tout ce qu’il faut retenir.',
  'Faits, déclarations, réactions, chiffres et dates : voici, point par point, ce qu’il faut savoir et retenir.',
];

export function descriptionOf(sheet: FactSheet, keyphrase: string): string {
  const byFact = leads(sheet);
  const heads = byFact.flat();
  const fits = (text: string): boolean => text.length >= LEAST && text.length <= MOST;
  const first = byFact.find((texts) => texts.length > 0) ?? [];
  const fitting = heads.filter(fits);
  // What the article is about comes first; then what holds the keyphrase.
  return (
    first.find(fits) ??
    joinedLead(first, heads) ??
    fitting.find((text) => keyphrase !== '' && holdsKeyphrase(text, keyphrase)) ??
    fitting[0] ??
    joinedLead(heads, heads) ??
    closedLead(heads, keyphrase)
  );
}

/** Sentences of the first facts, whole or cut where a clause ends, longest of each fact first. An interview's questions state nothing. */
function leads(sheet: FactSheet): string[][] {
  const reading = readingOf(sheet);
  return reading.facts.slice(0, 8).map((read) => {
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
    const texts = [plain, shortened(plain), inPresent(shortened(plain)) ?? ''].filter(
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
      /\([^)]*$|«[^»]*$|–[^–]*$|\set,[^,]*$/u.test(head)
    )
      continue;
    if (/,\s(?:a|ont)\s\p{Ll}+é/u.test(tail) && /rai(?:t|ent)(?![\p{L}])/u.test(head) && !/dément/u.test(head)) continue;
    found.push(`${head}.`);
  }
  return found;
}

/** Two of the sentences, the first of them among `firsts`. */
function joinedLead(firsts: readonly string[], heads: readonly string[]): string | null {
  for (const one of firsts) {
    for (const two of heads) {
      const text = `${one} ${two}`;
      if (
        !one.startsWith(two.slice(0, 20)) &&
        text.length >= LEAST &&
        text.length <= MOST &&
        heads.indexOf(one) < heads.indexOf(two)
      )
        return text;
    }
  }
  return null;
}

function closedLead(heads: readonly string[], keyphrase: string): string {
  const starts = [...heads, keyphrase === '' ? '' : `${raised(keyphrase)} : ce que l’on sait.`, 'Voici ce que l’on sait.'].filter(
    (text) => text !== '',
  );
  for (const start of starts) {
    for (const closing of CLOSINGS) {
      const text = `${start} ${closing}`;
      if (text.length >= LEAST && text.length <= MOST) return text;
    }
  }
  return `Voici ce que l’on sait. ${CLOSINGS.at(-1) ?? ''}`;
}
