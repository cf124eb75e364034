/** Who says a plain statement: « Selon X, P. », « P, selon X. », « P, a annoncé X. », and the same said in another order. */
import { FINITE, WEEKDAY, cutAtCommas, lowered, raised } from './grammar.ts';

export interface Attributed {
  /** The statement without its attribution, without its full stop, first letter as inside a sentence. */
  statement: string;
  /** The source as a noun phrase: « le parquet », « Reuters ». */
  source: string;
  /** « selon », « d’après », « pour », or the verb: « a annoncé ». */
  word: string;
  /** « dimanche », '' = none. */
  when: string;
  place: 'front' | 'end';
}

const SAID =
  'annoncé|rapporté|précisé|indiqué|expliqué|affirmé|assuré|confirmé|révélé|fait savoir|estimé|relevé|noté|souligné|déclaré';
const FRONT = /^(Selon|D’après|Pour)\s(.+)$/u;
const END = /^(.+),\s(selon|d’après)\s(.+)$/u;
const END_VERB = new RegExp(
  `^(.+),\\s((?:a|ont)\\s(?:${SAID}))\\s(?:(${WEEKDAY}(?:\\s(?:matin|soir|midi|après-midi))?)\\s)?(.+)$`,
  'u',
);
/** After a front attribution, a segment that still belongs to the source. */
const OF_SOURCE =
  /^(?:qui|dont|cité|citée|cités|citées|consulté|consultée|révélé|révélée|publié|publiée|obtenu|obtenue|interrogé)\b/u;
/** A statement starts with its subject: anything else may be a second circumstance. */
const SUBJECT =
  /^(?:en\s(?:\d{4}|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre),|l[ea]s?\s|l’|un\s|une\s|des\s|quelque|près de|environ|plus de|son\s|sa\s|ses\s|aucun|il\s|elle\s|ils\s|elles\s|\d|\p{Lu}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)/u;

/** « Selon une enquête auprès de 520 médecins, six sur dix… », « selon le maire, sa commune… »: the source says of whom. */
const LEANS_ON_SOURCE = /^(?:\p{L}+ sur \p{L}+|il|elle|ils|elles)\s|(?<![\p{L}])(?:son|sa|ses|leurs?)\s/u;
/** The source of the second clause may not be that of the first. */
const TWO_CLAUSES = new RegExp(
  `,?\\s(?:mais|tandis qu[e’]|alors qu[e’]|quand)\\s|\\set\\s[^,]*?\\s(?:n’|s’)?${FINITE}\\s|\\s–\\s`,
  'u',
);
/** « a annoncé le parquet dans un communiqué »: a circumstance, no part of who says it. */
const CIRCUMSTANCE = new RegExp(
  `\\s(?:dans une?|dans la|lors d|devant|au cours|à l’issue|à l’occasion|avant|après|en \\p{Ll}+ant|${WEEKDAY})(?![\\p{L}])`,
  'u',
);

/** Null when the sentence (masked, whole) carries no attribution of these shapes. */
export function attributed(sentence: string): Attributed | null {
  const text = sentence.replace(/\.$/u, '');
  // Two sources in one sentence (« 38 % selon le rectorat, 61 % selon l’intersyndicale »): neither speaks for the whole.
  if ((text.match(/(?<![\p{L}])(?:selon|d’après)\s(?!laquelle|lequel|lesquel|qui)/giu) ?? []).length > 1) return null;
  const front = FRONT.exec(text);
  if (front?.[1] && front[2]) return frontOf(front[1], front[2]);
  const verb = END_VERB.exec(text);
  if (verb?.[1] && verb[2] && verb[4] && isSource(verb[4]) && !CIRCUMSTANCE.test(verb[4]))
    return endOf(verb[1], verb[2], verb[4], verb[3] ?? '');
  const end = END.exec(text);
  if (end?.[1] && end[2] && end[3] && isSource(end[3])) return endOf(end[1], end[2], end[3], '');
  return null;
}

