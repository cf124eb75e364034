/** What a sentence does not state flatly: conditionals, attributions, presumptions, negations, denials. */
import { isNe } from './polarity.ts';
import type { Token } from './tokens.ts';

export interface Mark {
  kind: 'conditional' | 'attribution' | 'presumed' | 'possible' | 'negation' | 'denial';
  /** Token indexes [from, to). */
  from: number;
  to: number;
}

const PRESUMED =
  /^(?:presumee?s?|supposee?s?|pretendue?s?|eventuel(?:le)?s?|soupconnee?s?|suspectee?s?|allegue?s?|probable(?:s|ment)?|vraisemblable(?:s|ment)?|apparemment|potentiel(?:le)?s?|suspecte?s?|possible(?:s|ment)?)$/u;
const DENIALS = new Set(
  (
    'dementi dementie dement dementent dementait dementir refute refutee refutent refuter conteste contestee contestent contester contestait rejette rejettent rejete rejetee rejeter nie nient niait nier niee recuse recusent recuser ' +
    'infirme infirmee infirment exclut excluent exclu exclue exclure ecarte ecartent ecartee ecarter dementis contestation rejet dementit'
  ).split(' '),
);
const NEGATORS = new Set('pas plus jamais aucun aucune rien personne nul nulle guere ni point'.split(' '));

/** The folded word alone, or with what stands beside it, may be a mark; a conditional is told by its form. */
export function isCautionWord(key: string): boolean {
  return PRESUMED.test(key) || DENIALS.has(key) || OTHER_MARKS.has(key);
}

const OTHER_MARKS = new Set("selon apres avis ne n' aucun aucune sans".split(' '));

/** Marks of the tokens, in order. `quoted[i]` tokens are skipped: what stands between « » is another's word. */
export function findMarks(tokens: readonly Token[], quoted: readonly boolean[]): Mark[] {
  const marks: Mark[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || !(token.cautions || token.conditional) || quoted[i]) continue;
    const { key } = token;
    if (isConditional(token)) marks.push({ kind: 'conditional', from: i, to: i + 1 });
    else if (PRESUMED.test(key)) marks.push({ kind: 'presumed', from: i, to: i + 1 });
    else if (DENIALS.has(key)) marks.push({ kind: 'denial', from: i, to: i + 1 });
    else if (key === 'selon' || ((key === 'apres' || key === 'avis') && tokens[i - 1]?.key === "d'")) {
      marks.push({ kind: 'attribution', from: key === 'selon' ? i : i - 1, to: phraseEnd(tokens, i + 1) });
    } else if (isNe(token) && !(tokens[i - 1]?.key === 'plus')) {
      const to = negatorAfter(tokens, i);
      if (to !== null) marks.push({ kind: 'negation', from: i, to });
    } else if ((key === 'aucun' || key === 'aucune' || key === 'sans') && marks.at(-1)?.to !== i + 1)
      marks.push({ kind: 'negation', from: i, to: Math.min(tokens.length, i + 2) });
  }
  return marks;
}

export function isConditional(token: Token): boolean {
  return token.conditional;
}

/** Where the negator (« pas », « aucun »…) of a « ne » ends, or null (« ne … que », expletive). */
function negatorAfter(tokens: readonly Token[], from: number): number | null {
  for (let k = from + 1; k < Math.min(tokens.length, from + 9); k++) {
    const token = tokens[k];
    if (!token || /^[.;:!?]$/u.test(token.text)) break;
    if (NEGATORS.has(token.key)) return k + 1;
    if (token.key === 'que' || token.key === "qu'") return null;
  }
  return from > 0 || tokens[from] ? (from + 2 <= tokens.length ? from + 2 : null) : null;
}

/** End of the noun phrase after « selon »: next comma, verb or full stop. */
function phraseEnd(tokens: readonly Token[], from: number): number {
  let k = from;
  while (k < tokens.length && k < from + 12) {
    const token = tokens[k];
    if (!token || (token.kind === 'punct' && !(token.text === '.' && /^(?:m|mme|me)$/u.test(tokens[k - 1]?.key ?? '')))) break;
    k++;
  }
  return k;
}
