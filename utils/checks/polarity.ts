/** Denials turned into confirmations, negations lost or added, words turned into their contrary. */
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import { readingOf, type ReadClause } from '../facts/reading.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Clause } from '../french/clauses.ts';
import { stemsOfForms } from '../french/verb-forms.ts';
import { isPersonNoun } from '../facts/entities.ts';
import { oppositesOf } from '../french/polarity.ts';
import type { Token } from '../french/tokens.ts';
import { spanOf, type Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

/** How much of a clause's weight must be in the source clause for the two to say the same thing. */
const SAME_CLAUSE = 0.55;

export function checkPolarity(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis } = sentence;
  if (/\?\s*[»”"]?\s*$/u.test(analysis.text)) return [];
  return readingOf(analysis).clauses.flatMap((clause): Fault[] => {
    if (analysis.quoted[clause.from]) return [];
    const fault =
      clauseFault(clause, sentence, index) ??
      confirmationFault(clause, sentence) ??
      openDoorFault(clause, sentence) ??
      answerFault(clause, sentence);
    return fault ? [fault] : [];
  });
}

/** What a draft clause has in common with a source clause. */
interface Comparison {
  fact: IndexedFact;
  share: number;
  /** Words in common, names included. */
  common: number;
  against: number;
  agreeing: number;
  first: number;
  last: number;
  opposite: { at: number; word: string } | null;
  hedged: boolean;
  /** The source clause stands in a quotation: it can bear the draft out, not refute it. */
  quoted: boolean;
}

function clauseFault(clause: Clause, sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis } = sentence;
  const mine = contentOf(analysis, clause);
  if (mine.length === 0) return null;
  const best = closestClause(mine, sentence, index);
  if (!best || best.share < SAME_CLAUSE || best.quoted) return null;
  // One word in common is enough where the whole sentence speaks of that fact and the word is rare.
  const [main] = sentence.evidence;
  const rare = best.first !== -1 && (index.postings.get(analysis.tokens[best.first]?.stem ?? '')?.length ?? 9) <= 3;
  if (best.common < 2 && !(rare && main && Math.abs(main.rank - best.fact.rank) <= 1 && sentence.ranking.best >= 0.35))
    return null;
  const { fact, first, last } = best;
  if (best.opposite && best.against === 0) {
    const { at, word } = best.opposite;
    return {
      kind: 'polarity',
      severity: 'warning',
      ...spanOf(analysis.tokens, verbStart(analysis, at), at + 1),
      message: `La source dit le contraire (« ${word} »).`,
      source: fact.fact.text,
    };
  }
  // The last word of the clause is what is said; against it, agreement on the subject weighs little.
  const ratio = last === mine.at(-1) ? 0.7 : 1.2;
  if (best.against <= best.agreeing * ratio || best.against < Math.min(1, index.novel * 0.6)) return null;
  const denies = Boolean(readingOf(analysis).denied[first]);
  // A denial of what the source only alleges is the other side of the story.
  if (denies && (best.hedged || best.share < 0.9 || best.common < 3 || /^(?:non|pas)$/u.test(firstWord(analysis, clause))))
    return null;
  // One side denies with a word of its own (« a annulé », « se passera de », « sans »): said otherwise, not undone.
  if (deniesByWord(denies ? fact.analysis : analysis, denies ? null : clause)) return null;
  return {
    kind: 'polarity',
    severity: !denies && best.share >= 0.75 && best.common >= 3 ? 'error' : 'warning',
    ...spanOf(analysis.tokens, verbStart(analysis, first), Math.max(last, first) + 1),
    message: denies ? 'La source l’affirme, ce texte le nie.' : 'La source le nie ou le dément, ce texte l’affirme.',
    source: fact.fact.text,
  };
}

/** Verbs and words that deny in themselves. */
const NEGATIVE = new Set(
  (
    'annuler supprimer renoncer refuser rejeter interdire empêcher priver manquer cesser abandonner éviter échapper suspendre fermer perdre échouer exclure exempter dispenser refus rejet absence absent ' +
    'interdiction annulation abandon suppression fin fermeture pénurie manque défaut faute dépourvu impossible inaccessible bloquer passer repousser impuissant incapable débouter inédit ignorer ' +
    'opposer hors décliner retirer vide inchangé invalider écarter retoquer démunir quitter stopper'
  )
    .split(' ')
    .flatMap(stemsOfForms),
);
const WITHOUT = new Set(['sans', 'ni', 'aucun', 'aucune', 'hors']);

/** A negative word in the clause or, for a source, anywhere in the sentence. */
function deniesByWord(analysis: Analysis, clause: Clause | null): boolean {
  const { tokens, quoted } = analysis;
  const { from, to } = clause ?? { from: 0, to: tokens.length };
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || quoted[i]) continue;
    if (WITHOUT.has(token.key) || (token.content && !token.capital && NEGATIVE.has(token.stem))) return true;
  }
  return false;
}

