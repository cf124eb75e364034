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

describe('a word that the source only has denied', () => {
  const source = 'Les riverains ont été confinés jusqu’à midi, mais aucune évacuation n’a été ordonnée par la préfecture.';
  it('affirmed', () => expect(kindsOf(source, 'La préfecture a fait évacuer les riverains.')).toContain('polarity'));
  it('denied', () => expect(kindsOf(source, 'La préfecture n’a pas fait évacuer les riverains.')).toEqual([]));
});

describe('of two that answer one question, the one that is named', () => {
  const source = 'L’Albrésie s’est dite favorable à cette inspection, que la Morvandie a rejetée.';
  it('given the other’s answer', () =>
    expect(kindsOf(source, 'La Morvandie s’est pliée à cette inspection.')).toContain('polarity'));
  it('given its own', () => expect(kindsOf(source, 'La Morvandie a refusé cette inspection.')).toEqual([]));
});

describe('what was granted', () => {
  const source = 'Le commissaire aux comptes a bénéficié d’un non-lieu en 2022.';
  it('told as refused', () => expect(kindsOf(source, 'Un non-lieu lui a été refusé en 2022.')).toContain('polarity'));
  it('told as granted', () => expect(kindsOf(source, 'Un non-lieu lui a été accordé en 2022.')).toEqual([]));
});

describe('what is alleged', () => {
  const source = 'Selon une source judiciaire, une touriste aurait tenté de traverser à pied un gué inondé près de Montvert.';
  it.each([
    'Cette touriste s’est engagée à pied sur un gué inondé près de Montvert.',
    'Le parquet rappelle que la touriste a traversé à pied un gué inondé près de Montvert.',
    'La touriste a pris à pied un gué inondé près de Montvert, comme l’a relaté un journal.',
  ])('told as a fact: %s', (sentence) => expect(kindsOf(source, sentence)).toContain('hedge-lost'));
  it.each([
    'Cette touriste se serait engagée à pied sur un gué inondé près de Montvert.',
    'Une source judiciaire avance que la touriste traversait à pied un gué inondé près de Montvert.',
    'La touriste a-t-elle traversé à pied un gué inondé près de Montvert ?',
  ])('kept at a distance: %s', (sentence) => expect(kindsOf(source, sentence)).toEqual([]));

  const claimed = 'La Morvandie affirme avoir conclu une trêve de vingt jours avec l’Albrésie, ce que celle-ci dément.';
  it('claimed by a party', () =>
    expect(kindsOf(claimed, 'La Morvandie a obtenu une trêve de vingt jours.')).toContain('hedge-lost'));
  it('claimed and told so', () =>
    expect(kindsOf(claimed, 'La Morvandie assure avoir obtenu une trêve de vingt jours.')).toEqual([]));
});

describe('what is hung on a finished sentence', () => {
  const source = 'La réunion publique est prévue le 26 septembre à la salle des fêtes. Le maire y répondra aux habitants.';
  it.each([
    'La réunion publique se tiendra le 26 septembre à la salle des fêtes, en présence des ingénieurs du chantier.',
    'La réunion publique est prévue le 26 septembre à la salle des fêtes, une victoire pour les commerçants.',
    'Le maire répondra aux habitants lors de la réunion publique, où l’accompagnera son adversaire.',
    'Le maire répondra aux habitants à la salle des fêtes, ce qui lui garantit une tribune.',
    'Le maire répondra aux questions des habitants ainsi que des journalistes locaux.',
  ])('added: %s', (sentence) => expect(kindsOf(source, sentence)).toContain('fact-added'));
  it.each([
    'La réunion publique se tiendra le 26 septembre, à la salle des fêtes.',
    'Le maire répondra aux habitants à la salle des fêtes, sans doute.',
    'Les habitants ont rendez-vous le 26 septembre, en présence du maire, à la salle des fêtes.',
  ])('of the source: %s', (sentence) => expect(kindsOf(source, sentence)).toEqual([]));
});

describe('small words that answer', () => {
  it.each([
    [
      'La dette du groupe atteint 1,3 milliard d’euros, soit 150 millions de moins qu’un an plus tôt.',
      'La dette du groupe s’est alourdie de 150 millions d’euros en un an.',
      'La dette du groupe s’est allégée de 150 millions d’euros en un an.',
    ],
    [
      'Le groupe maintient son objectif de trésorerie pour cet exercice.',
      'Le groupe ne vise plus son objectif de trésorerie pour cet exercice.',
      'Le groupe conserve son objectif de trésorerie pour cet exercice.',
    ],
    [
      'Le pont est interdit à toute circulation, y compris aux piétons.',
      'Le pont est interdit à la circulation, piétons exceptés.',
      'Le pont est interdit à la circulation, piétons compris.',
    ],
    [
      'Une troisième personne aurait touché de l’argent, mais elle n’a pas été poursuivie.',
      'Cette troisième personne fait l’objet de poursuites.',
      'Cette troisième personne n’a pas été poursuivie.',
    ],
  ])('%s', (source, wrong, right) => {
    expect(kindsOf(source, wrong)).toContain('polarity');
    expect(kindsOf(source, right)).not.toContain('polarity');
  });
});

