import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { holdsKeyphrase, suggestKeyphrases } from '../../../utils/rewrite/keyphrase.ts';
import { articleFrom, labelledArticles } from '../../support/labelled-articles.ts';

const seed = cutFacts(articleFrom(readFileSync(new URL('../../fixtures/seed-article.html', import.meta.url), 'utf8')));

describe('keyphrases of the source', () => {
  it('puts the subject of the seed first', () => {
    expect(suggestKeyphrases(seed, '')[0]).toBe('guerre en Ukraine');
  });

  it('leans towards the article’s own title', () => {
    expect(suggestKeyphrases(seed, 'Neutralité de l’Ukraine : le démenti')[0]).toBe('neutralité de l’Ukraine');
  });

  it.each([...labelledArticles('dev'), ...labelledArticles('develop')].map(({ id, source }) => [id, source] as const))(
    '%s: each stands in the source, none inside another',
    (_, source) => {
      const sheet = cutFacts(source);
      const phrases = suggestKeyphrases(sheet, '');
      expect(phrases.length).toBeGreaterThanOrEqual(3);
      for (const phrase of phrases) {
        expect(sheet.facts.some((fact) => holdsKeyphrase(fact.text, phrase))).toBe(true);
        expect(phrases.filter((other) => other !== phrase && other.includes(phrase))).toEqual([]);
      }
    },
  );

  it('skips what stands only between quotation marks, halves of names and half noun phrases', () => {
    const sheet = cutFacts(
      articleFrom(
        '<p>La mairie de Sauvigny lance une réforme des cantines scolaires, financée par la Caisse de prévoyance d’Aude orientale.</p>' +
          '<p>« Le grand marché des petits arrangements a assez duré », a dit Paul Astier, joueur du Racing Club de Sauvigny.</p>' +
          '<p>La réforme des cantines scolaires commence en mai. Le risque d’intoxication alimentaire est connu.</p>',
      ),
    );
    const phrases = suggestKeyphrases(sheet, '', 12);
    expect(phrases[0]).toBe('réforme des cantines scolaires');
    expect(phrases.join(' | ')).not.toMatch(/arrangements|(?:^|\| )Club|risque d’intoxication(?: \||$)/u);
  });

  it('gives none for an empty source', () => {
    expect(suggestKeyphrases(cutFacts(articleFrom('')), '')).toEqual([]);
  });
});

describe('a keyphrase in a text', () => {
  it('is found in the plural and after an elision, not with other words in between', () => {
    expect(holdsKeyphrase('Les négociations de l’Ukraine', 'négociation Ukraine')).toBe(true);
    expect(holdsKeyphrase('Guerre en Ukraine : l’essentiel', 'guerre en Ukraine')).toBe(true);
    expect(holdsKeyphrase('La guerre froide finit en Ukraine', 'guerre en Ukraine')).toBe(false);
  });
});
