/** What is known of a word by itself, looked up once per spelling. */
import { isCautionWord } from './cautions.ts';
import { isConditionalForm } from './conditional.ts';
import { isDateWord } from './dates.ts';
import { foldWord } from './fold.ts';
import { isFraming } from './framing-words.ts';
import { isFunctionWord } from './function-words.ts';
import { isNumberWord } from './numbers.ts';
import { couldDeny } from './polarity.ts';
import { isSpeechForm, opensSpeechGroup } from './speech-forms.ts';
import { stem } from './stem.ts';
import { synonymClasses } from './synonyms.ts';

export interface WordInfo {
  /** Folded (lower case, no accents, « oe »), elided words with their apostrophe (« l' »). */
  key: string;
  /** Stem of a word that carries meaning; the key itself for figures, function words and punctuation. */
  stem: string;
  /** Starts with a capital letter. */
  capital: boolean;
  /** A word that carries meaning (no article, preposition, pronoun, auxiliary…). */
  content: boolean;
  /** Speaks of the article itself or of any matter (`framing-words.ts`). */
  framing: boolean;
  /** A form of a verb that says something (`speech-forms.ts`). */
  speech: boolean;
  /** May open the verb group of one: present, auxiliary or reflexive pronoun. */
  opensSpeech: boolean;
  /** A verb in the conditional. */
  conditional: boolean;
  /** May open a date or a time of day. */
  opensDate: boolean;
  /** May open a number in words. */
  opensNumber: boolean;
  /** May be a mark of caution (`cautions.ts`). */
  cautions: boolean;
  /** May be a verb of denial (`polarity.ts`). */
  denies: boolean;
  /** Synonym classes of the stem (`synonyms.ts`). */
  classes: readonly string[];
}

const WORDS = new Map<string, WordInfo>();
const NO_CLASSES: readonly string[] = [];
/** For speed only: emptied when a long session has filled it. */
const CACHE_SIZE = 20_000;

export function wordInfo(text: string, isWord: boolean): WordInfo {
  const known = WORDS.get(text);
  if (known) return known;
  if (WORDS.size > CACHE_SIZE) WORDS.clear();
  const info = isWord ? readWord(text) : other(text);
  WORDS.set(text, info);
  return info;
}

function readWord(text: string): WordInfo {
  const key = foldWord(text).replace(/‑/gu, '-');
  const content = !isFunctionWord(key);
  const stemmed = content ? stem(key) : key;
  return {
    key,
    stem: stemmed,
    capital: text.charAt(0) !== text.charAt(0).toLowerCase(),
    content,
    framing: content && isFraming(stemmed),
    speech: isSpeechForm(key),
    opensSpeech: opensSpeechGroup(key),
    conditional: isConditionalForm(text),
    opensDate: isDateWord(key),
    opensNumber: isNumberWord(key),
    cautions: isCautionWord(key),
    denies: content && couldDeny(key, stemmed),
    classes: content ? synonymClasses(stemmed) : NO_CLASSES,
  };
}

function other(text: string): WordInfo {
  return {
    key: text,
    stem: text,
    capital: false,
    content: false,
    framing: false,
    speech: false,
    opensSpeech: false,
    conditional: false,
    opensDate: false,
    opensNumber: false,
    cautions: false,
    denies: false,
    classes: NO_CLASSES,
  };
}
