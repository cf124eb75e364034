/**
 * Headlines of the fact that an article is about, where a plain cut gives none: what is circumstance goes, what is caution
 * stays, and nothing is added. « Le conseil de V. a adopté jeudi, par 23 voix contre 9, le projet de rénovation » →
 * « Le conseil de V. adopte le projet de rénovation », « Le projet de rénovation adopté ».
 */
import { BY_KIND, VERB } from './headline.ts';
import { lowered, raised, WEEKDAY, withDe } from './wording/grammar.ts';
import { inPresent } from './wording/shorten.ts';

const CAUTION =
  /(?<![\p{L}])(?:mais|sans|sauf|sous réserve|toutefois|cependant|selon|d’après|présumée?s?|ne|pas|aucune?|jamais|ni|si|moins|\p{Ll}+rai(?:t|ent))(?![\p{L}])|n’/iu;
const MONTH = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const TIME = new RegExp(
  `,?\\s(?:(?:depuis |dès |avant |jusqu’à |à partir de )?(?:le |ce )?${WEEKDAY}(?: (?:matin|midi|soir|après-midi|dernier|prochain))?(?: \\d{1,2}(?:er)?(?: (?:${MONTH})(?: \\d{4})?)?)?|dans la (?:nuit|matinée|soirée)(?: de ${WEEKDAY} à ${WEEKDAY}| de ${WEEKDAY})?|au (?:premier|deuxième|troisième|quatrième) trimestre|l’(?:été|hiver|automne|an) dernier|(?:depuis|dès) le \\d{1,2}(?:er)? (?:${MONTH})(?: \\d{4})?)(?![\\p{L}])`,
  'gu',
);
/** A verb of the source's own telling at the end: what it told stands by itself. Hearsay (« a rapporté ») stays. */
const ANNOUNCED =
  /,\s(?:(?:a|ont)-t-(?:ils?|elles?|on)\s(?:annoncé|indiqué|précisé|confirmé)|(?:a|ont)\s(?:annoncé|indiqué|fait savoir|confirmé))(?:\s[^,⟦]*)?\.?$/u;
const ATTRIBUTED =
  /(?<![\p{L}])(?:selon|d’après)\s(?!laquelle|lequel)|-t-(?:il|elle|on)|,\s(?:a|ont)\s(?:rapporté|révélé|affirmé|assuré|estimé|déclaré|expliqué|soutenu)/iu;
const PLACE_FIRST =
  /^(?:Sur|Dans|À|Au|Aux|En)\s(?!cas|échange|l’absence|revanche|fonction)[^,;:⟦]{3,60},\s(?=l[ea]s?\s|l’|des\s|une?\s|\d)/u;
const COUNTED_BY = new RegExp(
  `^(?:(?:Environ|Quelque|Près de|Plus de|Entre)\\s)?\\d[\\d\\s]*(?:\\sà\\s\\d[\\d\\s]*)?\\s(\\p{Ll}+s),\\s(?:selon|d’après)\\s[^,]+,\\s(?=(?:ont|sont)\\s)`,
  'u',
);
/** Verbs whose object alone makes a headline: « le projet adopté ». */
const ACTED = 'adopté|approuvé|voté|rejeté|reporté|annulé|suspendu|présenté|dévoilé|lancé|bloqué|condamné|validé|inauguré|fermé';

