import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { checkSentence } from '../../../utils/checks/fidelity.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';

const sheet = cutFacts({
  title: '',
  siteLanguage: 'fr-FR',
  sources: [
    {
      id: 'S1',
      kind: 'selection',
      title: '',
      url: null,
      date: null,
      blocks: blocksFromHtml(
        '<p>Le conseil municipal de Valbrun a validé mardi le projet de piscine.</p>' +
          '<p>La fréquentation de la médiathèque a augmenté de 12 % en 2023.</p>',
      ),
    },
  ],
});

describe('a word at the other end of the question', () => {
  it.each([
    'Le conseil municipal de Valbrun a rejeté mardi le projet de piscine.',
    'La fréquentation de la médiathèque a baissé de 12 % en 2023.',
  ])('is told: %s', (sentence) => {
    // « baissé de 12 % » may be told as a number of another thing: what counts is that it is told, at its place.
    expect(
      checkSentence(sentence, sheet)
        .map((finding) => finding.excerpt)
        .join(' '),
    ).toMatch(/rejeté|baissé/u);
  });

  it.each([
    'Le conseil municipal de Valbrun a approuvé mardi le projet de piscine.',
    'La fréquentation de la médiathèque a progressé de 12 % en 2023.',
  ])('a synonym is not: %s', (sentence) => {
    expect(checkSentence(sentence, sheet).map((finding) => finding.kind)).not.toContain('polarity');
  });
});
