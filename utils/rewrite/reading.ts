/** A fact sheet as the floor reads it: each sentence masked, its quotation taken apart, the persons it names. Cached per sheet. */
import type { Fact, FactSheet, Quotation } from '../facts/fact.ts';
import { type Speaker, speakersOf } from './who-speaks.ts';
import { maskedText } from './wording/mask.ts';
import { type Saying, sayingOf } from './wording/saying.ts';
import { standsAlone } from './wording/shorten.ts';

export interface ReadFact {
  fact: Fact;
  /** The sentence with its quotations as `⟦C1⟧`. */
  masked: string;
  saying: Saying | null;
  /** What it states beside its quotations, as a sentence: itself, the clause before the colon, or null when all is quotation. */
  plain: string | null;
  /** `plain` can be read away from the sentence before it. */
  alone: boolean;
  /** Rank among the facts. */
  rank: number;
}

export interface Reading {
  facts: ReadFact[];
  of: (id: string) => ReadFact | undefined;
  /** The persons that the source introduces, by full name. */
  persons: Map<string, Speaker>;
  isPerson: (name: string) => boolean;
  /** Null where code cannot tell for sure. */
  speakerOf: (quotation: Quotation) => Speaker | null;
}

const READINGS = new WeakMap<FactSheet, Reading>();

export function readingOf(sheet: FactSheet): Reading {
  const known = READINGS.get(sheet);
  if (known) return known;
  const statements = withoutHeadings(sheet.facts.filter((fact) => fact.kind === 'statement'));
  const answers = answersOf(statements);
  const facts = statements.map((fact, rank): ReadFact => ({
    fact,
    masked: maskedText(fact),
    saying: sayingOf(fact),
    plain: null,
    alone: false,
    rank,
  }));
  const { persons, of: speakerOf } = speakersOf(facts);
  for (const read of facts) {
    read.plain = resolved(plainOf(read, speakerOf), facts[read.rank - 1], speakerOf);
    read.alone =
      read.plain !== null &&
      !answers.has(read.fact) &&
      read.fact.unit !== 'list' &&
      isSentence(read.plain) &&
      standsAlone(read.plain);
  }
  const byId = new Map(facts.map((read) => [read.fact.id, read]));
  const reading: Reading = {
    facts,
    of: (id) => byId.get(id),
    persons,
    isPerson: (name) => (persons.get(name)?.role ?? '') !== '',
    speakerOf,
  };
  READINGS.set(sheet, reading);
  return reading;
}

/** An intertitle of the source names its part and says nothing in running text; a question asked in one does. */
function withoutHeadings(facts: readonly Fact[]): Fact[] {
  const running = facts.filter((fact) => fact.unit !== 'heading' || /\?$/u.test(fact.text));
  return running.length > 0 ? running : [...facts];
}

/** What an interview answers without quotation marks: another's words, which only their question tells apart from the paper's. */
function answersOf(facts: readonly Fact[]): ReadonlySet<Fact> {
  const asked = facts.filter((fact) => isAsked(fact, facts));
  const answers = new Set<Fact>();
  if (asked.length < 2) return answers;
  let answering = false;
  for (const [at, fact] of facts.entries()) {
    if (asked.includes(fact)) answering = !facts[at + 1]?.quotations.some((quotation) => quotation.whole);
    else if (answering) answers.add(fact);
  }
  return answers;
}

/** A paragraph or intertitle of its own that is one question. */
export function isAsked(fact: Fact, facts: readonly Fact[]): boolean {
  return (
    /\?$|^(?:Q|QUESTION)\s:/u.test(fact.text) &&
    !facts.some((other) => other !== fact && other.sourceId === fact.sourceId && other.paragraph === fact.paragraph)
  );
}

/** « R. », « Non. », « Entretien. » are no sentences, and a question states nothing. */
function isSentence(plain: string): boolean {
  return plain.split(' ').length >= 3 && !/\?$|^(?:Q|R|QUESTION|RÉPONSE)\s:/u.test(plain);
}

/** « Elle n’a pas exclu… », « …, a-t-elle précisé » behind a quotation: the speaker's name, so that the sentence can stand alone. */
function resolved(plain: string | null, before: ReadFact | undefined, speakerOf: Reading['speakerOf']): string | null {
  if (plain === null || !before?.saying) return plain;
  const speaker = speakerOf(before.saying.quotation);
  if (!speaker?.gender || !/\s/u.test(speaker.name)) return plain;
  const pronoun = speaker.gender === 'f' ? 'elle' : 'il';
  return plain
    .replace(
      new RegExp(`^${pronoun === 'elle' ? 'Elle' : 'Il'} (?=(?:a|n’a|est|n’est|avait)\\s)`, 'u'),
      `${capital(speaker.name)} `,
    )
    .replace(new RegExp(`, a-t-${pronoun} (\\p{Ll}+é)\\.$`, 'u'), `, a $1 ${speaker.name}.`);
}

/** What a relative clause says of the speaker: « X, analyste, qui a ramené son objectif » → « X, analyste, a ramené… ». */
function asideOf(saying: Saying): string | null {
  const [, subject, word, clause] = /^(\p{Lu}[^⟦]*?), (qui|pour qui) ([^⟦]+)$/u.exec(saying.subject ?? '') ?? [];
  if (!subject || !word || !clause) return null;
  return word === 'qui' ? `${subject}${/,/u.test(subject) ? ',' : ''} ${clause}.` : `Pour ${subject}, ${clause}.`;
}

function plainOf({ fact, masked, saying }: ReadFact, speakerOf: Reading['speakerOf']): string | null {
  if (!fact.quotations.some((quotation) => quotation.whole)) return masked;
  // « [C] : dans un entretien…, X a confirmé que… »: what follows the quotation states something by itself.
  const behind = /^⟦C\d+⟧\s:\s([^⟦]+)$/u.exec(masked)?.[1];
  if (behind) return capital(behind);
  // « Valmarec attend 22 millions, [fragment], a précisé… »: the sentence stands without the fragment.
  const [only] = fact.quotations;
  if (fact.quotations.length === 1 && only && /^\p{Ll}/u.test(only.text) && /,\s⟦C\d+⟧,/u.test(masked))
    return masked.replace(/,\s⟦C\d+⟧,/u, ',');
  if (saying && saying.lead === null) return asideOf(saying);
  if (saying?.lead) {
    const speaker = speakerOf(saying.quotation)?.name;
    const lead = saying.lead.replace(/^(?:Il|Elle)\s/u, (pronoun) =>
      speaker && saying.verb === '' ? `${capital(speaker)} ` : pronoun,
    );
    // « X a déclaré : » alone says nothing.
    const empty =
      /(?:^Mais\s)|\s(?:déclaré|démenti|ajouté|dit|répondu|affirmé|assuré|précisé|parole|supérieur|indiqué|souvenu)(?:e?s?)(?:\s(?:à|au|aux|dans|d’un|de)\s[^,]+)?$/u;
    return empty.test(lead) ? null : `${lead}.`;
  }
  return null;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
