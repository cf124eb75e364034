/** The gate's view of the checks: what the source says of one sentence. */
import { checkSentence } from '../checks/fidelity.ts';
import { alignSentence } from '../facts/align.ts';
import { type CleanSheet, injectionFault } from '../checks/injection.ts';
import type { Claims } from './sentence-gate.ts';

/** Held against all facts, not a section's own: a sentence that another fact carries is true all the same. */
export function claimsOf(clean: CleanSheet): Claims {
  const { sheet } = clean;
  return {
    align: (sentence) => alignSentence(sentence, sheet),
    faults: (sentence) => {
      const planted = injectionFault(sentence, clean);
      return [...(planted ? [planted] : []), ...checkSentence(sentence, sheet)];
    },
  };
}
