/** Datelines (« PARIS, 12 mars (AFP) – ») and credits (« avec Reuters »): locked, stating nothing. */
import type { Fact } from './fact.ts';

const AGENCIES =
  'AFP|Reuters|AP|ATS|Belga|ANSA|DPA|EFE|APA|Keystone(?:-ATS)?|Xinhua|TASS|La Presse Canadienne|PC|Agence France-Presse|MAP|APS|TAP|Anadolu|Bloomberg';
/** Capitals, an optional date, an agency in brackets, a dash: « PARIS, 12 mars (AFP) – », « BRUXELLES (Reuters) - ». */
const DATELINE = new RegExp(
  `^(?:[\\p{Lu}][\\p{Lu}\\p{Ll}’'/ -]{1,40}(?:\\s\\([^)]{2,30}\\))?(?:,\\s|\\s(?=\\()))?(?:\\d{1,2}(?:er)?\\s\\p{L}+\\.?(?:\\s\\d{4})?\\s)?\\((?:[^)]{0,30}\\b)?(?:${AGENCIES})(?:\\b[^)]{0,30})?\\)\\s*[–—-]+\\s*`,
  'u',
);
const WEEKDAYS = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const MONTHS =
  '(?:jan|fév|avr|juil?|sept|oct|nov|déc)\\.|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
/** « Salon-de-Provence », « Fontenay-sous-Bois (Val-de-Marne) », « La Roche-sur-Yon/Nantes »: capitals or ordinary letters, no other word. */
const PLACE =
  "(?!(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Hier|Demain|Aujourd[’']hui)(?![\\p{L}]))\\p{Lu}[\\p{L}’'-]*(?:(?:\\s?/\\s?|\\s)(?:(?:de|du|des|la|le|les|sur|sous|en|aux?|et|lès)\\s|d[’'])?\\p{Lu}[\\p{L}’'-]*){0,4}(?:\\s\\([^)]{2,40}\\))?";
const DAY = `(?:le\\s)?(?:(?:${WEEKDAYS})\\s)?\\d{1,2}(?:er)?\\s(?:${MONTHS})(?:\\s\\d{4})?`;
const CORRESPONDENT =
  "(?:[Dd]e\\s(?:notre|nos|l[’'])\\s?(?:correspondante?s?|envoyée?s?\\sspécia(?:le?s?|ux))|[Cc]orrespondance|[Ee]nvoyée?s?\\sspécia(?:le?s?|ux))(?:\\sde\\s[^,–—«]{2,30})?\\s(?:à|au|aux|en|dans)\\s[^,.;:–—«()]{2,40}(?:\\s\\([^)]{2,40}\\))?(?:,\\s\\p{Lu}[^,.;:–—«()]{2,40})?";
/** What a dateline dates is a sentence: a capital, a quotation, or a number that is no second date. */
const OPENS = `(?=\\p{Lu}|[«“"(]|\\d(?!\\d?(?:er)?\\s(?:${MONTHS})))`;
/** A paper's own: place, date, dash (« STRASBOURG, mardi 2 décembre – », « Lyon (Rhône), le 3 mai 2026. – »), or its correspondent. */
const OWN_DATELINE = new RegExp(
  `^(?:${PLACE},\\s${DAY}\\.?(?:\\s\\([^)]{2,40}\\))?|\\(?${CORRESPONDENT}\\)?\\.?)\\s*[–—-]+\\s+${OPENS}`,
  'u',
);
/** A line of its own, or the part before a dash that stands behind a full stop. */
const LONE_DATELINE = new RegExp(
  `^(?:${PLACE},\\sle\\s(?:(?:${WEEKDAYS})\\s)?\\d{1,2}(?:er)?\\s(?:${MONTHS})(?:\\s\\d{4})?|\\(?${CORRESPONDENT}\\)?)\\.?$`,
  'u',
);
const SOME_AGENCIES = `(?:l[’']|les? |la )?(?:agences?|${AGENCIES})(?:[\\s,/]+(?:et |avec )?(?:agences?|${AGENCIES}))*`;
const CREDIT = new RegExp(
  `^\\(?(?:(?:avec|source|sources|par|d[’']après|crédits?|photo|©)\\s*:?\\s*)?${SOME_AGENCIES}\\)?\\.?$`,
  'iu',
);
/** Who wrote, translated, photographed or took down: « (Reportage A. B., version française C. D.) », « Crédit photo : E. F. ». */
const MAKERS =
  /^(?:\((?:[Rr]eportage|[Rr]édigé|[Éé]dité|[Tt]raduit|[Vv]ersion française|[Aa]vec la (?:contribution|participation))\s[^)]+\)|[Pp]ropos recueillis par\s\p{Lu}[^.]+|(?:[Cc]rédits?(?:\s(?:photos?|images?|vidéos?))?\s?:|[Pp]hotos?\s?:|©)\s?[^.]{2,60})\.?$/u;
/** The page's own furniture: a link to another article states nothing of this one. */
const READ_ALSO = /^(?:(?:à\s)?(?:lire|voir|écouter|relire)\s(?:aussi|également)|notre dossier|sur le même sujet)\s?:/iu;

/** The sentence as it is, or cut into a dateline and what it dates. */
export function lockedKind(text: string): { text: string; kind: Fact['kind'] }[] {
  if (CREDIT.test(text) || MAKERS.test(text) || READ_ALSO.test(text)) return [{ text, kind: 'credit' }];
  if (LONE_DATELINE.test(text)) return [{ text, kind: 'dateline' }];
  const dateline = (DATELINE.exec(text) ?? OWN_DATELINE.exec(text))?.[0];
  if (dateline === undefined) return [{ text, kind: 'statement' }];
  const rest = text.slice(dateline.length).trim();
  const head = { text: dateline.trim(), kind: 'dateline' as const };
  return rest === '' ? [head] : [head, { text: rest, kind: 'statement' }];
}
