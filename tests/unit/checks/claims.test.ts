/** Claims turned round, told as certain or added, each against one short source, beside a faithful sentence that stays silent. */
import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { checkFidelity } from '../../../utils/checks/fidelity.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

function kindsOf(source: string, sentence: string): string[] {
  const other = '<p>La mairie de Vaugrand tiendra sa réunion de rentrée en septembre.</p>';
  return checkFidelity(blocksFromHtml(`<p>${sentence}</p>`), cutFacts(articleFrom(`<p>${source}</p>${other}`)))
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => finding.kind);
}

describe('a door that the source leaves open', () => {
  const source = 'Le club n’exclut pas un recours devant la fédération, sans nier l’existence d’un accord.';
  it.each([
    'Le club a renoncé à un recours devant la fédération.',
    'Le club écarte l’hypothèse d’un recours devant la fédération.',
    'L’existence d’un accord, le club la conteste.',
  ])('told as shut: %s', (sentence) => expect(kindsOf(source, sentence)).toContain('polarity'));
  it.each(['Le club n’écarte pas un recours devant la fédération.', 'Un recours du club devant la fédération reste possible.'])(
    'left open: %s',
    (sentence) => expect(kindsOf(source, sentence)).toEqual([]),
  );
});

describe('what a negation covers', () => {
  it.each([
    [
      'Les patients venus sans avoir téléphoné seront reçus par un interne de garde.',
      'Un interne de garde recevra ces patients.',
    ],
    ['La compagnie a échangé sans frais 1 900 billets.', 'La compagnie a procédé à l’échange de 1 900 billets.'],
    ['Le candidat ne donne aucune consigne de vote et dément toute négociation.', 'Le candidat nie toute négociation.'],
  ])('ends before another verb or thing: %s', (source, sentence) => expect(kindsOf(source, sentence)).toEqual([]));
});
