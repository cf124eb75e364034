/** Facts that the source does not have: a clause whose words stand nowhere in it. */
import { readingOf } from '../facts/reading.ts';
import type { Token } from '../french/tokens.ts';
import { spanOf, type Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

export function checkAddedFacts(sentence: DraftSentence): Fault[] {
  if (sentence.kind === 'heading') return [];
  const { analysis } = sentence;
  return sentence.alignment.unsupported.flatMap((clause): Fault[] => {
    if (!clause.telling || !clause.sure) return [];
    // A sentence that opens a paragraph, or a clause before « : », announces what follows.
    if ((!clause.adjunct && sentence.opens) || announces(analysis.tokens, clause.to)) return [];
    // What is said not to have happened is seldom an event that somebody made up.
    if (readingOf(analysis).denied[clause.to - 1] && !clause.adjunct) return [];
    return [
      {
        kind: 'fact-added',
        severity: 'warning',
        ...spanOf(analysis.tokens, clause.from, clause.to),
        message: 'La source ne dit rien de tel.',
      },
    ];
  });
}

/** « Deux facteurs ont joué contre lui : »: a colon follows before any comma. */
function announces(tokens: readonly Token[], from: number): boolean {
  const mark = tokens.slice(from).find((token) => /^[,;:.!?]$/u.test(token.text));
  return mark?.text === ':';
}
