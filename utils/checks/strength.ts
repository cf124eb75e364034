/** What the source only plans, fears, suspects or hears said, told as done or certain. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { readingOf } from '../facts/reading.ts';
import type { Analysis } from '../french/analyse.ts';
import { spanOf, type Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

/** Words by which a text keeps its distance: modals, plans, fears, suspicion, judgement. Folded, any ending. */
const DISTANCE =
  /^(?:peut|peuvent|pourrai\w*|pourra|pourront|devrai\w*|risqu\w+|sembl\w+|parait|paraissent|envisag\w+|etudi\w+|etude|projet\w*|reflechi\w*|espere\w*|esperer|souhait\w+|redout\w+|crain\w+|suggere\w*|hypothese|hypotheses|piste|possib\w+|eventu\w+|probab\w+|vraisembl\w+|presume\w*|suppose\w*|soupconn\w+|soupcon|soupcons|suspect\w*|accus\w+|attribue\w*|prete|estim\w+|jug\w+|assur\w+|affirm\w+|soutien\w*|pretend\w*|dement\w*|den(?:once|oncent|once\w*)|croi\w+|pens\w+|dit|disent|doute\w*|prevoi\w*|prevu\w*|compte|comptent|entend|entendent|vise|visent|tabl\w+|ambitionn\w+|propos\w+|recommand\w+|preconis\w+|yeux|conditionnel|rumeur\w*|mis|mise|discut\w+|raconte\w*|avance\w*|selon|croire|evoqu\w+|explique\w*|declare\w*|indique\w*|pointe\w*|reproche\w*|plaide\w*|deplor\w+|avis|dires?)$/u;
/** Of those, the ones that make a source sentence an allegation or a mere plan. */
const ALLEGES =
  /^(?:pourrai\w*|devrai\w*|risqu\w+|sembl\w+|parait|paraissent|envisag\w+|etudie|etudient|reflechi\w*|redoute\w*|crain\w+|suggere\w*|hypothese|presume\w*|suppose\w*|soupconn\w+|suspecte\w*|accuse|accusee?s?|accusent|attribuee?s?|juge|jugent|assure|assurent|affirme|affirment|soutient|soutiennent|estime|estiment|pretend\w*)$/u;
const FINITE =
  /^(?:a|ont|est|sont|va|vont|etait|etaient|avait|avaient|ayant|etant)$|(?:era|eront|ira|iront|dra|dront|rra|rront)$/u;

export function checkStrength(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis, evidence, ranking, marks } = sentence;
  const [main] = evidence;
  if (!main || ranking.best < 0.45 || sentence.kind === 'heading' || /\?\s*[»”"]?\s*$/u.test(analysis.text)) return [];
  if (marks.some(({ kind }) => kind !== 'negation' && kind !== 'denial') || analysis.quotations.length > 0) return [];
  if (keepsDistance(analysis)) return [];
  const alleged = allegedWords(main);
  if (alleged.size === 0) return [];
  for (const clause of readingOf(analysis).clauses) {
    let verb = -1;
    let common = 0;
    let words = 0;
    for (let i = clause.from; i < clause.to; i++) {
      const token = analysis.tokens[i];
      if (!token || token.kind !== 'word') continue;
      if (verb === -1 && token.text !== 'à' && !token.capital && (FINITE.test(token.key) || isPresent(analysis, i))) verb = i;
      if (!token.content || token.framing || analysis.dated[i]) continue;
      words++;
      if (alleged.has(token.stem) || token.classes.some((name) => alleged.has(name))) common++;
    }
    if (verb === -1 || common < 2 || common < words * 0.5) continue;
    // Said flatly elsewhere in the source: no allegation.
    if (index.facts.some((fact) => fact !== main && (ranking.scores[fact.rank] ?? 0) > ranking.best * 0.7 && !alleges(fact)))
      continue;
    return [
      {
        kind: 'hedge-lost',
        severity: 'warning',
        ...spanOf(analysis.tokens, verb, Math.min(clause.to, verb + 4)),
        message: 'La source ne le donne pas pour établi : c’est une allégation, un avis ou un projet.',
        source: main.fact.text,
      },
    ];
  }
  return [];
}

function keepsDistance({ tokens }: Analysis): boolean {
  return tokens.some((token) => DISTANCE.test(token.key) && token.kind === 'word');
}

/** « dépasse », « mène »: a content word in -e or -ent that no determiner or preposition makes a noun. */
function isPresent({ tokens }: Analysis, i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token?.content || !before || !/(?:[^é]e|[^m]ent)$/u.test(token.text)) return false;
  return before.content || /^(?:qui|il|elle|ils|elles|on|se|s'|ne|n')$/u.test(before.key);
}

function alleges(fact: IndexedFact): boolean {
  const { tokens, quoted } = fact.analysis;
  return tokens.some((token, i) => !quoted[i] && (ALLEGES.test(token.key) || token.conditional));
}

/** Stems and classes after the word that alleges, to the end of the sentence: what is not established. */
function allegedWords({ analysis }: IndexedFact): Set<string> {
  const { tokens, quoted } = analysis;
  const words = new Set<string>();
  const at = tokens.findIndex((token, i) => !quoted[i] && ALLEGES.test(token.key));
  if (at === -1) return words;
  // « …, juge la Cour des comptes »: the verb closes the sentence, what is alleged stands before it.
  const inverted = tokens[at - 1]?.text === ',';
  const [from, to] = inverted ? [0, at] : [at + 1, tokens.length];
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token?.content || token.capital) continue;
    words.add(token.stem);
    for (const name of token.classes) words.add(name);
  }
  return words;
}
