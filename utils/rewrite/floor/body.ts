/** Running text: the source's paragraphs in order, so that no sentence loses what it leans on. */
import type { Block } from '../../article/block.ts';
import { isAsked, type Reading, type ReadFact } from '../reading.ts';
import { bodySentences } from '../wording/variants.ts';
import { countWords } from '../../article/words.ts';
import { raised } from '../wording/grammar.ts';
import { type Prose, list } from './prose.ts';

/** Words after which a new paragraph begins where the next sentence can stand alone (yoastseo: good up to 150). */
const PARAGRAPH_WORDS = 80;

export function bodyFloor(facts: readonly ReadFact[], reading: Reading, prose: Prose): Block[] {
  return paragraphs(facts, reading.facts).flatMap((group) => {
    const [first] = group;
    if (first?.fact.unit === 'list') return list(group.map((read) => prose.item(itemText(read.masked))));
    return prose.paragraph(
      group.flatMap((read, index) => bodySentences(read, reading, group[index - 1] ?? null)),
      group.map((read) => read.fact.id),
    );
  });
}

/** « boire de l’eau ; » → « Boire de l’eau. » */
function itemText(masked: string): string {
  const text = raised(masked.replace(/[\s;,]+$/u, ''));
  return /[.!?…⟧]$/u.test(text) ? text : `${text}.`;
}

/** Source paragraphs; one-sentence paragraphs join the one before while it is short, long ones are cut between sentences. */
function paragraphs(facts: readonly ReadFact[], all: readonly ReadFact[]): ReadFact[][] {
  const sources = all.map((read) => read.fact);
  const asked = (read: ReadFact): boolean => isAsked(read.fact, sources);
  const groups: ReadFact[][] = [];
  let words = 0;
  for (const read of facts) {
    const last = groups.at(-1)?.at(-1);
    const length = countWords(read.fact.text);
    const listed = read.fact.unit === 'list';
    const joins =
      last !== undefined &&
      !asked(read) &&
      !asked(last) &&
      (last.fact.unit === 'list') === listed &&
      (listed || last.fact.paragraph === read.fact.paragraph ? words + length <= 110 : words + length <= PARAGRAPH_WORDS);
    if (
      last !== undefined &&
      (joins || (last.fact.unit !== 'list' && !asked(last) && !asked(read) && read.fact.leans && words + length <= 140))
    ) {
      groups.at(-1)?.push(read);
      words += length;
    } else {
      groups.push([read]);
      words = length;
    }
  }
  return groups;
}
