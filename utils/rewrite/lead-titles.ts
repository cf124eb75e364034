/**
 * Headlines of the fact that an article is about, where a plain cut gives none: what is circumstance goes, what is caution
 * stays, and nothing is added. « Le conseil de V. a adopté jeudi, par 23 voix contre 9, le projet de rénovation » →
 * « Le conseil de V. adopte le projet de rénovation », « Le projet de rénovation adopté ».
 */
import { BY_KIND, presentOf, UNFINISHED, VERB } from './headline.ts';
import { lowered, NAME, raised, WEEKDAY, withDe } from './wording/grammar.ts';

const CAUTION =
  /(?<![\p{L}])(?:mais|sans|sauf|sous réserve|toutefois|cependant|selon|d’après|présumée?s?|ne|pas|aucune?|jamais|ni|si|moins|\p{Ll}+rai(?:t|ent))(?![\p{L}])|n’/iu;
const MONTH = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const TIME = new RegExp(
  `,?\\s(?:(?:depuis |dès |avant |jusqu’à |à partir de )?(?:le |ce )?${WEEKDAY}(?: (?:matin|midi|soir|après-midi|dernier|prochain))?(?: \\d{1,2}(?:er)?(?: (?:${MONTH})(?: \\d{4})?)?)?(?: au (?:soir|matin|petit matin))?|dans la (?:nuit|matinée|soirée)(?: de ${WEEKDAY} à ${WEEKDAY}| de ${WEEKDAY})?|au (?:premier|deuxième|troisième|quatrième) trimestre|l’(?:été|hiver|automne|an) dernier|(?:depuis|dès) le \\d{1,2}(?:er)? (?:${MONTH})(?: \\d{4})?)(?![\\p{L}])`,
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

/** « La ministre de la Santé, Hélène Roy, a présenté »: who is told by the office, the name may go. */
const NAMED = new RegExp(
  `^((?:L[ea]\\s|L’)[^,;:⟦]{3,90}),\\s(${NAME})(?:\\s\\([^)]*\\))?(?:,\\s\\d+\\sans)?,\\s(?=(?:a|ont|est|sera|n’a|n’est|s’est|va|doit)\\s)`,
  'u',
);
/** What hangs on a finished clause and is told of something else in it: its « ne » and « sans » do not touch the clause. */
const HANGING =
  /(?:^|,)\s?(?:(?:après|au lendemain|sans faire|alors que|tandis que)\s|quelques\s\p{Ll}+\s(?:après|avant)\s|\p{Ll}{3,}ant\s|(?:l[ea]s?\s|l’)[^,]{3,40}?\s\p{Ll}{3,}ant\s)[^]*$/u;
const DENIED = /(?<![\p{L}])(?:démen\p{L}+|contest\p{L}+|nie(?:nt)?|nié|réfut\p{L}+|rejett?\p{L}+)(?![\p{L}])/u;
/** « a rappelé son ambassadeur et donné 72 heures »: a second participle under the same auxiliary. */
const SECOND_VERB =
  /^([^,;:]{3,60}?\s(?:a|ont)\s\p{Ll}+(?:é|i|u|is|it|t)\s[^,;:]+?)\set\s(?:\p{Ll}+\s)?\p{Ll}+(?:é|i|u|is|it)\s(?:l[ea]s?\s|l’|une?\s|des\s|de\s|à\s|\d|son\s|sa\s|ses\s)[^]*$/u;
/** What touches the clause wherever it stands. */
const STRONG =
  /(?<![\p{L}])(?:mais|sauf|sous réserve|à condition|toutefois|cependant|selon|d’après|présumée?s?|sursis|\p{Ll}+rai(?:t|ent))(?![\p{L}])/iu;
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
  const short = [...new Set([lean, lean.replace(PLACE_FIRST, ''), leaner(statement, true)])].map((text) =>
    raised(text).replace(BY_KIND, '$1'),
  );
  const forms = short.flatMap((text) => {
    const inTense = presentOf(`${text}.`).replace(/\.$/u, '');
    const present = isClause(inTense) ? inTense : text;
    const verbal = [present, ...ends(present), ...ends(text).map((form) => presentOf(`${form}.`).replace(/\.$/u, ''))].filter(
      (form) => isClause(form),
    );
    return [
      ...verbal,
      ...passive(text).flatMap(({ form, least }) => [form, ...ends(form).filter((end) => end.length >= least)]),
      ...acted(text),
      ...measured(text),
      ...denial(present),
    ];
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
function leaner(text: string, byName = false): string {
  const careless = (found: string): string => (CAUTION.test(found) ? found : '');
  return text
    .replace(/\s\([^()]*\)/gu, careless)
    .replace(TIME, '')
    .replace(/((?:\sa|\sont)\s\p{Ll}+(?:é|i|u|is|it|t)),(?=\s(?:l[ea]s?\s|l’|une?\s|des\s|\d))/u, '$1')
    .replace(
      /,\s(?:au|aux|en|à|par|avec|devant|dans|lors|\p{Ll}+(?:é|ée|és|ées|ie?s?|ue?s?)|\d+ ans)(?:\s(?:[^,;:]|,\d)*)?,\s(?=(?:a|ont|est|sont|s’est|se sont|l[ea]s?|des|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d[\d\s]*)\s|l’|n’)/gu,
      (found) => (CAUTION.test(found) ? found : ' '),
    )
    .replace(NAMED, byName ? '$2 ' : '$1 ')
    .replace(SECOND_VERB, (found, head: string) => (mayGo(found.slice(head.length)) ? head : found))
    .replace(/^((?:L[ea]\s|L’)[^,;:]{3,50}?)\squi\s[^,;:]*\s(?=(?:ne|a|est|sera|s’est)\s|n’)/u, (found, subject: string) =>
      CAUTION.test(found.slice(subject.length)) ? found : `${subject} `,
    )
    .replace(/((?:a|ont)\s\p{Ll}+(?:é|i|u|is|it))\savec\s\d[^,;:]*?(?=\s(?:l[ea]s?\s|l’))/u, '$1')
    .replace(/\s{2,}/gu, ' ');
}

/** « … ont été appelés à évacuer » → « … appelés à évacuer ». */
function passive(text: string): { form: string; least: number }[] {
  const match = /^([^,;:]{3,90}?)\s(?:a|ont)\sété\s(\p{Ll}+(?:é|i|u|is|it|t)e?s?\s[^]*)$/u.exec(text);
  if (!match?.[1] || !match[2] || /\squi\s|\set\s/u.test(match[1])) return [];
  const counted = /^(?:\p{Lu}\p{Ll}+(?:\sde)?\s)?\d[\d\s]*\s\p{Ll}+(?=\s(?:de|du|des)\s)/u.exec(match[1])?.[0];
  const bare = /^(?:Une?|Des)\s(.+)$/u.exec(match[1])?.[1];
  return [match[1], ...(bare === undefined ? [] : [raised(bare)]), ...(counted === undefined ? [] : [counted])].map(
    (subject) => ({ form: `${subject} ${match[2]}`, least: subject.length + 1 + (match[2]?.indexOf(' ') ?? 0) }),
  );
}

/** « S a adopté le projet » → « Le projet adopté », « Le projet adopté par S ». */
function acted(text: string): string[] {
  const asked =
    /^(?:Le parquet|L’avocate? générale?|Le procureur|La procureure)[^,;:]{0,40}\sa\srequis\s((?:\d+|une?|\p{Ll}+)\s(?:mois|ans?)\s[^;:]+?)(?=\s?,?\scontre\s|$)/u.exec(
      text,
    )?.[1];
  if (asked !== undefined)
    return [asked, asked.replace(/,?\set\s\d[^,]*\sd’amende$/u, '')].map(
      (term) => `${raised(term)}${term.includes(',') ? ',' : ''} requis`,
    );
  const match = new RegExp(`^([^,;:]{3,60}?)\\s(?:a|ont)\\s(${ACTED})\\s(l[ea])\\s([^,;:]+)`, 'u').exec(text);
  const [, subject = '', participle = '', article = '', rest = ''] = match ?? [];
  if (rest === '' || /(?<![\p{L}])(?:ne|qui|que)(?![\p{L}])|n’/u.test(subject)) return [];
  const agreed = article === 'la' ? `${participle}e` : participle;
  const object =
    rest.split(
      /\s(?:qui|que|dont|où|pour|afin|avec|lors|dans|contre|par|à\s(?:verser|payer|rembourser|indemniser))\s|\sd’un montant\s/u,
    )[0] ?? rest;
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
    /\s?;\s|,\s|\s(?=(?:pour|avec(?!\ssursis)|lors|après|avant|dans|par|devant|contre|à l’appel|alors que|tandis que|au sujet|au moyen|en raison|en battant|selon laquelle|sous|grâce|afin|via|qui|où)\s)|\s(?=\p{Ll}+(?:é|ée|és|ées|ie?s?|ue?s?)\s(?:de|d’|par|en|à|au|aux|dans|sur|depuis|pour)\s)|\s(?=(?:de\sla|du|de\sl’|des)\s?\p{Ll}[\p{L}-]*$)/gu;
  for (const match of text.matchAll(boundary)) {
    const head = text.slice(0, match.index);
    const tail = text.slice(match.index);
    if (!mayGo(tail) || UNFINISHED.test(head)) continue;
    // « la carte des 64 collèges de l’académie »: the last of two complements may go, not the only one.
    if (/^\sd(?:e|u|es)\s/u.test(tail) && !/\sd(?:e|u|es)\s[^,]*$|\sd’[^,]*$/u.test(head.split(/\s(?=l[ea]s?\s)/u).at(-1) ?? ''))
      continue;
    if (
      /\s(?:et|ou|de|du|des|d’|la|le|les|un|une|à|au|en|été|a|ont|est|sont|était|sera|seront|avoir|être|s’est|se sont|plus|pas|également|dément|démentent)$/u.test(
        head,
      ) ||
      /\set,?[^,]*,[^,]*$|,\s(?:(?:quelques|une?|deux|trois|peu|l[ea]s?)(?:\s\p{Ll}+)?|\p{Ll}+(?:é|ée|és|ées|ie?s?|ue?s?))$/u.test(
        head,
      )
    )
      continue;
    if (/\s(?:une|l’|cette) (?:information|affirmation)$/u.test(head) || !/\s/u.test(head.trim())) continue;
    found.push(head);
  }
  return found.toReversed();
}

/** « une réforme des urgences dotée de 780 millions d’euros » → « Réforme des urgences : 780 millions d’euros »; « La tempête a fait deux morts » → « Tempête : deux morts ». */
function measured(text: string): string[] {
  const funded =
    /^[^,;:]{3,60}\s(?:a|ont)\s(?:présenté|dévoilé|annoncé|lancé|adopté)\s(?:une?|l[ea]|des)\s([^,;:]{8,50}?)\s(?:dotée?s?|d’un montant|d’un coût)\s(?:de\s|d’)((?:\p{Ll}+\s){0,2}\d[^,;:]*)/u.exec(
      text,
    );
  const toll =
    /^(?:L[ea]\s|L’)([^,;:]{4,40}?)\sa\sfait\s((?:(?:au moins|plus de|près de|quelque)\s)?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)\s(?:morts?|blessés?|victimes?|disparus?)[^;:]*)$/u.exec(
      text,
    );
  const [, subject = '', measure = ''] = funded ?? toll ?? [];
  if (measure === '' || /(?<![\p{L}])(?:qui|que|ne)(?![\p{L}])/u.test(subject)) return [];
  const shorter = /^(.+?)\ssur\s\S+\sans?$/u.exec(measure)?.[1];
  const first = toll ? /^(.+?morts?)(?=,|\set\s)/u.exec(measure)?.[1] : undefined;
  return [measure, ...(shorter === undefined ? [] : [shorter]), ...(first === undefined ? [] : [first]), ...ends(measure)].map(
    (amount) => `${raised(subject)} : ${amount}`,
  );
}

/** Nothing that is cut away makes the clause before it less sure. */
function mayGo(tail: string): boolean {
  if (STRONG.test(tail.replace(/^\sselon laquelle\s[^]*$/u, ''))) return false;
  const rest = tail.replace(HANGING, '').replace(/^\sselon laquelle\s[^]*$/u, '');
  return !CAUTION.test(rest) && !DENIED.test(rest);
}

/** A verb of its main clause, and something after it or a participle: « Le groupe, dont le siège est à A. » has none. */
function isClause(text: string): boolean {
  const verb = new RegExp(`${VERB.source}|\\s(?:s’est|se sont|s’élève(?:nt)?|ne)\\s|\\sn’`, 'u').exec(`${text} `);
  return verb !== null && !/(?<![\p{L}])(?:qui|que|dont|où)\s|,[^,]*$/u.test(text.slice(0, verb.index));
}
