/** A sentence made a heading: its main clause in the present, cut only where a clause ends and no caution is lost. */
import type { ReadFact } from './reading.ts';
import { attributed } from './wording/attribution.ts';
import { raised } from './wording/grammar.ts';
import { inPresent, shortened } from './wording/shorten.ts';

/** A body by what it is, before its name: « Le groupe français d’emballage Valmarec ». */
export const BY_KIND = new RegExp(
  `^(?:L[ea]\\s|L’)(?:groupe|société|entreprise|fabricant|fabricante|constructeur|distributeur|éditeur|industriel|coopérative|club|équipementier|opérateur|enseigne|banque)(?:\\s\\p{Ll}[\\p{L}’-]*|\\sd’\\p{Ll}+)*\\s(\\p{Lu}[\\p{L}-]+(?:\\s\\p{Lu}[\\p{L}-]+)*)(?=\\s\\p{Ll})`,
  'u',
);
const CAUTION =
  /(?<![\p{L}])(?:mais|sans|sauf|sous réserve|toutefois|cependant|selon|d’après|présumée?s?|ne|pas|aucune?|jamais|ni|si|moins|sursis|\p{Ll}+rai(?:t|ent))(?![\p{L}])|n’/iu;
/** A finite verb that headlines are known to have, with spaces about it. */
export const VERB =
  /\s(?:a|ont|est|sont|était|étaient|aura|auront|sera|seront|serait|seraient|aurait|auraient|avait|avaient|doit|doivent|devait|devrait|reste|restent|n’\p{Ll}+|\p{Ll}{3,}(?:ra|ront|rait|raient)|(?:annonc|présent|bloqu|adopt|contest|dénonc|confirm|réclam|demand|vot|report|lanc|menac|refus|rejett|publi|dévoil)e(?:nt)?|démentent|dément|ouvre|ouvrent|requiert|requièrent|exclut|promet|rejettent?|rejette|reportent?|lancent?|menacent?|refusent?|vise|attend|prévoit|revendiquent?|inquiète|nie|nient|publie|dévoile|décrète|expérimente|souffre)\s/u;
/** Where a main clause may be cut: what follows is a circumstance. */
const BOUNDARY =
  /\s?;\s|,\s|\s(?=(?:pour|avec(?!\ssursis)|lors|après|avant|depuis|dans|par|devant|contre|à l’appel|au sujet|au moyen|à compter|au nom|vers|en raison|en battant|selon laquelle|sous|grâce|afin|via|dès|qui|où)\s)/gu;
const DANGLING =
  /\s(?:a|ont|est|sont|été|de|du|des|d’|la|le|les|l’|un|une|et|ou|à|au|aux|en|par|pour|que|qui|dont|où|avec|sur|dans|entre|plus|sa|son|ses|leur|leurs|quelque|environ|près|également)$/u;

/** Verbs that say nothing without what they bear on, and those whose complement is part of them. */
export const UNFINISHED =
  /\s(?:requi(?:ert|èrent)|annoncent?|présentent?|demandent?|réclament?|(?:a|ont)\s(?!démissionné|échoué|débuté|commencé|repris|fermé|rouvert|gagné|perdu)\p{Ll}+(?:é|i|u|is|it|t)(?:\sau jour|\sen (?:évidence|place|cause|service))?|(?:s’est|se sont)\s(?:soldée?s?|traduite?s?|dite?s?|portée?s?|vue?s?))$/u;
/** A second participle under the same auxiliary: « a annoncé une baisse et abaissé sa prévision » cannot become « annonce … et abaissé ». */
const TWO_PARTICIPLES =
  /\s(?:a|ont)\s\p{Ll}+(?:é|i|u|is|it|t)\s[^;:]*\set\s(?:\p{Ll}+\s)?\p{Ll}+(?:é|is?|it|u)\s(?:l[ea]s?\s|l’|une?\s|des?\s|d’|à\s|\d|son\s|sa\s|ses\s|leurs?\s)/u;

/** The sentence in the present, or as it is. */
export function presentOf(sentence: string): string {
  return TWO_PARTICIPLES.test(sentence) ? sentence : (inPresent(sentence) ?? sentence);
}

