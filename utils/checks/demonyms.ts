/** Peoples and regions by their adjectives, held against the places of the source. */
import type { SheetIndex } from '../facts/sheet-index.ts';
import { placeGroups } from '../french/geo.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

/** « l’usine valaisanne » where the source has no Valais. */
export function checkDemonyms(sentence: DraftSentence, index: SheetIndex): Fault[] {
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

export function groupsOf(index: SheetIndex): number[] {
  const known = GROUPS.get(index);
  if (known) return known;
  const groups = index.facts.flatMap((fact) => fact.analysis.tokens.flatMap((token) => placeGroups(token.key)));
  GROUPS.set(index, groups);
  return groups;
}
