/** How the running text is cut: what the chapô takes, and which paragraphs share a subheading. */
import { countWords } from '../article/words.ts';
import { isAsked, type Reading, type ReadFact } from './reading.ts';

/** Words under one subheading of the running text; yoastseo allows 300, readers prefer less. */
const GROUP_WORDS = 90;
const MOST_GROUP_WORDS = 170;
const LEAD_WORDS = 60;
const MOST_LEAD = 5;

/** Neither an intertitle nor an item of a list, nor the line that introduces one. */
export function isRunning({ fact }: ReadFact): boolean {
  return fact.unit !== 'list' && fact.unit !== 'heading' && !fact.text.endsWith(':');
}

/** The first fact, and those of its paragraph that lean on it or still fit; never a quotation that waits for its speaker. */
export function leadFacts(reading: Reading): ReadFact[] {
  const first = reading.facts.find((read) => isRunning(read)) ?? reading.facts[0];
  if (!first) return [];
  const others = reading.facts.slice(first.rank + 1);
  const lead = [first];
  for (const read of others) {
    if (read.fact.paragraph !== first.fact.paragraph || read.fact.sourceId !== first.fact.sourceId) break;
    if ((wordsOf([...lead, read]) > LEAD_WORDS && !read.fact.leans) || !isRunning(read) || asked(reading, read)) break;
    lead.push(read);
  }
  // What leans on the lead cannot open the next section.
  for (const next of others.slice(lead.length - 1)) {
    if (!next.fact.leans || !isRunning(next) || asked(reading, next) || lead.length >= MOST_LEAD) break;
    lead.push(next);
  }
  return lead;
}

export function bodyGroups(facts: readonly ReadFact[], reading: Reading): ReadFact[][] {
  const groups: ReadFact[][] = [];
  for (const paragraph of byParagraph(facts, reading)) {
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

/** A list stays with the line that introduces it, an answer with its question. */
function byParagraph(facts: readonly ReadFact[], reading: Reading): ReadFact[][] {
  const paragraphs: ReadFact[][] = [];
  for (const read of facts) {
    const last = paragraphs.at(-1);
    const before = last?.at(-1);
    const goesOn =
      before && (read.fact.unit === 'list' || asked(reading, before) || before.fact.paragraph === read.fact.paragraph);
    if (last && goesOn && before.fact.sourceId === read.fact.sourceId) last.push(read);
    else paragraphs.push([read]);
  }
  return paragraphs;
}

function asked(reading: Reading, { fact }: ReadFact): boolean {
  return isAsked(
    fact,
    reading.facts.map((read) => read.fact),
  );
}

function wordsOf(facts: readonly ReadFact[]): number {
  return facts.reduce((sum, read) => sum + countWords(read.fact.text), 0);
}
