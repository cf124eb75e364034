import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { alignSentence, alignText } from '../../../utils/facts/align.ts';
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
        '<p>Le conseil municipal de Vernay a adopté jeudi le budget de la piscine, d’un montant de 8 millions d’euros. Les travaux doivent débuter en septembre. L’opposition a voté contre.</p>',
      ),
    },
  ],
});

describe('alignSentence', () => {
  it('finds the fact that carries a paraphrase', () => {
    expect(alignSentence('À Vernay, les élus ont approuvé jeudi le budget de la piscine.', sheet)).toEqual({
      sources: ['F1'],
      status: 'supported',
    });
  });

  it('looks only at the facts given', () => {
    expect(alignSentence('Le chantier doit commencer en septembre.', sheet, ['F1']).sources).not.toContain('F2');
  });

  it('holds a sentence weak or unsupported when a clause of it was added', () => {
    const { status } = alignSentence(
      'Les travaux doivent débuter en septembre, provoquant la colère des commerçants voisins.',
      sheet,
    );
    expect(status).not.toBe('supported');
  });

  it('holds a sentence with a name that no source has weak or unsupported', () => {
    expect(alignSentence('L’opposition, menée par Zoé Brandt, a voté contre.', sheet).status).not.toBe('supported');
  });
});

describe('alignText', () => {
  it('carries a transition by the fact of the sentence that it announces', () => {
    const [paragraph] = alignText([['Reste à savoir quand.', 'Les travaux doivent débuter en septembre.']], sheet);
    expect(paragraph?.map(({ sources }) => sources[0])).toEqual(['F2', 'F2']);
  });
});
