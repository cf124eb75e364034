/** A model's titles and subheadings with the capitals of French, as the source writes its words. */
import type { FactSheet } from '../facts/fact.ts';
import { headlineCase, type WordCases, wordCases } from '../french/headline-case.ts';

export function sentenceCase(title: string, sheet: FactSheet): string {
  return headlineCase(title, casesOf(sheet));
}

const CASES = new WeakMap<FactSheet, WordCases>();

/** Read from its statements: the capitals of a source's own titles may be the fault. */
function casesOf(sheet: FactSheet): WordCases {
  let cases = CASES.get(sheet);
  if (!cases) {
    const statements = sheet.facts.filter((fact) => fact.kind === 'statement');
    cases = wordCases(statements.map((fact) => fact.text).join('\n'));
    CASES.set(sheet, cases);
  }
  return cases;
}
