/** More orders of the same words: a time put first, a participle moved across its noun, two clauses that change places. */
import { DETACHED, lowered, MONTH, NAME, OF_THE_DAY, raised, startsFinite, WEEKDAY } from './grammar.ts';

const HOUR = '(?:\\s(?:à|vers)\\s(?:\\d{1,2}\\s?(?:heures?|h)(?:\\s?\\d{2})?|midi|minuit))?';
const TIME =
  `(?:(?:depuis|dès|d’ici à|jusqu’en|jusqu’au|à compter du|avant le|après le|d’ici au)\\s)?(?:le\\s|la\\s|l’)?` +
  `(?:(?:${WEEKDAY}\\s)?(?:1er|\\d{1,2})\\s${MONTH}(?:\\s\\d{4})?|${WEEKDAY}(?:\\s(?:matin|soir|midi|après-midi|dernier|prochain))?|${MONTH}\\s\\d{4})${HOUR}` +
  `|(?:depuis|dès|d’ici à)\\s(?:l’an dernier|l’été dernier|${MONTH}(?!\\s\\d)|le printemps(?:\\s\\d{4})?|l’automne(?:\\s\\d{4})?|\\d{4})|en\\s\\d{4}|en\\s${MONTH}(?:\\s\\d{4}|(?!\\s\\d))|l’(?:an|été|hiver|automne) (?:dernier|prochain)|au (?:premier|deuxième|troisième|quatrième) trimestre(?:\\s\\d{4})?`;
const TWO_CIRCUMSTANCES = new RegExp(`^((?:En|À|Au|Dans|Lors)\\s[^,;:⟦]{2,40}), (${TIME}), ([^⟦]+)$`, 'u');
const TIMES = new RegExp(`\\s(${TIME})(?=[\\s,.])`, 'gu');
const FINITE =
  /\s(?:a|ont|est|sont|s’est|était|étaient|avait|avaient|n’a|n’ont|n’est|ne|doit|doivent|devait|devrait|aura|auront|sera|seront|serait|seraient|\p{Ll}{3,}(?:ra|ront|rait|raient|ait|aient)|prévoit|attend|vise|réclame|menace|expérimente|publie|emploie|compte)\s/u;
/** Before such a word the time belongs to it, not to the sentence. */
const BOUND =
  /(?:\p{Ll}(?:é|ée|és|ées|ue?s?|ie?s?|erte?s?|ites?|ises?|eintes?)|prévue?s?|de|du|des|à|au|entre|et|ou|jusqu’|celui|celle|rentrée|séance|nuit|réunion|contre|depuis|dès|avant|après|que)$/u;

/** « a démenti le départ du manager le 30 juin »: the day may be that of the departure. */
const OF_WHAT_IS_TOLD =
  /\s(?:(?:a|ont)\s(?:aussi\s|également\s|déjà\s)?(?:annoncé|démenti|confirmé|promis|évoqué|réclamé|demandé|prévu|proposé|exigé|validé|programmé|obtenu|dénoncé|salué|exclu|contesté|accepté|refusé)|annoncent?|dément|démentent|confirment?|promet|promettent|évoquent?|réclament?|demandent?|proposent?|exigent?|exclut|excluent|menacent?|prévoi(?:t|ent)|attend(?:ent)?|visent?|envisag\p{Ll}+|comptent?|espèrent?|souhaitent?|veut|veulent)\s\S|\s(?:de\s|d’|à\s)\p{Ll}+(?:er|ir|re)(?=\s)/u;

export interface Timed {
  time: string;
  /** The sentence without it, with its full stop, first letter as it was. */
  rest: string;
}

/** The one time that tells when the whole sentence happens, and the sentence without it; null where that is not plain. */
export function timeOf(sentence: string): Timed | null {
  if (
    /[;:⟦–]/u.test(sentence) ||
    /^(?:Selon|D’après|En|À|Au|Depuis|Dès|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Le \d|Lors|Après|Avant|Entre)\s/u.test(
      sentence,
    )
  )
    return null;
  const found = [...sentence.matchAll(TIMES)];
  const [match] = found;
  const time = match?.[1];
  if (found.length !== 1 || !match || !time) return null;
  const before = sentence.slice(0, match.index);
  const after = sentence.slice(match.index + match[0].length);
  if (!FINITE.test(`${before} `) || /(?<![\p{L}])(?:qui|que|qu’|dont|où|si|pour|afin|lorsque|quand|et)(?![\p{L}])/u.test(before))
    return null;
  const auxiliary = /\s(?:est|sont|sera|seront|a|ont|avait|était|doit être|devait être)\s(?:\p{Ll}+\s)?\p{Ll}+$/u.test(before);
  if (/\s(?:fin|début|milieu)$/u.test(before)) return null;
  if ((BOUND.test(before) && !auxiliary) || OF_WHAT_IS_TOLD.test(before)) return null;
  if ((before.match(/,/gu) ?? []).length % 2 === 1) return null;
  if (/^\s(?:et|ou|de|du)\s/u.test(after) || OF_THE_DAY.test(after.trimStart())) return null;
  if (after.startsWith(',') && !DETACHED.test(after.slice(1).trimStart())) return null;
  const rest = `${before}${after}`.replace(/\s+([.,])/gu, '$1');
  return rest.split(' ').length < 4 ? null : { time, rest };
}

