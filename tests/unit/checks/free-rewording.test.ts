/** What a free rewording may do and must not, each against one short source. */
import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import type { Finding } from '../../../utils/article/report.ts';
import { checkFidelity } from '../../../utils/checks/fidelity.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

const sheet = cutFacts(
  articleFrom(
    '<p>NANTES, 12 mars - La biscuiterie Morvaud a annoncé mardi un recul de 4 % de ses ventes au deuxième trimestre.</p>' +
      '<p>Le chantier de la digue est financé par deux collectivités : 36 millions apportés par le département et 21 millions par la commune.</p>' +
      '<p>L’atelier compte 900 salariés, dont 640 soudeurs. La direction n’a pas confirmé le chiffre de 75 suppressions de postes avancé par un syndicat.</p>' +
      '<p>Une bagarre présumée entre deux gardiens est au centre du dossier. Selon une source judiciaire, un visiteur aurait été poussé par trois gardiens du musée.</p>' +
      '<p>Le prévenu reconnaît des « maladresses » mais dément tout chantage. Il est détenu à la maison d’arrêt de Vesoul, loin de Gray.</p>' +
      '<p>Le dossier est né de l’incendie du hangar. La prochaine réunion est fixée à vendredi, 15 heures. Un marin génois a découvert l’épave.</p>',
  ),
);

const serious = (sentence: string): Finding[] =>
  checkFidelity(blocksFromHtml(`<p>${sentence}</p>`), sheet).filter((finding) => finding.severity !== 'info');
const kindsOf = (sentence: string): string[] => serious(sentence).map((finding) => finding.kind);

describe('finds', () => {
  it.each([
    ['two amounts that changed places', 'Le département apporte 21 millions au chantier de la digue.', 'number-noun'],
    ['a number given to another subject', 'Dans cet atelier, les grévistes représentent 640 des 900 salariés.', 'number-noun'],
    ['an unconfirmed figure told flatly', 'Au total, 75 emplois sont supprimés dans l’atelier.', 'hedge-lost'],
    ['a presumed event told as one that happened', 'Une bagarre a éclaté entre deux gardiens.', 'hedge-lost'],
    ['an allegation told with another verb', 'Trois gardiens du musée ont bousculé un visiteur.', 'hedge-lost'],
    ['the denied part of a half confession', 'Le prévenu reconnaît en outre un chantage.', 'polarity'],
    ['another place behind the same noun', 'Le prévenu est détenu à la maison d’arrêt de Gray.', 'place'],
    ['a prospect that nobody announced', 'La biscuiterie devrait racheter un concurrent.', 'fact-added'],
  ])('%s', (_, sentence, kind) => expect(kindsOf(sentence)).toContain(kind));
});

describe('lets pass', () => {
  it.each([
    ['a weekday with the day of the dateline', 'La biscuiterie Morvaud a annoncé mardi 12 mars un recul de 4 % de ses ventes.'],
    ['the months of a quarter', 'Entre avril et juin, les ventes de la biscuiterie Morvaud ont reculé de 4 %.'],
    ['the amounts in their places', 'La commune apporte 21 millions au chantier de la digue, le département 36 millions.'],
    [
      'what suppressions are of',
      'Un syndicat évoque 75 postes supprimés dans l’atelier, chiffre que la direction n’a pas confirmé.',
    ],
    ['the place of a people', 'L’épave a été découverte par un marin venu de Gênes.'],
    ['a time after a weekday', 'La prochaine réunion est fixée vendredi à 15 heures.'],
    ['« né », which is no « ne »', 'L’incendie du hangar est à l’origine du dossier.'],
  ])('%s', (_, sentence) => expect(serious(sentence)).toEqual([]));
});
