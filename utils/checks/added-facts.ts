/** Facts that the source does not have: a clause whose words stand nowhere in it. */
import { spanOf, type Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

export function checkAddedFacts(sentence: DraftSentence): Fault[] {
  if (sentence.kind === 'heading') return [];
  const { analysis } = sentence;
  return sentence.alignment.unsupported.flatMap((clause): Fault[] => {
    if (!clause.telling || !clause.sure) return [];
    // A sentence that opens a paragraph, or a clause before « : », announces what follows.
    if (!clause.adjunct && (sentence.opens || analysis.tokens[clause.to]?.text === ':')) return [];
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
