/** Whether a subheading may stand: told by code, whoever wrote it. */
import { countWords, wordsOf } from '../article/words.ts';
import type { Finding } from '../article/report.ts';
import { fold } from '../french/fold.ts';
import { isEnglish } from './small-words.ts';

export type HeadingFault = 'generic' | 'length' | 'double' | 'broken' | 'unsupported' | 'hedge' | 'echo';

export interface HeadingRules {
  /** Subheadings that stand already. */
  others: readonly string[];
  /** What the checks have to say of it, held against the facts that carry it. */
  faults: (heading: string) => readonly Finding[];
}

/** Never a subheading, alone or before a colon: they say nothing of the article. */
const GENERIC =
  /^(?:introduction|conclusion|contexte|references?|sources?|resume|sommaire|en bref|en conclusion|pour conclure|analyse|details?|informations?|generalites|presentation|titre|sous-titre|intertitre|subheading|section|partie|chapo|chapeau|paragraphe|article)(?:\s+\d+)?(?:\s*:.*)?$/u;
const ECHO = /\b(?:mots?[- ]cles?|expression cle|seo|intertitres?|faits? numerotes?|citations? a placer|environ \d+ mots|markdown)\b|\[?[CF]\d+\]?/iu;
/** A heading that ends on such a word has lost its end. */
const UNFINISHED =
  /(?:^|\s)(?:a|ont|est|sont|ete|de|du|des|d'|la|le|les|l'|un|une|et|ou|au|aux|en|par|pour|que|qu'|qui|dont|avec|sur|dans|entre|sans|son|sa|ses|leur|selon)$|[,:;–-]$/u;
/** Share of the shorter one's words in common from which two headings are alike. */
const ALIKE = 0.8;
const MOST_WORDS = 16;

/** The first fault, or null. */
export function judgeHeading(heading: string, rules: HeadingRules): HeadingFault | null {
  const text = heading.trim();
  const folded = fold(text).replace(/[.\s]+$/u, '');
  if (GENERIC.test(folded)) return 'generic';
  if (ECHO.test(folded)) return 'echo';
  const words = countWords(text);
  if (words < 2 || words > MOST_WORDS || text.length > 110) return 'length';
  if (UNFINISHED.test(folded) || /…$|[({«“"]$/u.test(text) || isEnglish(text)) return 'broken';
  if (rules.others.some((other) => alike(folded, fold(other)))) return 'double';
  const errors = rules.faults(text).filter((finding) => finding.severity === 'error');
  if (errors.some((finding) => finding.kind === 'hedge-lost')) return 'hedge';
  return errors.length > 0 ? 'unsupported' : null;
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const first = new Set(wordsOf(a));
  const second = new Set(wordsOf(b));
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, Math.min(first.size, second.size)) >= ALIKE && Math.abs(first.size - second.size) <= 2;
}
