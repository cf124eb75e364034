/** Small French grammar that moving words about needs: contractions, elisions, capitals at the head of a phrase. */

const VOWEL = /^[aeiouyàâäéèêëîïôöùûüœæ]/iu;

/** Words that lose their capital when they no longer begin the sentence. Anything else may be a name. */
const PLAIN_STARTS = new Set(
  (
    'le la les un une des du de au aux à ce cet cette ces son sa ses leur leurs notre nos plusieurs quelques quelque environ près plus ' +
    'moins selon d’après pour en dans sur sous par avec sans après avant depuis pendant lors entre vers chez contre malgré aucun ' +
    'aucune chaque tout toute tous toutes il elle ils elles on nul certains certaines deux trois quatre cinq six sept huit neuf dix ' +
    'onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille autre autres de-ci ' +
    'jusqu’à quant si lundi mardi mercredi jeudi vendredi samedi dimanche depuis dès tandis alors'
  ).split(' '),
);

/** A name's shape: capitalised words, with the small words that may stand between them (« Léonie de la Tour »). */
export const NAME =
  '(?:(?:M\\.|Mme|MM\\.|Mmes|Mlle|Me|Dr|Pr)\\s)?\\p{Lu}[\\p{L}\\p{M}’\\-]*(?:\\s(?:(?:de|du|des|de la|van|von|ben|bin|el|al|da|dos|den|der)\\s)?(?:d’)?\\p{Lu}[\\p{L}\\p{M}’\\-]*)*';

export const WEEKDAY = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
export const MONTH = '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)';
/** « lundi », « lundi soir », « jeudi 14 mars 2024 ». */
export const DAY = `${WEEKDAY}(?:\\s(?:matin|soir|midi|après-midi))?(?:\\s\\d{1,2}(?:er)?\\s${MONTH}(?:\\s\\d{4})?)?`;

/** Behind a day or date: what makes part of it (« vendredi au matin », « lundi à 18 heures »). */
export const OF_THE_DAY =
  /^(?:et|ou|à (?:l’aube|midi|minuit|\d{1,2})|au (?:matin|soir|petit)|vers|dernier|prochain|matin|soir|midi|après-midi|dans la (?:soirée|matinée|nuit|journée|foulée)|en (?:fin|début|milieu|soirée|matinée)|peu|juste|dès|aux alentours|\d)(?![\p{L}])/u;
/** Behind a day and a comma: a circumstance of the whole sentence, not what the day is (« lundi, troisième jour de grève »). */
export const DETACHED = /^(?:dans|devant|lors|par|à|au|aux|avec|sans|après|avant|pour|sous|sur)\s/u;

/** Finite verbs whose form shows it. */
export const FINITE =
  '(?:a|ont|est|sont|était|étaient|avait|avaient|sera|seront|serait|seraient|aurait|auraient|doit|doivent|devait|peut|\\p{Ll}{3,}(?:ra|ront|rait|raient))';
export const HOLDS_FINITE = new RegExp(`\\s(?:n’|s’)?${FINITE}\\s`, 'u');
const STARTS_AUXILIARY = new RegExp(`^(?:n’|ne\\s|s’|se\\s)?${FINITE}\\s`, 'u');
const STARTS_PRESENT = /^(?:n’|ne\s|s’|se\s)?(\p{Ll}+(?:e|ent|it|d|t))(?=\s|$)/u;
/** Short words with a verb's ending, and what may be an adverb or a noun. */
const NO_VERB =
  /^(?:[dlmcn]e|une|et|dont|contre|entre|outre|comme|autre|même|chaque|quelque|malgré|quatorze|(?:on|dou|trei|quin|sei)ze|quatre|cent|sept|huit|tout|tant|autant|pourtant|toute|cette|notre|leur|vent|saint|\p{Ll}+(?:ant|ment|idente?|cent|trice|iste|aire|gée?)|avocate|adjointe|mère|fille|épouse|ministre|membre|juge|cheffe?)$/u;

/** A clause's predicate, what follows its subject; false where the first word could be anything else. */
export function startsFinite(text: string): boolean {
  if (STARTS_AUXILIARY.test(text)) return true;
  const word = STARTS_PRESENT.exec(text)?.[1];
  return word !== undefined && !NO_VERB.test(word);
}

/** « de » before a noun phrase: du, des, d’, de l’. */
export function withDe(phrase: string): string {
  if (/^le\s/u.test(phrase)) return `du ${phrase.slice(3)}`;
  if (/^les\s/u.test(phrase)) return `des ${phrase.slice(4)}`;
  if (/^(?:du|des)\s/u.test(phrase)) return `de ${phrase}`;
  const mute = /^h(?:abitant|omme|eure|ectare|ôpita|ôtel|istoi|iver|uma|ypoth|ebdo|erb|onneur)/iu;
  return (VOWEL.test(phrase) || mute.test(phrase)) && !/^(?:onze|oui|ouistiti|yacht|uhlan)/iu.test(phrase)
    ? `d’${phrase}`
    : `de ${phrase}`;
}

