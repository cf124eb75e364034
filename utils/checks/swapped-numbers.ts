/** Two numbers of one source sentence that have changed places: each stands with the words of the other. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { FoundNumber } from '../french/numbers.ts';
import type { Token } from '../french/tokens.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';
import type { SourceNumber } from './source-numbers.ts';

/** « 40 millions pour l’État » where the source has « 58 millions pour l’État et 40 pour la région ». */
export function swapFault(number: FoundNumber, same: SourceNumber[], sentence: DraftSentence, index: SheetIndex): Fault | null {
  const [origin, ...others] = same;
  if (!origin || others.length > 0 || sentence.kind === 'heading' || !sentence.evidence.includes(origin.fact)) return null;
  // « de 3,10 à 3,35 euros », « 21 sièges sur 27 »: two numbers told together share their words.
  const { analysis } = sentence;
  if (analysis.numbers.some((other) => other !== number && comparable(number, other) && together(number, other, analysis.tokens)))
    return null;
  const words = wordsBeside(number, sentence);
  if (words.length === 0) return null;
  const rivals = origin.fact.analysis.numbers.filter(
    (other) => other !== origin.number && other.kind === origin.number.kind && comparable(other, origin.number) && !other.article,
  );
  if (rivals.length === 0 || rivals.some((other) => together(origin.number, other, origin.fact.analysis.tokens))) return null;
  const all = [origin.number, ...rivals];
  let own = 0;
  let theirs = 0;
  let rival: FoundNumber | null = null;
  const { tokens } = origin.fact.analysis;
  // « 2 400 personnes selon les syndicats, 1 100 selon la préfecture »: both count persons.
  const shared = rivals.every(({ nouns, from }) => nouns.length === 0 && !tokens[from - 1]?.content)
    ? number.nouns[0]
    : undefined;
  for (const stemmed of words) {
    if (stemmed === shared) continue;
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

/** One unit, or none with the second of two amounts (« 8,6 millions d’euros et 21 millions »). */
function comparable(a: FoundNumber, b: FoundNumber): boolean {
  return a.unit === b.unit || (Math.min(a.value, b.value) >= 1e6 && (a.unit === null || b.unit === null));
}

/** « de 3,10 à 3,35 euros », « 21 sièges sur 27 », « 18 500 foyers, contre 41 000 »: told of one thing. */
function together(a: FoundNumber, b: FoundNumber, tokens: readonly Token[]): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  if (tokens[second.from - 1]?.key === 'contre') return true;
  const between = tokens.slice(first.to, second.from);
  return between.length <= 4 && !between.some((token) => token.content && !first.nouns.includes(token.stem));
}

/** « 23 ont été classés en urgence absolue » where the source has « 23 blessés, dont trois en urgence absolue »: the words of the part. */
export function partFault(number: FoundNumber, same: readonly SourceNumber[], sentence: DraftSentence): Fault | null {
  const [origin, ...others] = same;
  if (!origin || others.length > 0 || !sentence.evidence.includes(origin.fact)) return null;
  const { tokens, numbers, text } = origin.fact.analysis;
  const part = numbers.find((other) => other.from >= origin.number.to);
  if (!part || !tokens.slice(origin.number.to, part.from).some((token) => token.key === 'dont')) return null;
  if (sentence.analysis.numbers.some((other) => other.value === part.value)) return null;
  const own: string[] = [];
  for (let i = part.to; i < tokens.length && !/^[,;:.()«»]$/u.test(tokens[i]?.text ?? ''); i++) {
    const token = tokens[i];
    if (token?.content && tokens.filter((other) => other.stem === token.stem).length === 1) own.push(token.stem);
  }
  const words = wordsBeside(number, sentence);
  if (!own.some((stemmed) => words.includes(stemmed))) return null;
  return {
    kind: 'number-noun',
    severity: 'warning',
    start: number.start,
    end: number.end,
    message: `Dans la source, c’est « ${text.slice(part.start, part.end)} » qui va avec ces mots.`,
    source: text,
  };
}

/** Weight that the words of the rival must have together, in rarest words. */
const LEAST = 0.6;

/** Stems in the stretch of the number, to the next number or mark on both sides. */
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
