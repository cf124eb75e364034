/** Names of persons, bodies and places that the source does not have, or has for another. */
import { entityOf, isPersonNoun, roleBefore, type Entity } from '../facts/entities.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { areAliases, placeGroups } from '../french/geo.ts';
import type { FoundName } from '../french/names.ts';
import type { Token } from '../french/tokens.ts';
import { spanOf, type Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

export function checkNames(sentence: DraftSentence, index: SheetIndex): Fault[] {
  return [...checkDemonyms(sentence, index), ...namesOf(sentence, index)];
}

/** « l’usine valaisanne » where the source has no Valais. */
function checkDemonyms(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { tokens, quoted } = sentence.analysis;
  return tokens.flatMap((token, i): Fault[] => {
    if (!token.content || token.capital || quoted[i]) return [];
    const groups = placeGroups(token.key);
    if (groups.length === 0 || groupsOf(index).some((group) => groups.includes(group))) return [];
    const start = tokens[i - 1]?.content ? (tokens[i - 1]?.start ?? token.start) : token.start;
    return [
      {
        kind: 'place',
        severity: 'warning',
        start,
        end: token.end,
        message: `« ${token.text} » : ce pays ou cette région n’est pas dans la source.`,
      },
    ];
  });
}

const GROUPS = new WeakMap<SheetIndex, number[]>();

function groupsOf(index: SheetIndex): number[] {
  const known = GROUPS.get(index);
  if (known) return known;
  const groups = index.facts.flatMap((fact) => fact.analysis.tokens.flatMap((token) => placeGroups(token.key)));
  GROUPS.set(index, groups);
  return groups;
}

function namesOf(sentence: DraftSentence, index: SheetIndex): Fault[] {
  return sentence.names.flatMap((name): Fault[] => {
    if (sentence.analysis.quoted[name.from] || sentence.analysis.dated[name.from]) return [];
    return (
      unknownName(name, sentence, index) ??
      mixedName(name, sentence, index) ??
      otherRole(name, sentence, index) ??
      otherName(name, sentence, index) ??
      []
    );
  });
}

/** A capitalised word that the source has nowhere. */
function unknownName(name: FoundName, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
  const { tokens } = sentence.analysis;
  const capitals: { token: Token; i: number }[] = [];
  for (let i = name.from; i < name.to; i++) {
    const token = tokens[i];
    if (token?.capital) capitals.push({ token, i });
  }
  // « l’Union européenne » for « Bruxelles »
  const whole = placeGroups(
    tokens
      .slice(name.from, name.to)
      .map((token) => token.key)
      .join('-'),
  );
  if (whole.some((group) => groupsOf(index).includes(group))) return null;
  const unknown = capitals.filter(({ token, i }) => !isKnown(token, i, sentence, index));
  if (unknown.length === 0) return null;
  if (sentence.kind === 'heading' && titleCase(tokens)) return [];
  const first = unknown[0];
  const last = unknown.at(-1);
  if (!first || !last) return null;
  // Initials of words of the source: an acronym made of them.
  if (unknown.length === 1 && isExpansion(first.token.text, index)) return [];
  const near = unknown.map(({ token }) => nearest(token.key, index)).find((found) => found !== null);
  const span = { ...spanOf(tokens, name.from, name.to) };
  if (near && isVariant(first.token.key, near)) {
    return [{ kind: 'variant', severity: 'info', ...span, message: 'Autre graphie que celle de la source.', source: near }];
  }
  const place = name.kind === 'place';
  return [
    {
      kind: place ? 'place' : 'name',
      severity: 'error',
      ...span,
      message: near
        ? 'Ce nom n’est pas écrit comme dans la source.'
        : place
          ? 'Ce lieu n’est pas dans la source.'
          : 'Ce nom n’est pas dans la source.',
      ...(near ? { source: near } : {}),
    },
  ];
}

/** First name of one, last name of another. */
function mixedName(name: FoundName, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
  if (name.keys.length < 2 || name.kind !== 'person') return null;
  const persons = index.entities.all.filter((entity) => entity.kind === 'person' && entity.keys.size > 1);
  const touched = persons.filter((entity) => name.keys.some((key) => entity.keys.has(key)));
  if (touched.length === 0 || touched.some((entity) => name.keys.every((key) => entity.keys.has(key)))) return null;
  if (index.facts.some((fact) => holdsRun(fact, name.keys))) return null;
  // « le défenseur de Mervance Hugo Vasseur »: two names in a row.
  for (let cut = 1; cut < name.keys.length; cut++) {
    const first = entityOf(index.entities, name.keys.slice(0, cut));
    if (first && first.kind !== 'person' && entityOf(index.entities, name.keys.slice(cut))) return null;
  }
  const right =
    touched.find((entity) =>
      sentence.evidence.some((fact) => fact.names.some((other) => entityOf(index.entities, other.keys) === entity)),
    ) ?? touched[0];
  return [
    {
      kind: 'name',
      severity: 'error',
      ...spanOf(sentence.analysis.tokens, name.from, name.to),
      message: 'Prénom et nom ne vont pas ensemble dans la source.',
      ...(right ? { source: right.name } : {}),
    },
  ];
}

function holdsRun(fact: IndexedFact, keys: readonly string[]): boolean {
  return fact.names.some((name) => keys.every((key) => name.keys.includes(key)));
}

/** « l’ailier Mathis Ferrand » where the source's « ailier » is another. */
function otherRole(name: FoundName, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
  const entity = entityOf(index.entities, name.keys);
  if (!entity || entity.kind !== 'person') return null;
  const role = roleBefore(sentence.analysis.tokens, name);
  const head = role?.find((token) => token.content && !token.capital);
  if (!role || !head || !isPersonNoun(head.key) || entity.heads.has(head.key) || entity.roles.has(head.stem)) return null;
  const bearers = index.entities.all.filter((other) => other !== entity && other.kind === 'person' && other.heads.has(head.key));
  const [bearer] = bearers;
  // A person without description in the source may be named by one that the text gives them elsewhere.
  if (!bearer || bearers.length > 1) return null;
  return [
    {
      kind: 'name',
      severity: 'error',
      ...spanOf(sentence.analysis.tokens, name.from - role.length, name.to),
      message: `Dans la source, c’est ${bearer.name} (${bearer.description ?? head.text}).`,
      source: bearer.name,
    },
  ];
}

/** A name of the source that stands where the evidence has another. */
function otherName(name: FoundName, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
  if (sentence.kind === 'heading') return null;
  const entity = entityOf(index.entities, name.keys);
  if (!entity) return null;
  const slot = otherPlace(name, entity, sentence, index);
  if (slot) return slot;
  const { best, scores } = bestWithoutNames(sentence, index);
  if (!best || mentions(best, entity, index)) return null;
  // Another fact that names it says nearly as much of the sentence.
  const most = scores.get(best) ?? 0;
  if (index.facts.some((fact) => (scores.get(fact) ?? 0) >= most * 0.6 && mentions(fact, entity, index))) return null;
  const rival = rivalOf(entity, best, sentence, index);
  if (!rival) return null;
  const place = name.kind === 'place' && rival.kind === 'place';
  if (!place) {
    // A person or body meant by a pronoun or role of the evidence is named near it.
    const distance = Math.min(
      ...index.facts.filter((fact) => mentions(fact, entity, index)).map((fact) => Math.abs(fact.rank - best.rank)),
    );
    if (distance <= (best.fact.leans ? 1 : 0)) return null;
    if (best.analysis.tokens.some((token) => token.content && !token.capital && entity.heads.has(token.key))) return null;
  }
  return [
    {
      kind: place ? 'place' : 'name',
      severity: 'warning',
      ...spanOf(sentence.analysis.tokens, name.from, name.to),
      message: `La source nomme ici ${rival.name}.`,
      source: best.fact.text,
    },
  ];
}

/** « mardi à Mervance » where the evidence has « mardi à Lanverne »: another place behind the same preposition. */
function otherPlace(name: FoundName, entity: Entity, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
  const [best] = sentence.evidence;
  if (name.kind !== 'place' || !best || sentence.ranking.best < 0.33 || mentions(best, entity, index)) return null;
  const preposition = sentence.analysis.tokens[name.from - 1]?.key;
  const rival = best.names.find(
    (other) =>
      other.kind === 'place' &&
      best.analysis.tokens[other.from - 1]?.key === preposition &&
      !sentence.names.some((mine) => mine.keys.some((key) => other.keys.includes(key))),
  );
  if (!rival) return null;
  return [
    {
      kind: 'place',
      severity: 'warning',
      ...spanOf(sentence.analysis.tokens, name.from - 1, name.to),
      message: `La source dit ici « ${rival.text} ».`,
      source: best.fact.text,
    },
  ];
}

/** From this share of its other words on, one fact is what the sentence says, whatever names stand in it. */
const SAME_FACT = 0.5;

/** The fact that the sentence's words mean when its names are left out. */
function bestWithoutNames(
  sentence: DraftSentence,
  index: SheetIndex,
): { best: IndexedFact | null; scores: Map<IndexedFact, number> } {
  const { tokens } = sentence.analysis;
  const named = new Set<number>();
  for (const name of sentence.names) for (let i = name.from; i < name.to; i++) named.add(i);
  let total = 0;
  const scores = new Map<IndexedFact, number>();
  for (const term of sentence.ranking.terms) {
    if (named.has(term.token) && tokens[term.token]?.capital) continue;
    const [own = '', ...classes] = term.keys;
    const weight =
      (index.weights.get(own) ?? Math.max(0, ...classes.map((key) => index.weights.get(key) ?? 0)) ?? 0) * term.weight;
    total += weight === 0 ? index.novel * term.weight * 0.7 : weight;
    const met = new Set<IndexedFact>();
    for (const [key, share] of [[own, 1], ...classes.map((key) => [key, 0.6] as const)] as const) {
      for (const fact of index.postings.get(key) ?? []) {
        if (met.has(fact)) continue;
        met.add(fact);
        scores.set(fact, (scores.get(fact) ?? 0) + weight * share);
      }
    }
  }
  let best: IndexedFact | null = null;
  for (const [fact, score] of scores)
    if (score / Math.max(total, 1) >= SAME_FACT && (!best || score > (scores.get(best) ?? 0))) best = fact;
  return { best, scores };
}

function mentions(fact: IndexedFact, entity: Entity, index: SheetIndex): boolean {
  return fact.names.some((name) => {
    const other = entityOf(index.entities, name.keys);
    return (
      other === entity ||
      (other !== null && sameThing(other, entity)) ||
      name.keys.some((key) => entity.keys.has(key) && name.keys.length === 1)
    );
  });
}

function sameThing(a: Entity, b: Entity): boolean {
  return [...a.keys].some((key) => b.keys.has(key)) || areAliases([...a.keys], [...b.keys]);
}

/** An entity of the best fact, of the same kind, that the sentence does not name. */
function rivalOf(entity: Entity, best: IndexedFact, sentence: DraftSentence, index: SheetIndex): Entity | null {
  const named = sentence.names.map((name) => entityOf(index.entities, name.keys));
  for (const name of best.names) {
    const other = entityOf(index.entities, name.keys);
    if (!other || named.includes(other) || named.some((mine) => mine && sameThing(mine, other))) continue;
    if (compatible(entity, other)) return other;
  }
  return null;
}

function compatible(a: Entity, b: Entity): boolean {
  if (a.kind === 'place' || b.kind === 'place') return a.kind === b.kind || a.kind === 'unknown' || b.kind === 'unknown';
  // A person stands for a person; what is not known for one may be a body.
  if (a.kind === 'person' || b.kind === 'person') return a.kind === b.kind;
  return a.kind === b.kind || a.kind === 'unknown' || b.kind === 'unknown';
}

function isKnown(token: Token, i: number, sentence: DraftSentence, index: SheetIndex): boolean {
  const { key } = token;
  if (index.entities.byKey.has(key) || index.postings.has(token.stem)) return true;
  // « l’État »: every French article may name it.
  if (key === 'etat' && sentence.analysis.tokens[i - 1]?.key === "l'") return true;
  // « D922 » for « la route départementale 922 ».
  const road = /^[adnm](\d{1,4})$/u.exec(key)?.[1];
  if (road !== undefined && index.postings.has(`#${road}`)) return true;
  if (!token.content) return true;
  // « États-Unis », « Saint-Étienne »: each part known.
  const parts = key.split('-');
  if (parts.length > 1 && parts.every((part) => part.length < 3 || index.entities.byKey.has(part) || index.postings.has(part)))
    return true;
  // Part of a compound of the source: « Saint-Alphée » for « Saint-Alphée-des-Érables ».
  for (const known of index.entities.byKey.keys()) if (known.startsWith(`${key}-`) || known.endsWith(`-${key}`)) return true;
  if (areAliases([key], [...index.entities.byKey.keys()])) return true;
  const plural = key.replace(/s$/u, '');
  if (index.entities.byKey.has(plural)) return true;
  if (placeGroups(plural).some((group) => groupsOf(index).includes(group))) return true;
  // Inhabitants of a place of the source: « les Sauvannais ».
  if (/(?:ais|aise|aises|ois|oise|oises|ien|iens|ienne|iennes|ains?|aines?|ins?|ines?|ards?)$/u.test(key)) {
    for (const known of index.entities.byKey.keys()) if (known.length >= 4 && key.slice(0, 4) === known.slice(0, 4)) return true;
  }
  return opensOnly(token, i, sentence);
}

/** A capital that only opens the sentence or a heading's second half. */
function opensOnly(_token: Token, i: number, sentence: DraftSentence): boolean {
  const before = sentence.analysis.tokens[i - 1];
  return before?.text === ':' && sentence.kind === 'heading';
}

function titleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.content);
  return words.length >= 4 && words.filter((token) => token.capital).length / words.length > 0.8;
}

