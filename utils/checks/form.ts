/** What a draft is like as a French web text, whatever its facts: the findings beside the fidelity ones. */
import { type Draft, draftBlocks } from '../article/draft.ts';
import type { Finding } from '../article/report.ts';
import { checkFields } from './fields.ts';
import { checkKeyphrase } from './keyphrase.ts';
import { checkFieldLanguage, checkLanguage } from './language.ts';
import { checkLength } from './length.ts';
import { checkStructure } from './structure.ts';
import { checkTypography } from './typography.ts';

export interface FormOptions {
  /** Words. */
  minWords: number;
  narrowQuotes?: boolean;
}

export function checkForm(draft: Draft, options: FormOptions): Finding[] {
  const blocks = draftBlocks(draft);
  return [
    ...checkLength(blocks, options.minWords),
    ...checkLanguage(blocks),
    ...checkFieldLanguage(draft),
    ...checkStructure(blocks),
    ...checkTypography(blocks, options),
    ...checkKeyphrase(draft),
    ...checkFields(draft),
  ];
}
