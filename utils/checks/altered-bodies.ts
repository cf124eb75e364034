/** « l’Agence nationale de sécurité sanitaire » where the source has « l’Agence nationale de la recherche »: a body under another's name. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { FoundName } from '../french/names.ts';
import { areSynonyms } from '../french/synonyms.ts';
import type { Token } from '../french/tokens.ts';
import { type Fault, spanOf } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

interface Body {
  fact: IndexedFact;
  /** What follows the head: « nationale », « recherche ». */
  tail: Token[];
  text: string;
}

/** The head is the source's, what follows it is not, and the source says something else there. */
export function alteredBody(name: FoundName, sentence: DraftSentence, index: SheetIndex): Fault[] | null {
  const { tokens } = sentence.analysis;
  const head = tokens[name.from];
  if (name.kind !== 'body' || !head?.content || head.text === head.text.toUpperCase()) return null;
  const { tail, to } = tailOf(tokens, name.from);
  if (tail.length === 0) return null;
  const theirs = (index.postings.get(head.stem) ?? []).flatMap((fact) => bodiesOf(fact, head.key));
  const [rival] = theirs.toSorted((a, b) => rank(a, sentence) - rank(b, sentence));
  if (
    !rival ||
    !sentence.evidence.includes(rival.fact) ||
    theirs.some((body) => covers(body.tail, tail) || covers(tail, body.tail))
  )
    return null;
  // « le Tribunal de Brest » for « le Tribunal correctionnel, à Brest ».
  if (tail.every((token) => sentence.evidence.some((fact) => fact.terms.has(token.stem)))) return null;
  return [
    {
      kind: 'name',
      severity: 'warning',
      ...spanOf(tokens, name.from, to),
      message: `La source nomme « ${rival.text} ».`,
      source: rival.fact.fact.text,
    },
  ];
}

function rank(body: Body, { evidence }: DraftSentence): number {
  const at = evidence.indexOf(body.fact);
  return at === -1 ? evidence.length : at;
}

function bodiesOf(fact: IndexedFact, head: string): Body[] {
  const { tokens, text } = fact.analysis;
  return fact.names.flatMap((name): Body[] => {
    if (tokens[name.from]?.key !== head) return [];
    const { tail, to } = tailOf(tokens, name.from);
    return [{ fact, tail, text: text.slice(tokens[name.from]?.start ?? 0, tokens[to - 1]?.end ?? 0) }];
  });
}

const ADJECTIVE = /(?:al|ales?|aux|el|elles?|els|ien|iennes?|iens|ieres?|iers?|iques?|ois|oises?|ain|aines?|ifs?|ives?|aires?)$/u;
const ARTICLES = new Set("de du des d' la le les l'".split(' '));

/** Adjectives and complements with « de » that follow a head. */
function tailOf(tokens: readonly Token[], head: number): { tail: Token[]; to: number } {
  const tail: Token[] = [];
  let to = head + 1;
  for (let i = head + 1; i < tokens.length && i < head + 9; i++) {
    const token = tokens[i];
    if (!token || token.kind !== 'word') break;
    if (ARTICLES.has(token.key)) continue;
    const complement = ARTICLES.has(tokens[i - 1]?.key ?? '');
    if (!token.content || (!complement && !token.capital && (token.speech || !ADJECTIVE.test(token.key)))) break;
    tail.push(token);
    to = i + 1;
  }
  return { tail, to };
}

/** Every word of `part` stands in `whole`, as itself, a near form or a synonym. */
function covers(whole: readonly Token[], part: readonly Token[]): boolean {
  return part.every((token) => whole.some((other) => areSynonyms(token.stem, other.stem) || sameRoot(token.stem, other.stem)));
}

function sameRoot(a: string, b: string): boolean {
  return a.length > 3 && b.length > 3 && a.slice(0, 4) === b.slice(0, 4);
}
