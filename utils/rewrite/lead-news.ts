/** Titles of a lead that tells somebody's word: the word and who has it, in short, or who has it alone. Never a bare fact. */
import { leadTitles } from './lead-titles.ts';
import { raised } from './wording/grammar.ts';

/** « …, selon une étude européenne publiée mardi dans la revue X. » */
const BEHIND = /^([^]+?),?\s(selon|d’après)\s(une?\s|l[ea]s?\s|l’|des\s|deux\s|plusieurs\s)?([^,⟦]+)\.?$/u;
const BEFORE = /^(Selon|D’après)\s(une?\s|l[ea]s?\s|l’|des\s|deux\s|plusieurs\s)?([^,⟦]+),\s([^]+)$/u;
/** Where a source's name ends and what is told of it begins. */
const TOLD_OF_IT =
  /\s(?=\p{Ll}+(?:é|ée|és|ées|ie?s?|ue?s?)\s(?:par|en|à|au|dans|sur|le|la|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)(?:\s|$)|(?:de|du|des|d’|que|qui|dont)(?:\s|(?<=’))|d’)/u;

export interface LeadNews {
  /** The statement and its source, each of at most `most` characters. */
  titles: string[];
  /** The source in short, with its article (« une étude européenne »), null where the lead is the paper's own word. */
  source: string | null;
}

export function leadNews(sentence: string, most: number): LeadNews {
  const text = sentence.replace(/\s+/gu, ' ').trim();
  const behind = BEHIND.exec(text);
  const before = behind ? null : BEFORE.exec(text);
  const [statement, word, article = '', name] = behind
    ? [behind[1], behind[2], behind[3], behind[4]]
    : [before?.[4], before?.[1]?.toLowerCase(), before?.[2], before?.[3]];
  if (!statement || !word || !name || /⟦|(?<![\p{L}])(?:selon|d’après)(?![\p{L}])/iu.test(statement))
    return { titles: [], source: null };
  const short = name.split(TOLD_OF_IT)[0]?.replace(/[\s.]+$/u, '') ?? '';
  const source = `${article}${short}`;
  if (short.length < 3 || short.length > 40 || /^(?:celle|celui|ceux|elle|lui|eux|ses|son|sa)(?![\p{L}])/u.test(short))
    return { titles: [], source: null };
  const suffix = source === 'un bilan provisoire' ? ' (bilan provisoire)' : `, ${word} ${source}`;
  return { titles: leadTitles(raised(statement), most - suffix.length).map((title) => `${title}${suffix}`), source };
}
