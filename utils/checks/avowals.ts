/** Denials undone: « confirme », « n’exclut pas », « a répondu » where the source denies or is silent. */
import { readingOf } from '../facts/reading.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Clause } from '../french/clauses.ts';
import { isDenialRoot } from '../french/polarity.ts';
import { stemsOfForms } from '../french/verb-forms.ts';
import { onlyDenied } from './denied-words.ts';
import { deniesByWord, verbStart } from './denies-by-word.ts';
import { type Fault, spanOf } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

const CONFIRMS = new Set(
  'confirmer reconnaître admettre avouer concéder assumer corroborer souscrire'.split(' ').flatMap(stemsOfForms),
);
/** « en convient », « se rallie à cette lecture »: avowals only with their pronoun. */
const AGREES = new Set('convenir rallier ranger'.split(' ').flatMap(stemsOfForms));

function confirms(analysis: Analysis, i: number): boolean {
  const token = analysis.tokens[i];
  if (!token?.content || token.capital) return false;
  if (CONFIRMS.has(token.stem)) return true;
  return AGREES.has(token.stem) && /^(?:en|se|s')$/u.test(analysis.tokens[i - 1]?.key ?? '');
}

function confirmsAnything({ analysis }: IndexedFact): boolean {
  return analysis.tokens.some((_, k) => confirms(analysis, k) && !readingOf(analysis).denied[k]);
}

/** The sentence after the first of these, where it says that something is not confirmed. */
function unconfirmedNext([main]: readonly IndexedFact[], index: SheetIndex): IndexedFact | undefined {
  const next = main && index.facts[main.rank + 1];
  if (!next || next.fact.paragraph !== main.fact.paragraph) return undefined;
  const { analysis } = next;
  return analysis.tokens.some((_, k) => confirms(analysis, k) && readingOf(analysis).denied[k]) ? next : undefined;
}

/** « a confirmé », « reconnaît » where no evidence confirms anything. */
export function confirmationFault(clause: Clause, sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis } = sentence;
  const { denied } = readingOf(analysis);
  for (let i = clause.from; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (!token || !confirms(analysis, i) || denied[i] || analysis.quoted[i]) continue;
    // A quotation beside it says what is conceded.
    if (analysis.quotations.length > 0 || /(?:er|ation|ations|ir)$/u.test(token.key)) continue;
    const facts = sentence.evidence;
    if (facts.length === 0) continue;
    const object = analysis.tokens.slice(i + 1, clause.to).filter((own) => own.content && !own.framing);
    // « reconnaît des avances mais dément tout détournement »
    const undone = facts.find((fact) => object.some((own) => onlyDenied(own.stem, fact)));
    const confirmed = facts.some((fact) => confirmsAnything(fact));
    const contested =
      undone ??
      facts.find((fact) => fact.fact.denial !== null || fact.fact.negations.length > 0) ??
      unconfirmedNext(facts, index);
    if ((confirmed && !undone) || !contested) continue;
    return {
      kind: 'polarity',
      severity: 'warning',
      ...spanOf(analysis.tokens, verbStart(analysis, i), Math.min(clause.to, i + 3)),
      message: 'La source ne confirme rien ici.',
      source: contested.fact.text,
    };
  }
  return null;
}

const OPENNESS = /^(?:prete?s?|disposee?s?|possibles?)$/u;
const OPEN_DOOR = /(?:sans|n['’e]\s?\p{L}*)\s?ferm\p{L}+ la porte|(?:dit|disent|rest\p{L}+) ouverte?s?|ni confirmé\p{L}* ni/u;

/** « n’exclut pas », « rien ne permet d’écarter », « pourrait », « aurait pu », « se dit prêt à »: left open. */
function leavesOpen({ analysis }: IndexedFact): boolean {
  const { tokens, quoted } = analysis;
  const { denied } = readingOf(analysis);
  return (
    OPEN_DOOR.test(analysis.text) ||
    tokens.some(
      (token, k) =>
        (denied[k] && isDenialRoot(token)) ||
        OPENNESS.test(token.key) ||
        (token.conditional && !quoted[k] && (token.key.startsWith('pourr') || tokens[k + 1]?.key === 'pu')),
    )
  );
}

/** « n’exclut pas » where no evidence leaves a door open: a denial undone. */
export function openDoorFault(clause: Clause, sentence: DraftSentence): Fault | null {
  const { analysis } = sentence;
  const { denied, denials } = readingOf(analysis);
  for (let i = clause.from; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (
      !token ||
      !(denials.includes(i) || (isDenialRoot(token) && sentence.ranking.best >= 0.5)) ||
      !denied[i] ||
      analysis.quoted[i]
    )
      continue;
    const open = sentence.evidence.some(leavesOpen);
    const source = sentence.evidence[0];
    if (open || !source) continue;
    return {
      kind: 'polarity',
      severity: 'warning',
      ...spanOf(analysis.tokens, verbStart(analysis, i), Math.min(clause.to, i + 4)),
      message: 'La source ne laisse pas cette possibilité ouverte.',
      source: source.fact.text,
    };
  }
  return null;
}

const ANSWERS = new Set('répondre réponse réagir commenter'.split(' ').flatMap(stemsOfForms));
const SILENT =
  /n(?:e|’|')\s?(?:l[’'])?(?:a|ont)\spas\s(?:donné suite|répondu|réagi|souhaité|voulu)|sans réponse|refus\p{Ll}+ (?:de|tout) comment/u;

/** « a reçu une réponse favorable » where the source has « n’a pas donné suite ». */
export function answerFault(clause: Clause, sentence: DraftSentence): Fault | null {
  const { analysis, evidence, ranking } = sentence;
  const [main] = evidence;
  if (!main || ranking.best < 0.3 || analysis.quotations.length > 0) return null;
  const { denied } = readingOf(analysis);
  for (let i = clause.from; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (!token?.content || token.capital || !ANSWERS.has(token.stem) || denied[i]) continue;
    if (!SILENT.test(main.analysis.text)) return null;
    if (deniesByWord(analysis, clause)) continue;
    return {
      kind: 'polarity',
      severity: 'warning',
      ...spanOf(analysis.tokens, verbStart(analysis, i), Math.min(clause.to, i + 3)),
      message: 'La source dit que la réponse n’est pas venue.',
      source: main.fact.text,
    };
  }
  return null;
}
