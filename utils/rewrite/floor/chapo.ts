/** The chapô: the lead facts in the running text's wording, and a line that says what follows, without a new fact. */
import type { Block } from '../../article/block.ts';
import type { Reading, ReadFact } from '../reading.ts';
import { bodySentences } from '../wording/variants.ts';
import { standingOf } from './known.ts';
import type { Prose } from './prose.ts';

export function chapoFloor(facts: readonly ReadFact[], reading: Reading, prose: Prose): Block[] {
  const sentences = facts.flatMap((read, index) => bodySentences(read, reading, facts[index - 1] ?? null));
  const announced = announcement(reading);
  return [
    prose.paragraph(
      announced === null ? sentences : [...sentences, announced],
      facts.map((read) => read.fact.id),
    ),
  ];
}

/** « Déclarations, démentis et chiffres : voici ce qu’il faut retenir. », from what the source holds; null under two kinds. */
function announcement(reading: Reading): string | null {
  const { facts } = reading;
  const kinds = [
    facts.filter((read) => read.fact.quotations.some((quotation) => quotation.whole)).length >= 2 ? 'déclarations' : '',
    facts.filter((read) => standingOf(read) === 'denied').length >= 2 ? 'démentis' : '',
    facts.filter((read) => read.fact.numbers.length > 0).length >= 3 ? 'chiffres' : '',
    facts.some((read) => read.fact.hedges.some((hedge) => /rai(?:t|ent)$/u.test(hedge))) ? 'points à confirmer' : '',
  ].filter((kind) => kind !== '');
  if (kinds.length < 2 || facts.length < 6) return null;
  const named = `${kinds.slice(0, -1).join(', ')} et ${kinds.at(-1) ?? ''}`;
  return `${named.charAt(0).toUpperCase()}${named.slice(1)} : voici ce qu’il faut retenir.`;
}
