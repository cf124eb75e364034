/** Names of persons, bodies and places that the source does not have, or has for another. */
import { entityOf } from '../facts/entities.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { placeGroups } from '../french/geo.ts';
import type { FoundName } from '../french/names.ts';
import type { Token } from '../french/tokens.ts';
import { alteredBody } from './altered-bodies.ts';
import { checkDemonyms, groupsOf } from './demonyms.ts';
import { type Fault, spanOf } from './fault.ts';
import { isExpansion, isKnown, isVariant, nearest, titleCase } from './known-names.ts';
import { headedPlace, otherName, otherRole } from './other-names.ts';
import type { DraftSentence } from './read-draft.ts';

export function checkNames(sentence: DraftSentence, index: SheetIndex): Fault[] {
  return [...checkDemonyms(sentence, index), ...namesOf(sentence, index)];
}

function namesOf(sentence: DraftSentence, index: SheetIndex): Fault[] {
  return sentence.names.flatMap((name): Fault[] => {
    if (sentence.analysis.quoted[name.from] || sentence.analysis.dated[name.from]) return [];
    return (
      unknownName(name, sentence, index) ??
      alteredBody(name, sentence, index) ??
      mixedName(name, sentence, index) ??
      otherRole(name, sentence, index) ??
      headedPlace(name, sentence, index) ??
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
