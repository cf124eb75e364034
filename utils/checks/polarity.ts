/** Denials turned into confirmations, negations lost or added, words turned into their contrary. */
import { readingOf } from '../facts/reading.ts';
import type { SheetIndex } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import { FINITE, type Clause } from '../french/clauses.ts';
import { answerFault, confirmationFault, openDoorFault } from './avowals.ts';
import { closedDoorFault } from './closed-doors.ts';
import { deniedWordFault } from './denied-words.ts';
import { comparatorFault } from './comparators.ts';
import { closestClause, contentOf } from './compare-clauses.ts';
import { deniesByWord, verbStart } from './denies-by-word.ts';
import { type Fault, spanOf } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

/** How much of a clause's weight must be in the source clause for the two to say the same thing. */
const SAME_CLAUSE = 0.55;

export function checkPolarity(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis } = sentence;
  if (analysis.question) return [];
  return readingOf(analysis).clauses.flatMap((clause): Fault[] => {
    if (analysis.quoted[clause.from]) return [];
    const fault =
      clauseFault(clause, sentence, index) ??
      confirmationFault(clause, sentence, index) ??
      openDoorFault(clause, sentence) ??
      closedDoorFault(clause, sentence) ??
      deniedWordFault(clause, sentence, index) ??
      comparatorFault(clause, sentence) ??
      answerFault(clause, sentence);
    return fault ? [fault] : [];
  });
}

function clauseFault(clause: Clause, sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis } = sentence;
  const mine = contentOf(analysis, clause);
  if (mine.length === 0) return null;
  const best = closestClause(mine, sentence, index);
  if (!best || best.share < SAME_CLAUSE || best.quoted) return null;
  // One word in common is enough where the whole sentence speaks of that fact and the word is rare.
  const [main] = sentence.evidence;
  const rare = best.first !== -1 && (index.postings.get(analysis.tokens[best.first]?.stem ?? '')?.length ?? 9) <= 3;
  if (best.common < 2 && !(rare && main && Math.abs(main.rank - best.fact.rank) <= 1 && sentence.ranking.best >= 0.35))
    return null;
  const { fact, first, last } = best;
  if (best.opposite && best.against === 0) {
    const { at, word } = best.opposite;
    return {
      kind: 'polarity',
      severity: 'warning',
      ...spanOf(analysis.tokens, verbStart(analysis, at), at + 1),
      message: `La source dit le contraire (« ${word} »).`,
      source: fact.fact.text,
    };
  }
  // The last word of the clause is what is said; against it, agreement on the subject weighs little.
  const ratio = last === mine.at(-1) ? 0.7 : 1.2;
  if (best.against <= best.agreeing * ratio || best.against < Math.min(1, index.novel * 0.6)) return null;
  const denies = Boolean(readingOf(analysis).denied[first]);
  // « ne relève pas de risque chez celles qui… »: the clause that it hangs on is denied.
  if (
    !denies &&
    /^(?:qui|que|qu'|dont)$/u.test(analysis.tokens[clause.from]?.key ?? '') &&
    readingOf(analysis).denied[clause.from - 1]
  )
    return null;
  if (!denies && (isAdverbial(analysis, clause) || isTopic(analysis, clause) || !mayState(analysis, clause))) return null;
  // A denial of what the source only alleges is the other side of the story.
  if (denies && (best.hedged || best.share < 0.9 || best.common < 3 || /^(?:non|pas)$/u.test(firstWord(analysis, clause))))
    return null;
  // One side denies with a word of its own (« a annulé », « se passera de », « sans »): said otherwise, not undone.
  if (deniesByWord(denies ? fact.analysis : analysis, denies ? null : clause)) return null;
  return {
    kind: 'polarity',
    severity: !denies && best.share >= 0.75 && best.common >= 3 ? 'error' : 'warning',
    ...spanOf(analysis.tokens, verbStart(analysis, first), Math.max(last, first) + 1),
    message: denies ? 'La source l’affirme, ce texte le nie.' : 'La source le nie ou le dément, ce texte l’affirme.',
    source: fact.fact.text,
  };
}

/** « Ce sont ses conclusions qu’il récuse »: the next clause says what is said of it; « L’alimentation, elle, n’a pas… » too. */
function isTopic({ tokens }: Analysis, { from, to }: Clause): boolean {
  const cleft = /^(?:ce|c')$/u.test(tokens[from]?.key ?? '') && /^(?:que|qu')$/u.test(tokens[to]?.key ?? '');
  const apart = from === 0 && tokens[to]?.text === ',' && !tokens.slice(from, to).some((token) => VERBAL.test(token.text));
  return cleft || (apart && /^(?:elle|lui|elles|eux|en|quant|ne|n')$/u.test(tokens[to + 1]?.key ?? ''));
}

/** « Quant à l’équipe permanente, », « À l’audience du 11 septembre, »: a piece without a verb affirms nothing. */
function isAdverbial(analysis: Analysis, { from, to }: Clause): boolean {
  const words = analysis.tokens.slice(from, to);
  return (
    /^(?:quant|ainsi|a|au|aux|dans|lors|selon|pour|avec|apres|avant|depuis|de|du|des|d'|chez|en)$/u.test(words[0]?.key ?? '') &&
    !words.some((token) => VERBAL.test(token.text) || (token.content && token.speech))
  );
}

/** A verb may be in it: « L’association », « de 1 900 billets » state nothing. */
function mayState({ tokens }: Analysis, { from, to }: Clause): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || token.kind !== 'word' || token.text === 'à') continue;
    if (VERBAL.test(token.text.toLowerCase()) || FINITE.test(token.key)) return true;
    if (
      token.content &&
      !token.capital &&
      i > from &&
      !NOUN_FOLLOWS.test(tokens[i - 1]?.key ?? '') &&
      /(?:[eatd]|nt)$/u.test(token.key)
    )
      return true;
  }
  return false;
}

const NOUN_FOLLOWS =
  /^(?:le|la|les|l'|une?|des|de|d'|du|sa|son|ses|leurs?|cette|cet|ce|ces|au|aux|en|par|toute?|tous|toutes|chaque|pour|sans|sur|dans|a|avec|[\d .,]+)$/u;

const VERBAL = /^(?:ne|n['’]|a|ont|est|sont|se|s['’]|il|elle|ils|elles|on)$|(?:é|ée|és|ées|ait|aient|ront|era|ira)$/u;

function firstWord(analysis: Analysis, clause: Clause): string {
  const first = analysis.tokens[clause.from];
  return (first?.key === 'et' || first?.key === 'mais' ? analysis.tokens[clause.from + 1]?.key : first?.key) ?? '';
}
