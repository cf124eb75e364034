/** The conditional told from the imperfect of verbs in -rer and -rir (« rentrerait » and « rentrait », « ouvrirait » and « ouvrait »). */
import { foldWord } from './fold.ts';

/** Stems of the future: regular ones end in -er or -ir, the others in these. */
const FUTURE_STEM =
  /(?:er|ir|ndr|[iu]ldr|audr|oudr|erdr|ordr|ttr|aitr|oitr|evr|ivr|urr|uerr|verr|voir|clur|mpr|ncr)$|^(?:a|sa)ur$/u;
/** Imperfects (and nouns) that end as if they stood on such a stem. */
const IMPERFECT =
  /^(?:t|att|at|ret|ét|et|sout|v|ch|resp|insp|asp|exp|transp|consp|dés|des|déch|dech|adm|c|m|f|écla|ecla|fla|r)ir$|^(?:dé|de)?livr$|enivr$|^(?:en|em|des|res|dé)?serr$|^(?:en|dé)?terr$|gendr$|^(?:portra|retra|attra|extra|abstra|distra|contra|soustra)/u;

/** @param text the word as written: the accent of « considérait » tells it from « céderait » */
export function isConditionalForm(text: string): boolean {
  const lower = text.toLowerCase();
  const stem = /^(.+r)(?:ait|aient)$/u.exec(lower)?.[1];
  if (stem === undefined || lower.length < 5 || stem.endsWith('ér')) return false;
  const folded = foldWord(stem);
  return FUTURE_STEM.test(folded) && !IMPERFECT.test(folded);
}
