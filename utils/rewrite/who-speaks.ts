/**
 * In whose mouth the floor puts a quotation. Surer than clever: a pronoun is followed back to the nearest person who is
 * the subject of a sentence, and where that fails nobody is named (the sentence then stays as the source has it).
 */
import { isPersonNoun } from '../facts/entities.ts';
import type { Quotation } from '../facts/fact.ts';
import { fold } from '../french/fold.ts';
import type { ReadFact } from './reading.ts';
import { FINITE, NAME, withoutDeterminer } from './wording/grammar.ts';
import type { Person } from './wording/saying.ts';

export interface Speaker extends Person {
  /** `m`, `f`, or null where nothing tells. */
  gender: 'm' | 'f' | null;
}

const VERB_NEXT =
  '(?:a|ont|est|avait|était|s’est|n’a|n’est|dément|conteste|nie|affirme|assure|estime|juge|promet|regrette|réplique|explique|indique|le conteste|l’a|se|rejette|réclame|dit|doit|sera|aura|confirme|dénonce)\\s?';
const FULL_NAME = NAME.replace(/\*$/u, '+');
const APPOSED_SUBJECT = new RegExp(`, (${FULL_NAME}), ${VERB_NEXT}`, 'u');
const NAMED_SUBJECT = new RegExp(`^(?:Mais |Pour |Selon |D’après )?(${NAME})(?:,| ${VERB_NEXT})`, 'u');
const NAME_AT_END = new RegExp(`\\spar\\s[^,;:⟦]+, (${FULL_NAME})\\.?$|, (${FULL_NAME})\\.$`, 'u');
const TITLED_SUBJECT = new RegExp(`(?:^|\\s)((?:M\\.|Mme|Me)\\s\\p{Lu}[^,;:⟦]*?) ${VERB_NEXT}`, 'u');
const ROLE_BEFORE_NAME = new RegExp(
  `(?:^|[\\s(])((?:[Ll][ea]\\s|[Ll]’|[Ss]on\\s|[Ss]a\\s|[Uu]ne?\\s)\\p{L}[^,;:.⟦«]{2,90}), (?:l[ea] \\p{Ll}+ )?(${FULL_NAME})(?=[,.\\s]|$)`,
  'gu',
);
const ROLE_AFTER_NAME = new RegExp(`(${FULL_NAME}), (\\p{Ll}[^,;:.⟦«]{2,90})(?=[,.]|$)`, 'gu');
/** « le candidat de gauche NOM », « la géochimiste NOM, de l’université de Burgos ». */
const ROLE_BESIDE_NAME = new RegExp(
  `(?:^|[\\s(])((?:[Ll][ea]\\s|[Ll]’|[Uu]ne?\\s)\\p{Ll}[\\p{L}-]+(?:\\s(?:(?:de|du|des|en|à)\\s|d’)\\p{Ll}+)?(?:\\s\\p{Ll}+)?)\\s(${FULL_NAME})(?:, ((?:du\\s|des\\s|de\\sl[’a]\\s?|d’)[^,;:.⟦«]{2,50})(?=[,.]))?`,
  'gu',
);
const PLAIN_NAME =
  /^(?!(?:Le|La|Les|Un|Une|Saint|Sainte|Grand|Centre|Conseil|Radio)\s)\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s(?:\p{Lu}[\p{L}’-]+\s?){1,2}$/u;
/** « Var Actualités, citant une source proche »: what it does, not what it is. */
const TELLING =
  /^(?:cit|ajout|estim|affirm|précis|évoqu|dénonç|invoqu|rappel|soulign|assur|expliqu|indiqu|not|dis|jug|déplor)ant\s/u;
/** « À Bakou, le porte-parole… »: where, not who. */
const PLACED = /^(?:À|Au|Aux|En|Dans|Sur|Chez|Depuis|Vers|Devant)\s/u;
const TITLED = /^(?:M\.|Mme|Mlle|Me|Dr|Pr)\s/u;
export interface Speakers {
  /** The speaker of a quotation, null where the source does not tell code for sure. */
  of: (quotation: Quotation) => Speaker | null;
  /** All persons with a name that the source introduces, by full name. */
  persons: Map<string, Speaker>;
}

