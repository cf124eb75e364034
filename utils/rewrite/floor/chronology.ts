/** Les dates: each dated fact under its date, in the source's order (a day without a year cannot be put before another). */
import type { Block } from '../../article/block.ts';
import type { ReadFact } from '../reading.ts';
import { datedItem } from './next.ts';
import { type Prose, list } from './prose.ts';

export function chronologyFloor(facts: readonly ReadFact[], prose: Prose): Block[] {
  return list(
    facts.flatMap((read) => {
      const dated = datedItem(read);
      return dated === null ? [] : [prose.item(dated.text, dated.label)];
    }),
  );
}
