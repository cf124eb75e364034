/** What a rewrite is measured by in `npm run eval:model`, the same for the pipeline's draft and for a plain answer. */
import type { Block } from '../../utils/article/block.ts';
import { inlineText } from '../../utils/article/inlines.ts';
import { textUnits } from '../../utils/article/text-units.ts';
import { countBlockWords } from '../../utils/article/words.ts';
import { copiedShare } from '../../utils/checks/copied.ts';
import { checkFidelity } from '../../utils/checks/fidelity.ts';
import { alignSentence } from '../../utils/facts/align.ts';
import type { FactSheet } from '../../utils/facts/fact.ts';
import { splitSentences } from '../../utils/french/sentences.ts';
import { judgeHeading } from '../../utils/rewrite/judge-heading.ts';
import { quotationsIn } from '../../utils/rewrite/quotation-codes.ts';
import { SentencesSoFar } from '../../utils/rewrite/repetition.ts';
import { isForeign } from '../../utils/rewrite/small-words.ts';

export interface Measures {
  words: number;
  /** Distinct subheadings that say something, of all. */
  headings: number;
  allHeadings: number;
  /** Whole quotations of the source that stand verbatim, of all. */
  quotations: number;
  allQuotations: number;
  /** Whole quotations in the wrong mouth, by the check. */
  wrongSpeaker: number;
  sentences: number;
  repeated: number;
  foreign: number;
  /** Sentences with 12 words or more in a row from the source, and the longest run in words. */
  copied: number;
  longestRun: number;
  /** Sentences that no fact carries. */
  none: number;
  errors: number;
  warnings: number;
}

export function measure(blocks: readonly Block[], sheet: FactSheet): Measures {
  const units = textUnits(blocks);
  const sentences = units
    .filter((unit) => unit.kind !== 'heading')
    .flatMap((unit) => splitSentences(unit.text).map(({ text }) => text));
  const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [inlineText(block.inlines)] : []));
  const standing = new SentencesSoFar();
  let repeated = 0;
  for (const sentence of sentences) {
    if (standing.repeats(sentence)) repeated++;
    standing.add(sentence);
  }
  const whole = sheet.quotations.filter((quotation) => quotation.whole);
  const placed = new Set(sentences.flatMap((sentence) => quotationsIn(sentence, sheet)));
  const findings = checkFidelity(blocks, sheet);
  const good: string[] = [];
  for (const heading of headings) if (judgeHeading(heading, { others: good, faults: () => [] }) === null) good.push(heading);
  const copied = copiedShare(
    sentences,
    sheet.facts.map((fact) => fact.text),
  );
  return {
    words: countBlockWords(blocks),
    headings: good.length,
    allHeadings: headings.length,
    quotations: placed.size,
    allQuotations: whole.length,
    wrongSpeaker: findings.filter((finding) => finding.kind === 'quote-speaker').length,
    sentences: sentences.length,
    repeated,
    foreign: sentences.filter((sentence) => isForeign(sentence.replace(/«[^»]*»/gu, ' '))).length,
    copied: copied.sentences,
    longestRun: copied.longestRun,
    none: sentences.filter((sentence) => alignSentence(sentence, sheet).status === 'none').length,
    errors: findings.filter((finding) => finding.severity === 'error').length,
    warnings: findings.filter((finding) => finding.severity === 'warning').length,
  };
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
