/** What a rewrite may make of suspicions, possibilities, claims and silences, each against one short source. */
import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { checkFidelity } from '../../../utils/checks/fidelity.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

const sheet = cutFacts(
  articleFrom(
    '<p>Une infirmière du service de pédiatrie, soupçonnée d’avoir présenté un faux certificat, a été suspendue le 21 février. Elle conteste les faits.</p>' +
      '<p>Selon une note interne, le conducteur aurait enchaîné six journées de travail. La préfecture n’a pas donné suite à nos demandes.</p>' +
      '<p>Une nouvelle rencontre pourrait avoir lieu le 9 décembre. L’avocate Clotilde Ménager assure que son client était à l’étranger au moment du vol.</p>' +
      '<p>Dans le canton, 81 % des enfants ont reçu les deux doses. L’agence a recensé 143 cas depuis le 9 janvier. L’employeur, qui dément tout acharnement, maintient sa décision.</p>' +
      '<p>L’autocar rentrait d’une excursion de deux jours au puy Mary.</p>',
  ),
);

const kindsOf = (sentence: string): string[] =>
  checkFidelity(blocksFromHtml(`<p>${sentence}</p>`), sheet)
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => finding.kind);

describe('finds', () => {
  it.each([
    ['a suspicion told as a deed', 'Elle a présenté un faux certificat.', 'hedge-lost'],
    [
      'what is only alleged held for established',
      'Le conducteur avait enchaîné six journées de travail, comme l’établit une note interne.',
      'hedge-lost',
    ],
    ['a possibility made a promise', 'Les discussions reprendront le 9 décembre.', 'hedge-lost'],
    ['a party’s claim without who makes it', 'Son client était à l’étranger au moment du vol.', 'hedge-lost'],
    ['an answer that never came', 'La préfecture a donné une réponse favorable à nos demandes.', 'polarity'],
    ['a denial made an avowal', 'L’employeur reconnaît un acharnement.', 'polarity'],
    ['a share of others', 'Dans le canton, 81 % des habitants ont reçu les deux doses.', 'number-noun'],
  ])('%s', (_, sentence, kind) => expect(kindsOf(sentence)).toContain(kind));
});

describe('lets pass', () => {
  it.each([
    ['a suspicion kept', 'Elle est soupçonnée d’avoir présenté un faux certificat.'],
    ['a possibility kept', 'Les discussions pourraient reprendre le 9 décembre.'],
    ['a claim with who makes it', 'Selon Clotilde Ménager, son client était à l’étranger au moment du vol.'],
    ['a number told as rounded', 'Près de 150 cas ont été recensés.'],
    ['an imperfect that looks like a conditional', 'L’autocar revenait d’une excursion de deux jours au puy Mary.'],
    ['the season of a date', 'Cet hiver, l’agence a recensé 143 cas.'],
  ])('%s', (_, sentence) => expect(kindsOf(sentence)).toEqual([]));
});
