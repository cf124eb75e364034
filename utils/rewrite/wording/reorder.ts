/** A sentence in another order, by rules that move words and change none: day first, relative clause apart, name first. */
import { DAY, FINITE, MONTH, NAME, STARTS_FINITE, lowered, pronounFor, raised } from './grammar.ts';

const AUX = '(?:a|ont|est|sont|s’est|se sont|était|étaient|avait|avaient)';
const DAY_AFTER_VERB = new RegExp(
  `^([^;:⟦]+?\\s${AUX}(?:\\s\\p{Ll}+)?\\s\\p{Ll}+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ert|erts))\\s(${DAY}),?\\s(?!soir|matin|midi|après-midi|dernier|prochain)(.+)$`,
  'u',
);
const HOLDS_FINITE = new RegExp(`\\s${FINITE}\\s`, 'u');
const SECOND_CLAUSE = new RegExp(
  `^((?:une?|l[ea]s?|l’|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)\\s?[^,;:]{3,40}?)\\s${FINITE}\\s`,
  'u',
);
const ROLE_THEN_NAME = new RegExp(`^((?:Le|La|L’|Son|Sa)\\s?)([^,;:⟦]{3,80}), (${NAME}), (?!qui|dont)(.+)$`, 'u');

/** « Le parquet a requis mardi trois ans » → « Mardi, le parquet a requis trois ans »; null where the shape is another. */
export function dayFirst(sentence: string): string | null {
  const match = DAY_AFTER_VERB.exec(sentence);
  const [, before, day, after] = match ?? [];
  if (
    !before ||
    !day ||
    !after ||
    (before.match(/,/gu) ?? []).length % 2 === 1 ||
    /\b(?:qui|que|qu’|dont|où|laquelle|lequel)\b/u.test(before)
  )
    return null;
  // A clause of its own behind the day (« mardi et… ») would be left hanging; one already begun with a circumstance stays.
  if (/^(?:et|ou|à|vers|dernier|prochain|\d)/u.test(after) || /^(?:En|À|Au|Dans|Selon|D’après|Après|Entre|Pour)\s/u.test(before))
    return null;
  const subject = lowered(before);
  if (subject === null) return null;
  const needsComma = /^dans un|^lors|^par\s\d/u.test(after) && /,/u.test(after) ? ',' : '';
  return `${raised(day)}, ${subject}${needsComma} ${after}`;
}

/** Cuts a sentence in two where each half stands: at a semicolon, at « , et », around a relative clause. */
export function inTwo(sentence: string): [string, string] | null {
  return atSemicolon(sentence) ?? atRelative(sentence) ?? atAnd(sentence) ?? atSecondVerb(sentence);
}

