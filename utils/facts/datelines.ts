/** Datelines (« PARIS, 12 mars (AFP) – ») and credits (« avec Reuters »): locked, stating nothing. */
import type { Fact } from './fact.ts';

const AGENCIES =
  'AFP|Reuters|AP|ATS|Belga|ANSA|DPA|EFE|APA|Keystone(?:-ATS)?|Xinhua|TASS|La Presse Canadienne|PC|Agence France-Presse|MAP|APS|TAP|Anadolu|Bloomberg';
/** Capitals, an optional date, an agency in brackets, a dash. */
const DATELINE = new RegExp(
  `^(?:[\\p{Lu}][\\p{Lu}\\p{Ll}’' -]{1,40}(?:\\s\\([^)]{2,30}\\))?,\\s)?(?:\\d{1,2}(?:er)?\\s\\p{L}+\\.?(?:\\s\\d{4})?\\s)?\\((?:[^)]{0,30}\\b)?(?:${AGENCIES})(?:\\b[^)]{0,30})?\\)\\s*[–—-]+\\s*`,
  'u',
);
/** A paper's own: the place in capitals, a date, a dash (« STRASBOURG, mardi 2 décembre – »). */
const OWN_DATELINE = new RegExp(
  `^\\p{Lu}[\\p{Lu}’' -]{1,40}(?:\\s\\([^)]{2,30}\\))?,\\s(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\\s)?\\d{1,2}(?:er)?\\s\\p{Ll}+\\.?(?:\\s\\d{4})?\\s*[–—-]+\\s+`,
  'u',
);
const CREDIT = new RegExp(
  `^\\(?(?:(?:avec|source|sources|par|d[’']après|crédits?|photo|©)\\s*:?\\s*(?:l[’']|les? |la )?(?:agences?|${AGENCIES})(?:[\\s,/]+(?:et |avec )?(?:agences?|${AGENCIES}))*|(?:${AGENCIES}))\\)?\\.?$`,
  'iu',
);

/** The sentence as it is, or cut into a dateline and what it dates. */
export function lockedKind(text: string): { text: string; kind: Fact['kind'] }[] {
  if (CREDIT.test(text)) return [{ text, kind: 'credit' }];
  const dateline = (DATELINE.exec(text) ?? OWN_DATELINE.exec(text))?.[0];
  if (dateline === undefined) return [{ text, kind: 'statement' }];
  const rest = text.slice(dateline.length).trim();
  const head = { text: dateline.trim(), kind: 'dateline' as const };
  return rest === '' ? [head] : [head, { text: rest, kind: 'statement' }];
}
