/** « écarte l’hypothèse » where the source has « n’exclut pas », « sans nier », « n’a pas contesté »: a door left open told as shut. */
import { readingOf } from '../facts/reading.ts';
import type { IndexedFact } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Clause } from '../french/clauses.ts';
import { isDenialRoot } from '../french/polarity.ts';
import type { Token } from '../french/tokens.ts';
import { stemsOfForms } from '../french/verb-forms.ts';
import { verbStart } from './denies-by-word.ts';
import { type Fault, spanOf } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

const RENOUNCES = new Set('renoncer balayer abandonner désavouer'.split(' ').flatMap(stemsOfForms));

function shutsDoor(token: Token | undefined): boolean {
  return token !== undefined && !token.capital && token.content && (isDenialRoot(token) || RENOUNCES.has(token.stem));
}

/** Token indexes of the denials of a fact, by whether they are themselves denied. */
function denialsOf({ tokens, quoted }: Analysis, denied: readonly boolean[]): { open: number[]; shut: number[] } {
  const at = tokens.flatMap((token, i) => (shutsDoor(token) && !quoted[i] && !/^(?:rejets?|refus)$/u.test(token.key) ? [i] : []));
  return { open: at.filter((i) => denied[i]), shut: at.filter((i) => !denied[i]) };
}

/** How many words of the draft a denial of the source bears on: up to the next mark. */
function sharedAfter(from: number, { tokens }: Analysis, mine: readonly Token[]): number {
  let shared = 0;
  for (let i = from + 1; i < from + 9; i++) {
    const token = tokens[i];
    if (!token || token.kind === 'punct' || token.key === 'mais') break;
    if (token.content && !token.capital && mine.some((own) => own.content && own.stem === token.stem)) shared++;
  }
  return shared;
}

export function closedDoorFault(clause: Clause, { analysis, evidence, ranking, kind }: DraftSentence): Fault | null {
  const [main] = evidence;
  if (!main || kind === 'heading' || (ranking.best < 0.35 && evidence.length > 1)) return null;
  const { denied } = readingOf(analysis);
  for (let i = clause.from; i < clause.to; i++) {
    if (!shutsDoor(analysis.tokens[i]) || denied[i] || analysis.quoted[i] || isNoun(analysis.tokens, i)) continue;
    const near = analysis.tokens.slice(clause.from, clause.to);
    if (!leavesOpen(main, near) && !leavesOpen(main, analysis.tokens)) return null;
    return {
      kind: 'polarity',
      severity: 'warning',
      ...spanOf(analysis.tokens, verbStart(analysis, i), Math.min(clause.to, i + 3)),
      message: 'La source ne l’écarte pas et ne le nie pas.',
      source: main.fact.text,
    };
  }
  return null;
}

const NEGATED = /^(?:aucune?|pas|jamais|rien)$/u;

/** The fact denies a denial, and no other denial in it bears on more of what the draft says. */
function leavesOpen(fact: IndexedFact, mine: readonly Token[]): boolean {
  const { open, shut } = denialsOf(fact.analysis, readingOf(fact.analysis).denied);
  if (open.length === 0) return false;
  const shared = (places: number[]): number => Math.max(0, ...places.map((i) => sharedAfter(i, fact.analysis, mine)));
  if (shared(open) > shared(shut)) return true;
  // « Rien n’est décidé », a-t-il répondu: a denial without a verb of denial.
  return shut.length === 0 && !fact.analysis.tokens.some((token, i) => fact.analysis.quoted[i] && NEGATED.test(token.key));
}

/** « un refus », « le démenti »; « le conteste » is none. */
function isNoun(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:refus|rejets?|dementis?|dementies|abandons?|exclusions?)$/u.test(tokens[i]?.key ?? '') &&
    !/^(?:a|ont)$/u.test(tokens[i - 1]?.key ?? '')
  );
}
