/** « a présenté » for « présentera », « doit présenter »; « provoque » for « est associé à »: more than the source says is so yet, or says at all. */
import { readingOf } from '../facts/reading.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Token } from '../french/tokens.ts';
import { stemsOfForms } from '../french/verb-forms.ts';
import { verbStart } from './denies-by-word.ts';
import { type Fault, spanOf } from './fault.ts';
import { FUTURE } from './hedged-verbs.ts';
import type { DraftSentence } from './read-draft.ts';

/** How much of the sentence must be in the fact. */
const LEAST_MATCH = 0.4;

/** What is still to come in the source, told in the past. */
export function toldDoneFault({ analysis, evidence, ranking, kind }: DraftSentence): Fault | null {
  const [main] = evidence;
  if (!main || kind === 'heading' || ranking.best < LEAST_MATCH || analysis.question) return null;
  const { denied } = readingOf(analysis);
  const at = analysis.tokens.findIndex(
    (token, i) =>
      !denied[i] &&
      !analysis.quoted[i] &&
      isDone(analysis.tokens, i) &&
      places(main.analysis, token).some((k) => isToCome(main.analysis.tokens, k)) &&
      !evidence.some((fact) => places(fact.analysis, token).some((k) => !isToCome(fact.analysis.tokens, k))),
  );
  if (at === -1) return null;
  return {
    kind: 'hedge-lost',
    severity: 'warning',
    ...spanOf(analysis.tokens, verbStart(analysis, at), at + 1),
    message: 'Dans la source, c’est encore à venir.',
    source: main.fact.text,
  };
}

function places({ tokens, quoted }: Analysis, { stem }: Token): number[] {
  return tokens.flatMap((token, k) => (token.content && token.stem === stem && !quoted[k] ? [k] : []));
}

/** A participle behind « a », « ont », « a été ». */
function isDone(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token?.content || token.capital || token.speech || !/(?:é|ée|és|ées|is|ise|it|ite|u|ue|ert|erte)$/u.test(token.text))
    return false;
  const before = tokens.slice(Math.max(0, i - 3), i);
  return (
    before.some((word) => /^(?:a|ont)$/u.test(word.key) && word.text !== 'à') && !before.some((word) => word.kind === 'punct')
  );
}

const COMING =
  /^(?:doit|doivent|devra|devront|devait|devrait|devraient|va|vont|prevoit|prevoient|prevu|prevue|compte|comptent|sera|seront|attendue?s?)$/u;

function isToCome(tokens: readonly Token[], k: number): boolean {
  return (
    (FUTURE.test(tokens[k]?.key ?? '') && (tokens[k]?.key.length ?? 0) > 5) ||
    tokens.slice(Math.max(0, k - 4), k).some((word) => COMING.test(word.key))
  );
}

const ASSOCIATES = new Set('associer association corrélation corréler'.split(' ').flatMap(stemsOfForms));
const CAUSES = new Set('provoquer causer entraîner engendrer déclencher occasionner induire'.split(' ').flatMap(stemsOfForms));

/** « les particules provoquent » where the source has « est associée à »: no cause is shown. */
export function causeFault({ analysis, evidence, ranking, kind }: DraftSentence): Fault | null {
  const [main] = evidence;
  if (!main || kind === 'heading' || ranking.best < LEAST_MATCH || analysis.question || analysis.quotations.length > 0)
    return null;
  const holds = ({ tokens }: Analysis, set: ReadonlySet<string>): boolean =>
    tokens.some((token) => token.content && set.has(token.stem));
  if (!holds(main.analysis, ASSOCIATES) || holds(analysis, ASSOCIATES) || evidence.some((fact) => holds(fact.analysis, CAUSES)))
    return null;
  const { denied } = readingOf(analysis);
  const at = analysis.tokens.findIndex((token, i) => token.content && CAUSES.has(token.stem) && !denied[i]);
  if (at === -1 || analysis.tokens.some((token) => token.conditional)) return null;
  return {
    kind: 'hedge-lost',
    severity: 'warning',
    ...spanOf(analysis.tokens, verbStart(analysis, at), at + 1),
    message: 'La source parle d’un lien, pas d’une cause.',
    source: main.fact.text,
  };
}
