/** Which words news French uses for one another, by stem: a paraphrase stays close to its source. */
import { foldWord } from './fold.ts';
import { stem } from './stem.ts';
import { THESAURUS } from './thesaurus.ts';

const NONE: readonly string[] = [];
const CLASSES_OF = new Map<string, string[]>();

THESAURUS.forEach((line, i) => {
  const name = `~${i}`;
  for (const word of line.split(' ')) {
    // Compounds written with hyphens stand here for phrases; only single words can be met as a token.
    const key = stem(foldWord(word));
    const classes = CLASSES_OF.get(key);
    if (!classes) CLASSES_OF.set(key, [name]);
    else if (!classes.includes(name)) classes.push(name);
  }
});

/** Names of the classes of a stem (« ~12 »); none for a word that has no synonym here. */
export function synonymClasses(stemmed: string): readonly string[] {
  return CLASSES_OF.get(stemmed) ?? NONE;
}

export function areSynonyms(a: string, b: string): boolean {
  if (a === b) return true;
  const classes = synonymClasses(a);
  return classes.length > 0 && synonymClasses(b).some((name) => classes.includes(name));
}
