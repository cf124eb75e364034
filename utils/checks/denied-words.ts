/** « ont fait évacuer » where the source has « aucune évacuation n’a été ordonnée »: a word that the source only has denied. */
import { isPersonNoun } from '../facts/entities.ts';
import { readingOf } from '../facts/reading.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { FINITE, type Clause } from '../french/clauses.ts';
import { numberWord } from '../french/number-words.ts';
import { deniesByWord, verbStart } from './denies-by-word.ts';
import { type Fault, spanOf } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

/** Left open, not affirmed. */
const OPEN =
  /^(?:si|s'il|question|possibilite|possible|hypothese|eventuel(?:le)?s?|risque|risques|eventualite|idee|projet|demande|reclame|exige|avant|quant|meme|seul|seule|seuls|seules|peu|difficile)$/u;

export function deniedWordFault(clause: Clause, sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis, evidence, ranking, kind } = sentence;
  const [main] = evidence;
  if (!main || kind === 'heading' || ranking.best < 0.3) return null;
  const { denied } = readingOf(analysis);
  const words = analysis.tokens.slice(clause.from, clause.to);
  if (/^(?:qui|que|qu'|dont|ce|c')$/u.test(words[0]?.key ?? '')) return null;
  const verb = words.findIndex((token) => FINITE.test(token.key) && token.text !== 'à');
  if (verb === -1) return null;
  if (deniesByWord(analysis, clause) || words.some((token) => OPEN.test(token.key) || token.conditional)) return null;
  for (let i = clause.from + verb + 1; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (!token?.content || token.capital || token.framing || token.speech || denied[i] || analysis.quoted[i]) continue;
    if (isPersonNoun(token.key) || numberWord(token.key) !== null) continue;
    const facts = index.postings.get(token.stem) ?? [];
    if (!facts.includes(main) || !facts.every((fact) => onlyDenied(token.stem, fact))) continue;
    return {
      kind: 'polarity',
      severity: 'warning',
      ...spanOf(analysis.tokens, verbStart(analysis, i), i + 1),
      message: 'La source le nie ou le dément, ce texte l’affirme.',
      source: main.fact.text,
    };
  }
  return null;
}

/** Each time that the word stands in the fact, it is denied. */
export function onlyDenied(stemmed: string, { analysis }: IndexedFact): boolean {
  const { denied } = readingOf(analysis);
  const places = analysis.tokens.flatMap((token, k) => (token.stem === stemmed ? [k] : []));
  return places.length > 0 && places.every((k) => denied[k]);
}
