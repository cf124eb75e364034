/** Les chiffres: one figure an item, in bold with what it counts, then the sentence that carries it. */
import type { Block, ListItem } from '../../article/block.ts';
import type { Reading, ReadFact } from '../reading.ts';
import { labelledWording, otherWordings } from '../wording/variants.ts';
import { type Prose, list } from './prose.ts';

export function figuresFloor(facts: readonly ReadFact[], reading: Reading, prose: Prose): Block[] {
  const items = facts.flatMap((read): ListItem[] => {
    const text = labelledWording(read, otherWordings(read, reading).toReversed());
    const label = figureIn(text ?? '');
    return label === null || text === null ? [] : [prose.item(text, label)];
  });
  return items.length === 0
    ? []
    : [prose.paragraph(['Les principaux ordres de grandeur, avec ce qu’ils recouvrent.']), ...list(items)];
}

const FIGURE =
  /(?<![\p{L}\p{N},-])\d+(?:[\s\u00A0\u202F]\d{3})*(?:,\d+)?(?:\s?%|\s(?:millions?|milliards?)\s(?:d’euros|de\s\p{Ll}+|d’\p{Ll}+)|\s(?:euros?|dollars|francs|kilomètres carrés|kilomètres|mètres carrés|mètres cubes|mètres|centimètres|millimètres|degrés|tonnes|litres|hectares)(?![\p{L}])|\skm\/h|\s(?:\p{Ll}{4,}|\p{Lu}{2,})(?![\p{L}]))/gu;

const UNIT = /\s(?:millions?|milliards?|euros?|kilomètres?|mètres?)(?![\p{L}])/u;
const RANK = /(?:numéros?|n°|ligne|article|quai|bureau|chapitre|chambre|route)\s$/iu;

/** The first figure with what it counts, as written (« 3 100 exploitations »), or null. Ages, days, years and times are none. */
export function figureIn(sentence: string): string | null {
  for (const match of sentence.replace(/⟦C\d+⟧/gu, '').matchAll(FIGURE)) {
    const text = match[0];
    if (
      /\s(?:ans|heures?|minutes?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|dans|pour|avec|depuis|contre|entre|selon|dont|sans|puis|avant|après|vers|sous|chez|mais|autres)$/u.test(
        text,
      )
    )
      continue;
    if (/\sans\s/u.test(text)) continue;
    // « contre 9 actuellement », « Quai numéro 1 demande »: several things are in the plural, and a rank counts nothing.
    if (
      /\s\p{Ll}+$/u.test(text) &&
      !UNIT.test(text) &&
      (/^1\s\p{L}|[^sx]$/u.test(text) || RANK.test(sentence.slice(0, match.index)))
    )
      continue;
    return text;
  }
  return null;
}