/** « à » before a noun phrase: au, aux. */
export function withA(phrase: string): string {
  if (/^le\s/u.test(phrase)) return `au ${phrase.slice(3)}`;
  if (/^les\s/u.test(phrase)) return `aux ${phrase.slice(4)}`;
  return `à ${phrase}`;
}

/** « Éliminé le 15 juin avec 9,4 % des voix, le candidat… » */
const OPENING_PARTICIPLE =
  /^\p{Lu}\p{Ll}{2,}(?:ée?s?|ies?|ues?|its?|ites?|ises?|erte?s?)\s(?:par|en|le|à|au|dans|depuis|dès|lors|pour|avec|sur|contre|comme)\s[^,;:⟦]+, (?:l[ea]s?|une?|\p{Lu})(?![\p{L}])/u;

/** The phrase as it stands inside a sentence, or null where its capital cannot be judged. */
export function lowered(phrase: string): string | null {
  const first = /^[\p{L}\p{N}’-]+/u.exec(phrase)?.[0] ?? '';
  const word = first.toLowerCase();
  const head = /^(l’|d’|qu’|s’|n’|c’|jusqu’)/u.exec(word)?.[1];
  if (word === 'd’après' || word === 'jusqu’à') return lowerFirst(phrase);
  // « L’Équipe » may be a title: « l’ » followed by a capital keeps it only when the rest is a name, which it then is anyway.
  if (head !== undefined) return lowerFirst(phrase);
  if (/^(?:dix|vingt|trente|quarante|cinquante|soixante|quatre-vingt|cent|mille)(?:-|$)/u.test(word)) return lowerFirst(phrase);
  if (PLAIN_STARTS.has(word)) return lowerFirst(phrase);
  if (OPENING_PARTICIPLE.test(phrase)) return lowerFirst(phrase);
  return !/^\p{Lu}/u.test(phrase) || startsName(phrase) ? phrase : null;
}

/** Capital at the head of a sentence. */
export function raised(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

function lowerFirst(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}

/**
 * Whether a sentence's first capital is a name's: a title, capitals within the word, a second capital behind it, or a verb
 * whose subject it is. « Travailler la nuit », « Rive droite » and « Réélue en 2020 » open with any word.
 */
function startsName(phrase: string): boolean {
  if (/^(?:M\.|MM\.|Mmes?|Mlle|Me|Dr|Pr)\s|^\p{Lu}[\p{L}’&.-]*\p{Lu}/u.test(phrase)) return true;
  const [, word = '', rest = ''] = /^([\p{L}’-]+)\s(.+)$/u.exec(phrase) ?? [];
  if (/(?:é|ée|és|ées|ment|ant|us|du|nu|ru|lu|su|ue|ert|uit|int)$/u.test(word) && word.length > 3) return false;
  return /^\p{Lu}/u.test(rest) || startsFinite(rest);
}

/** A phrase without its article or possessive: « la porte-parole du Conseil » → « porte-parole du Conseil ». */
export function withoutDeterminer(phrase: string): string {
  return phrase.replace(/^(?:l’une? d(?:e ses|e leurs|es)\s|(?:le|la|les|une?|son|sa|ses|leurs?|notre)\s|l’)/iu, '');
}

const ELIDED_GENDER = new Map<string, 'Il' | 'Elle'>(
  Object.entries({
    Il: 'ensemble établissement équipement ouvrage État exécutif immeuble accord avion hôpital institut incendie employeur industriel organisme événement',
    Elle: 'association entreprise équipe académie agence enquête école usine université accusation opposition opération organisation enseigne institution étude union',
  }).flatMap(([pronoun, nouns]) =>
    nouns.split(' ').map((noun): [string, 'Il' | 'Elle'] => [noun, pronoun === 'Il' ? 'Il' : 'Elle']),
  ),
);

/** The pronoun that takes up a subject, where its article or noun tells the gender; null elsewhere. */
export function pronounFor(subject: string): 'Il' | 'Elle' | null {
  if (/^(?:La|Une|Mme|Sa)\s/iu.test(subject)) return 'Elle';
  if (/^(?:Le|Un|M\.)\s/iu.test(subject)) return 'Il';
  return ELIDED_GENDER.get(/^L’(\p{L}+)/u.exec(subject)?.[1] ?? '') ?? null;
}

/** Commas at depth 0 of brackets cut the phrase. */
export function cutAtCommas(phrase: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < phrase.length; at++) {
    const char = phrase.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === ',' && depth === 0 && !/\d/u.test(phrase.charAt(at + 1))) {
      parts.push(phrase.slice(from, at).trim());
      from = at + 1;
    }
  }
  parts.push(phrase.slice(from).trim());
  return parts.filter((part) => part !== '');
}
