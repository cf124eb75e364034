/** Running text: the source's paragraphs in order, so that no sentence loses what it leans on. */
import type { Block } from '../../article/block.ts';
import type { Reading, ReadFact } from '../reading.ts';
import { bodySentences } from '../wording/variants.ts';
import { countWords } from '../../article/words.ts';
import type { Prose } from './prose.ts';

/** Words after which a new paragraph begins where the next sentence can stand alone (yoastseo: good up to 150). */
const PARAGRAPH_WORDS = 80;

export function bodyFloor(facts: readonly ReadFact[], reading: Reading, prose: Prose): Block[] {
  return paragraphs(facts).map((group) =>
    prose.paragraph(
      group.flatMap((read, index) => bodySentences(read, reading, group[index - 1] ?? null)),
      group.map((read) => read.fact.id),
    ),
  );
}

/** Source paragraphs; one-sentence paragraphs join the one before while it is short, long ones are cut between sentences. */
function paragraphs(facts: readonly ReadFact[]): ReadFact[][] {
  const groups: ReadFact[][] = [];
  let words = 0;
  for (const read of facts) {
    const last = groups.at(-1)?.at(-1);
    const length = countWords(read.fact.text);
    const joins =
      last !== undefined &&
      (last.fact.paragraph === read.fact.paragraph ? words + length <= 110 : words + length <= PARAGRAPH_WORDS);
    if (last !== undefined && (joins || (read.fact.leans && words + length <= 140))) {
      groups.at(-1)?.push(read);
      words += length;
    } else {
      groups.push([read]);
      words = length;
    }
  }
  return groups;
}
