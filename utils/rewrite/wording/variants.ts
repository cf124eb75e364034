/** The ways code can say one fact: for the running text, and for a second time elsewhere in other words. */
import { attributed, otherWord, sourceFirst, sourceLast } from './attribution.ts';
import { lowered, raised } from './grammar.ts';
import type { Reading, ReadFact } from '../reading.ts';
import { foldedWords, likeness } from '../repetition.ts';
import { circumstancesSwapped, contrastFirst, participleMoved, timeFirst } from './moves.ts';
import { circumstanceLast, dateInside, dayFirst, inTwo, nameFirst, sayingLast } from './reorder.ts';
import { labellable } from './joined.ts';
import { asClause, inPresent, shortened } from './shorten.ts';

/** Sentences (masked) of the running text. `before` = the fact that stands just before it there, if any. */
export function bodySentences(read: ReadFact, reading: Reading, before: ReadFact | null): string[] {
  return read.saying ? quoted(read, reading, before) : plainSentences(read.masked, reading);
}

/** Longest second wording, in words: what is longer is no point, no item, no answer. */
const MOST_WORDS = 42;
const WORDINGS = new WeakMap<ReadFact, string[]>();

/**
 * Other sentences (masked) that say what the running text says, each in its own words or order; empty where code has none.
 * The first is for points and labels, the last for figures and answers, so that a third use need not repeat the second.
 */
export function otherWordings(read: ReadFact, reading: Reading): string[] {
  const known = WORDINGS.get(read);
  if (known) return known;
  const found = findWordings(read, reading);
  WORDINGS.set(read, found);
  return found;
}

function findWordings(read: ReadFact, reading: Reading): string[] {
  const { plain } = read;
  if (plain === null || /⟦/u.test(plain.replace(/⟦C\d+⟧/gu, (code) => (isShort(read, code) ? '' : code)))) return [];
  const said = new Set(bodySentences(read, reading, null).map(normal));
  const short = shortened(plain);
  const parts = attributed(short);
  const dated = parts?.place === 'end' ? sourceFirst({ ...parts, statement: lowerDate(parts.statement) }) : null;
  const candidates = [
    inPresent(parts?.place === 'end' ? sourceFirst(parts) : short),
    sayingLast(short),
    parts ? sourceLast(parts) : null,
    short,
    circumstanceLast(short),
    dated,
    parts?.place === 'end' ? sourceFirst(parts) : null,
    parts ? otherWord(parts) : null,
    dateInside(short),
    participleMoved(short),
    parts ? null : timeFirst(short),
    contrastFirst(short),
    circumstancesSwapped(short),
    nameFirst(short, reading.isPerson),
    parts ? null : dayFirst(short),
  ];
  const wordings: string[] = [];
  for (const text of candidates) {
    if (text === null || said.has(normal(text)) || text.split(' ').length > MOST_WORDS || /^\d/u.test(text)) continue;
    said.add(normal(text));
    wordings.push(text);
  }
  // The most unlike the running text first.
  const body = bodySentences(read, reading, null).map((sentence) => foldedWords(sentence));
  const like = (text: string): number => Math.max(...body.map((words) => likeness(words, foldedWords(text))));
  return wordings
    .map((text) => ({ text, like: like(text) }))
    .sort((a, b) => a.like - b.like)
    .map(({ text }) => text);
}

/** « en novembre, X a déclaré que… » inside a sentence: the date after its verb. */
function lowerDate(statement: string): string {
  const moved = dateInside(`${raised(statement)}.`)?.replace(/\.$/u, '');
  return moved ? (lowered(moved) ?? statement) : statement;
}

export function secondWording(read: ReadFact, reading: Reading): string | null {
  return otherWordings(read, reading)[0] ?? null;
}

/** What stands behind a label, with its full stop and small first letter: another wording, or the source's own; null where neither can. */
export function labelledWording(read: ReadFact, wordings: readonly string[]): string | null {
  for (const text of labellable(read) && read.plain !== null ? [...wordings, read.plain] : wordings) {
    const clause = asClause(text);
    if (clause !== null) return `${clause}.`;
  }
  return null;
}

/** Letters and figures only: two sentences with the same are the same sentence. */
export function normal(sentence: string): string {
  return sentence
    .toLowerCase()
    .replace(/[^\p{L}\p{N}⟦⟧]+/gu, ' ')
    .trim();
}

function plainSentences(sentence: string, reading: Reading): string[] {
  const parts = attributed(sentence);
  if (parts) {
    if (parts.place === 'end') return [sourceFirst({ ...parts, statement: lowerDate(parts.statement) })];
    const last = sourceLast(parts);
    if (last) return [last];
  }
  const halves = inTwo(sentence);
  if (halves) return [ordered(halves[0], reading), halves[1]];
  if (parts) return [otherWord(parts) ?? sentence];
  return [ordered(sentence, reading)];
}

