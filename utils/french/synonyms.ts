/** Words that news French uses for one another. Classes of stems: a paraphrase stays close to its source. */
import { foldWord } from './fold.ts';
import { stem } from './stem.ts';

const CLASSES = ['début commencer débuter démarrer lancer entamer', 'fin finir terminer achever cesser conclure'];

const BY_STEM = new Map<string, string>();
for (const line of CLASSES) {
  const words = line.split(' ').map((word) => stem(foldWord(word)));
  const name = `~${words[0] ?? ''}`;
  for (const word of words) if (!BY_STEM.has(word)) BY_STEM.set(word, name);
}

/** Name of the class of a stem (« ~fin »), or null. */
export function synonymClass(stemmed: string): string | null {
  return BY_STEM.get(stemmed) ?? null;
}
