/** Les personnes citées (those whose words the source quotes), with the role the source gives each. */
import type { Block } from '../../article/block.ts';
import type { Reading } from '../reading.ts';
import { type Prose, list } from './prose.ts';

export function peopleFloor(reading: Reading, prose: Prose): Block[] {
  const speaking = new Set(
    reading.facts.flatMap((read) => read.fact.quotations.map((quotation) => reading.speakerOf(quotation)?.name)),
  );
  return list(
    [...reading.persons.values()]
      .filter((person) => person.role !== '' && speaking.has(person.name))
      .map((person) => prose.item(`${person.role}.`, person.name)),
  );
}