/** Best first, each of at most `most` characters, without full stop. `sentence` without quotations. */
export function leadTitles(sentence: string, most: number): string[] {
  const plain = sentence
    .replace(/^\p{Lu}{3,}[^–«]{0,40}\s[–—]\s/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (/⟦|«|“/u.test(plain)) return [];
  const statement = told(plain);
  if (statement === null) return [];
  const lean = leaner(statement);
  const short = [lean, lean.replace(PLACE_FIRST, '')].map((text) => raised(text).replace(BY_KIND, '$1'));
  const forms = short.flatMap((text) => {
    const present = (inPresent(`${text}.`) ?? `${text}.`).replace(/\.$/u, '');
    const verbal = [present, ...ends(present)].filter((form) => isClause(form));
    return [...verbal, ...passive(text).flatMap((form) => [form, ...ends(form)]), ...acted(text), ...denial(present)];
  });
  return [...new Set(forms.map((form) => form.replace(/[\s,;:]+$/u, '')))].filter(
    (form) => form.length <= most && form.split(' ').length >= 3,
  );
}

/** Without the verb of announcing; null where somebody else's word would become a fact. */
function told(sentence: string): string | null {
  const text = sentence.replace(/\.$/u, '').replace(COUNTED_BY, (_, noun: string) => `Des ${noun} `);
  // Who reports a denial does not make it: the denial stands by itself.
  const bare = text.replace(ANNOUNCED, '').replace(/(\sdémenti\s[^]*), (?:a|ont) rapporté\s[^,]*$/u, '$1');
  if (ATTRIBUTED.test(bare)) return null;
  return /rai(?:t|ent)(?![\p{L}])/u.test(bare) && bare !== text && !/\sdémenti\s/u.test(bare) ? null : bare;
}

/** Brackets, days, and what stands between commas, where it carries no caution. */
function leaner(text: string): string {
  const careless = (found: string): string => (CAUTION.test(found) ? found : '');
  return text
    .replace(/\s\([^()]*\)/gu, careless)
    .replace(TIME, '')
    .replace(
      /,\s(?:au|aux|en|à|par|avec|devant|dans|lors|\p{Ll}+(?:é|ée|és|ées|ie?s?|ue?s?)|\d+ ans)(?:\s(?:[^,;:]|,\d)*)?,\s(?=(?:a|ont|est|sont|s’est|se sont|l[ea]s?|des|une?)\s|l’|n’)/gu,
      (found) => (CAUTION.test(found) ? found : ' '),
    )
    .replace(/^((?:L[ea]\s|L’)[^,;:]{3,50}?)\squi\s[^,;:]*\s(?=(?:ne|a|est|sera|s’est)\s|n’)/u, (found, subject: string) =>
      CAUTION.test(found.slice(subject.length)) ? found : `${subject} `,
    )
    .replace(/((?:a|ont)\s\p{Ll}+(?:é|i|u|is|it))\savec\s\d[^,;:]*?(?=\s(?:l[ea]s?\s|l’))/u, '$1')
    .replace(/\s{2,}/gu, ' ');
}

/** « … ont été appelés à évacuer » → « … appelés à évacuer ». */
function passive(text: string): string[] {
  const match = /^([^,;:]{3,60}?)\s(?:a|ont)\sété\s(\p{Ll}+(?:é|i|u|is|it|t)e?s?\s[^]*)$/u.exec(text);
  if (!match?.[1] || !match[2] || /\squi\s|\set\s/u.test(match[1])) return [];
  const counted = /^(?:\p{Lu}\p{Ll}+(?:\sde)?\s)?\d[\d\s]*\s\p{Ll}+(?=\s(?:de|du|des)\s)/u.exec(match[1])?.[0];
  return [match[1], ...(counted === undefined ? [] : [counted])].map((subject) => `${subject} ${match[2]}`);
}

/** « S a adopté le projet » → « Le projet adopté », « Le projet adopté par S ». */
function acted(text: string): string[] {
  const match = new RegExp(`^([^,;:]{3,60}?)\\s(?:a|ont)\\s(${ACTED})\\s(l[ea])\\s([^,;:]+)`, 'u').exec(text);
  const [, subject = '', participle = '', article = '', rest = ''] = match ?? [];
  if (rest === '' || /(?<![\p{L}])(?:ne|qui|que)(?![\p{L}])|n’/u.test(subject)) return [];
  const agreed = article === 'la' ? `${participle}e` : participle;
  const object = rest.split(/\s(?:qui|que|dont|où|pour|afin|avec|lors|dans|contre|par)\s|\sd’un montant\s/u)[0] ?? rest;
  const by = lowered(subject);
  return [object, ...ends(object)].flatMap((noun) => [
    ...(by === null ? [] : [`${raised(article)} ${noun} ${agreed} par ${by}`]),
    `${raised(article)} ${noun} ${agreed}`,
  ]);
}

/** « Un porte-parole dément une information selon laquelle… » → « Démenti d’un porte-parole ». */
function denial(text: string): string[] {
  const subject = /^([^,;:]{3,50}?)\s(?:dément|démentent)\sune information\s/u.exec(text)?.[1];
  const who = subject === undefined ? null : lowered(subject);
  return who === null ? [] : [`Démenti ${withDe(who)}`];
}

/** The text ended earlier, where a circumstance or a second complement begins and what follows holds no caution. */
function ends(text: string): string[] {
  const found: string[] = [];
  const boundary =
    /\s?;\s|,\s|\s(?=(?:pour|avec(?!\ssursis)|lors|après|avant|dans|par|devant|contre|à l’appel|au sujet|au moyen|en raison|en battant|selon laquelle|sous|grâce|afin|via|qui|où)\s)|\s(?=(?:de\sla|du|de\sl’|des)\s?\p{Ll}[\p{L}-]*$)/gu;
  for (const match of text.matchAll(boundary)) {
    const head = text.slice(0, match.index);
    const tail = text.slice(match.index);
    if (CAUTION.test(tail.replace(/^\sselon laquelle\s[^]*$/u, '')) || /rai(?:t|ent)(?![\p{L}])/u.test(tail)) continue;
    // « la carte des 64 collèges de l’académie »: the last of two complements may go, not the only one.
    if (/^\sd(?:e|u|es)\s/u.test(tail) && !/\sd(?:e|u|es)\s[^,]*$|\sd’[^,]*$/u.test(head.split(/\s(?=l[ea]s?\s)/u).at(-1) ?? ''))
      continue;
    if (
      /\s(?:et|ou|de|du|des|d’|la|le|les|un|une|à|au|en|été|a|ont|est|sont|dément|démentent)$/u.test(head) ||
      /\set,?[^,]*,[^,]*$/u.test(head)
    )
      continue;
    if (/\s(?:une|l’|cette) (?:information|affirmation)$/u.test(head) || !/\s/u.test(head.trim())) continue;
    found.push(head);
  }
  return found.toReversed();
}

/** A verb of its main clause, and something after it or a participle: « Le groupe, dont le siège est à A. » has none. */
function isClause(text: string): boolean {
  const verb = new RegExp(`${VERB.source}|\\s(?:s’est|se sont|s’élève(?:nt)?|ne)\\s|\\sn’`, 'u').exec(`${text} `);
  return verb !== null && !/(?<![\p{L}])(?:qui|que|dont|où)\s|,[^,]*$/u.test(text.slice(0, verb.index));
}