export function speakersOf(facts: readonly ReadFact[]): Speakers {
  const persons = new Map<string, Speaker>();
  for (const read of facts) for (const speaker of introduced(read)) remember(persons, speaker);
  for (const read of facts) {
    for (const name of read.fact.names) {
      const plain = name.replace(/['ʼ]/gu, '’');
      if (PLAIN_NAME.test(plain)) remember(persons, { name: plain, role: '', roleAsWritten: '', gender: null });
    }
  }
  const found = new Map<string, Speaker | null>();
  facts.forEach((read, index) => {
    for (const quotation of read.fact.quotations) {
      found.set(quotation.id, speakerIn(read, index, quotation, facts, persons, found) ?? byTheFacts(quotation, read, persons));
    }
  });
  return { of: (quotation) => found.get(quotation.id) ?? null, persons };
}

function speakerIn(
  read: ReadFact,
  index: number,
  quotation: Quotation,
  facts: readonly ReadFact[],
  persons: ReadonlyMap<string, Speaker>,
  found: ReadonlyMap<string, Speaker | null>,
): Speaker | null {
  const { saying } = read;
  if (hasInsertion(quotation.text)) return null;
  if (saying?.person) return known(saying.person.name, persons) ?? { ...saying.person, gender: null };
  if (saying?.subject) return named(saying.subject, persons, facts);
  const pronoun = saying?.pronoun ?? null;
  if (saying && saying.verb === '' && saying.lead === null) {
    const before = facts[index - 1];
    const last = before?.fact.quotations.at(-1);
    return last && before?.saying ? (found.get(last.id) ?? null) : null;
  }
  if (/^(?:R|RÉPONSE)$/u.test(saying?.lead ?? '')) return known(quotation.speakerName ?? '', persons);
  const around = (saying?.lead ?? read.masked).replace(/⟦C\d+⟧.*$/u, '');
  if (pronoun === null && !/^(?:Il|Elle)\s/u.test(around)) return subjectPerson(around, persons, facts);
  const gender = /^elles?$/iu.test(pronoun ?? /^\p{L}+/u.exec(around)?.[0] ?? '') ? 'f' : 'm';
  if (saying?.lead) {
    const own = subjectPerson(saying.lead, persons, facts);
    if (own && agrees(own, gender)) return own;
  }
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const earlier = facts[at];
    if (!earlier) break;
    const last = earlier.fact.quotations.filter((candidate) => candidate.whole).at(-1);
    const speaker = (last && earlier.saying ? found.get(last.id) : null) ?? subjectPerson(earlier.masked, persons, facts);
    if (speaker && agrees(speaker, gender)) return speaker;
    // A person of the other gender in between is passed over, and what has the same pronoun for subject; all else could be meant.
    const same = new RegExp(`^${gender === 'f' ? 'Elle' : 'Il'}\\s`, 'u').test(earlier.masked);
    if (!speaker && (!same || (last && earlier.saying))) return null;
  }
  return null;
}

/** The facts' own word for it, where the name stands in the sentence itself. */
function byTheFacts(quotation: Quotation, { fact }: ReadFact, persons: ReadonlyMap<string, Speaker>): Speaker | null {
  const name = quotation.speakerName?.replace(/['ʼ]/gu, '’') ?? '';
  if (name === '' || hasInsertion(quotation.text) || !/\s/u.test(name) || !fact.text.replace(/['ʼ]/gu, '’').includes(name))
    return null;
  return known(name, persons);
}

/** The person who is the subject: « …, NOM, a… », « NOM a… », a role that one person holds, or the name that ends the sentence. */
function subjectPerson(sentence: string, persons: ReadonlyMap<string, Speaker>, facts: readonly ReadFact[]): Speaker | null {
  const apposed = APPOSED_SUBJECT.exec(sentence)?.[1];
  const subject = apposed ? known(apposed, persons) : null;
  if (subject) return subject;
  const first = NAMED_SUBJECT.exec(sentence)?.[1];
  const byName = first ? known(first, persons) : null;
  if (byName) return byName;
  const role = /^(?:Mais\s)?((?:Le|La|L’|Son|Sa)\s?\p{Ll}[^,;:⟦]*?)(?:,|\s(?:a|est|s’est|n’a|dément|nie|conteste)\s)/u.exec(
    sentence,
  )?.[1];
  if (role && isPersonRole(role)) return named(role.charAt(0).toLowerCase() + role.slice(1), persons, facts);
  const last = NAME_AT_END.exec(sentence);
  const end = last?.[1] ?? last?.[2];
  const ending = end ? known(end, persons) : null;
  if (ending) return ending;
  const titled = TITLED_SUBJECT.exec(sentence)?.[1];
  return titled ? known(titled, persons) : null;
}

/** « la ministre » → the one person whose role begins so; the role itself where nobody is named. */
function named(subject: string, persons: ReadonlyMap<string, Speaker>, _facts: readonly ReadFact[]): Speaker | null {
  const head = subject.split(/,\s/u)[0] ?? subject;
  const byName = known(head, persons);
  if (byName) return byName;
  if (!/^(?:le|la|l’|un|une)\s?/u.test(head) || head.split(' ').length > 8) return null;
  const role = withoutDeterminer(head);
  const holders = [...persons.values()].filter((person) => person.role === role || person.role.startsWith(`${role} `));
  const gender = /^la\s|^une\s/u.test(head) ? 'f' : /^le\s|^un\s/u.test(head) ? 'm' : null;
  const [holder] = holders;
  if (holder && holders.length === 1 && (gender === null || agrees(holder, gender))) return holder;
  return holders.length === 0 && isPersonRole(role) ? { name: head, role: '', roleAsWritten: '', gender } : null;
}

function known(name: string, persons: ReadonlyMap<string, Speaker>): Speaker | null {
  const exact = persons.get(name);
  if (exact) return exact;
  const family = name.replace(TITLED, '');
  const holders = [...persons.values()].filter((person) => person.name === family || person.name.endsWith(` ${family}`));
  const introducedOnes = holders.filter((person) => person.role !== '');
  if (introducedOnes.length === 1) return introducedOnes[0] ?? null;
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** Persons that a sentence introduces with a role: « la rectrice, NOM », « NOM, éleveuse à… », « le commandant NOM ». */
function introduced({ masked, saying }: ReadFact): Speaker[] {
  const found: Speaker[] = [];
  if (saying?.person && /\s/u.test(saying.person.name))
    found.push({ ...saying.person, gender: genderOf(saying.person.roleAsWritten, saying.pronoun) });
  const before = ROLE_BEFORE_NAME;
  for (const [, role, name] of masked.matchAll(before)) {
    if (!role || !name) continue;
    const own = nounPhrase(role);
    if (own && isPersonRole(own))
      found.push({ name, role: withoutDeterminer(own), roleAsWritten: own, gender: genderOf(own, null) });
  }
  for (const [, role, name, of] of masked.matchAll(ROLE_BESIDE_NAME)) {
    if (role && name && PLAIN_NAME.test(name) && isPersonRole(role)) {
      const own = `${withoutDeterminer(role)}${of === undefined ? '' : ` ${of}`}`;
      found.push({ name, role: own, roleAsWritten: role, gender: genderOf(role, null) });
    }
  }
  const after = ROLE_AFTER_NAME;
  for (const [, name, role] of masked.matchAll(after)) {
    if (
      name &&
      role &&
      isPersonRole(role) &&
      !PLACED.test(name) &&
      !TELLING.test(role) &&
      !/^\p{L}+(?:é|ent)(?![\p{L}])/u.test(role.replace(/^(?:présid|adolesc|ag)ent/u, ''))
    )
      found.push({ name, role: withoutDeterminer(role), roleAsWritten: role, gender: genderOf(role, null) });
  }
  return found;
}

/** The last noun phrase of a run: « réforme portée par le ministre de l’Éducation » → « le ministre de l’Éducation ». */
function nounPhrase(run: string): string | null {
  const cut = run.split(/\s(?=(?:par|pour|selon|chez|contre|devant|avec|et|que)\s(?:l[ea]|son|sa|une?)\s)/u).at(-1) ?? run;
  const text = cut.replace(/^(?:par|pour|selon|chez|contre|devant|avec|et|que)\s/u, '');
  if (/\s(?:a|ont|est|sont|qui|que|dont)\s/u.test(text)) return null;
  return /^(?:le|la|l’|son|sa|un|une)/iu.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : null;
}

function genderOf(role: string, pronoun: string | null): 'm' | 'f' | null {
  if (pronoun) return /^elle/u.test(pronoun) ? 'f' : 'm';
  if (/^(?:la|sa|une)\s/u.test(role)) return 'f';
  if (/^(?:le|un)\s/u.test(role)) return 'm';
  const head = withoutDeterminer(role).split(' ')[0] ?? '';
  if (/(?:trice|euse|ente|ère|ée|ine|esse|ienne|ante|effe)$/u.test(head)) return 'f';
  return /(?:teur|eur|ent|ier|é|ien|ant)$/u.test(head) ? 'm' : null;
}

const HOLDS_FINITE = new RegExp(`\\s(?:n’|ne\\s|s’|se\\s)?${FINITE}(?![\\p{L}])`, 'u');

/** « sous-préfet », « l’ancienne préfète », « vice-présidente de la région »: the first noun is a person’s, and no verb follows. */
function isPersonRole(role: string): boolean {
  if (HOLDS_FINITE.test(role)) return false;
  const first = /^[\p{L}-]+/u.exec(withoutDeterminer(role))?.[0] ?? '';
  return isPersonNoun(fold(first).replace(/^(?:sous|vice|ex|co)-/u, ''));
}

function agrees(person: Speaker, gender: 'm' | 'f'): boolean {
  return person.gender === null || person.gender === gender;
}

const OF_SOMEBODY =
  /^(?:veufs?|veuves?|fils|fille|frère|sœur|père|mère|époux|épouse|mari|compagne|compagnon|oncle|tante|homologue|voisine?)$/u;

function remember(persons: Map<string, Speaker>, speaker: Speaker): void {
  const name = speaker.name.replace(TITLED, '');
  // « président de leur association »: whose, only the sentence before tells.
  if (/(?<![\p{L}])(?:leurs?|son|sa|ses)(?![\p{L}])/u.test(`${speaker.role} ${speaker.roleAsWritten}`) && speaker.role !== '')
    return remember(persons, { ...speaker, role: '' });
  // « la veuve, NOM »: whose, the article tells.
  if (OF_SOMEBODY.test(speaker.role)) return remember(persons, { ...speaker, role: '' });
  if (!/\s/u.test(name)) return;
  const before = persons.get(name);
  if (!before || (before.role === '' && speaker.role !== '')) persons.set(name, { ...speaker, name });
}

/** « Je lis des choses, oui, a souri l’intéressé, mais… »: the attribution stands inside the marks. */
export function hasInsertion(quotation: string): boolean {
  return /[,.?!]\s(?:(?:a|ont)(?:-t)?-(?:il|elle|ils|elles)\s|(?:a|s’est)\s(?:\p{Ll}+é|\p{Ll}+i|dit|répondu)e?\s(?:l[ea]\s|l’|son\s|sa\s|\p{Lu}|[^,]{0,25},))/u.test(
    quotation.replace(/['ʼ]/gu, '’'),
  );
}
