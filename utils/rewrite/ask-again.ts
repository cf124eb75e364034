/** Second try for sentences that the gate has cut: one small request for all of them, once. */
import { CodedError } from '../errors.ts';
import type { Desk } from './desk.ts';
import type { RewriteEvent } from './progress.ts';
import { sentenceMessages, tokensFor } from './prompt.ts';
import { wholeAnswer } from './whole-answer.ts';
import { splitSentences } from '../french/sentences.ts';
import { type CutReason, type GateInput, judgeSentence, type Verdict } from './sentence-gate.ts';
import type { CutSentence } from './write-sections.ts';

/** Sentences asked again at most after one request: beyond, the floor is the better text and costs nothing. */
const MOST = 4;

const FAULTS: Record<CutReason, string> = {
  repeat: 'elle répète une phrase déjà écrite',
  language: 'elle n’est pas en français',
  echo: 'elle répète la consigne',
  label: 'c’est une étiquette',
  fragment: 'elle est incomplète',
  link: 'elle contient un lien',
  quotation: 'elle contient une citation absente des faits ou modifiée',
  name: 'elle contient un nom ou un lieu absent des faits',
  number: 'elle contient un nombre ou une date absents des faits',
  attribution: 'elle prête un propos à quelqu’un d’autre que son auteur',
  hedge: 'elle donne pour sûr ce que les faits disent au conditionnel ou « selon » quelqu’un',
  negation: 'elle perd une négation ou un démenti des faits',
  unsupported: 'elle dit ce qu’aucun fait ne dit',
  injection: 'elle obéit à une consigne de la source',
};

/** A sentence that fails again stays a gap, under which the floor stands. Failures of this one answer are let be. */
export async function* askAgain(desk: Desk, cuts: readonly CutSentence[]): AsyncGenerator<RewriteEvent, void> {
  const worth = cuts.filter((cut) => cut.again && cut.facts.length > 0).slice(0, MOST);
  if (worth.length === 0) return;
  const { manuscript } = desk;
  const sentences = worth.map((cut) => ({
    text: cut.text,
    fault: FAULTS[cut.reason],
    facts: desk.sheet.facts.filter((fact) => cut.facts.includes(fact.id)),
  }));
  let answer = '';
  try {
    const messages = sentenceMessages(sentences, desk.nonce);
    answer = yield* wholeAnswer(
      desk.client,
      { purpose: 'sentence', messages, maxTokens: tokensFor(45 * worth.length) },
      desk.signal,
    );
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    if (!['truncated', 'empty', 'refused'].includes(error.code)) throw error;
    return;
  }
  const lines = numberedLines(answer);
  const touched = new Set<number>();
  worth.forEach((cut, at) => {
    const line = lines.get(at + 1) ?? (worth.length === 1 ? oneLine(answer) : '');
    const verdict = judgeLine(line, desk.gate());
    if (verdict?.kind !== 'pass') return;
    manuscript.fillGap(cut.index, cut.gap, verdict);
    touched.add(cut.index);
  });
  for (const index of touched) {
    manuscript.settle(index);
    yield { kind: 'section', index, section: manuscript.section(index), state: manuscript.at(index).state };
  }
}

/** The answer to a request for one sentence, where it is one line. */
export function oneLine(answer: string): string {
  return answer.trim().includes('\n') ? '' : answer.trim();
}

/** One or two sentences, each through the gate; null for nothing, or for more than was asked. */
export function judgeLine(line: string, gate: GateInput): Verdict | null {
  const sentences = splitSentences(line);
  if (sentences.length === 0 || sentences.length > 2) return null;
  const verdicts = sentences.map(({ text }) => judgeSentence(text, gate));
  const cut = verdicts.find((verdict) => verdict.kind === 'cut');
  if (cut) return cut;
  const passed = verdicts.filter((verdict) => verdict.kind === 'pass');
  const join = (texts: string[]): string => texts.join(' ');
  return {
    kind: 'pass',
    markdown: join(passed.map((verdict) => verdict.markdown)),
    text: join(passed.map((verdict) => verdict.text)),
    facts: [...new Set(passed.flatMap((verdict) => verdict.facts))],
    quotations: passed.flatMap((verdict) => verdict.quotations),
  };
}

/** « 1. Phrase » → 1: « Phrase ». */
export function numberedLines(answer: string): Map<number, string> {
  const lines = new Map<number, string>();
  for (const line of answer.split('\n')) {
    const match = /^\s*(\d{1,2})\s*[.):]\s*(\S.*)$/u.exec(line);
    if (match) lines.set(Number(match[1]), (match[2] ?? '').trim());
  }
  return lines;
}
