/** L’essentiel: one short point a fact; two facts that code cannot say otherwise share a point. */
import type { Block } from '../../article/block.ts';
import type { Reading, ReadFact } from '../reading.ts';
import { joinable, joined, neighbours } from '../wording/joined.ts';
import { secondWording } from '../wording/variants.ts';
import { type Prose, list } from './prose.ts';

export function essentielFloor(facts: readonly ReadFact[], reading: Reading, prose: Prose): Block[] {
  const worded = facts.map((read) => secondWording(read, reading));
  const waiting = facts.filter((_, index) => worded[index] === null);
  return list(
    facts.flatMap((read, index) => {
      const text = worded[index] ?? null;
      if (text !== null) return [prose.item(text)];
      const place = waiting.indexOf(read);
      const mate = waiting[place + 1];
      const near = mate !== undefined && neighbours(read, mate) && joinable(read) && joinable(mate);
      const pair = place % 2 === 0 && near ? joined(read.plain ?? '', mate.plain ?? '') : null;
      return pair === null ? [] : [prose.item(pair)];
    }),
  );
}
