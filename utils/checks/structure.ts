/**
 * Subheadings, paragraphs and sentences. Thresholds: yoastseo 3.6.0 (300 words without a subheading, 150 words a
 * paragraph, a quarter of long sentences), long = more than 25 words, as it has for es, it and pt.
 */
import type { Block } from '../article/block.ts';
import type { Finding } from '../article/report.ts';
import { inlineText } from '../article/inlines.ts';
import { plainText, textUnits } from '../article/text-units.ts';
import { countWords } from '../article/words.ts';
import { fold } from '../french/fold.ts';
import { splitSentences } from '../french/sentences.ts';

const MAX_WITHOUT_SUBHEADING = 300;
const MAX_PARAGRAPH = 150;
export const LONG_SENTENCE = 25;
const MAX_LONG_SENTENCES = 0.25;
/** Subheadings that say nothing of the article. */
const GENERIC = new Set(
  'introduction|conclusion|contexte|references|reference|en resume|resume|en conclusion|analyse|details|informations|autres informations|a propos|suite'.split(
    '|',
  ),
);

export function checkStructure(blocks: readonly Block[]): Finding[] {
  return [...headingFaults(blocks), ...longStretches(blocks), ...longParagraphs(blocks), ...longSentences(blocks)];
}

/** Sentences of more than 25 words, of all sentences of paragraphs, lists and quotations. */
export function sentenceShare(blocks: readonly Block[]): { long: string[]; all: number } {
  const units = textUnits(blocks).filter((unit) => unit.kind !== 'heading');
  const sentences = units.flatMap((unit) => splitSentences(unit.text));
  return { long: sentences.map(({ text }) => text).filter((text) => countWords(text) > LONG_SENTENCE), all: sentences.length };
}

function headingFaults(blocks: readonly Block[]): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  let level = 1;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'heading') continue;
    const text = inlineText(block.inlines);
    const add = (severity: Finding['severity'], message: string) =>
      findings.push({ kind: 'structure', severity, excerpt: text, message });
    if (block.level === 1) add('warning', 'Un titre de niveau 1 dans le corps : le titre de l’article en est déjà un.');
    else if (block.level > level + 1)
      add('warning', `Intertitre de niveau ${block.level} sans intertitre de niveau ${block.level - 1} au-dessus.`);
    level = block.level;
    const key = fold(text)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
    if (seen.has(key)) add('warning', 'Cet intertitre revient deux fois.');
    else if (GENERIC.has(key)) add('warning', 'Intertitre passe-partout : il ne dit rien de l’article.');
    seen.add(key);
    const next = blocks[i + 1];
    if (!next || (next.kind === 'heading' && next.level <= block.level)) add('warning', 'Aucun texte sous cet intertitre.');
  }
  return findings;
}

function longStretches(blocks: readonly Block[]): Finding[] {
  const findings: Finding[] = [];
  let words = 0;
  let last = '';
  const end = () => {
    if (words > MAX_WITHOUT_SUBHEADING) {
      const message = `${words} mots ${last ? 'sous cet intertitre' : 'avant le premier intertitre'} : au-delà de ${MAX_WITHOUT_SUBHEADING}, un intertitre aide à lire.`;
      findings.push({ kind: 'structure', severity: 'warning', excerpt: last, message });
    }
    words = 0;
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      end();
      last = inlineText(block.inlines);
    } else words += countWords(plainText([block]));
  }
  end();
  return findings;
}

function longParagraphs(blocks: readonly Block[]): Finding[] {
  return textUnits(blocks).flatMap((unit): Finding[] => {
    const words = countWords(unit.text);
    if (unit.kind === 'heading' || words <= MAX_PARAGRAPH) return [];
    const message = `Paragraphe de ${words} mots : au-delà de ${MAX_PARAGRAPH}, mieux vaut le couper.`;
    return [{ kind: 'structure', severity: 'warning', excerpt: splitSentences(unit.text)[0]?.text ?? unit.text, message }];
  });
}

/** Told once, with the longest; each long sentence is a remark when they are too many. */
function longSentences(blocks: readonly Block[]): Finding[] {
  const { long, all } = sentenceShare(blocks);
  const longest = long.toSorted((a, b) => countWords(b) - countWords(a))[0];
  if (!longest || long.length <= all * MAX_LONG_SENTENCES) return [];
  const share = Math.round((100 * long.length) / all);
  const message = `${share}\u202F% des phrases dépassent ${LONG_SENTENCE} mots (un quart au plus se lit bien) ; la plus longue en compte ${countWords(longest)}.`;
  return [{ kind: 'structure', severity: 'info', excerpt: longest, message }];
}
