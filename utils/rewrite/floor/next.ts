/** What comes next: what the source itself says of days to come, each under its day where it has one. */
import type { Block } from '../../article/block.ts';
import type { Reading, ReadFact } from '../reading.ts';
import { raised } from '../wording/grammar.ts';
import { timeOf } from '../wording/moves.ts';
import { asClause } from '../wording/shorten.ts';
import { secondWording } from '../wording/variants.ts';
import { type Prose, list } from './prose.ts';

export function nextFloor(facts: readonly ReadFact[], reading: Reading, prose: Prose): Block[] {
  return list(
    facts.flatMap((read) => {
      const dated = datedItem(read);
      if (dated) return [prose.item(dated.text, dated.label)];
      const text = secondWording(read, reading);
      return text === null ? [] : [prose.item(text)];
    }),
  );
}

/** « Mercredi à 18 heures : une marche blanche est prévue. »; null where the day cannot be taken out. */
export function datedItem(read: ReadFact): { label: string; text: string } | null {
  const timed = read.plain === null || !read.alone ? null : timeOf(read.plain);
  const clause = timed ? asClause(timed.rest) : null;
  return timed && clause !== null ? { label: raised(timed.time), text: `${clause}.` } : null;
}

const TO_COME =
  /(?<![\p{L}])(?:sera|seront|aura|auront|est prévue?|sont prévue?s|est convoquée?|est attendue?|sont attendue?s|doit|doivent|devrait|devraient|devait être|devaient être|prévoit|menace de|menacent de|\p{Ll}{3,}(?:era|eront|ira|iront|dra|dront))(?![\p{L}])/u;

export function isToCome(read: ReadFact): boolean {
  return TO_COME.test(read.plain ?? '');
}
