/** Les personnes citées, with the role the source gives each. */
import type { Block } from '../../article/block.ts';
import type { Reading } from '../reading.ts';
import { type Prose, list } from './prose.ts';

export function peopleFloor(reading: Reading, prose: Prose): Block[] {
  return list(
    [...reading.persons.values()]
      .filter((person) => person.role !== '')
      .map((person) => prose.item(`${person.role}.`, person.name)),
  );
}
