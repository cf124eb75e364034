/** A shorter sentence that says less, never something else: asides go, cautions stay. */
import { isImpersonal } from '../../french/impersonal.ts';
import { DAY, FINITE, HOLDS_FINITE, MONTH, WEEKDAY, lowered, raised, startsFinite } from './grammar.ts';

/** What must never be cut away with a clause. */
const CAUTION =
  /\b(?:mais|sans|sauf|sous réserve|toutefois|cependant|pourtant|selon|d’après|présum|supposé|ne|pas|aucun|jamais|rien|\p{Ll}+rai(?:t|ent))\b|n’/u;

/** Drops brackets, relative clauses between commas and a last « , où… » when they carry no caution. Never under 6 words. */
export function shortened(sentence: string): string {
  const stop = /[.!?…]$/u.exec(sentence)?.[0] ?? '';
  let text = stop === '' ? sentence : sentence.slice(0, -stop.length);
  text = accepted(text, text.replace(/\s\([^()\d]*\)/gu, ''), /\([^()\d]*\)/gu);
  text = withoutRelative(text);
  text = text.replace(/\s(?:toutefois|également|en outre|cependant|par ailleurs|quant à lui|quant à elle)(?=\s)/gu, '');
  text = text.replace(/,\s(?:lui|elle|eux|de son côté|de leur côté|quant à lui|quant à elle),/gu, '');
  text = text.replace(/\s(?:toutefois|cependant)(?=,)/gu, '');
  return `${text}${stop}`;
}

/** The comma of « 1,2 million » ends no clause. */
const CLAUSE = '(?:qui|où|pour qui|au sein duquel|au sein de laquelle)\\s((?:[^,;:⟦]|,(?=\\d))+)';
const MIDDLE = new RegExp(`^((?:(?:Selon|D’après)\\s[^,;:⟦]+, )?[^,;:⟦]+), ${CLAUSE},(?!\\d) ([^⟦]+)$`, 'u');
const OF_SOURCE = new RegExp(`^((?:Selon|D’après)\\s[^,;:⟦]+), ${CLAUSE}, ([^⟦]+)$`, 'u');
const LAST = new RegExp(`^([^⟦]+), ${CLAUSE}$`, 'u');

/** Without its relative clause where that is all that stands between a subject and its verb, behind a source, or last. */
function withoutRelative(text: string): string {
  const [, subject = '', clause = '', main = ''] = MIDDLE.exec(text) ?? [];
  if (clause !== '' && !CAUTION.test(clause) && startsFinite(main) && !/^(?:Selon|D’après)\s[^,]+$/u.test(subject))
    return atLeastSix(`${subject} ${main}`, text);
  const [, source = '', said = '', rest = ''] = OF_SOURCE.exec(text) ?? [];
  if (said !== '' && !CAUTION.test(said) && /^(?:l[ea]s?|une?|des)\s|^l’/u.test(rest))
    return atLeastSix(`${source}, ${rest}`, text);
  const [, before = '', last = ''] = LAST.exec(text) ?? [];
  return last !== '' && !CAUTION.test(last) ? atLeastSix(before, text) : text;
}

function atLeastSix(cut: string, text: string): string {
  return cut.split(' ').length >= 6 ? cut : text;
}

function accepted(text: string, cut: string, dropped: RegExp): string {
  return [...text.matchAll(dropped)].some((match) => CAUTION.test(match[0]) || /⟦/u.test(match[0])) ? text : cut;
}

/** Leaning words whose antecedent a sentence on its own would lose. */
const LEANS_AT_START =
  /^(?:Il|Elle|Ils|Elles|Ce|Cet|Cette|Ces|Cela|Ceci|Son|Sa|Ses|Leur|Leurs|Celui|Celle|Ceux|Celles|L’un|L’une|L’autre|Les autres|Mais|Et|Or|Ainsi|Pourtant|Toutefois|Cependant|Ensuite|Puis|Y|Interrogé|Entendue?|D’ici là|À la reprise|L’intéressée?|Ce dernier|Cette dernière|Tous|Toutes|Aussi|Autre|D’autres|Certains|Une partie|La moitié|(?:Après|Avant|Depuis|Là|Alors)(?=,))(?![\p{L}])/u;
