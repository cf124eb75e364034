/** What a subheading must be, whoever words it. */
import type { Finding } from '../article/report.ts';
import { countWords } from '../article/words.ts';
import { fold } from '../french/fold.ts';
import { foldedWords, likeness } from './repetition.ts';
import { isEnglish } from './small-words.ts';

export type HeadingFault = 'generic' | 'length' | 'double' | 'broken' | 'unsupported' | 'hedge' | 'language';

export interface HeadingRules {
  /** The other subheadings of the draft. */
  others: readonly string[];
  /** What a heading has that no fact carries. */
  faults(heading: string): readonly Finding[];
}

const GENERIC =
  /^(?:(?:l['’ ]|le |la |les |en )?(?:introduction|conclusion|contexte|references?|resume|bilan|analyse|presentation|generalites|details|faits|informations?|sources?|perspectives?|citations?|chapo|chapeau)|subheading.*|section \d*|partie \d*|sous-titre.*|intertitre.*|titre.*|plan.*|article.*)\s*\d*\s*:?$/u;
/** A heading cut in the middle of a phrase ends with one of these. */
const HANGING =
  /(?:^|\s)(?:et|ou|mais|de|du|des|d'?|le|la|les|l'?|un|une|a|au|aux|en|dans|par|pour|sur|sous|avec|sans|que|qui|qu'?|dont|ne|n'?|se|s'?|son|sa|ses|ce|cette|ces|est|sont|ont|avait|selon|entre|vers|comme|plus|tres)$/u;

/** Null = good. Source of the rules: issue of the rewrite engine and what a 1.5B model was seen to write. */
export function judgeHeading(heading: string, rules: HeadingRules): HeadingFault | null {
  const text = heading.trim();
  const folded = fold(text).replace(/[«»"]/gu, '').trim();
  if (GENERIC.test(folded)) return 'generic';
  const words = countWords(text);
  if (words < 2 || words > 14 || text.length > 100) return 'length';
  if (HANGING.test(folded.replace(/[?!.…:]+\s*$/u, '').trim()) || /[,;:(]$/u.test(text)) return 'broken';
  if (/\[[CF]\d|https?:|[<>{}|]|\*\*/u.test(text)) return 'broken';
  if (isEnglish(text)) return 'language';
  if (rules.others.some((other) => likeness(foldedWords(other), foldedWords(text)) >= 0.8)) return 'double';
  // A heading is read alone and cannot be asked about: a doubt is enough, code has another one.
  const faults = rules.faults(text).filter((fault) => fault.severity !== 'info');
  if (faults.some((fault) => fault.kind === 'hedge-lost')) return 'hedge';
  return faults.length > 0 ? 'unsupported' : null;
}
