/**
 * The keyphrase in a text, in the plural and after an elision too, which Yoast finds only with its paid word forms.
 * Thresholds: yoastseo 3.6.0 (density 0.5-3 % of the words, 30-75 % of the subheadings).
 */
import { type Draft, draftBlocks } from '../article/draft.ts';
import type { Finding } from '../article/report.ts';
import { plainText, textUnits } from '../article/text-units.ts';
import { countWords } from '../article/words.ts';
import { splitSentences } from '../french/sentences.ts';
import { tokenize } from '../french/tokens.ts';

const MAX_DENSITY = 0.03;
const SUBHEADINGS = { least: 0.3, most: 0.75 };

/** Sentences that hold all its words that carry meaning, whatever their order, counted as often as the rarest of them. */
export function countKeyphrase(text: string, keyphrase: string): number {
  const wanted = keyphraseWords(keyphrase);
  if (wanted.length === 0) return 0;
  let count = 0;
  for (const line of text.split('\n')) {
    for (const sentence of splitSentences(line)) {
      const words = tokenize(sentence.text).map((token) => singular(token.key));
      count += Math.min(...wanted.map((word) => words.filter((other) => other === word).length));
    }
  }
  return count;
}

/** Of its occurrences in the words of the text: 0.01 = 1 %. */
export function keyphraseDensity(text: string, keyphrase: string): number {
  const words = countWords(text);
  return words === 0 ? 0 : countKeyphrase(text, keyphrase) / words;
}

export function checkKeyphrase(draft: Draft): Finding[] {
  const keyphrase = draft.fields.keyphrase.trim();
  if (!keyphrase) return [];
  const blocks = draftBlocks(draft);
  const findings: Finding[] = [];
  const add = (severity: Finding['severity'], excerpt: string, message: string) =>
    findings.push({ kind: 'seo', severity, excerpt, message });

  const first = textUnits(blocks).find((unit) => unit.kind !== 'heading');
  if (!countKeyphrase(draft.title, keyphrase))
    add('info', draft.title, `L’expression clé « ${keyphrase} » n’est pas dans le titre.`);
  if (first && !countKeyphrase(first.text, keyphrase))
    add(
      'warning',
      splitSentences(first.text)[0]?.text ?? '',
      `L’expression clé « ${keyphrase} » n’est pas dans le premier paragraphe.`,
    );

  const headings = textUnits(blocks).filter((unit) => unit.kind === 'heading');
  const holding = headings.filter((unit) => countKeyphrase(unit.text, keyphrase) > 0).length;
  if (headings.length > 0 && holding < headings.length * SUBHEADINGS.least)
    add(
      'info',
      '',
      `L’expression clé est dans ${holding} intertitre${holding > 1 ? 's' : ''} sur ${headings.length} : visez-en un tiers.`,
    );
  else if (headings.length > 2 && holding > headings.length * SUBHEADINGS.most)
    add('warning', '', `L’expression clé est dans ${holding} intertitres sur ${headings.length} : c’est trop, variez-les.`);

  const text = plainText(blocks);
  const density = keyphraseDensity(text, keyphrase);
  if (density > MAX_DENSITY)
    add(
      'warning',
      '',
      `L’expression clé revient ${countKeyphrase(text, keyphrase)} fois (${(100 * density).toFixed(1).replace('.', ',')}\u202F% des mots) : au-delà de 3\u202F%, le texte paraît suroptimisé.`,
    );
  return findings;
}

function keyphraseWords(keyphrase: string): string[] {
  const tokens = tokenize(keyphrase).filter((token) => token.kind !== 'punct');
  const telling = tokens.filter((token) => token.content || token.kind === 'number');
  return [...new Set((telling.length > 0 ? telling : tokens).map((token) => singular(token.key)))];
}

/** « négociations » → « négociation », « journaux » → « journal »; keys are folded already. */
function singular(key: string): string {
  if (key.length < 4) return key;
  if (key.endsWith('eaux') || key.endsWith('eux') || key.endsWith('oux')) return key.slice(0, -1);
  if (key.endsWith('aux')) return `${key.slice(0, -2)}l`;
  return key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, -1) : key;
}
