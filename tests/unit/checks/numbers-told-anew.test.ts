/** Numbers and names of one short source told again: given to another thing, period or part, and rightly. */
import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import type { Finding } from '../../../utils/article/report.ts';
import { checkFidelity } from '../../../utils/checks/fidelity.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

const sheet = cutFacts(
  articleFrom(
    '<p>Brenne (Indre), 2 septembre – Le pont suspendu est fermé depuis lundi. Le détour par le pont de Clairac atteint 27 kilomètres.</p>' +
      '<p>La ville de Mornay évalue la rénovation de la halle à 3,2 millions d’euros et un bâtiment neuf à 9 millions.</p>' +
      '<p>La vigne occupe 640 hectares dans le canton. L’accident a fait 27 blessés, dont quatre dans un état critique.</p>' +
      '<p>Le cortège a réuni 2 400 personnes selon les syndicats, 1 100 selon la préfecture.</p>' +
      '<p>Les employés toucheront une prime de 160 euros par mois. La crue a touché 1 900 habitants.</p>' +
      '<p>Le musée a accueilli en moyenne 830 visiteurs par jour. Les exposants disposent de sept jours pour protester.</p>' +
      '<p>Le loyer du stade a grimpé de 28 % en un an. Le budget du club s’élève à 6 millions d’euros.</p>' +
      '<p>L’étude a été financée par l’Agence nationale de la recherche. Le club a terminé quatrième du groupe. La tour a seize étages.</p>',
  ),
);

const serious = (sentence: string): Finding[] =>
  checkFidelity(blocksFromHtml(`<p>${sentence}</p>`), sheet).filter((finding) => finding.severity !== 'info');
const kindsOf = (sentence: string): string[] => serious(sentence).map((finding) => finding.kind);

describe('finds', () => {
  it.each([
    ['two estimates exchanged', 'Un bâtiment neuf coûterait 3,2 millions d’euros.', 'number-noun'],
    ['two counts exchanged', 'La préfecture a compté 2 400 personnes.', 'number-noun'],
    ['the whole told with the words of its part', 'L’accident a laissé 27 personnes dans un état critique.', 'number-noun'],
    ['another period of a rate', 'La prime des employés sera de 160 euros par an.', 'unit'],
    ['another period before the number', 'Chaque semaine, les employés toucheront une prime de 160 euros.', 'unit'],
    ['households for inhabitants', 'La crue a touché 1 900 foyers.', 'number-noun'],
    ['another thing of which the number is', 'Au musée, le nombre d’employés atteint en moyenne 830.', 'number-noun'],
    ['another matter that changes', 'En un an, le budget a augmenté de 28 %.', 'number-noun'],
    ['a fall for a rise, in any form of its verb', 'Le loyer du stade a diminué de 28 % en un an.', 'number-noun'],
    ['a body under another name', 'L’Agence nationale de sécurité sanitaire a financé l’étude.', 'name'],
    ['another total', 'Sur les six étages de la tour, trois sont fermés.', 'number'],
    ['a rank that the source does not give', 'L’étude a été menée dans le 8e arrondissement.', 'number'],
    ['a number that the source gives to something else', 'Le musée a accueilli en moyenne 640 visiteurs.', 'number-noun'],
    ['« sept », which is no month here', 'Les exposants disposent de sept semaines pour protester.', 'unit'],
  ])('%s', (_, sentence, kind) => expect(kindsOf(sentence)).toContain(kind));
});

describe('lets pass', () => {
  it.each([
    ['the estimates in their places', 'Il faudrait 9 millions pour un bâtiment neuf, 3,2 millions pour rénover la halle.'],
    ['the counts in their places', 'La préfecture a compté 1 100 personnes dans le cortège, les syndicats 2 400.'],
    ['the part with its words', 'Parmi les 27 blessés, quatre sont dans un état critique.'],
    ['a rate in other words', 'La prime mensuelle des employés sera de 160 euros.'],
    ['a rate without its period', 'Les employés toucheront une prime de 160 euros.'],
    ['what the number is of, put before it', 'Le nombre de visiteurs du musée atteint 830 en moyenne.'],
    ['the place of the dateline', 'Le pont de Brenne est fermé : le détour atteint 27 kilomètres.'],
    ['the same change in another word', 'Le loyer du stade a augmenté de 28 % en un an.'],
    ['a body by part of its name', 'L’Agence de la recherche a financé l’étude.'],
    ['a rank in figures', 'Le club a terminé à la 4e place du groupe.'],
    ['« sept jours »', 'Les exposants ont sept jours pour protester.'],
  ])('%s', (_, sentence) => expect(serious(sentence)).toEqual([]));
});
