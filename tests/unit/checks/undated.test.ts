import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { readDraft } from '../../../utils/checks/read-draft.ts';
import { checkUndated } from '../../../utils/checks/undated.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { indexSheet } from '../../../utils/facts/sheet-index.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

const SOURCE = 'La mairie a fermé le pont mardi. Les travaux dureront jusqu’à la semaine prochaine, a-t-elle précisé.';
const DRAFT =
  '<h2>Le pont est fermé depuis mardi</h2><p>Le pont a été fermé mardi par la mairie. Depuis mardi, les bus font un détour.</p>' +
  '<p>Les travaux dureront jusqu’à la semaine prochaine.</p>';

function findings(source: string, date: string | null = null, draft = DRAFT) {
  const article = articleFrom(source);
  const sources = article.sources.map((one) => ({ ...one, date }));
  const sheet = cutFacts({ ...article, sources });
  return checkUndated(readDraft(blocksFromHtml(draft), indexSheet(sheet)), sheet);
}

describe('a day of a source without a date', () => {
  it('is a warning once for each day, with the draft’s sentence and the source’s', () => {
    const found = findings(`<p>${SOURCE}</p>`);
    expect(found.map(({ kind, severity, excerpt }) => [kind, severity, excerpt])).toEqual([
      ['undated', 'warning', 'mardi'],
      ['undated', 'warning', 'semaine prochaine'],
    ]);
    // The subheading is sentence 0.
    expect(found[0]?.sentence).toBe(1);
    expect(found[0]?.source).toBe('La mairie a fermé le pont mardi.');
  });

  it('is none where the source has a date, or a dateline tells it', () => {
    expect(findings(`<p>${SOURCE}</p>`, '2026-03-12')).toEqual([]);
    expect(findings(`<p>PARIS, 12 mars (AFP) – ${SOURCE}</p>`)).toEqual([]);
  });

  it('is none for a whole date, nor for « la veille », which leans on another one', () => {
    const source = '<p>Le pont a été fermé mardi 3 mars. La veille, un camion l’avait heurté.</p>';
    expect(findings(source, null, source)).toEqual([]);
  });
});
