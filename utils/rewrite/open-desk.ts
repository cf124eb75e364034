/** A desk for a source: facts, plan and floor laid out, with what an earlier run or the editor has left on it. */
import type { Origin, Report } from '../article/report.ts';
import type { CleanSheet } from '../checks/injection.ts';
import type { FactSheet } from '../facts/fact.ts';
import type { LlmClient } from '../llm/llm-client.ts';
import { claimsOf } from './claims.ts';
import { type Desk, Pace } from './desk.ts';
import { sentencesOf } from './floor-rest.ts';
import { composeFloor } from './floor.ts';
import { Manuscript } from './manuscript.ts';
import type { RewriteOptions } from './options.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import { systemPrompt } from './prompt.ts';
import { foldedWords } from './repetition.ts';
import { Trust } from './trust.ts';
import { foldInstructions } from './sentence-gate.ts';

/** Plan and floor, and the sections of `progress` for which `kept` holds as they stand in its draft. */
export function layOut(
  clean: CleanSheet,
  plan: Plan,
  options: RewriteOptions,
  progress: Progress | null,
  kept: (index: number) => boolean,
): Manuscript {
  const { sheet } = clean;
  const manuscript = new Manuscript(sheet, claimsOf(clean), options.narrowQuotes);
  plan.sections.forEach((planned, index) => {
    const floor = composeFloor(planned, sheet, options);
    manuscript.add(planned, floor);
    const section = progress?.draft.sections[index];
    if (progress && section && kept(index)) manuscript.keep(index, section, originsOf(progress.report, sentencesOf(floor)));
  });
  return manuscript;
}

/** Who wrote the sentences of a draft: as its report says; what the report does not know is the floor's where it is its. */
function originsOf(report: Report | null, floor: readonly string[]): (sentence: string) => Origin {
  const key = (sentence: string): string => foldedWords(sentence).join(' ');
  const known = new Map(report?.evidence.map((entry) => [key(entry.sentence), entry.origin]));
  const composed = new Set(floor.map(key));
  return (sentence) => known.get(key(sentence)) ?? (composed.has(key(sentence)) ? 'floor' : 'model');
}

export function openDesk(input: {
  sheet: FactSheet;
  manuscript: Manuscript;
  client: LlmClient;
  options: RewriteOptions;
  keyphrase: string;
  signal: AbortSignal;
}): Desk {
  const { sheet, manuscript, options } = input;
  const { claims } = manuscript;
  const instructions = foldInstructions(systemPrompt({ ...options, note: '', houseStyle: '', tone: '' }));
  const headings = (): string[] => manuscript.sections.flatMap((desk) => (desk.heading === null ? [] : [desk.heading]));
  const trust = new Trust();
  return {
    ...input,
    claims,
    pace: new Pace(),
    trust,
    nonce: nonceFor(sheet),
    gate: () => ({
      sheet,
      claims,
      standing: manuscript.standing,
      instructions,
      quoted: manuscript.quoted,
      strictness: trust.weak ? 'own-words' : 'errors',
    }),
    headings,
    headingRules: () => ({ others: headings(), faults: (heading) => claims.faults(heading, claims.align(heading).sources) }),
  };
}

/**
 * A tag that the source cannot close: made from the source's own text, so that nobody who wrote it could know it, and
 * the same for all requests of one article, so that their beginning is cached.
 */
export function nonceFor(sheet: { facts: readonly { text: string }[] }): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (const fact of sheet.facts) {
    for (let at = 0; at < fact.text.length; at++) {
      a = Math.imul(a ^ fact.text.charCodeAt(at), 0x01000193);
      b = Math.imul(b + fact.text.charCodeAt(at), 0x85ebca6b) ^ (b >>> 13);
    }
  }
  return ((a >>> 0).toString(36) + (b >>> 0).toString(36)).slice(0, 10);
}
