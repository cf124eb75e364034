/** A sentence that stands at the other end of a question than its evidence: « validé » for « suspendu », « reconnaît » for « nie ». */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { readingOf } from '../facts/reading.ts';
import { answersAt } from '../french/axes.ts';
import { isEpistemic } from '../french/polarity.ts';
import { clauseAt } from '../french/clauses.ts';
import type { Token } from '../french/tokens.ts';
import { deniesByWord } from './denies-by-word.ts';
import { spanOf, type Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

/** Where the sentence shares less than this with its best fact, the two may speak of different things. */
const LEAST_SHARE = 0.3;

export function checkContraries(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis, evidence, ranking } = sentence;
  const [main] = evidence;
  if (!main || ranking.best < LEAST_SHARE || sentence.kind === 'heading' || analysis.question) return [];
  const own = readingOf(analysis);
  return analysis.tokens.flatMap((token, i): Fault[] => {
    // « s’est gardé de confirmer »: denies, and keeps nothing.
    if (!isPredicate(token) || analysis.quoted[i] || (own.denials.includes(i) && /^(?:gard|absten|abstien)/u.test(token.stem)))
      return [];
    const axes = answersAt(analysis.tokens, i);
    if (axes.length === 0 || isNamed(analysis.tokens, i) || (own.denied[i] && isEpistemic(token))) return [];
    // The word itself is the evidence's, in the same light.
    const denied = Boolean(own.denied[i]);
    let contrary: { fact: IndexedFact; at: number } | null = null;
    for (const { axis, sign } of axes) {
      const all = endsOf(axis, [main, ...evidence.filter((fact) => fact !== main)]);
      // Where the word itself stands in the evidence, no other word answers for it.
      const itself = all.filter((end) => end.stem === token.stem);
      const ends = itself.length > 0 ? itself : all;
      const mine = denied ? -sign : sign;
      const found = ends.find((end) => end.sign !== mine && !end.quoted && end.fact === main);
      const alike = all.filter((end) => end.sign === mine);
      // Of two ends in the evidence, the one that stands with the same name tells.
      if (
        alike.length > 0 &&
        !(
          found &&
          found.stem !== token.stem &&
          alike.every((end) => inCommon(sentence, i, end, true) < inCommon(sentence, i, found, true))
        )
      )
        return [];
      // « a écarté une hausse » for « a exclu une hausse », « a construit sans aide »: said otherwise, with a word that denies.
      if (found?.stem === token.stem && deniesByWord(analysis, clauseAt(own.clauses, i))) continue;
      if (found && speaksOfSame(sentence, i, found, index)) contrary ??= found;
    }
    if (!contrary) return [];
    const { tokens, text } = contrary.fact.analysis;
    return [
      {
        kind: 'polarity',
        severity: 'warning',
        ...spanOf(analysis.tokens, phraseStart(analysis.tokens, i), i + 1),
        message: `La source dit le contraire (« ${text.slice(tokens[contrary.at]?.start ?? 0, tokens[contrary.at]?.end ?? 0)} »).`,
        source: text,
      },
    ];
  });
}

interface End {
  fact: IndexedFact;
  at: number;
  stem: string;
  sign: number;
  quoted: boolean;
}

/** Where the facts answer this question, each word with its negations. */
function endsOf(axis: number, facts: readonly IndexedFact[]): End[] {
  return facts.flatMap((fact) => {
    const { tokens, quoted } = fact.analysis;
    const { denied } = readingOf(fact.analysis);
    return tokens.flatMap((token, at): End[] => {
      if (!isPredicate(token)) return [];
      const word = answersAt(tokens, at).find((candidate) => candidate.axis === axis);
      return word ? [{ fact, at, stem: token.stem, sign: denied[at] ? -word.sign : word.sign, quoted: Boolean(quoted[at]) }] : [];
    });
  });
}

function isPredicate(token: Token): boolean {
  // Words of another matter with the stem of one that answers: « 8 heures » and « heureux ».
  return (
    (token.content || /^(?:moins|plus|sauf|hormis|pour|contre)$/u.test(token.key)) &&
    !(token.capital && token.start > 0) &&
    !/^(?:heures?|homologues?|infirmi\p{L}+|combats?|consist\p{L}+)$/u.test(token.key)
  );
}

/** « l’opposition », « marquent l’arrêt »: a thing named; « reste à confirmer »: open; « a confié »: said, not trusted. */
function isNamed(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (/^(?:l'|le|la|les)$/u.test(before?.key ?? '')) return /(?:t|tion|ment|s)$/u.test(tokens[i]?.text ?? '');
  return (
    (before?.text === 'à' && /^(?:reste|restent|restait)$/u.test(tokens[i - 2]?.key ?? '')) ||
    /^confi(?:er?|ee?s?|ent|ait)$/u.test(tokens[i]?.key ?? '')
  );
}

/** A word of the draft's clause stands in the source clause, or the clause points back with a pronoun. */
function speaksOfSame(sentence: DraftSentence, at: number, end: End, index: SheetIndex): boolean {
  return inCommon(sentence, at, end) > 0 || index.facts.length === 1 || sentence.ranking.best >= 0.6;
}

/** Words, or names alone, that the draft's clause has in common with the source clause. */
function inCommon({ analysis }: DraftSentence, at: number, end: End, named = false): number {
  const mine = clauseAt(readingOf(analysis).clauses, at);
  const theirs = readingOf(end.fact.analysis).clauses.find((clause) => end.at >= clause.from && end.at < clause.to);
  if (!mine || !theirs) return 0;
  let common = 0;
  for (let i = mine.from; i < mine.to; i++) {
    const token = analysis.tokens[i];
    if (!token?.content || i === at || token.framing || (named && !token.capital)) continue;
    if (theirs.stems.has(token.stem) || token.classes.some((name) => theirs.classes.has(name))) common++;
  }
  return common;
}

/** The auxiliary, pronoun or « ne » before the word. */
function phraseStart(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && at - from < 4) {
    const token = tokens[from - 1];
    if (!token || token.kind === 'punct' || token.content) break;
    from--;
  }
  return from;
}