function atSemicolon(sentence: string): [string, string] | null {
  const parts = sentence.split(/\s?;\s/u);
  const [left, right] = parts;
  if (parts.length !== 2 || !left || !right || /[«(]/u.test(sentence) || !startsClause(right)) return null;
  // « Selon X, A ; B serait… »: the second conditional leans on the same source.
  if (/^(?:Selon|D’après|Pour)\s/u.test(left) && /rai(?:t|ent)\b/u.test(right)) return null;
  if (/,\s(?:selon|d’après|a\s\p{Ll}+é)\s[^,;]+\.?$/u.test(right)) return null;
  return [ended(left), ended(raised(right))];
}

const RELATIVE = /^((?:La\s|Le\s|L’|M\.\s|Mme\s)[^,;:⟦]{3,60}), qui ([^,;⟦]+), ([^⟦]+)$/u;

function atRelative(sentence: string): [string, string] | null {
  const [, subject, clause, main] = RELATIVE.exec(sentence) ?? [];
  if (!subject || !clause || !main || sentence.split(' ').length < 13) return null;
  if (!STARTS_FINITE.test(main)) return null;
  if (/\b(?:et|que|qu’)\b/u.test(clause)) return null;
  const pronoun = pronounFor(subject);
  if (pronoun === null) return null;
  return [ended(`${subject} ${clause}`), ended(`${pronoun} ${main}`)];
}

function atAnd(sentence: string): [string, string] | null {
  if (sentence.split(' ').length < 13) return null;
  for (const match of sentence.matchAll(/,?\set\s/gu)) {
    const left = sentence.slice(0, match.index);
    const right = sentence.slice(match.index + match[0].length);
    if (/\b(?:qui|que|qu’|dont|où|si|comme|lorsque|quand|entre|⟦)\b/u.test(left) || /[(:⟦]/u.test(left)) continue;
    if (!HOLDS_FINITE.test(left) || left.split(' ').length < 6) continue;
    if (/^(?:Selon|D’après|Pour)\s/u.test(left)) continue;
    const clause = SECOND_CLAUSE.exec(right);
    if (!clause?.[1] || /\b(?:qui|que|dont|où|à|de)$/u.test(clause[1])) continue;
    return [ended(left), ended(raised(right))];
  }
  return null;
}

const SECOND_VERB =
  /^((?:L[ae]\s|L’|Une?\s)[^,;:⟦]{2,60}?)\s((?:\p{Ll}+(?:ra|rait)|a|est|cite|dispose|compte|évoque|prévoit|souligne|annonce)\s[^;:⟦]{12,}?)\s(?:et|mais)\s((?:affirme|assure|estime|indique|précise|ajoute|prévoit|réclame|dénonce|demande|emploiera|s’appuie|a\s\p{Ll}+é|\p{Ll}{3,}era|\p{Ll}{3,}erait)\s.+)$/u;

/** « Le rapport cite deux personnes et affirme que… » → two sentences, the second with its pronoun. */
function atSecondVerb(sentence: string): [string, string] | null {
  const [, subject, first, second] = SECOND_VERB.exec(sentence) ?? [];
  if (!subject || !first || !second || sentence.split(' ').length < 17 || /\smais\s/u.test(sentence)) return null;
  if (/\b(?:qui|que|qu’|dont|où|si)\b/u.test(`${subject} ${first}`)) return null;
  const pronoun = pronounFor(subject);
  return pronoun === null ? null : [ended(`${subject} ${first}`), ended(`${pronoun} ${second}`)];
}

const EARLY_DATE = new RegExp(
  `^((?:En (?:\\d{4}|${MONTH})|${raisedDays()}(?:\\s(?:matin|soir|midi|après-midi))?)), ([^,;:⟦]+?\\s(?:a|ont)\\s\\p{Ll}+(?:é|i|u|it|is|ert))\\s(.+)$`,
  'u',
);

function raisedDays(): string {
  return '(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche)';
}

/** « En novembre, X a déclaré que… » → « X a déclaré en novembre que… ». */
export function dateInside(sentence: string): string | null {
  const [, date, before, after] = EARLY_DATE.exec(sentence) ?? [];
  if (!date || !before || !after || /\b(?:qui|que|dont|où)\b/u.test(before)) return null;
  return `${raised(before)} ${date.charAt(0).toLowerCase()}${date.slice(1)} ${after}`;
}

/** « En réponse aux questions…, X a déclaré P. » → « X a déclaré P, en réponse aux questions… ». */
export function circumstanceLast(sentence: string): string | null {
  const match = /^((?:En réponse|À l’occasion|Lors|Au cours|À l’issue|Dans un)[^,;:⟦]*), (l[ea]s?\s[^;:]+)\.$/u.exec(sentence);
  const [, circumstance, main] = match ?? [];
  if (!circumstance || !main) return null;
  return `${raised(main)}, ${circumstance.charAt(0).toLowerCase()}${circumstance.slice(1)}.`;
}

const SAYS_THAT =
  /^((?:L[ea]s?\s|L’|Une?\s)[^,;:⟦]{2,60}?)\s((?:a|ont|aurait|auraient)\s(?:déclaré|affirmé|indiqué|assuré|expliqué|estimé|précisé|annoncé|rappelé)|affirme|affirment|estime|estiment|assure|assurent|indique|indiquent)\s(?:que\s|qu’)([^⟦;:]+)\.$/u;

/** « Les sources auraient déclaré que P. » → « P, auraient déclaré les sources. », where the tenses allow it. */
export function sayingLast(sentence: string): string | null {
  const [, subject, verb, clause] = SAYS_THAT.exec(sentence) ?? [];
  if (!subject || !verb || !clause) return null;
  // Indirect speech in the past has shifted its tenses; a pronoun may mean the speaker.
  if (
    /(?<![\p{L}])(?:il|elle|ils|elles|se|s’)(?![\p{L}])/u.test(clause) ||
    /(?<![rR])(?:ait|aient)\b/u.test(clause.replace(/\p{L}+r(?:ait|aient)\b/gu, ''))
  )
    return null;
  const source = lowered(subject);
  return source === null ? null : `${raised(clause)}, ${verb} ${source}.`;
}

/** « La procureure de X, NOM, a ouvert… » → « NOM, procureure de X, a ouvert… », for names known to be persons. */
export function nameFirst(sentence: string, isPerson: (name: string) => boolean): string | null {
  const match = ROLE_THEN_NAME.exec(sentence);
  const [, article, role, name, after] = match ?? [];
  if (!article || !role || !name || !after || !isPerson(name)) return null;
  const determiner = /^S/u.test(article) ? article.toLowerCase() : '';
  return `${name}, ${determiner}${role}, ${after}`;
}

function startsClause(text: string): boolean {
  const numeral = /^(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)/u.test(text);
  if (numeral) return !/^\S+\s(?:ont|sont|étaient|avaient|d’|seront)\b/u.test(text) && !/^\d/u.test(text);
  return /^(?:l[ea]s?\s|l’|une?\s|des\s|aucune?\s|nous\s|il\s|elle\s|\p{Lu})/u.test(text);
}

function ended(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