/** « Lémantec publiera ses résultats le 26 février. » → « Le 26 février, Lémantec publiera ses résultats. » */
export function timeFirst(sentence: string): string | null {
  const timed = timeOf(sentence);
  const clause = timed ? lowered(timed.rest) : null;
  return timed && clause !== null ? `${raised(timed.time)}, ${clause}` : null;
}

const PARTICIPLE =
  '(?:(?!qui |puis |mais |depuis |ainsi |aussi |parmi |plus |tous |sous |issus? )\\p{Ll}{2,}(?:ée?s?|ie?s?|ue?s?|its?|ites?|ises?|erte?s?|eints?|eintes?))';
/** One noun and no other that the participle could belong to, or a name. */
const ONE_NOUN = `(?:(?:[Ll][ea]s?\\s|[Ll]’|[Uu]ne?\\s|[Ss](?:on|a|es)\\s)\\p{Ll}[\\p{L}-]+(?:\\s(?!de|du|des|en|à|au|aux|et|ne|se)\\p{Ll}+)?|${NAME})`;
const INNER = new RegExp(`^(${ONE_NOUN}), (${PARTICIPLE}\\s[^,;:⟦]+), (?!qui|dont|et)([^⟦]+)$`, 'u');
const OUTER = new RegExp(
  `^(${PARTICIPLE.replace('\\p{Ll}{2,}', '\\p{Lu}\\p{Ll}+')}\\s[^,;:⟦]+), (${ONE_NOUN})\\s((?:n’|ne\\s)?(?:a|ont|est|sont|avait|avaient|était|étaient|\\p{Ll}{3,}(?:ra|ront|rait|raient))\\s[^⟦]+)$`,
  'u',
);

const OTHER_PARTICIPLE = /^\p{Ll}+(?:ée?s?|ie?s?|ue?s?|ise?s?|ite?s?)\s[^,]*,/u;

/** « Le forfait, vendu 189 euros, sera ramené… » ↔ « Vendu 189 euros, le forfait sera ramené… ». */
export function participleMoved(sentence: string): string | null {
  const inner = INNER.exec(sentence);
  if (inner?.[1] && inner[2] && inner[3]) {
    // « découvert par un amateur, Paul Vigouroux, n’a pas… »: what follows the comma must be the subject's verb.
    if (!startsFinite(inner[3]) || OTHER_PARTICIPLE.test(inner[3])) return null;
    const subject = lowered(inner[1]);
    return subject === null ? null : `${raised(inner[2])}, ${subject} ${inner[3]}`;
  }
  const outer = OUTER.exec(sentence);
  if (!outer?.[1] || !outer[2] || !outer[3]) return null;
  return `${raised(outer[2])}, ${outer[1].charAt(0).toLowerCase()}${outer[1].slice(1)}, ${outer[3]}`;
}

/** « A, tandis que B. » → « Tandis que B, A. » */
export function contrastFirst(sentence: string): string | null {
  const [, main, word, clause] = /^([^,;:⟦]+), (tandis que |tandis qu’|alors que |alors qu’)([^,;:⟦]+)\.$/u.exec(sentence) ?? [];
  if (!main || !word || !clause || /(?<![\p{L}])(?:ils?|elles?|sons?|sa|ses|leurs?|y|en)(?![\p{L}])/u.test(clause)) return null;
  const lower = lowered(main);
  return lower === null ? null : `${raised(word)}${clause}, ${lower}.`;
}

/** « En demi-finale, le 23 avril, X affrontera… » → « Le 23 avril, en demi-finale, X affrontera… ». */
export function circumstancesSwapped(sentence: string): string | null {
  const match = TWO_CIRCUMSTANCES.exec(sentence);
  const [, one, two, rest] = match ?? [];
  return one && two && rest ? `${raised(two)}, ${one.charAt(0).toLowerCase()}${one.slice(1)}, ${rest}` : null;
}
