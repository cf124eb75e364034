import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFidelity } from '../../../utils/checks/fidelity.ts';
import { wordsOf } from '../../../utils/article/words.ts';
import { floorOf, plain } from '../../support/floor-draft.ts';
import { articleFrom, labelledArticles } from '../../support/labelled-articles.ts';

const seed = articleFrom(readFileSync(new URL('../../fixtures/seed-article.html', import.meta.url), 'utf8'));
const articles = [{ id: 'seed', source: seed }, ...labelledArticles('dev'), ...labelledArticles('develop')].map(
  ({ id, source }) => [id, source] as const,
);

describe.each(articles)('the fields of %s, made by code', (_, source) => {
  const { draft, sheet } = floorOf(source);
  const { title, titleVariants, fields } = draft;

  it('has a title and three others, none over 65 characters', () => {
    const titles = [title, ...titleVariants];
    expect(titles).toHaveLength(4);
    expect(new Set(titles).size).toBe(4);
    for (const one of titles) {
      expect(one.length).toBeGreaterThan(10);
      expect(one.length).toBeLessThanOrEqual(65);
      expect(one).not.toMatch(/[.,;:]$|…/u);
    }
  });

  it('describes in 120-155 characters, ended by a full stop', () => {
    expect(fields.metaDescription.length).toBeGreaterThanOrEqual(120);
    expect(fields.metaDescription.length).toBeLessThanOrEqual(155);
    expect(fields.metaDescription).toMatch(/\.$/u);
    expect(fields.metaDescription).not.toMatch(/…|\s(?:de|du|des|la|le|les|et|à|au|en|par|pour|que|qui)\.$/u);
  });

  it('has a slug without accents or elisions, a keyphrase of one to four words of meaning, an excerpt and tags', () => {
    expect(fields.slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$|^[a-z0-9]{4,}$/u);
    expect(wordsOf(fields.keyphrase).filter((word) => word.length > 3).length).toBeLessThanOrEqual(4);
    expect(plain(sheet.facts.map((fact) => fact.text).join(' '))).toContain(plain(fields.keyphrase));
    expect(fields.excerpt.length).toBeGreaterThan(60);
    expect(fields.tags.length).toBeGreaterThan(1);
  });

  it('states nothing that the source does not', () => {
    const texts = [title, ...titleVariants, fields.metaDescription, fields.excerpt];
    const blocks = texts.map((text) => ({ kind: 'paragraph' as const, inlines: [{ text }] }));
    expect(checkFidelity(blocks, sheet).filter((finding) => finding.severity === 'error')).toEqual([]);
  });
});

it('takes the user’s own keyphrase', () => {
  const { plan, draft, headings } = floorOf(seed, { keyphrase: 'Kremlin' });
  expect(plan.keyphrase).toBe('Kremlin');
  expect(draft.fields.keyphrase).toBe('Kremlin');
  expect(headings.some((heading) => heading.startsWith('Kremlin : '))).toBe(true);
});