/** The source clause that shares most with the draft's; of equals, the one that agrees. */
function closestClause(mine: number[], sentence: DraftSentence, index: SheetIndex): Comparison | null {
  let best: Comparison | null = null;
  const { analysis } = sentence;
  const denier = denialAt(analysis, mine);
  let total = 0;
  const words = mine.flatMap((at): ClauseWord[] => {
    const token = analysis.tokens[at];
    if (!token) return [];
    const weight = (index.weights.get(token.stem) ?? index.novel * 0.6) * (token.framing ? 0.5 : 1);
    total += weight;
    return [{ at, token, weight, undeniable: token.capital || at < denier || isPersonNoun(token.key) }];
  });
  for (const fact of factsAbout(mine, sentence, index)) {
    for (const clause of readingOf(fact.analysis).clauses) {
      const comparison = compare(words, total, analysis, fact, clause);
      if (!comparison) continue;
      if (fact === sentence.evidence[0]) comparison.share *= 1.1;
      const gain = best ? comparison.share - best.share : 1;
      if (!best || gain > 0.08 || (gain > -0.08 && comparison.agreeing > best.agreeing && best.against > 0)) best = comparison;
    }
  }
  return best;
}

/** The evidence, and every fact that holds a rare word of the clause. */
function factsAbout(mine: number[], sentence: DraftSentence, index: SheetIndex): Set<IndexedFact> {
  const facts = new Set(sentence.evidence);
  for (const i of mine) {
    const list = index.postings.get(sentence.analysis.tokens[i]?.stem ?? '');
    if (list && list.length <= 4) for (const fact of list) facts.add(fact);
  }
  return facts;
}

interface ClauseWord {
  at: number;
  token: Token;
  weight: number;
  /** Who denies is not denied: names, persons, what stands before the verb of denial. */
  undeniable: boolean;
}

function compare(
  words: readonly ClauseWord[],
  total: number,
  analysis: Analysis,
  fact: IndexedFact,
  clause: ReadClause,
): Comparison | null {
  const own = readingOf(analysis).denied;
  const other = readingOf(fact.analysis).denied;
  const result: Comparison = {
    fact,
    share: 0,
    common: 0,
    against: 0,
    agreeing: 0,
    first: -1,
    last: -1,
    opposite: null,
    hedged: clause.hedged,
    quoted: clause.quoted,
  };
  let shared = 0;
  for (const { at, token, weight, undeniable } of words) {
    const match = matchIn(token, clause);
    if (match !== -1) {
      shared += weight;
      result.common++;
      if (undeniable) continue;
      if (Boolean(own[at]) === Boolean(other[match])) result.agreeing += weight;
      else if (token.framing) continue;
      else {
        // What is said of the subject weighs more than what it is said with.
        result.against += /(?:é|ée|és|ées|er|ir)$/u.test(token.text) ? weight * 2 : weight;
        if (result.first === -1) result.first = at;
        result.last = at;
      }
      continue;
    }
    // The subject may stand apart from the verb: « Sa présidente, X, dément… ».
    if (token.capital && fact.terms.has(token.stem)) shared += weight;
    const contrary = contraryIn(token, clause);
    if (contrary !== -1 && Boolean(own[at]) === Boolean(other[contrary])) {
      result.opposite = { at, word: fact.analysis.tokens[contrary]?.text ?? '' };
      shared += weight;
    }
  }
  if (total === 0 || shared === 0) return null;
  result.share = shared / total;
  return result;
}

