/** « va fermer », « s’est engagé à racheter » where the source has « envisage de », « serait prêt à », « étudie »: an intention told as decided. */
import { readingOf } from '../facts/reading.ts';
import type { SheetIndex } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import { clauseAt, type Clause } from '../french/clauses.ts';
import { stemsOfForms } from '../french/verb-forms.ts';
import { contentOf } from './compare-clauses.ts';
import { type Fault, spanOf } from './fault.ts';
import { FUTURE, hedgedRegion } from './hedged-verbs.ts';
import type { DraftSentence } from './read-draft.ts';
import { sharedWeight } from './shared-weight.ts';

const roots = (words: string): Set<string> => new Set(words.split(' ').flatMap(stemsOfForms));
const CONSIDERS = roots(
  'envisager songer étudier étude réfléchir réflexion souhaiter espérer ambitionner proposer proposition menacer menace négocier plaider réclamer demander discuter prêt disposé favorable pencher évoquer viser tenter chercher hypothèse piste éventualité possibilité',
);
const DECIDED = roots(
  'décider décision acter valider entériner engager promettre obtenir conclure officialiser signer apprêter trancher',
);

/** Share of the draft that must stand in what is only considered, and weight in common, in rarest words. */
const LEAST_SHARE = 0.4;
const LEAST_WEIGHT = 1.2;

export function resolvedFault(sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis, evidence, ranking, kind } = sentence;
  const [main] = evidence;
  if (!main || kind === 'heading' || ranking.best < 0.4 || analysis.question) return null;
  const considered = consideredIn(main.analysis);
  if (considered.length === 0 || evidence.some((fact) => resolves(fact.analysis) !== -1)) return null;
  if (
    analysis.tokens.some(
      (token) =>
        token.conditional ||
        (token.content && CONSIDERS.has(token.stem)) ||
        /^(?:si|doit|doivent|peut|peuvent)$/u.test(token.key),
    )
  )
    return null;
  const at = resolves(analysis);
  if (at === -1) return null;
  const own = clauseAt(readingOf(analysis).clauses, at);
  if (!own) return null;
  const mine = contentOf(analysis, own);
  const same = considered.some((clause) => {
    const { share, weight } = sharedWeight(mine, analysis, main, clause, index, own);
    return share >= LEAST_SHARE && weight >= index.novel * LEAST_WEIGHT;
  });
  if (!same) return null;
  return {
    kind: 'hedge-lost',
    severity: 'warning',
    ...spanOf(analysis.tokens, Math.max(0, at - 2), Math.min(analysis.tokens.length, at + 3)),
    message: 'Dans la source, ce n’est qu’envisagé.',
    source: main.fact.text,
  };
}

/** What is considered, « envisage de », « n’exclut pas de », by its clause. */
function consideredIn(analysis: Analysis): Clause[] {
  const { denied, denials } = readingOf(analysis);
  return analysis.tokens.flatMap((token, i) => {
    if (!token.content || analysis.quoted[i]) return [];
    const considers = denials.includes(i) ? denied[i] : !denied[i] && CONSIDERS.has(token.stem);
    return considers ? [hedgedRegion(analysis, i)] : [];
  });
}

/** Token index of a future, « va … » or a word of decision that is not denied; -1 without one. */
function resolves(analysis: Analysis): number {
  const { tokens, quoted } = analysis;
  const { denied } = readingOf(analysis);
  return tokens.findIndex((token, i) => {
    if (quoted[i] || denied[i]) return false;
    if (/^(?:va|vont)$/u.test(token.key)) return /(?:er|ir|re)$/u.test(tokens[i + 1]?.key ?? '');
    if (!token.content) return /^(?:sera|seront|aura|auront)$/u.test(token.key);
    return !token.capital && ((FUTURE.test(token.key) && token.key.length > 5) || DECIDED.has(token.stem));
  });
}
