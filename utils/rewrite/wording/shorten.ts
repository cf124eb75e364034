/** A shorter sentence that says less, never something else: asides go, cautions stay. */
import { isImpersonal } from '../../french/impersonal.ts';
import { DAY, lowered, raised } from './grammar.ts';

/** What must never be cut away with a clause. */
const CAUTION =
  /\b(?:mais|sans|sauf|sous réserve|toutefois|cependant|pourtant|selon|d’après|présum|supposé|ne|pas|aucun|jamais|rien|\p{Ll}+rai(?:t|ent))\b|n’/u;

/** Drops brackets, relative clauses between commas and a last « , où… » when they carry no caution. Never under 6 words. */
export function shortened(sentence: string): string {
  const stop = /[.!?…]$/u.exec(sentence)?.[0] ?? '';
  let text = stop === '' ? sentence : sentence.slice(0, -stop.length);
  text = accepted(text, text.replace(/\s\([^()\d]*\)/gu, ''), /\([^()\d]*\)/gu);
  // The comma of « 1,2 million » ends no clause.
  text = withoutClause(text, /,\s(?:qui|où|pour qui|au sein duquel|au sein de laquelle)\s(?:[^,;:⟦]|,(?=\d))+,(?!\d)/u);
  text = withoutClause(text, /,\s(?:où|qui)\s(?:[^,;:⟦]|,(?=\d))+$/u);
  text = text.replace(/\s(?:toutefois|également|en outre|cependant|par ailleurs|quant à lui|quant à elle)(?=\s)/gu, '');
  text = text.replace(/,\s(?:lui|elle|eux|de son côté|de leur côté|quant à lui|quant à elle),/gu, '');
  text = text.replace(/\s(?:toutefois|cependant)(?=,)/gu, '');
  return `${text}${stop}`;
}

function withoutClause(text: string, clause: RegExp): string {
  const match = clause.exec(text);
  const found = match?.[0];
  if (found === undefined || CAUTION.test(found)) return text;
  const before = text.slice(0, match?.index ?? 0);
  // One comma stays where the clause stood between two parts of the sentence, none between a subject and its verb.
  const keeps =
    found.endsWith(',') && (/^(?:Selon|D’après)\s/u.test(before) || /\s(?:a|ont|est|sont|sera|seront|était)\s/u.test(before));
  const cut = text
    .replace(clause, keeps && !/^\s(?:et|ou)\s/u.test(text.slice((match?.index ?? 0) + found.length)) ? ',' : '')
    .replace(/\s{2,}/gu, ' ');
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
  /(?<![\p{L}’-])(?:ces|cet|cette|y|celui-ci|celle-ci|ceux-ci|ce dernier|cette dernière|d’ici là|là-bas|d’entre eux|d’entre elles|l’intéressée?|ce point|ce projet|ce bâtiment|ce chiffre|ce texte)(?![\p{L}-])/iu;
/** « le conteste », « ne l’a pas confirmée »: an object pronoun. */
const BY_HIM = /(?:[Ss]elon|[Dd]’après|[Pp]our)\s(?:lui|elle|eux|elles|ses|son|sa)(?![\p{L}])/u;
const PRONOUN_EN = /(?<![\p{L}’-])en\s(?:a|ont|avait|avaient|est|sont|aurait|serait|\p{Ll}+(?:ait|aient|rait|ra|ront))\s/u;
const OBJECT =
  /(?:\s|^)(?:le|la|les)\s(?:conteste|contestent|dément|démentent|nie|nient|confirme|confirment|répète)\b|\bne\s(?:l’|le\s|la\s|les\s)|\bl’(?:a|ont|avait)\s(?!annoncé|confirmé|révélé|affirmé|assuré|fait|indiqué|précisé)|\sl’(?!extrait|attrait)\p{Ll}{3,}(?:ait|aient)(?![\p{L}])/u;

/** True when the sentence (masked) can be read away from the one before it. */
export function standsAlone(sentence: string): boolean {
  if (ANOTHERS_VOICE.test(sentence)) return false;
  if (isImpersonal(sentence)) return !LEANS_ANYWHERE.test(sentence) && !BY_HIM.test(sentence);
  if (
    LEANS_AT_START.test(sentence) ||
    LEANS_ANYWHERE.test(sentence) ||
    OBJECT.test(sentence) ||
    PRONOUN_EN.test(sentence) ||
    BY_HIM.test(sentence)
  )
    return false;
  // « Selon le staff médical, il souffrirait… »: the pronoun has nobody before it.
  if (/^(?:Selon|D’après|Pour|À|Au|En|Dans|Après|Sur)\s[^,]*,\s(?:il|elle|ils|elles)\s/u.test(sentence)) return false;
  return (
    !/(?<![\p{L}])(?:il|elle)\s(?:a|est|aurait|serait|avait)\b/u.test(sentence.split(/[,;:]/u)[0] ?? '') || /^⟦/u.test(sentence)
  );
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

/** « a annoncé » → « annonce »: the tense of headlines and points. Null when the first verb is not one we know. */
export function inPresent(sentence: string): string | null {
  const match = PAST.exec(sentence);
  const [whole, subject, auxiliary, participle] = match ?? [];
  if (whole === undefined || !subject || !participle || /\b(?:qui|que|dont|où|ne)\b|n’/u.test(subject)) return null;
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