/** Indexes of the words of a clause that can be affirmed or denied: no quotations, dates, verbs that report or deny, framing words. */
function contentOf(analysis: Analysis, clause: Clause): number[] {
  const found: number[] = [];
  for (let i = clause.from; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (!token?.content || analysis.quoted[i] || analysis.dated[i] || readingOf(analysis).denials.includes(i)) continue;
    if (!token.capital && token.speech) continue;
    found.push(i);
  }
  return found;
}

/** Token index of the first verb of denial of the clause whose words are `mine`, -1 without one. */
function denialAt(analysis: Analysis, mine: readonly number[]): number {
  const from = mine[0] ?? 0;
  const to = mine.at(-1) ?? 0;
  return readingOf(analysis).denials.find((i) => i >= from && i <= to + 1) ?? -1;
}

function firstWord(analysis: Analysis, clause: Clause): string {
  const first = analysis.tokens[clause.from];
  return (first?.key === 'et' || first?.key === 'mais' ? analysis.tokens[clause.from + 1]?.key : first?.key) ?? '';
}

/** Token index of the word, or of a synonym that is no contrary of it; -1 without one. */
function matchIn(token: Token, clause: ReadClause): number {
  const same = clause.stems.get(token.stem);
  if (same !== undefined) return same;
  for (const name of token.classes) {
    const at = clause.classes.get(name);
    if (at !== undefined && contraryIn(token, clause) !== at) return at;
  }
  return -1;
}

function contraryIn(token: Token, clause: ReadClause): number {
  const opposites = oppositesOf(token.stem);
  if (!opposites) return -1;
  for (const [stemmed, at] of clause.stems) if (opposites.has(stemmed)) return at;
  return -1;
}

/** The auxiliary or « ne » before the first word in question. */
function verbStart(analysis: Analysis, at: number): number {
  let from = at;
  while (from > 0 && at - from < 6) {
    const token = analysis.tokens[from - 1];
    if (!token || token.kind === 'punct' || token.content) break;
    from--;
  }
  return from;
}

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

/** « a confirmé », « reconnaît » where no evidence confirms anything. */
function confirmationFault(clause: Clause, sentence: DraftSentence): Fault | null {
  const { analysis } = sentence;
  const { denied } = readingOf(analysis);
  for (let i = clause.from; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (!token || !confirms(analysis, i) || denied[i] || analysis.quoted[i]) continue;
    // A quotation beside it says what is conceded.
    if (analysis.quotations.length > 0 || /(?:er|ation|ations|ir)$/u.test(token.key)) continue;
    const facts = sentence.evidence;
    if (facts.length === 0) continue;
    const confirmed = facts.some((fact) =>
      fact.analysis.tokens.some((_, k) => confirms(fact.analysis, k) && !readingOf(fact.analysis).denied[k]),
    );
    const contested = facts.find((fact) => fact.fact.denial !== null || fact.fact.negations.length > 0);
    if (confirmed || !contested) continue;
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

/** « n’exclut pas » where no evidence leaves a door open: a denial undone. */
function openDoorFault(clause: Clause, sentence: DraftSentence): Fault | null {
  const { analysis } = sentence;
  const { denied, denials } = readingOf(analysis);
  if (denials.length === 0) return null;
  for (let i = clause.from; i < clause.to; i++) {
    if (!denials.includes(i) || !denied[i] || analysis.quoted[i]) continue;
    // « pourrait », « aurait pu »: left open too.
    const open = sentence.evidence.some(
      (fact) =>
        readingOf(fact.analysis).denials.some((k) => readingOf(fact.analysis).denied[k]) ||
        fact.analysis.tokens.some(
          (token, k, tokens) =>
            token.conditional && !fact.analysis.quoted[k] && (token.key.startsWith('pourr') || tokens[k + 1]?.key === 'pu'),
        ),
    );
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
function answerFault(clause: Clause, sentence: DraftSentence): Fault | null {
  const { analysis, evidence, ranking } = sentence;
  const [main] = evidence;
  if (!main || ranking.best < 0.3 || analysis.quotations.length > 0 || !SILENT.test(main.analysis.text)) return null;
  const { denied } = readingOf(analysis);
  for (let i = clause.from; i < clause.to; i++) {
    const token = analysis.tokens[i];
    if (!token?.content || token.capital || !ANSWERS.has(token.stem) || denied[i]) continue;
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
