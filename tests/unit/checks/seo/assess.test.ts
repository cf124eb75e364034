import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessSeo } from '../../../../utils/checks/seo/assess.ts';
import type { SeoInput } from '../../../../utils/checks/seo/seo-input.ts';

const article = readFileSync(new URL('../../../fixtures/seed-article.html', import.meta.url), 'utf8');
const input: SeoInput = {
  html: `${article}<h2>Négociations sur l’Ukraine</h2><p>Le Kremlin a répondu.</p>`,
  title: 'Le Kremlin dément',
  seoTitle: 'Négociations Ukraine : le Kremlin dément',
  titleWidth: 368,
  metaDescription: 'Trop court',
  slug: 'negociations-ukraine-kremlin',
  keyphrase: 'négociations Ukraine',
};

describe('assessSeo', () => {
  it('gives Yoast’s numbers for what a draft can have, nothing for images and links', () => {
    const scores = Object.fromEntries(assessSeo(input).map(({ id, score }) => [id, score]));
    expect(scores).toMatchObject({
      introductionKeyword: 9,
      keyphraseLength: 9,
      keyphraseDensity: 9,
      metaDescriptionLength: 6,
      keyphraseInSEOTitle: 9,
      titleWidth: 9,
      slugKeyword: 9,
      textLength: 9,
      textTransitionWords: 9,
    });
    for (const id of ['images', 'imageKeyphrase', 'externalLinks', 'internalLinks']) expect(scores).not.toHaveProperty(id);
  });

  it('counts sentences of more than 25 words as long, not 20', () => {
    const words = (count: number) => `Le ${'mot '.repeat(count - 2)}fin. `;
    const html = `<p>${words(24).repeat(15)}</p>`;
    const score = (text: string) => assessSeo({ ...input, html: text }).find(({ id }) => id === 'textSentenceLength')?.score;
    expect(score(html)).toBe(9);
    expect(score(`<p>${words(27).repeat(15)}</p>`)).toBe(3);
  });

  it('runs on nothing at all', () => {
    const empty = { html: '', title: '', seoTitle: '', titleWidth: 0, metaDescription: '', slug: '', keyphrase: '' };
    expect(assessSeo(empty).map(({ id }) => id)).toContain('textLength');
  });
});
