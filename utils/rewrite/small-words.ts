/** The language of one sentence, by its small words: for text that is too short for a detector. */
import { fold } from '../french/fold.ts';
import { foreignStretch, isFrench } from '../french/language.ts';

const ENGLISH = new Set(
  (
    'the of and to in is that for with was by are has have had this from be it not which will would their been were said also its ' +
    'they he she an at who what about after'
  ).split(' '),
);
const FRENCH = new Set(
  (
    'le la les de des du un une et en est que qui pour par dans au aux sur se sa son ses ce cette il elle ils elles ne pas plus avec a ' +
    'ont sont ete selon l d qu n s c'
  ).split(' '),
);

/** Not French, or French with a stretch of another language in it. */
export function isForeign(text: string): boolean {
  return isEnglish(text) || !isFrench(text) || foreignStretch(text) !== null;
}

/** Two English small words at least, and more of them than French ones. */
export function isEnglish(text: string): boolean {
  const words = fold(text).split(/[^a-z]+/u);
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return english >= 2 && english > words.filter((word) => FRENCH.has(word)).length;
}
