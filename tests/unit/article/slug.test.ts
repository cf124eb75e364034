import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanSlug, slugOf } from '../../../utils/article/slug.ts';

describe('slugOf', () => {
  it.each([
    ['Négociations sur l’Ukraine : le Kremlin dément', 'negociations-ukraine-kremlin-dement'],
    ["Qu'est-ce que la taxe d'habitation ?", 'taxe-habitation'],
    ['L’œuvre d’Éric à 12,5 % et 3 000 €', 'oeuvre-eric-12-5-pourcent-3000-euros'],
    ['États-Unis‑Russie : pas d’accord aujourd’hui', 'etats-unis-russie-pas-accord-aujourdhui'],
    ['À la une', 'a-la-une'],
    ['Où ?', 'ou'],
  ])('makes « %s » %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is bounded, and cut between words', () => {
    expect(slugOf('Inflation alimentaire : producteurs distributeurs consommateurs inquiets', 30)).toBe('inflation-alimentaire');
  });

  it('is what WordPress keeps, and comes back unchanged from cleanSlug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const slug = slugOf(title);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(cleanSlug(slug)).toBe(slug);
      }),
    );
  });
});
