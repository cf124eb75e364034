/** A name of the source that stands where the source has another. */
import { type Entity, entityOf, isPersonNoun, roleBefore } from '../facts/entities.ts';
import type { Ranking } from '../facts/align.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { areAliases } from '../french/geo.ts';
import type { FoundName } from '../french/names.ts';
import { areSynonyms } from '../french/synonyms.ts';
import type { Token } from '../french/tokens.ts';
import { type BestWithout, bestWithout } from './best-without.ts';
import { type Fault, spanOf } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

/** « l’ailier Mathis Ferrand » where the source's « ailier » is another. */
export function otherRole(name: FoundName, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
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
export function otherName(name: FoundName, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
  if (sentence.kind === 'heading') return null;
  const entity = entityOf(index.entities, name.keys);
  if (!entity) return null;
  if (isDatelinePlace(name, index)) return null;
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
      severity: place || sameSlot(name, sentence.analysis.tokens, rival, best) ? 'warning' : 'info',
      ...spanOf(sentence.analysis.tokens, name.from, name.to),
      message: `La source nomme ici ${rival.name}.`,
      source: best.fact.text,
    },
  ];
}

/** The word that matters next to the name, before or after it, stands next to the rival too: « X menace » for « Y menace ». */
function sameSlot(name: FoundName, tokens: readonly Token[], rival: Entity, best: IndexedFact): boolean {
  const theirs = best.names.find((other) => other.keys.every((key) => rival.keys.has(key)));
  if (!theirs) return false;
  return ([-1, 1] as const).some((step) => {
    const mine = neighbour(tokens, name, step);
    const other = neighbour(best.analysis.tokens, theirs, step);
    return mine !== null && other !== null && areSynonyms(mine.stem, other.stem);
  });
}

function neighbour(tokens: readonly Token[], { from, to }: FoundName, step: 1 | -1): Token | null {
  for (let i = step === 1 ? to : from - 1; i >= 0 && i < tokens.length && Math.abs(i - (step === 1 ? to : from)) < 5; i += step) {
    const token = tokens[i];
    if (!token || token.kind === 'punct') return null;
    if (token.content && !token.capital) return token;
  }
  return null;
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

/** « maison d’arrêt de Quimper » where the source has « maison d’arrêt de Brest » alone: the noun before says which place is meant. */
export function headedPlace(name: FoundName, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
  const { tokens } = sentence.analysis;
  const head = tokens[name.from - 2];
  const link = tokens[name.from - 1]?.key ?? '';
  if (name.kind === 'person' || !head?.content || head.capital || isPersonNoun(head.key) || !/^(?:de|d'|du)$/u.test(link))
    return null;
  const theirs = (index.postings.get(head.stem) ?? []).flatMap((fact) =>
    fact.names
      .filter((other) => {
        const { tokens: own } = fact.analysis;
        return own[other.from - 2]?.stem === head.stem && /^(?:de|d'|du)$/u.test(own[other.from - 1]?.key ?? '');
      })
      .map((other) => ({ other, fact })),
  );
  // « le pont » of the article's own place, beside « le pont de Clairac ».
  if (isDatelinePlace(name, index) && standsBare(head, index)) return null;
  const [rival] = theirs;
  if (!rival || !theirs.every(({ other }) => isPlace(other, index) && !other.keys.some((key) => name.keys.includes(key))))
    return null;
  if (!isPlace(name, index) || !sentence.evidence.includes(rival.fact)) return null;
  return [
    {
      kind: 'place',
      severity: 'warning',
      ...spanOf(tokens, name.from - 2, name.to),
      message: `La source dit ici « ${rival.other.text} ».`,
      source: rival.fact.fact.text,
    },
  ];
}

/** The noun stands somewhere without a place after it. */
function standsBare(head: Token, index: SheetIndex): boolean {
  return (index.postings.get(head.stem) ?? []).some(({ analysis: { tokens } }) =>
    tokens.some((token, i) => token.stem === head.stem && !/^(?:de|d'|du)$/u.test(tokens[i + 1]?.key ?? '')),
  );
}

/** « Castelmary (Lot-et-Garonne), 2 septembre – »: where the article is written may be named in any sentence. */
function isDatelinePlace(name: FoundName, { facts }: SheetIndex): boolean {
  return facts.some(
    ({ fact, analysis }) =>
      fact.kind === 'dateline' && name.keys.every((key) => analysis.tokens.some((token) => token.key === key)),
  );
}

function isPlace(name: FoundName, index: SheetIndex): boolean {
  return (entityOf(index.entities, name.keys)?.kind ?? name.kind) !== 'person';
}

const NAMELESS = new WeakMap<Ranking, BestWithout>();

/** The fact that the sentence's words mean when its names are left out. */
function bestWithoutNames(sentence: DraftSentence, index: SheetIndex): BestWithout {
  const known = NAMELESS.get(sentence.ranking);
  if (known) return known;
  const { tokens } = sentence.analysis;
  const named = new Set<number>();
  for (const name of sentence.names) for (let i = name.from; i < name.to; i++) named.add(i);
  const found = bestWithout(sentence.ranking.terms, index, ({ token }) => named.has(token) && tokens[token]?.capital === true);
  NAMELESS.set(sentence.ranking, found);
  return found;
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
