/** « 180 euros par an » where the source has « 180 euros par mois »: the time that a number is told for. */
import type { FoundNumber } from '../french/numbers.ts';
import type { Token } from '../french/tokens.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';
import type { SourceNumber } from './source-numbers.ts';

/** Folded word → period. */
const NOUNS = new Map(
  'an=an ans=an annee=an mois=mois semaine=semaine jour=jour journee=jour heure=heure minute=minute trimestre=trimestre semestre=semestre nuit=nuit'
    .split(' ')
    .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
);
const ADJECTIVES: readonly (readonly [RegExp, string])[] = [
  [/^annuel(?:le)?(?:s|ment)?$/u, 'an'],
  [/^mensuel(?:le)?(?:s|ment)?$/u, 'mois'],
  [/^hebdomadaire(?:s|ment)?$/u, 'semaine'],
  [/^(?:quotidien(?:ne)?(?:s|ment)?|journali(?:er|ere)s?)$/u, 'jour'],
  [/^trimestriel(?:le)?(?:s|ment)?$/u, 'trimestre'],
];

interface Period {
  name: string;
  /** Token indexes [from, to). */
  from: number;
  to: number;
}

/** Every source number of that value is told for a period, and none for this one. */
export function periodFault(number: FoundNumber, same: readonly SourceNumber[], { analysis }: DraftSentence): Fault | null {
  const mine = periodOf(analysis.tokens, number);
  const [origin] = same;
  if (!mine || !origin) return null;
  const theirs = same.map((candidate) => periodOf(candidate.fact.analysis.tokens, candidate.number)?.name);
  if (theirs.some((name) => name === undefined || name === mine.name)) return null;
  const { tokens } = analysis;
  return {
    kind: 'unit',
    severity: 'warning',
    start: Math.min(number.start, tokens[mine.from]?.start ?? number.start),
    end: Math.max(number.end, tokens[mine.to - 1]?.end ?? number.end),
    message: `Dans la source, ce nombre vaut par ${theirs[0]}.`,
    source: origin.fact.fact.text,
  };
}

/** « par an », « chaque mois », « mensuels » after the number, else before it, with no other number or mark between. */
function periodOf(tokens: readonly Token[], number: FoundNumber): Period | null {
  const own = NOUNS.get(number.unit?.split('/')[1] ?? '') ?? (number.unit?.endsWith('/h') ? 'heure' : undefined);
  if (own !== undefined) return { name: own, from: number.from, to: number.to };
  const ends = (token: Token | undefined): boolean => !token || token.kind === 'number' || /^[;:.«»()]$/u.test(token.text);
  for (let i = number.to; i < number.to + 8 && !ends(tokens[i]); i++) {
    const period = periodAt(tokens, i);
    if (period) return period;
  }
  for (let i = number.from - 1; i >= number.from - 10 && !ends(tokens[i]); i--) {
    const period = tokens[i]?.key === 'chaque' ? periodAt(tokens, i) : null;
    if (period) return period;
  }
  return null;
}

function periodAt(tokens: readonly Token[], i: number): Period | null {
  const key = tokens[i]?.key ?? '';
  if (key === 'par' || key === 'chaque') {
    const name = NOUNS.get(tokens[i + 1]?.key ?? '');
    return name === undefined ? null : { name, from: i, to: i + 2 };
  }
  const name = ADJECTIVES.find(([form]) => form.test(key))?.[1];
  return name === undefined ? null : { name, from: i, to: i + 1 };
}
