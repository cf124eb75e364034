/** How the running text is cut: what the chapô takes, and which paragraphs share a subheading. */
import { countWords } from '../article/words.ts';
import type { Reading, ReadFact } from './reading.ts';

/** Words under one subheading of the running text; yoastseo allows 300, readers prefer less. */
const GROUP_WORDS = 90;
const MOST_GROUP_WORDS = 170;
const LEAD_WORDS = 60;

/** The first fact, and those of its paragraph that lean on it or still fit; never a quotation that waits for its speaker. */
export function leadFacts(reading: Reading): ReadFact[] {
  const [first, ...others] = reading.facts;
  if (!first) return [];
  const lead = [first];
  for (const read of others) {
    if (read.fact.paragraph !== first.fact.paragraph || read.fact.sourceId !== first.fact.sourceId) break;
    if (wordsOf([...lead, read]) > LEAD_WORDS && !read.fact.leans) break;
    lead.push(read);
  }
  // What leans on the lead cannot open the next section.
  const next = reading.facts[lead.length];
  if (next?.fact.leans && lead.length < 4) lead.push(next);
  return lead;
}

export function bodyGroups(facts: readonly ReadFact[]): ReadFact[][] {
  const groups: ReadFact[][] = [];
  for (const paragraph of byParagraph(facts)) {
    const last = groups.at(-1);
    const leans = paragraph[0]?.fact.leans === true;
    if (last && (leans || wordsOf(last) < GROUP_WORDS - 25) && (leans || wordsOf(last) + wordsOf(paragraph) <= MOST_GROUP_WORDS))
      last.push(...paragraph);
    else groups.push([...paragraph]);
  }
  const [tail] = groups.slice(-1);
  const before = groups.at(-2);
  if (tail && before && wordsOf(tail) < 40 && wordsOf(before) + wordsOf(tail) <= MOST_GROUP_WORDS + 30) {
    before.push(...tail);
    groups.pop();
  }
  return groups;
}

function byParagraph(facts: readonly ReadFact[]): ReadFact[][] {
  const paragraphs: ReadFact[][] = [];
  for (const read of facts) {
    const last = paragraphs.at(-1);
    const [first] = last ?? [];
    if (last && first && first.fact.paragraph === read.fact.paragraph && first.fact.sourceId === read.fact.sourceId)
      last.push(read);
    else paragraphs.push([read]);
  }
  return paragraphs;
}

function wordsOf(facts: readonly ReadFact[]): number {
  return facts.reduce((sum, read) => sum + countWords(read.fact.text), 0);
}