/** The sentence with its source first. Verbs of announcing keep their sense: « X l’a annoncé : … ». */
export function sourceFirst(parts: Attributed): string {
  const { source, word, when } = parts;
  if (!/^(?:a|ont)\s/u.test(word)) return `${raised(word)} ${source}, ${parts.statement}.`;
  const participle = word.replace(/^(?:a|ont)\s/u, '');
  const auxiliary = word.startsWith('ont') ? 'l’ont' : 'l’a';
  if (/^(?:annoncé|confirmé|révélé|assuré|affirmé|fait savoir)$/u.test(participle) || when !== '') {
    return `${raised(source)} ${auxiliary} ${participle}${when === '' ? '' : ` ${when}`} : ${parts.statement}.`;
  }
  return `Selon ${source}, ${parts.statement}.`;
}

/** The sentence with its source last, or null where that would be heavy or could be misread. */
export function sourceLast(parts: Attributed): string | null {
  if (parts.place === 'end') return null;
  const { statement, source, word } = parts;
  if (
    word === 'pour' ||
    /^\d/u.test(statement) ||
    LEANS_ON_SOURCE.test(statement) ||
    TWO_CLAUSES.test(statement) ||
    /[,;:⟦]/u.test(statement) ||
    /[,⟦]/u.test(source) ||
    statement.split(' ').length > 22
  )
    return null;
  if (/\b(?:qui|que|dont|où)\b/u.test(statement)) return null;
  return `${raised(statement)}, ${word} ${source}.`;
}

/** « Selon » and « D’après » change places: the lightest change there is. */
export function otherWord(parts: Attributed): string | null {
  if (parts.word === 'selon') return `D’après ${parts.source}, ${parts.statement}.`;
  if (parts.word === 'd’après') return `Selon ${parts.source}, ${parts.statement}.`;
  return null;
}

function frontOf(word: string, rest: string): Attributed | null {
  const segments = cutAtCommas(rest);
  let taken = 1;
  while (taken < segments.length - 1 && OF_SOURCE.test(segments[taken] ?? '')) taken += 1;
  // « Pour Camille Jordan, analyste à la Banque Rochat, le vrai sujet… »: an apposition without article.
  const next = segments[taken] ?? '';
  if (taken < segments.length - 1 && /^\p{Ll}/u.test(next) && !SUBJECT.test(next)) taken += 1;
  const statement = segments.slice(taken).join(', ');
  if (!SUBJECT.test(statement)) return null;
  if (word === 'Pour' && !/^\p{Lu}|^l[ea]s?\s/u.test(segments[0] ?? '')) return null;
  const source = segments
    .slice(0, taken)
    .join(', ')
    .replace(/\s(?:toutefois|cependant)$/u, '');
  return { statement, source, word: word.toLowerCase(), when: '', place: 'front' };
}

function endOf(before: string, word: string, source: string, when: string): Attributed | null {
  const statement = lowered(before);
  if (statement === null || !SUBJECT.test(statement)) return null;
  // « A ; B, selon X »: only B is known to be X's.
  if (/;/u.test(statement) || TWO_CLAUSES.test(statement)) return null;
  // A quotation's own attribution (« [C], a déclaré X, selon Y ») is not a statement's.
  if (/^⟦/u.test(statement)) return null;
  return { statement, source, word, when, place: 'end' };
}

function isSource(phrase: string): boolean {
  if (/[;:⟦]|\s(?:qui|dont|où)\s/u.test(phrase) || phrase.split(' ').length > 16) return false;
  if (/^(?:ses|lui|elle|eux|qui|laquelle|lequel|lesquel)/u.test(phrase)) return false;
  const [, second] = cutAtCommas(phrase);
  return (
    (second === undefined || OF_SOURCE.test(second)) &&
    /^(?:l[ea]s?\s|l’|un[e]?\s|des\s|plusieurs\s|ce\s|cette\s|\p{Lu})/u.test(phrase)
  );
}
