/** A sentence in another order, by rules that move words and change none: day first, relative clause apart, name first. */
import { DAY, DETACHED, HOLDS_FINITE, MONTH, NAME, OF_THE_DAY, lowered, pronounFor, raised, startsFinite } from './grammar.ts';

const AUX = '(?:a|ont|est|sont|s’est|se sont|était|étaient|avait|avaient)';
const DAY_AFTER_VERB = new RegExp(
  `^([^;:⟦]+?\\s${AUX}(?:\\s\\p{Ll}+)?\\s\\p{Ll}+(?:é|ée|és|ées|i|ie|is|ies|u|ue|us|ues|it|ert|erts))\\s(${DAY})(,?)\\s(.+)$`,
  'u',
);
const ROLE_THEN_NAME = new RegExp(`^((?:Le|La|L’|Son|Sa)\\s?)([^,;:⟦]{3,80}), (${NAME}), (?!qui|dont)(.+)$`, 'u');

/** « Le parquet a requis mardi trois ans » → « Mardi, le parquet a requis trois ans »; null where the shape is another. */
export function dayFirst(sentence: string): string | null {
  const match = DAY_AFTER_VERB.exec(sentence);
  const [, before, day, comma = '', after] = match ?? [];
  if (
    !before ||
    !day ||
    !after ||
    (before.match(/,/gu) ?? []).length % 2 === 1 ||
    /\b(?:qui|que|qu’|dont|où|laquelle|lequel)\b/u.test(before)
  )
    return null;
  // A clause of its own behind the day (« mardi et… ») would be left hanging; one already begun with a circumstance stays.
  if (OF_THE_DAY.test(after) || (comma !== '' && !DETACHED.test(after))) return null;
  if (/^(?:En|À|Au|Dans|Selon|D’après|Après|Entre|Pour)\s/u.test(before)) return null;
  const subject = lowered(before);
  return subject === null ? null : `${raised(day)}, ${subject}${comma} ${after}`;
}

/** Cuts a sentence in two where each half stands: at a semicolon, around a relative clause. */
export function inTwo(sentence: string): [string, string] | null {
  return atSemicolon(sentence) ?? atRelative(sentence);
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
  if (!startsFinite(main)) return null;
  if (/\b(?:et|que|qu’)\b/u.test(clause)) return null;
  const pronoun = pronounFor(subject);
  if (pronoun === null) return null;
  return [ended(`${subject} ${clause}`), ended(`${pronoun} ${main}`)];
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
  // Behind a clause of its own it would tell when or where that happens.
  if (!circumstance || !main || /(?<![\p{L}])(?:que|qu’|qui|dont|où|si)(?![\p{L}])|,/u.test(main)) return null;
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
  // « que les bulletins de sa liste ne seraient pas… »: of whom, only what stood before says.
  const verbAt = HOLDS_FINITE.exec(clause)?.index ?? clause.length;
  if (/(?<![\p{L}])(?:son|sa|ses|leurs?)(?![\p{L}])/u.test(clause.slice(0, verbAt))) return null;
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
