/** How a draft keeps its distance from what it says: words of doubt, somebody who says it, a quotation. */
import { readingOf } from '../facts/reading.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Clause } from '../french/clauses.ts';
import { type SpeechVerb, speechVerbs } from '../french/speech-verbs.ts';
import type { DraftSentence } from './read-draft.ts';

/** Somebody speaks, doubts or is quoted in the sentence or the one before it. */
export function keepsDistance({ analysis, before }: DraftSentence): boolean {
  return (
    speaks(analysis) ||
    (before !== null && speaks(before.analysis)) ||
    (/^pour\s|yeux|croire|dires/i.test(analysis.text) &&
      /^pour\s|(?<!\p{L})(?:aux yeux|à en croire|aux dires)\s/iu.test(analysis.text))
  );
}

const SPEAKS = new WeakMap<Analysis, boolean>();

function speaks(analysis: Analysis): boolean {
  const known = SPEAKS.get(analysis);
  if (known !== undefined) return known;
  const said =
    analysis.quotations.length > 0 ||
    analysis.tokens.some(
      (token) => token.speech || token.conditional || DOUBT.test(token.key) || MODAL.test(token.key) || token.key === 'selon',
    );
  SPEAKS.set(analysis, said);
  return said;
}

const DOUBT =
  /^(?:possible|possibles|possibilite|peut-etre|probable|probablement|eventuel|eventuelle|eventuels|eventuelles|hypothese|rumeur|suppose|supposee|presume|presumee|presumes|presumees|soupconne|soupconnee|soupconnes|soupconnees|accuse|accusee|accuses|accusation|affirmation|affirmations|conditionnel|allegation|allegations|evoque|evoquee|evoques|evoquees|mentionne|mentionnee|pretendu|prete|pretes|incertain|incertaine|attribue|attribuee|attribues|enquete)$/u;
const MODAL =
  /^(?:peut|peuvent|pourra|pourront|doit|doivent|devra|devront|semble|semblent|parait|risque|risquent|reste|restent)$/u;

/** The same, whatever the sentence before it says. */
export function keepsDistanceItself(sentence: DraftSentence): boolean {
  return sentence.marks.length > 0 || keepsDistance({ ...sentence, before: null });
}

/** How the draft keeps its distance from a clause: words of doubt, somebody who says it, or nothing. */
export function cautionOf(sentence: DraftSentence, clause: Clause): 'doubt' | 'reported' | 'none' {
  const { analysis, marks } = sentence;
  const words = analysis.tokens.slice(clause.from, clause.to);
  if (words.some((token) => DOUBT.test(token.key) || MODAL.test(token.key))) return 'doubt';
  if (/^(?:à en croire|aux yeux|au dire|aux dires|du point de vue)/iu.test(analysis.text)) return 'reported';
  if (marks.some((mark) => mark.kind === 'attribution' || mark.kind === 'presumed')) return 'reported';
  // « , ce qu’elle conteste »: who denies does not report.
  const { denials } = readingOf(analysis);
  const reports = speechVerbs(analysis.tokens).filter(
    (verb) =>
      verb.strong &&
      !analysis.quoted[verb.from] &&
      !isPassive(analysis, verb) &&
      !takesForGranted(analysis, verb) &&
      !denials.some((i) => i >= verb.from && i < verb.to),
  );
  const reported = reports.some(
    (verb) => reportsClause(analysis, verb.to, clause) || verb.from >= clause.to || analysis.tokens[verb.from - 1]?.text === ',',
  );
  return reported || /^pour\s/iu.test(analysis.text) ? 'reported' : 'none';
}

/** « Des traces ont été observées »: nobody speaks; « il a été annoncé » does. */
function isPassive({ tokens }: Analysis, { from, to }: SpeechVerb): boolean {
  return tokens[from - 1]?.key !== 'il' && tokens.slice(from, to).some((token) => token.text.toLowerCase() === 'été');
}

/** « rappelle que », « comme l’a relaté »: said to be so, not said by somebody; « se sont avancés »: gone. */
function takesForGranted({ tokens }: Analysis, { from, to }: SpeechVerb): boolean {
  const before = tokens.slice(Math.max(0, from - 2), from).map((token) => token.key);
  return (
    tokens.slice(from, to).some((token) => GRANTS.test(token.key)) ||
    (before.includes('comme') && (before.includes("l'") || tokens[from]?.key === "l'")) ||
    (/^(?:se|s')$/u.test(tokens[from]?.key ?? before.at(-1) ?? '') && /^avanc/u.test(tokens[to - 1]?.key ?? ''))
  );
}

/** Who says so takes it for true. */
export const GRANTS =
  /^(?:rappel(?:le|lent|ait|e|ees?|es)|constat(?:e|ent|ait|ee?s?)|revel(?:e|ent|ait|ee?s?)|demontr\p{L}+|prouv\p{L}+|etabli(?:t|ssent|e|es)?|montr(?:e|ent|ait|ee?s?))$/u;

/** « affirme que … »: the clause follows the verb that reports it. */
function reportsClause(analysis: Analysis, to: number, clause: Clause): boolean {
  if (clause.from < to - 1) return false;
  return analysis.tokens
    .slice(to, clause.from + 2)
    .some(
      (token) =>
        token.key === 'que' || token.key === "qu'" || token.text === ':' || token.key === 'avoir' || token.key === 'etre',
    );
}