function ordered(sentence: string, reading: Reading): string {
  return (
    dayFirst(sentence) ??
    participleMoved(sentence) ??
    nameFirst(sentence, reading.isPerson) ??
    contrastFirst(sentence) ??
    sentence
  );
}

function quoted(read: ReadFact, reading: Reading, before: ReadFact | null): string[] {
  const { saying, masked } = read;
  if (!saying) return [masked];
  const code = `⟦${saying.quotation.id}⟧`;
  const speaker = reading.speakerOf(saying.quotation)?.name ?? null;
  if (saying.lead !== null) return [masked];
  if (saying.verb === '') return speaker ? [`Toujours selon ${inside(speaker)} : ${code}.`] : [masked];
  const takesUp = saying.pronoun !== null && before !== null && speaker !== null && sameSubject(before, speaker, reading);
  const who = saying.subject ?? (takesUp ? saying.pronoun : speaker);
  if (!who) return [masked];
  if (takesUp && Number(saying.quotation.id.slice(1)) % 2 === 1)
    return [
      masked
        .replace(/,\s[^⟦]*$/u, (tail) => (saying.rest === null ? tail : (tail.split(`, ${saying.rest}`)[0] ?? tail)))
        .replace(/([^.])$/u, '$1.'),
      ...(saying.rest === null ? [] : (addition(saying.rest, who, saying.pronoun) ?? [])),
    ];
  // « Son président » cannot open a paragraph: behind the quotation it stands nearer to what was said before.
  if (before === null && /^(?:son|sa|ses|leurs?)\s/u.test(saying.subject ?? '')) return [masked];
  const rest = saying.rest === null ? [] : addition(saying.rest, who, saying.pronoun);
  if (rest === null) return [masked];
  const circumstance = saying.circumstance === '' ? '' : ` ${saying.circumstance}`;
  const comma = /^(?:selon|d’après)/u.test(saying.circumstance) ? ',' : '';
  // Two orders take turns; a quotation that ends its own sentence cannot stand before a comma.
  const ordinal = Number(saying.quotation.id.slice(1));
  const afterwards = !takesUp && ordinal % 3 === 0 && !/[.…]$/u.test(saying.quotation.text) && comma === '';
  const subject = saying.subject ?? inside(who);
  const aside = /,/u.test(subject) ? ',' : '';
  // What is told of the speaker may have a time of its own, or answer what they said.
  const relative = /, (?:qui|dont|pour qui|selon qui)\s/u.test(subject);
  if (
    relative &&
    (circumstance !== '' || /(?<![\p{L}])(?:toutefois|cependant|pourtant|aussi|également)(?![\p{L}])/u.test(subject))
  )
    return [masked];
  if (afterwards) return saying.subject === null ? [`${code}, ${saying.verb} ${subject}${circumstance}.`, ...rest] : [masked];
  const sameSpeaker = before?.saying ? reading.speakerOf(before.saying.quotation)?.name === speaker : false;
  const opening = !sameSpeaker && before?.saying && ordinal % 4 === 1 ? `De son côté, ${subject}` : raised(subject);
  return [`${opening}${aside} ${saying.verb}${comma}${circumstance}${comma} : ${code}.`.replace(', :', ' :'), ...rest];
}

/** The sentence before has that person for subject: a pronoun is clear. */
function sameSubject(before: ReadFact, speaker: string, reading: Reading): boolean {
  if (before.saying) return reading.speakerOf(before.saying.quotation)?.name === speaker;
  return before.masked.includes(speaker);
}

const ADDED = new Map([
  ['ajoutant', 'ajouté'],
  ['précisant', 'précisé'],
  ['soulignant', 'souligné'],
  ['estimant', 'estimé'],
  ['assurant', 'assuré'],
  ['affirmant', 'affirmé'],
  ['indiquant', 'indiqué'],
  ['rappelant', 'rappelé'],
  ['expliquant', 'expliqué'],
]);

/** « ajoutant que… » as a sentence of its own; null where the verb or the pronoun is not known. */
function addition(rest: string, who: string, pronoun: string | null): string[] | null {
  const [, verb = '', clause = ''] = /^(\p{Ll}+)\s(.+)$/u.exec(rest) ?? [];
  const participle = ADDED.get(verb);
  const subject = pronoun ?? (/^(?:la|une|sa|Mme)\s/u.test(who) ? 'elle' : /^(?:le|un|M\.)\s/u.test(who) ? 'il' : null);
  if (!participle || !subject) return null;
  return [`${raised(subject)} a ${participle} ${clause}.`];
}

function inside(speaker: string): string {
  return /^(?:Le|La|L’|Les|Un|Une)(?:\s|(?<=’))/u.test(speaker) ? speaker.charAt(0).toLowerCase() + speaker.slice(1) : speaker;
}

function isShort(read: ReadFact, code: string): boolean {
  const id = code.slice(1, -1);
  return read.fact.quotations.some((quotation) => quotation.id === id && !quotation.whole);
}