/** Outside quotation marks a paper says neither « je » nor « vous »: an interview's answer, or its question. */
const ANOTHERS_VOICE = /(?<![\p{L}’-])(?:je|mon|ma|mes|vous|votre|vos)(?![\p{L}-])|(?<![\p{L}])[jJ]’/iu;
const LEANS_ANYWHERE =
  /^[^,]{0,40}\s(?:plus tard|plus tôt|auparavant),|(?<![\p{L}’-])(?:(?:ces|cet|cette)(?!\s(?:année|semaine|saison|période|nuit|été|hiver|automne|après-midi))|y|celui-ci|celle-ci|ceux-ci|ce dernier|cette dernière|d’ici là|là-bas|d’entre eux|d’entre elles|l’intéressée?|le lendemain|la veille|pourtant|en revanche|en effet|ensuite|alors(?! qu))(?![\p{L}-])|(?<![\p{L}’-])ce\s(?!qu[ie’]|dont|sont|sera|jour|matin|soir|week-end|mois)\p{Ll}/iu;
/** « le conteste », « ne l’a pas confirmée »: an object pronoun. */
const BY_HIM = /(?:[Ss]elon|[Dd]’après|[Pp]our)\s(?:lui|elle|eux|elles|ses|son|sa)(?![\p{L}])/u;
const PRONOUN_EN = /(?<![\p{L}’-])en\s(?:a|ont|avait|avaient|est|sont|aurait|serait|\p{Ll}+(?:ait|aient|rait|ra|ront))\s/u;
const OBJECT =
  /(?:\s|^)(?:le|la|les)\s(?:conteste|contestent|dément|démentent|nie|nient|confirme|confirment|répète)\b|\bne\s(?:l’|le\s|la\s|les\s)|\bl’(?:a|ont|avait)\s(?!annoncé|confirmé|révélé|affirmé|assuré|fait|indiqué|précisé)|\sl’(?!extrait|attrait)\p{Ll}{3,}(?:ait|aient)(?![\p{L}])/u;

/** « elle a requis », « avec lui », « la majorité de sa liste »: before the sentence's own verb nobody was named for them. */
const SUBJECT_PRONOUN = /(?<![\p{L}-])(?:ils?|elles?|lui|celui|ceux|celles?|(?:les|des|aux) autres)(?![\p{L}])/iu;
const POSSESSIVE = /(?<![\p{L}])(?:son|sa|ses|leurs?)\s/iu;
const WITH_HIM = /(?<![\p{L}])(?:avec|chez|contre|sur|à|par|devant|entre|pour|envers)\s(?:lui|eux|elles?)(?![\p{L}-])/u;
/** « une seconde doit s’ouvrir », « six sur dix envisagent »: of what, the sentence before says. */
const NOUN_LEFT_OUT = new RegExp(
  `(?:^|, )(?:(?:une?|l[ea]) (?:premi(?:er|ère)|seconde?|deuxième|troisième|autre)|(?:\\d+|deux|trois|quatre|cinq|six|sept|huit|neuf) sur (?:\\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)) (?:n’|ne |s’|se )?(?:${FINITE})\\s`,
  'iu',
);
/** « Le ministère dément. », « … n’a pas confirmé. »: what, the sentence before says. */
const OBJECT_LEFT_OUT =
  /^[^,;]*\s(?:dément|démentent|conteste|contestent|nie|nient|n’(?:a|ont)\s(?:pas|ni|jamais)\s(?:confirmé|infirmé|démenti|nié|contesté))\.$/u;

/** Nothing before the word could be what it stands for: no verb has had its subject yet. */
function leansOnNothing(sentence: string, word: RegExp): boolean {
  const match = word.exec(sentence);
  if (!match || isImpersonal(sentence.slice(match.index))) return false;
  const before = sentence.slice(0, match.index);
  return !HOLDS_FINITE.test(before) && !/\squ[e’]/u.test(before);
}