/** At most `maxLength` characters and 13 words, without full stop; null where no honest cut is short enough. */
export function headlineOf(read: ReadFact, maxLength: number): string | null {
  if (!read.alone || read.plain === null || /⟦/u.test(read.plain)) return null;
  const short = shortened(read.plain.replace(/, a-t-(?:il|elle) (?:annoncé|indiqué|précisé)(?: \p{Ll}+di| dimanche)?\.$/u, '.'));
  if (/-t-(?:il|elle)/u.test(short)) return null;
  const parts = attributed(short);
  // « a annoncé X » may go from a heading; « selon X » may not.
  if (parts && !/^(?:a|ont)\s/u.test(parts.word)) return null;
  const clause = withoutModifier(raised(parts?.statement ?? short.replace(/\.$/u, '')));
  const told = presentOf(`${clause}.`)
    .replace(/\.$/u, '')
    .replace(/^Au total, /u, '');
  // A body by its name alone, and circumstances between commas left out.
  const text = raised(told)
    .replace(BY_KIND, '$1')
    .replace(/,\s(?:dans|par|lors|avec|après)\s[^,;:⟦]*,(?=\s(?:l[ea]s?\s|l’|une?\s|des\s))/u, (aside) =>
      CAUTION.test(aside) ? aside : '',
    );
  const bare = /^(.+?\s(?:dément|démentent))\sune information selon laquelle\s/u.exec(text)?.[1];
  return cutTo(text, maxLength) ?? (bare && fits(bare, maxLength) ? bare : null);
}

/** « Un incendie survenu dans la nuit…, a fait deux morts » → « Un incendie a fait deux morts ». */
function withoutModifier(clause: string): string {
  const match =
    /^((?:Une?|L[ea]s?|L’)\s?\p{Ll}+(?:\s\p{Ll}+)?)\s(?:survenu|organisé|déclenché|publié|diffusé|ouvert|lancé|intervenu)e?s?\s[^;:⟦]*?,\s((?:a|ont)\s.+)$/u.exec(
      clause,
    );
  return match?.[1] && match[2] ? `${match[1]} ${match[2]}` : clause;
}

function cutTo(text: string, maxLength: number): string | null {
  if (fits(text, maxLength)) return VERB.test(`${text} `) ? text : null;
  let best: string | null = null;
  for (const match of text.matchAll(BOUNDARY)) {
    const head = text.slice(0, match.index);
    const tail = text.slice(match.index);
    if (!fits(head, maxLength)) break;
    // What an information says, or the terms of an operation told apart, are no caution on the clause itself.
    const judged = tail
      .replace(/^\sselon laquelle\s[^]*$/u, '')
      .replace(/, une? (?:opération|projet|mesure|accord) qui\s[^]*$/u, '');
    if (CAUTION.test(judged) || DANGLING.test(head) || UNFINISHED.test(head)) continue;
    // A clause needs its verb and something after it.
    const verb = VERB.exec(`${head} `);
    if (
      !verb ||
      `${head} `
        .slice(verb.index + verb[0].length)
        .trim()
        .split(' ').length < 1 ||
      /^\S*$/u.test(head.slice(verb.index + verb[0].length - 1).trim())
    )
      continue;
    // « une demi-journée par semaine », « , évoqué mercredi par un site »: one phrase, not to be halved.
    if (
      /^\spar\s(?:jour|semaine|mois|an|heure|personne|habitant|minute)/u.test(tail) ||
      /,\s\p{Ll}+(?:é|ée|és|ées|ue?s?|ie?s?)(?:\s\p{Ll}+)?$/u.test(head)
    )
      continue;
    if (/\set,[^,]*$/u.test(head)) continue;
    if (/\([^)]*$/u.test(head) || (/\b(?:entre|de)\s\S+$/u.test(head) && /^\set\s/u.test(tail))) continue;
    best = head;
  }
  return best;
}

function fits(text: string, maxLength: number): boolean {
  const words = text.split(' ').length;
  return text.length <= maxLength && words >= 3 && words <= 13;
}
