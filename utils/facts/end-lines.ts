/** Lines that may stand at the end of an article and state none of its facts. */
import { translationNote } from '../french/language-names.ts';
import type { FactSheet } from './fact.ts';

/** « (avec Reuters) », as the source has it. */
export function creditLines({ facts }: FactSheet): string[] {
  return facts.flatMap(({ kind, text }) => (kind === 'credit' ? [text] : []));
}

/** A reader is told once that the quotations are in other words than those that were said; null where they are not. */
export function translationLine({ translatedFrom, quotations }: FactSheet): string | null {
  return translatedFrom === null || quotations.length === 0 ? null : translationNote(translatedFrom);
}