/** An acronym of words that the source has in a row, or words for an acronym of the source. */
function isExpansion(text: string, index: SheetIndex): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(text)) return false;
  const letters = text.toLowerCase();
  return index.facts.some((fact) => {
    const initials = fact.analysis.tokens
      .filter((token) => token.content)
      .map((token) => token.key.charAt(0))
      .join('');
    return initials.includes(letters);
  });
}

/** A capitalised word of the source within two letters, same initial. */
function nearest(key: string, index: SheetIndex): string | null {
  if (key.length < 4) return null;
  for (const known of index.entities.byKey.keys()) {
    if (
      known.charAt(0) === key.charAt(0) &&
      Math.abs(known.length - key.length) <= 3 &&
      distance(key, known) <= (key.length > 6 ? 3 : 2)
    )
      return known;
  }
  return null;
}

/** Transliterations of one name: i/y, k/c, ou/u/w, ph/f, a mute h. A letter doubled or dropped is a misspelling. */
function isVariant(a: string, b: string): boolean {
  const plain = (key: string): string =>
    key
      .replace(/yy$|ij$/u, 'i')
      .replace(/y/gu, 'i')
      .replace(/k/gu, 'c')
      .replace(/ou|w/gu, 'u')
      .replace(/ph/gu, 'f')
      .replace(/h/gu, '')
      .replace(/ii$/u, 'i')
      .replace(/[-']/gu, '');
  return plain(a) === plain(b);
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(
        Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)),
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
