/** « plus de la moitié » for « moins de la moitié », « au moins 300 » for « jusqu’à 300 »: a quantity on the other side of its bound. */
import type { IndexedFact } from '../facts/sheet-index.ts';
import type { Clause } from '../french/clauses.ts';
import type { Token } from '../french/tokens.ts';
import { type Fault, spanOf } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

const QUANTITY = /^(?:moitie|tiers|quart|double|dizaine|vingtaine|trentaine|centaine|millier|million|milliard)$/u;

interface Bound {
  at: number;
  quantity: string;
  sign: 1 | -1;
}

/** Bounded quantities of the tokens: what is more (1) or less (-1) than a number or share. */
function boundsOf(tokens: readonly Token[]): Bound[] {
  return tokens.flatMap((token, at): Bound[] => {
    if (token.kind !== 'number' && !QUANTITY.test(token.key)) return [];
    const before = tokens
      .slice(Math.max(0, at - 3), at)
      .map(({ key }) => key)
      .join(' ');
    const sign = /(?:plus (?:de|d')(?: la| un| une)?|au moins|au-dela de|superieure? a)$/u.test(before)
      ? 1
      : /(?:moins (?:de|d')(?: la| un| une)?|au plus|au maximum|jusqu'a|inferieure? a|tout au plus)$/u.test(before)
        ? -1
        : null;
    return sign === null ? [] : [{ at, quantity: token.key, sign }];
  });
}

export function comparatorFault({ from, to }: Clause, { analysis, evidence }: DraftSentence): Fault | null {
  const theirs = evidence.flatMap((fact): (Bound & { fact: IndexedFact })[] =>
    boundsOf(fact.analysis.tokens).map((bound) => ({ ...bound, fact })),
  );
  if (theirs.length === 0) return null;
  for (const { at, quantity, sign } of boundsOf(analysis.tokens)) {
    if (at < from || at >= to || analysis.quoted[at]) continue;
    const same = theirs.filter((bound) => bound.quantity === quantity);
    const [contrary] = same;
    if (!contrary || same.some((bound) => bound.sign === sign)) continue;
    return {
      kind: 'polarity',
      severity: 'warning',
      ...spanOf(analysis.tokens, Math.max(from, at - 2), at + 1),
      message: sign === 1 ? 'La source dit moins, pas plus.' : 'La source dit plus, pas moins.',
      source: contrary.fact.fact.text,
    };
  }
  return null;
}
