/** Clauses of a sentence: what stands between commas, colons, relative words and coordinated verbs. */
import type { Token } from './tokens.ts';

export interface Clause {
  /** Token indexes [from, to). */
  from: number;
  to: number;
}

const MARKS = /^[,;:()–—…!?«»“”]$/u;
const SUBORDINATORS = new Set(
  "que qu' qui dont ou lorsque lorsqu' quand puisque puisqu' tandis alors parce si comme car mais".split(' '),
);
/** Auxiliaries and modal verbs in the third person. */
export const FINITE =
  /^(?:a|ont|est|sont|avait|avaient|etait|etaient|sera|seront|serait|seraient|aura|auront|aurait|auraient|va|vont|doit|doivent|peut|peuvent|fait|font|fut)$/u;

/** Clauses in order, without empty ones. A quotation is cut off from the words around it. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const cut = (to: number, next: number): void => {
    if (to > from) clauses.push({ from, to });
    from = next;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.kind === 'punct') {
      if (MARKS.test(token.text) || (token.text === '-' && tokens[i - 1]?.end !== token.start)) cut(i, i + 1);
      continue;
    }
    if (i === from) continue;
    // « où », not « ou ».
    if (SUBORDINATORS.has(token.key) && (token.key !== 'ou' || token.text === 'où')) cut(i, i);
    else if ((token.key === 'et' || token.key === 'ou') && startsVerbSoon(tokens, i + 1)) cut(i, i);
  }
  cut(tokens.length, tokens.length);
  return clauses;
}

/** Denials in the present: told from no noun. */
const DENIES =
  /^(?:nie|nient|dement|dementent|conteste|contestent|recuse|recusent|refute|refutent|exclut|excluent|rejette|rejettent|refuse|refusent)$/u;

/** A pronoun or an auxiliary within four words, or a denial: « et il a », « et n’a », « et le maire a », « et dément ». */
function startsVerbSoon(tokens: readonly Token[], from: number): boolean {
  if (DENIES.test(tokens[from]?.key ?? '')) return true;
  for (let i = from; i < Math.min(tokens.length, from + 5); i++) {
    const token = tokens[i];
    if (!token || token.kind === 'punct') return false;
    if (/^(?:ne|n'|il|elle|ils|elles|on|se|s')$/u.test(token.key)) return true;
    if (FINITE.test(token.key) && token.text !== 'à') return true;
    if (/^(?:de|d'|du|des|a|aux|au|en)$/u.test(token.key) && i > from + 1) return false;
  }
  return false;
}

export function clauseAt(clauses: readonly Clause[], i: number): Clause | null {
  return clauses.find((clause) => i >= clause.from && i < clause.to) ?? null;
}
