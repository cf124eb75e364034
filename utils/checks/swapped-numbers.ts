/** Two numbers of one source sentence that have changed places: each stands with the words of the other. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { FoundNumber } from '../french/numbers.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';
import type { SourceNumber } from './source-numbers.ts';

/** « 40 millions pour l’État » where the source has « 58 millions pour l’État et 40 pour la région ». */
export function swapFault(number: FoundNumber, same: SourceNumber[], sentence: DraftSentence, index: SheetIndex): Fault | null {
  const [origin, ...others] = same;
  if (!origin || others.length > 0 || sentence.kind === 'heading' || !sentence.evidence.includes(origin.fact)) return null;
  // « de 3,10 à 3,35 euros », « 21 sièges sur 27 »: two numbers told together share their words.
  if (sentence.analysis.numbers.some((other) => other !== number && (near(number, other) || near(other, number)))) return null;
  const words = wordsBeside(number, sentence);
  if (words.length === 0) return null;
  const rivals = origin.fact.analysis.numbers.filter(
    (other) =>
      other !== origin.number && other.kind === origin.number.kind && other.unit === origin.number.unit && !other.article,
  );
  if (rivals.length === 0 || rivals.some((other) => near(origin.number, other) || near(other, origin.number))) return null;
  const all = [origin.number, ...rivals];
  let own = 0;
  let theirs = 0;
  let rival: FoundNumber | null = null;
  for (const stemmed of words) {
    const owner = ownerOf(stemmed, origin.fact, all);
    if (owner === origin.number) own += index.weights.get(stemmed) ?? 0;
    else if (owner) {
      theirs += index.weights.get(stemmed) ?? 0;
      rival = owner;
    }
  }
  if (own > 0 || rival === null || theirs < index.novel * LEAST) return null;
  const { text } = origin.fact.analysis;
  return {
    kind: 'number-noun',
    severity: 'warning',
    start: number.start,
    end: number.end,
    message: `Dans la source, c’est « ${text.slice(rival.start, rival.end)} » qui va avec ces mots.`,
    source: text,
  };
}

function near(first: FoundNumber, second: FoundNumber): boolean {
  return second.from >= first.to && second.from - first.to <= 4;
}

/** Weight that the words of the rival must have together, in rarest words. */
const LEAST = 0.6;

/** Stems in the stretch of the number: to the next number or mark on both sides. */
function wordsBeside(number: FoundNumber, { analysis: { tokens, numbers, quoted } }: DraftSentence): string[] {
  const taken = (i: number): boolean => numbers.some((other) => other !== number && i >= other.from && i < other.to);
  const ends = (i: number): boolean => {
    const token = tokens[i];
    return !token || /^[,;:.()«»]$/u.test(token.text) || taken(i) || quoted[i] === true;
  };
  let { from, to } = number;
  while (from > 0 && !ends(from - 1)) from--;
  while (to < tokens.length && !ends(to)) to++;
  return tokens.slice(from, to).flatMap((token, i) => {
    const counted = from + i >= number.from && from + i < number.to;
    return !counted && token.content && !token.framing && token.kind === 'word' ? [token.stem] : [];
  });
}

/** The number beside which the word stands in the fact, with no mark, number or « et » between; null where several could be meant. */
function ownerOf(stemmed: string, { analysis: { tokens } }: IndexedFact, numbers: readonly FoundNumber[]): FoundNumber | null {
  const places = tokens.flatMap((token, i) => (token.stem === stemmed ? [i] : []));
  const [at] = places;
  if (at === undefined || places.length > 1) return null;
  const beside = numbers.filter(({ from, to }) => {
    const between = at < from ? tokens.slice(at + 1, from) : tokens.slice(to, at);
    return !between.some((token) => /^[,;:.()«»]$/u.test(token.text) || token.kind === 'number' || token.key === 'et');
  });
  return beside.length === 1 ? (beside[0] ?? null) : null;
}
