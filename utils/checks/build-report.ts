/** What code has to say of a draft: words, evidence, findings, copied share, and who wrote which words. */
import type { Draft } from '../article/draft.ts';
import { draftBlocks } from '../article/draft.ts';
import type { Finding, Notice, Origin, Report, SentenceEvidence } from '../article/report.ts';
import { textUnits } from '../article/text-units.ts';
import { countBlockWords, countWords } from '../article/words.ts';
import { alignSentence } from '../facts/align.ts';
import type { FactSheet } from '../facts/fact.ts';
import { type CleanSheet, injectionFault, injectionFindings } from './injection.ts';
import { splitSentences } from '../french/sentences.ts';
import { copiedShare } from './copied.ts';
import { checkFidelity } from './fidelity.ts';

export interface ReportInput {
  draft: Draft;
  /** What the draft was written from. */
  clean: CleanSheet;
  /** Who wrote a sentence, by its plain text. */
  originOf: (sentence: string) => Origin;
  /** What the rewrite had to tell beside what is found here. */
  notices: readonly Notice[];
  /** Words, `RewriteOptions.minWords`. */
  minWords: number;
}

export function buildReport(input: ReportInput): Report {
  const { draft, clean, originOf } = input;
  const { sheet, suspicious } = clean;
  const evidence = evidenceOf(draft, sheet, originOf);
  const blocks = draftBlocks(draft);
  const words = countBlockWords(blocks);
  const sentences = evidence.map((entry) => entry.sentence);
  const { sentences: copied, longestRun } = copiedShare(
    sentences,
    sheet.facts.map((fact) => fact.text),
  );
  const origin = { model: 0, floor: 0 };
  for (const entry of evidence) origin[entry.origin === 'floor' ? 'floor' : 'model'] += countWords(entry.sentence);
  return {
    words,
    facts: sheet.facts.map(({ id, text }) => ({ id, text })),
    evidence,
    findings: [
      ...located([...planted(evidence, clean), ...checkFidelity(blocks, sheet).map(withoutPlace)], evidence),
      ...injectionFindings(suspicious),
    ],
    notices: noticesOf(input, words),
    copied: { sentences: copied, longestRun },
    origin,
    seo: [],
  };
}

function evidenceOf(draft: Draft, sheet: FactSheet, originOf: ReportInput['originOf']): SentenceEvidence[] {
  return draft.sections.flatMap((section, index) =>
    // A subheading is no sentence: it has its own check.
    textUnits(section.blocks).flatMap((unit) =>
      (unit.kind === 'heading' ? [] : splitSentences(unit.text)).map(({ text, start, end }): SentenceEvidence => {
        const { sources, status } = alignSentence(text, sheet);
        const place = { section: index, block: unit.block, item: unit.item, start, end };
        return { sentence: text, sources, status, origin: originOf(text), place };
      }),
    ),
  );
}

function planted(evidence: readonly SentenceEvidence[], clean: CleanSheet): Finding[] {
  return evidence.flatMap((entry, sentence) => {
    const fault = injectionFault(entry.sentence, clean);
    return fault ? [{ ...fault, sentence }] : [];
  });
}

/** The check counts sentences with the subheadings, the evidence without. */
function withoutPlace(finding: Finding): Finding {
  return { ...finding, sentence: undefined };
}

/** Each finding with the sentence that holds its excerpt: the first one that no like finding has taken. */
function located(findings: readonly Finding[], evidence: readonly SentenceEvidence[]): Finding[] {
  const taken = new Set<string>();
  return findings.map((finding) => {
    if (finding.sentence !== undefined || finding.excerpt === '') return finding;
    const sentence = evidence.findIndex(
      (entry, index) => entry.sentence.includes(finding.excerpt) && !taken.has(`${finding.kind} ${finding.excerpt} ${index}`),
    );
    if (sentence === -1) return finding;
    taken.add(`${finding.kind} ${finding.excerpt} ${sentence}`);
    return { ...finding, sentence };
  });
}

function noticesOf({ notices, minWords }: ReportInput, words: number): Notice[] {
  const kept = notices.filter((notice) => notice.code !== 'too_short');
  return words < minWords ? [...kept, { code: 'too_short', detail: `${words}/${minWords}` }] : kept;
}