describe('what is not so yet, or not known to be', () => {
  it.each([
    [
      'Le club envisage de se séparer de son entraîneur, Yanis Corvel, à la fin de la saison.',
      'Le club se séparera de son entraîneur Yanis Corvel.',
      'Le club songe à se séparer de Yanis Corvel.',
    ],
    [
      'D’après une source proche du dossier, le fonds Halden serait prêt à racheter 60 % des parts du club.',
      'Selon une source proche du dossier, le fonds Halden s’est engagé à racheter 60 % des parts du club.',
      'Selon une source proche du dossier, le fonds Halden serait disposé à racheter 60 % des parts du club.',
    ],
    [
      'La région doit financer la rénovation du lycée de Vaugrand à hauteur de 4 millions d’euros.',
      'La région a financé la rénovation du lycée de Vaugrand.',
      'La région va financer la rénovation du lycée de Vaugrand.',
    ],
    [
      'L’exposition aux particules est associée à un risque accru d’asthme chez les enfants, selon l’étude.',
      'L’exposition aux particules provoque un asthme chez les enfants.',
      'L’étude associe l’exposition aux particules à un risque accru d’asthme chez les enfants.',
    ],
  ])('%s', (source, wrong, right) => {
    expect(kindsOf(source, wrong)).toContain('hedge-lost');
    expect(kindsOf(source, right)).toEqual([]);
  });
});

describe('a quotation in another mouth', () => {
  const source =
    'Selon l’adjoint à la voirie, Kamel Bessadi, les travaux avancent. « C’est un gouffre financier », rétorque l’élue Hortense Lagravère. ' +
    'Rachid Amrani tient la boulangerie. « Mes clients du matin habitaient en face », dit-il.';
  it.each([
    'L’adjoint à la voirie, Kamel Bessadi, dénonce « un gouffre financier ».',
    '« Mes clients du matin habitaient en face », constate la maire.',
  ])('of another: %s', (sentence) => expect(kindsOf(source, sentence)).toContain('quote-speaker'));
  it.each([
    'Hortense Lagravère dénonce « un gouffre financier ».',
    '« Mes clients du matin habitaient en face », constate le boulanger.',
  ])('of who said it: %s', (sentence) => expect(kindsOf(source, sentence)).not.toContain('quote-speaker'));
});

describe('bounds, votes and other ways to deny', () => {
  it.each([
    [
      'Le ministre a exclu une hausse des impôts sur les ménages cette année.',
      'Le ministre n’écarte pas une hausse des impôts sur les ménages cette année.',
      'Le ministre a écarté une hausse des impôts sur les ménages cette année.',
    ],
    [
      'Moins de la moitié des communes ont accepté le plan de collecte des déchets.',
      'Plus de la moitié des communes ont accepté le plan de collecte des déchets.',
      'Le plan de collecte des déchets a été accepté par moins de la moitié des communes.',
    ],
    [
      'Seuls les élus écologistes ont voté contre le budget de la métropole.',
      'Les élus écologistes ont voté pour le budget de la métropole.',
      'Les élus écologistes ont été les seuls à voter contre le budget de la métropole.',
    ],
    [
      'L’entreprise n’a reçu aucune aide publique pour la construction de son usine.',
      'L’entreprise a reçu une aide publique pour la construction de son usine.',
      'L’entreprise a construit son usine sans aide publique.',
    ],
  ])('%s', (source, wrong, right) => {
    expect(kindsOf(source, wrong)).toContain('polarity');
    expect(kindsOf(source, right)).not.toContain('polarity');
  });
});

describe('what a party alone says', () => {
  const source = 'Selon des témoins, le chauffeur du camion roulait sans ceinture et téléphonait au volant.';
  it('told without it', () =>
    expect(kindsOf(source, 'Le chauffeur du camion roulait sans ceinture et téléphonait au volant.')).toContain('hedge-lost'));
  it('told with it', () =>
    expect(
      kindsOf(source, 'D’après des témoins, le chauffeur du camion téléphonait au volant et roulait sans ceinture.'),
    ).toEqual([]));
});
