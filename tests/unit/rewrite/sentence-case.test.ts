import { describe, expect, it } from 'vitest';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { sentenceCase } from '../../../utils/rewrite/sentence-case.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

const sheet = cutFacts(
  articleFrom('<p>Mardi, le Kremlin a fait savoir qu’il dément tout contact avec les États-Unis, selon Reuters.</p>'),
);

describe('headline capitals', () => {
  it('go where the source writes the word without one', () => {
    expect(sentenceCase('Le Kremlin Dément Tout Contact Avec Les États-Unis', sheet)).toBe(
      'Le Kremlin dément tout contact avec les États-Unis',
    );
  });

  it('leave a French title alone', () => {
    const title = 'Ukraine : le Kremlin dément tout contact avec les États-Unis';
    expect(sentenceCase(title, sheet)).toBe(title);
  });
});
