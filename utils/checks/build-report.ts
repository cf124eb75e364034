/** What code has to say of a draft: words, evidence, findings, copied share, and who wrote which words. */
import type { Draft } from '../article/draft.ts';
import { draftBlocks } from '../article/draft.ts';
import type { Notice, Origin, Report, SentenceEvidence } from '../article/report.ts';
import { countWords } from '../article/words.ts';
import type { FactSheet } from '../facts/fact.ts';
import { textUnits } from '../article/text-units.ts';
import { splitSentences } from '../french/sentences.ts';

export interface ReportInput {
  draft: Draft;
  sheet: FactSheet;
  /** Who wrote a sentence, by its plain text. */
  originOf: (sentence: string) => Origin;
  notices: readonly Notice[];
}

export function buildReport({ draft, sheet, originOf, notices }: ReportInput): Report {
  const evidence: SentenceEvidence[] = [];
  const origin = { model: 0, floor: 0 };
  draft.sections.forEach((section, index) => {
    for (const unit of textUnits(section.blocks)) {
      for (const { text, start, end } of splitSentences(unit.text)) {
        const who = originOf(text);
        origin[who === 'floor' ? 'floor' : 'model'] += countWords(text);
        evidence.push({
          ...{ sentence: text, sources: [], status: 'supported', origin: who },
          place: { section: index, block: unit.block, item: unit.item, start, end },
        });
      }
    }
  });
  const words = textUnits(draftBlocks(draft)).reduce((sum, unit) => sum + countWords(unit.text), 0);
  return {
    ...{ words, evidence, findings: [], notices: [...notices], copied: { sentences: 0, longestRun: 0 }, origin, seo: [] },
    facts: sheet.facts.map(({ id, text }) => ({ id, text })),
  };
}
