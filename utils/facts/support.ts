/** Pieces of a sentence that no fact carries: what a rewrite has added. */
import type { Analysis } from '../french/analyse.ts';
import { numberWord } from '../french/number-words.ts';
import { isAppended } from './appended.ts';
import { readingOf } from './reading.ts';
import type { Token } from '../french/tokens.ts';
import type { IndexedFact, SheetIndex } from './sheet-index.ts';

export interface UnsupportedClause {
  /** Token indexes [from, to). */
  from: number;
  to: number;
  /** Mean support of its words, 0 (the source has none of them) to 1. */
  support: number;
  /** Words that count. */
  words: number;
  /** It tells an event or a state of its own: a verb in the past, a participle, an adjunct after a comma. */
  telling: boolean;
  /** Plain enough to be reported; else only doubtful. */
  sure: boolean;
  /** It hangs on a clause. */
  adjunct: boolean;
}

/** Up to this mean support a piece of two words or more is not the source's. */
const LEAST_SUPPORT = 0.36;
/** Up to this one it is doubtful: enough to hold its sentence weak, not to report it. */
const DOUBTFUL = 0.46;
/** Up to this one a piece without a verb of its own that hangs after a comma is an addition. */
const STRAY = 0.3;

export function unsupportedClauses(analysis: Analysis, index: SheetIndex, evidence: readonly IndexedFact[]): UnsupportedClause[] {
  const { tokens } = analysis;
  if (isGeneral(analysis) || analysis.question) return [];
  const near = nearFacts(evidence, index);
  return pieces(analysis).flatMap((piece): UnsupportedClause[] => {
    let sum = 0;
    let words = 0;
    for (let i = piece.from; i < piece.to; i++) {
      const token = tokens[i];
      if (!token?.content || analysis.quoted[i] || analysis.dated[i]) continue;
      if (!token.capital && (token.framing || token.speech)) continue;
      words++;
      sum += supportOf(token, near, index);
    }
    if (words === 0) return [];
    // A number or date of the source ties the piece to it.
    const anchors = anchorsIn(analysis, piece, index);
    const support = (sum + anchors) / (words + anchors);
    const past = tellsPast(tokens, piece.from, piece.to);
    const prospect = prospectSupport(analysis, piece, near, index);
    if (prospect !== null && prospect <= LEAST_SUPPORT)
      return [{ from: piece.from, to: piece.to, support: prospect, words, telling: true, adjunct: piece.adjunct, sure: true }];
    const few = words === 1 && !(support === 0 && /^(?:tous|toutes|encore|deja)$/u.test(tokens[piece.from]?.key ?? ''));
    if (!few && support <= STRAY && isAppended(analysis, piece))
      return [{ from: piece.from, to: piece.to, support, words, telling: true, adjunct: true, sure: true }];
    const telling = piece.adjunct || past;
    const single = words < 2;
    if (support > DOUBTFUL || (single && !(piece.adjunct && support === 0)) || (!single && support > LEAST_SUPPORT && !telling))
      return [];
    const sure = support <= LEAST_SUPPORT && (!single || (!past && nounOnly(tokens, piece)));
    return [{ from: piece.from, to: piece.to, support, words, telling, adjunct: piece.adjunct, sure }];
  });
}

const PROSPECT = /^(?:devrait|devraient|devra|devront|va|vont)$/u;

/** « devrait repartir l’an prochain »: mean support of what is to come, null where nothing is. */
function prospectSupport(analysis: Analysis, piece: Piece, near: readonly IndexedFact[], index: SheetIndex): number | null {
  const { tokens, quoted, dated } = analysis;
  let sum = 0;
  let words = 0;
  let modal = -1;
  for (let i = piece.from; i < piece.to; i++) {
    const token = tokens[i];
    if (!token || quoted[i]) continue;
    if (PROSPECT.test(token.key)) modal = i;
    else if (modal !== -1 && token.content && !dated[i] && !token.framing) {
      // A report of what somebody says is no event.
      if (token.speech) return null;
      words++;
      sum += supportOf(token, near, index);
    }
  }
  const anchors = anchorsIn(analysis, { ...piece, from: modal }, index);
  return words === 0 ? null : (sum + anchors) / (words + anchors);
}

function anchorsIn(analysis: Analysis, piece: Piece, index: SheetIndex): number {
  let count = 0;
  for (const number of analysis.numbers)
    if (number.from >= piece.from && number.from < piece.to && number.value > 2 && index.postings.has(`#${number.value}`))
      count++;
  for (const date of analysis.dates) {
    if (date.from < piece.from || date.from >= piece.to) continue;
    const key =
      date.month !== null
        ? `@m${date.month}`
        : date.year !== null
          ? `@y${date.year}`
          : date.time !== null
            ? `@t${date.time}`
            : date.weekday !== null
              ? `@w${date.weekday}`
              : `@${date.season ?? ''}`;
    if (index.postings.has(key)) count++;
  }
  return count;
}

/** « sans faire de blessé », « sur la base du volontariat »: its one word is a noun after its preposition. */
function nounOnly(tokens: readonly Token[], piece: Piece): boolean {
  for (let i = piece.from; i < piece.to; i++) {
    const token = tokens[i];
    if (!token?.content || token.framing) continue;
    return (
      !token.capital &&
      /^(?:de|d'|du|des|le|la|les|l'|un|une|au|aux|sans)$/u.test(tokens[i - 1]?.key ?? '') &&
      !/(?:er|ir|re)$/u.test(token.key)
    );
  }
  return false;
}

