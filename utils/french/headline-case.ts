/**
 * Anglicised capitals of a headline put right: « Le Kremlin Dément » → « Le Kremlin dément ». A capital stays where the
 * texts around it give the word one in the middle of a sentence.
 */
import { foldedLetters } from '../article/fold-letters.ts';
import { isFunctionWord } from './function-words.ts';

/** How words are written in running text: what is a name, and what is not. */
export interface WordCases {
  lower: ReadonlySet<string>;
  names: ReadonlySet<string>;
}

/** An elided word keeps its apostrophe. */
const WORD = /(?:[LDJMTSCN]|Qu)['’](?=\p{L})|[\p{L}\p{M}\p{N}]+(?:\.\p{L}(?!\p{L}))*/giu;

/** Small words that no French name has with a capital inside a headline. */
const NEVER_CAPITAL = new Set("a au aux d' de des du en et ou par pour que qui sur dans un une ne".split(' '));

/** Read from the source's paragraphs (not its titles, whose capitals may be the fault). */
export function wordCases(text: string): WordCases {
  const lower = new Set<string>();
  const names = new Set<string>();
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (!isCapital(word)) lower.add(foldedLetters(word));
    // A capital after a blank and a letter or comma: in the middle of a sentence.
    else if (
      /[\p{L}\p{N},’'-]\s*$/u.test(text.slice(Math.max(0, match.index - 3), match.index)) &&
      /[\s’'-]$/u.test(text.slice(0, match.index))
    )
      names.add(foldedLetters(word));
  }
  return { lower, names };
}

/** Unchanged unless the headline has a capital that French does not give. */
export function headlineCase(title: string, cases: WordCases): string {
  const words = [...title.matchAll(WORD)];
  const starts = new Set(words.filter((match, i) => i === 0 || opens(title, match.index)).map((match) => match.index));
  const inner = words.filter((match) => !starts.has(match.index));
  const capital = inner.filter((match) => isCapital(match[0]) && !keepsCapital(match[0]));
  // One sure mistake (« Du », a word that the text writes in lower case), or capitals nearly everywhere.
  const sure = capital.some((match) => isWrong(match[0], cases));
  const telling = inner.filter((match) => match[0].length > 3);
  const everywhere =
    capital.some((match) => NEVER_CAPITAL.has(foldedLetters(match[0]))) ||
    (telling.length >= (sure ? 3 : 5) && telling.filter((match) => isCapital(match[0])).length >= telling.length * 0.8);
  if (!sure && !everywhere) return title;
  return title.replace(WORD, (word, index: number) => {
    if (starts.has(index) || !isCapital(word) || keepsCapital(word)) return word;
    const key = foldedLetters(word);
    if (!NEVER_CAPITAL.has(key) && cases.names.has(key)) return word;
    // A word that no text knows is a common one only where everything is capitalised.
    return isWrong(word, cases) || everywhere ? word.charAt(0).toLowerCase() + word.slice(1) : word;
  });
}

function isWrong(word: string, cases: WordCases): boolean {
  const key = foldedLetters(word).replace('’', "'");
  return NEVER_CAPITAL.has(key) || (!cases.names.has(key) && (cases.lower.has(key) || isFunctionWord(key)));
}

/** Acronyms, figures, inner capitals. */
function keepsCapital(word: string): boolean {
  return /\p{N}/u.test(word) || word.slice(1) !== word.slice(1).toLowerCase() || /^[B-Z]$/.test(word);
}

/** The first word after « : », a full mark, an opening quotation mark or a dash may have its capital. */
function opens(title: string, index: number): boolean {
  return /[:.!?…«“"–—|(]\s*$/u.test(title.slice(0, index));
}

function isCapital(word: string): boolean {
  return word.charAt(0) !== word.charAt(0).toLowerCase();
}
