/**
 * What a finished sentence of a model must pass before it counts. Made so that good text goes through untouched: a fault
 * that is only likely is left to the report, where the user sees it.
 */
import type { Finding, FindingKind } from '../article/report.ts';
import { wordsOf } from '../article/words.ts';
import type { FactSheet } from '../facts/fact.ts';
import { recitesQuotation, withoutHangingCodes } from './own-words.ts';
import { hrefsOf, plainOf } from './pieces.ts';
import { restoreQuotations } from './quotation-codes.ts';
import { foldedWords, type SentencesSoFar } from './repetition.ts';
import { isForeign } from './small-words.ts';
import { strictFault } from './strict-sentence.ts';

export type CutReason =
  | 'repeat'
  | 'language'
  | 'echo'
  | 'label'
  | 'fragment'
  | 'link'
  | 'quotation'
  | 'name'
  | 'number'
  | 'attribution'
  | 'hedge'
  | 'negation'
  | 'injection'
  | 'unsupported';

export type Verdict =
  | { kind: 'pass'; markdown: string; text: string; facts: string[]; quotations: string[] }
  /** `again`: worth asking for once more. */
  | { kind: 'cut'; reason: CutReason; text: string; facts: string[]; again: boolean };

/** What the sheet says of a sentence: which facts carry it, and what it has that they lack. */
export interface Claims {
  align(sentence: string): { sources: string[]; status: 'supported' | 'weak' | 'none' };
  faults(sentence: string, sources: readonly string[]): readonly Finding[];
}

/**
 * What is cut: `errors` (a model in general), `doubts` too (a sentence asked for because the one before it was doubted), or
 * all that is not a fact's own words (a model that has been seen to be weak).
 */
export type Strictness = 'errors' | 'doubts' | 'own-words';

export interface GateInput {
  sheet: FactSheet;
  claims: Claims;
  standing: SentencesSoFar;
  /** Folded text of the instructions, to know their echo. */
  instructions: string;
  strictness: Strictness;
  /** Ids of the quotations that stand in full already. */
  quoted: ReadonlySet<string>;
}

const REASON_OF: Partial<Record<FindingKind, CutReason>> = {
  number: 'number',
  'number-noun': 'number',
  unit: 'number',
  date: 'number',
  name: 'name',
  place: 'name',
  'fact-added-entity': 'name',
  'fact-added': 'unsupported',
  'quote-altered': 'quotation',
  'quote-invented': 'quotation',
  'quote-speaker': 'attribution',
  polarity: 'negation',
  'hedge-lost': 'hedge',
  link: 'link',
  injection: 'injection',
};

export function judgeSentence(markdown: string, input: GateInput): Verdict {
  const led = withoutHangingCodes(stripMarkers(markdown), input.sheet);
  const restored = restoreQuotations(led ?? stripMarkers(markdown), input.sheet);
  const text = plainOf(restored.text);
  const hrefs = new Set(input.sheet.facts.flatMap((fact) => fact.links.map((link) => link.href)));
  const cut = (reason: CutReason, again = true, facts: string[] = []): Verdict => ({ kind: 'cut', reason, text, facts, again });
  if (isLabel(text)) return cut('label', false);
  if (wordsOf(text).length < 2 && !/^(?:oui|non|si|jamais)[.!…]$/iu.test(text)) return cut('fragment', false);
  if (isForeign(withoutQuotations(text))) return cut('language');
  if (echoes(text, input.instructions)) return cut('echo', false);
  if (restored.foreign.length > 0 || led === null || recitesQuotation(text, input.sheet)) return cut('quotation');
  if (input.standing.repeats(text)) return cut('repeat', false);
  if (restored.placed.some((quotation) => quotation.whole && input.quoted.has(quotation.id))) return cut('repeat', false);
  if (hrefsOf(restored.text).some((href) => !hrefs.has(href)) || /\]\(|https?:\/\/|www\./iu.test(text)) return cut('link');
  const { sources, status } = input.claims.align(text);
  const facts = [...new Set([...sources, ...restored.placed.map((quotation) => quotation.factId)])];
  for (const fault of input.claims.faults(text, facts)) {
    const counts = fault.severity === 'error' || (input.strictness !== 'errors' && fault.severity === 'warning');
    const reason = counts ? REASON_OF[fault.kind] : undefined;
    if (reason) return cut(reason, reason !== 'injection', facts);
  }
  if (input.strictness !== 'errors' && status !== 'supported') return cut('unsupported', false, facts);
  const fault = input.strictness === 'own-words' ? strictFault(text, input.sheet) : null;
  if (fault) return cut(fault, false, facts);
  return {
    kind: 'pass',
    markdown: restored.text.replace(/\s+/gu, ' ').trim(),
    text,
    facts,
    quotations: restored.placed.map((quotation) => quotation.id),
  };
}

/** Fact numbers that a model leaves in its text: « (F3) », « [F1, F2] ». */
function stripMarkers(markdown: string): string {
  return markdown
    .replace(/\s*[([]\s*(?:faits?\s*)?F\d{1,3}(?:\s*[,;–-]\s*F?\d{1,3})*\s*[)\]]/giu, '')
    .replace(/^\s*(?:[Ff]aits?\s)?F\d{1,3}\s*[.:)]\s*/u, '')
    .replace(/\*\*|__|`/gu, '')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]*\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .trim();
}

function withoutQuotations(text: string): string {
  return text.replace(/«[^»]*»/gu, ' ');
}

const LABEL =
  /^(?:(?:introduction|conclusion|titre|chapô|chapeau|sous-titre|intertitre|subheading|section|partie|résumé|contexte|références?)\b[^.!?]{0,40}:?\s*$|(?:voici|bien sûr|d['’]accord|certainement|here is|sure)\b.{0,120}:?\s*$)/iu;

function isLabel(text: string): boolean {
  if (!LABEL.test(text)) return false;
  return /:\s*$/u.test(text) || wordsOf(text).length <= 6;
}

/** Words in a row with the instructions that are no chance. */
const ECHO = 6;

function echoes(text: string, instructions: string): boolean {
  const words = foldedWords(withoutQuotations(text));
  for (let at = 0; at + ECHO <= words.length; at++) {
    if (instructions.includes(` ${words.slice(at, at + ECHO).join(' ')} `)) return true;
  }
  return false;
}

/** The instructions as `judgeSentence` wants them. */
export function foldInstructions(text: string): string {
  return ` ${foldedWords(text).join(' ')} `;
}
