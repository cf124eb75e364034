import { describe, expect, it } from 'vitest';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { recitesQuotation, withoutHangingCodes } from '../../../utils/rewrite/own-words.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

const sheet = cutFacts(
  articleFrom(
    '<p>Le plan a été présenté lundi. « Nous sommes déterminés à rouvrir la ligne avant la fin de l’été », a déclaré le maire, Jean Duval. Il a parlé d’une « reprise prudente ».</p>' +
      '<p>« Il appartiendra à la région de décider du calendrier des travaux », a répondu Anne Leroy, sa première adjointe.</p>',
  ),
);

describe('the words of a quotation', () => {
  it('are nobody’s own: refused without their marks and without who says them', () => {
    expect(recitesQuotation('Nous sommes déterminés à rouvrir la ligne.', sheet)).toBe(true);
    expect(recitesQuotation('Il est acquis qu’appartiendra à la région de décider du calendrier.', sheet)).toBe(false);
    expect(recitesQuotation('À la région de décider du calendrier des travaux.', sheet)).toBe(true);
  });

  it('may be reported with their speaker, or stand between marks', () => {
    expect(recitesQuotation('Pour Anne Leroy, à la région de décider du calendrier des travaux.', sheet)).toBe(false);
    expect(recitesQuotation('Il a dit : « Nous sommes déterminés à rouvrir la ligne avant la fin de l’été ».', sheet)).toBe(
      false,
    );
  });
});

describe('a code', () => {
  it('that is introduced stays', () => {
    for (const text of [
      'Jean Duval a déclaré : [C1].',
      '[C1], a déclaré le maire.',
      'Le maire l’assure [C1].',
      'Il évoque une [C2].',
    ])
      expect(withoutHangingCodes(text, sheet)).toBe(text);
  });

  it('behind the words that it stands for takes their place', () => {
    expect(
      withoutHangingCodes('« Nous sommes déterminés à rouvrir la ligne avant la fin de l’été [C1] », a dit Jean Duval.', sheet),
    ).toBe('[C1], a dit Jean Duval.');
  });

  it('behind a sentence that says the same goes', () => {
    expect(withoutHangingCodes('Le maire est déterminé à rouvrir la ligne avant la fin de l’été [C1].', sheet)).toBe(
      'Le maire est déterminé à rouvrir la ligne avant la fin de l’été.',
    );
  });

  it('behind a sentence that has nothing to do with it makes the sentence worthless', () => {
    expect(withoutHangingCodes('Le plan a coûté douze millions à la commune [C3].', sheet)).toBeNull();
  });
});
