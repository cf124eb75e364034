import { describe, expect, it } from 'vitest';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { matchQuotation, quotationsIn, restoreQuotations, withCodes } from '../../../utils/rewrite/quotation-codes.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

const sheet = cutFacts(
  articleFrom(
    '<p>« Nous sommes prêts. Et décidés », a déclaré Anne Petit, la maire. « C’est un scandale absolu », a répondu Marc Rey, qui parle d’un « faux pas ».</p>',
  ),
);

describe('quotation codes', () => {
  it('become the very words of the source', () => {
    const { text, placed, foreign } = restoreQuotations('[C1], a déclaré Anne Petit.', sheet);
    expect(text).toBe('« Nous sommes prêts. Et décidés », a déclaré Anne Petit.');
    expect(placed.map((quotation) => quotation.id)).toEqual(['C1']);
    expect(foreign).toEqual([]);
  });

  it('lose the marks that a model has put around them', () => {
    expect(restoreQuotations('Anne Petit : « [C1] ».', sheet).text).toBe('Anne Petit : « Nous sommes prêts. Et décidés ».');
    expect(restoreQuotations('Anne Petit : **[C1]**.', sheet).text).toBe('Anne Petit : « Nous sommes prêts. Et décidés ».');
  });

  it('are foreign where no source has them, as is a quotation altered by one word', () => {
    expect(restoreQuotations('[C9], a-t-il dit.', sheet).foreign).toHaveLength(1);
    expect(restoreQuotations('« C’est un scandale énorme », a répondu Marc Rey.', sheet).foreign).toEqual([
      'C’est un scandale énorme',
    ]);
  });

  it('may be written out, in full or in part', () => {
    expect(matchQuotation('C’est un scandale absolu', sheet)).toMatchObject({ id: 'C2' });
    expect(matchQuotation('scandale absolu', sheet)).toBe('part');
    expect(matchQuotation('faux pas', sheet)).toMatchObject({ whole: false });
  });

  it('go back to codes, so that a sentence can be mended without touching them', () => {
    const sentence = '« C’est un scandale absolu », a répondu Marc Rey, qui parle d’un « faux pas ».';
    expect(withCodes(sentence, sheet)).toBe('[C2], a répondu Marc Rey, qui parle d’un « faux pas ».');
    expect(quotationsIn(sentence, sheet)).toEqual(['C2']);
  });
});
