/** How well draft sentences are aligned with the source sentences that carry them. */
import { blocksFromHtml } from '../../utils/article/html.ts';
import { readDraft } from '../../utils/checks/read-draft.ts';
import type { Fact } from '../../utils/facts/fact.ts';
import { indexSheet } from '../../utils/facts/sheet-index.ts';
import { fold } from '../../utils/french/fold.ts';
import { evidenceOf, sheetOf, type Article } from './labelled.ts';

export interface EvidenceScore {
  /** Sentences that state a fact, by the labels, found in the text. */
  stating: number;
  /** Of them, aligned with any fact. */
  aligned: number;
  /** One of the facts given is a right one. */
  right: number;
  /** The first fact given is a right one. */
  firstRight: number;
  /** Held `weak` or `none` though faithful. */
  flaggedFaithful: number;
  /** Planted additions (`fact-added`, `fact-added-entity`), and those whose sentence is `weak` or `none`. */
  planted: number;
  plantedFlagged: number;
}

export function evaluateEvidence(article: Article, score: EvidenceScore, list: boolean): void {
  const index = indexSheet(sheetOf(article.source_html));
  const labels = evidenceOf(article.id);
  const faithful = readDraft(blocksFromHtml(article.faithful_html), index).sentences;
  const plain = (text: string): string =>
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const byText = new Map(faithful.map((sentence) => [plain(sentence.analysis.text), sentence]));
  for (const label of labels?.sentences ?? []) {
    if (label.sources.length === 0) continue;
    const key = plain(label.text);
    // Labels cut inside quotations; a sentence here holds its whole quotation.
    const sentence = byText.get(key) ?? faithful.find((candidate) => plain(candidate.analysis.text).includes(key));
    if (!sentence) {
      if (list) process.stdout.write(`  LABEL NOT FOUND ${article.id}: ${label.text}\n`);
      continue;
    }
    const isRight = (fact: Fact): boolean => label.sources.some((source) => plain(fact.text).includes(plain(source)));
    score.stating++;
    const facts = sentence.alignment.sources.flatMap((id) => index.byId.get(id)?.fact ?? []);
    if (facts.length > 0) score.aligned++;
    if (facts.some(isRight)) score.right++;
    else if (list)
      process.stdout.write(
        `  UNALIGNED ${article.id}: ${label.text} → ${facts.map((fact) => fact.text.slice(0, 40)).join(' | ')} (${label.sources.join(' | ')})\n`,
      );
    if (facts[0] && isRight(facts[0])) score.firstRight++;
    if (sentence.alignment.status !== 'supported') score.flaggedFaithful++;
    if (list && sentence.alignment.status !== 'supported')
      process.stdout.write(`  HELD ${sentence.alignment.status} ${article.id}: ${label.text}\n`);
  }
  const corrupted = readDraft(blocksFromHtml(article.corrupted_html), index).sentences;
  for (const error of article.errors) {
    if (!error.type.startsWith('fact-added')) continue;
    score.planted++;
    const sentence = corrupted.find((candidate) => plain(candidate.analysis.text).includes(plain(error.span)));
    if (sentence && sentence.alignment.status !== 'supported') score.plantedFlagged++;
    else if (list) process.stdout.write(`  PLANTED BUT SUPPORTED ${article.id}: ${error.span}\n`);
  }
}