/** 1 = a word of the evidence or of the sentence beside it, less for a synonym or a word found elsewhere in the source. */
function supportOf(token: Token, near: readonly IndexedFact[], index: SheetIndex): number {
  if (near.some((fact) => fact.terms.has(token.stem))) return 1;
  const { classes } = token;
  if (classes.some((name) => near.some((fact) => fact.terms.has(name)))) return 0.8;
  if (index.postings.has(token.stem)) return 0.5;
  if (token.capital && index.entities.byKey.has(token.key)) return 0.5;
  return classes.some((name) => index.postings.has(name)) ? 0.35 : 0;
}

/** The evidence and the sentences beside it in its paragraph. */
function nearFacts(evidence: readonly IndexedFact[], index: SheetIndex): IndexedFact[] {
  const near = [...evidence];
  for (const fact of evidence) {
    for (const neighbour of [index.facts[fact.rank - 1], index.facts[fact.rank + 1]]) {
      if (neighbour && neighbour.fact.paragraph === fact.fact.paragraph && !near.includes(neighbour)) near.push(neighbour);
    }
  }
  return near;
}

interface Piece {
  from: number;
  to: number;
  /** Hangs on the sentence: a participle, « sans », « après », « avec » and the like. */
  adjunct: boolean;
}

const ADJUNCTS = new Set('faute sans apres avant avec malgre pour suite face grace contre devant sous sur dont'.split(' '));

/** Clauses, cut again before adjuncts and participles that hang on them. */
function pieces(analysis: Analysis): Piece[] {
  const { tokens } = analysis;
  const found: Piece[] = [];
  for (const clause of readingOf(analysis).clauses) {
    let { from } = clause;
    let adjunct = opensAdjunct(tokens, from);
    for (let i = from + 1; i < clause.to; i++) {
      const token = tokens[i];
      if (!token || token.kind !== 'word' || analysis.quoted[i]) continue;
      const cut =
        (ADJUNCTS.has(token.key) &&
          token.key !== 'sur' &&
          token.key !== 'pour' &&
          tokens[i + 1]?.key !== 'doute' &&
          (token.key !== 'faute' || opensFault(tokens, i))) ||
        hangingParticiple(tokens, i) ||
        (token.key === 'et' &&
          tokens[i + 1]?.content === true &&
          /(?:ent|e)$/u.test(tokens[i + 1]?.text ?? '') &&
          /^(?:a|de|à)$/u.test(tokens[i + 2]?.key ?? ''));
      if (!cut || i === from) continue;
      found.push({ from, to: i, adjunct });
      from = i;
      adjunct = true;
    }
    found.push({ from, to: clause.to, adjunct });
  }
  return found;
}

function opensAdjunct(tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  if (!first) return false;
  const afterComma = tokens[from - 1]?.text === ',';
  if (
    /(?:é|ée|és|ées|is|ise|ises|uit|ert|erte)$/u.test(first.text) &&
    first.content &&
    numberWord(first.key) === null &&
    (from === 0 || afterComma)
  )
    return true;
  if (!afterComma) return false;
  return (
    /(?:ant)$/u.test(first.key) || ADJUNCTS.has(first.key) || first.key === 'qui' || first.key === "qu'" || first.key === 'que'
  );
}

/** « faute de mécènes », no « faute grave ». */
function opensFault(tokens: readonly Token[], i: number): boolean {
  return /^(?:de|d')$/u.test(tokens[i + 1]?.key ?? '');
}

/** « constatés par », « formé à », « confiée au », « lancée le »: a participle after its noun, with a complement. */
function hangingParticiple(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1];
  if (!token?.content || token.capital || !before?.content || !/(?:é|ée|és|ées)$/u.test(token.text)) return false;
  return /^(?:par|a|au|aux|le|la|les|de|du|en|dans|sur|pour)$/u.test(tokens[i + 1]?.key ?? '');
}

const GENERAL =
  /^(?:de (?:façon|manière) générale|d[’']une (?:façon|manière) générale|en général|généralement|comme (?:souvent|toujours|le veut|pour)|en (?:matière|principe|règle générale|pratique)|par définition|à titre|au (?:football|rugby|tennis|basket|cyclisme|hockey|handball)|en (?:droit|politique|économie|justice|France|Belgique|Suisse)|dans (?:un|une|ce type|ce genre|la plupart|le (?:monde|langage|droit|jargon))|on (?:parle|appelle|distingue)|pour (?:mémoire|rappel)|rappelons|reste à (?:savoir|voir)|un (?:\p{L}+ ){1,4}(?:est|consiste|permet|sert|désigne|encadre|mesure)|une (?:\p{L}+ ){1,4}(?:est|consiste|permet|sert|désigne|encadre|mesure))/iu;
const GENERAL_WORDS = new Set(
  'definition generalement habituellement ordinairement souvent frequemment classiquement traditionnellement parfois consiste consistent designe designent signifie sert servent permet permettent permettre'.split(
    ' ',
  ),
);

/** A sentence about things in general, or about the article itself: it states nothing of the case. */
function isGeneral(analysis: Analysis): boolean {
  if (GENERAL.test(analysis.text)) return true;
  return analysis.tokens.some((token, i) => GENERAL_WORDS.has(token.key) && !analysis.quoted[i]);
}

const PAST = /^(?:a|ont|avait|avaient|fut|furent|etait|etaient|eut)$/u;

/** « avaient surpris », « a pesé », « s’était détachée »: a compound past in [from, to). */
function tellsPast(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || !PAST.test(token.key) || token.text === 'à') continue;
    for (let k = i + 1; k < Math.min(to, i + 5); k++)
      if (/(?:é|ée|és|ées|is|ise|i|ie|u|ue|us|it|ert|uit)$/u.test(tokens[k]?.text ?? '') && tokens[k]?.content) return true;
  }
  return false;
}