/** True when the sentence (masked) can be read away from the one before it. */
export function standsAlone(sentence: string): boolean {
  if (ANOTHERS_VOICE.test(sentence)) return false;
  if (isImpersonal(sentence)) return !LEANS_ANYWHERE.test(sentence) && !BY_HIM.test(sentence);
  if (WITH_HIM.test(sentence) || NOUN_LEFT_OUT.test(sentence) || OBJECT_LEFT_OUT.test(sentence)) return false;
  if (leansOnNothing(sentence, SUBJECT_PRONOUN) || leansOnNothing(sentence, POSSESSIVE)) return false;
  if (
    LEANS_AT_START.test(sentence) ||
    LEANS_ANYWHERE.test(sentence) ||
    OBJECT.test(sentence) ||
    PRONOUN_EN.test(sentence) ||
    BY_HIM.test(sentence)
  )
    return false;
  return true;
}

const PRESENT = new Map<string, [string, string]>([
  ['démenti', ['dément', 'démentent']],
  ['ouvert', ['ouvre', 'ouvrent']],
  ['requis', ['requiert', 'requièrent']],
  ['exclu', ['exclut', 'excluent']],
  ['promis', ['promet', 'promettent']],
  ['réduit', ['réduit', 'réduisent']],
  ['rejeté', ['rejette', 'rejettent']],
  ['reporté', ['reporte', 'reportent']],
  ['décrété', ['décrète', 'décrètent']],
]);
const REGULAR = new Set(
  'annoncé présenté bloqué adopté contesté dénoncé confirmé réclamé demandé voté approuvé lancé porté dévoilé publié refusé menacé condamné réaffirmé'.split(
    ' ',
  ),
);

const PAST = new RegExp(`^([^;:⟦]*?)\\s(a|ont)\\s(?:également\\s|aussi\\s)?(\\p{Ll}+)(?=[\\s,.])(?:\\s${DAY}(?![\\p{L}]))?`, 'u');

const PAST_TIME = new RegExp(
  `(?<![\\p{L}])(?:${WEEKDAY}|hier|il y a|depuis|l’an dernier|déjà|(?:en|fin|début) (?:${MONTH}|\\d{4})|${MONTH} \\d{4})(?![\\p{L}])`,
  'iu',
);

/** « a annoncé » → « annonce »: the tense of headlines and points. Null when the first verb is not one we know. */
export function inPresent(sentence: string): string | null {
  const match = PAST.exec(sentence);
  const [whole, subject, auxiliary, participle] = match ?? [];
  if (whole === undefined || !subject || !participle || /\b(?:qui|que|dont|où|ne)\b|n’/u.test(subject)) return null;
  // A time told before or after the verb may be past, and what it led to is.
  if (PAST_TIME.test(subject) || PAST_TIME.test(sentence.slice(whole.length)) || /(?<![\p{L}])avai(?:t|ent)\s/u.test(sentence))
    return null;
  // « P, a annoncé X »: that verb is the source's, not the subject's.
  if (/,$/u.test(subject)) return null;
  // « a annoncé qu’il ferait appel »: told in the past, the clause has its tense from it.
  if (/\s(?:que\s|qu’)[^]*\p{L}ai(?:t|ent)(?![\p{L}])/u.test(sentence.slice(whole.length))) return null;
  const plural = auxiliary === 'ont';
  const forms =
    PRESENT.get(participle) ??
    (REGULAR.has(participle) ? [participle.slice(0, -1).concat('e'), participle.slice(0, -1).concat('ent')] : null);
  if (!forms) return null;
  const base = forms[plural ? 1 : 0] ?? '';
  return `${subject} ${base}${sentence.slice(whole.length)}`;
}

/** A sentence made a clause: no full stop, small first letter; null where its capital cannot be judged. */
export function asClause(sentence: string): string | null {
  return lowered(sentence.replace(/[.]$/u, ''));
}

export function asSentence(clause: string): string {
  const text = raised(clause.trim());
  return /[.!?…⟧]$/u.test(text) ? (text.endsWith('⟧') ? `${text}.` : text) : `${text}.`;
}
