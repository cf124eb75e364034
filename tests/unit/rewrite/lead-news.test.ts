import { describe, expect, it } from 'vitest';
import { leadNews } from '../../../utils/rewrite/lead-news.ts';

describe('a title of a lead that tells somebody’s word', () => {
  it('keeps the source in short', () => {
    expect(
      leadNews('Un repas sur trois est pris seul en ville, selon une étude nationale publiée lundi dans la revue Tables.', 80),
    ).toEqual({
      titles: ['Un repas sur trois est pris seul en ville, selon une étude nationale'],
      source: 'une étude nationale',
    });
  });

  it('keeps that a toll is provisional', () => {
    const { titles } = leadNews('La crue de la Sarre a fait trois morts, selon un bilan provisoire de la préfecture.', 65);
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(title).toMatch(/\(bilan provisoire\)$/u);
  });

  it.each([
    'La ville ferme la piscine.',
    'Le maire a quitté la salle, selon elle.',
    'Selon un témoin, le maire a quitté la salle, selon la police.',
  ])('has none for %j', (sentence) => {
    expect(leadNews(sentence, 65)).toEqual({ titles: [], source: null });
  });
});
