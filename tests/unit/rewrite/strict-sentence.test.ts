import { describe, expect, it } from 'vitest';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { strictFault } from '../../../utils/rewrite/strict-sentence.ts';
import { labelledArticles } from '../../support/labelled-articles.ts';

const [kremlin, farmers] = labelledArticles('dev').map(({ source }) => cutFacts(source));
if (!kremlin || !farmers) throw new Error('no labelled article');

describe('a sentence of a weak model', () => {
  it.each([
    ['another subject', 'Les États-Unis ont envoyé des sondes aux États-Unis via des canaux indirects.'],
    [
      'an allegation without who makes it',
      'De hauts responsables américains ont été informés des signaux en décembre via un intermédiaire anonyme.',
    ],
    ['a report without who made it', 'Poutine avait « envoyé des sondes aux États-Unis via des canaux indirects ».'],
    [
      'a conditional that became a fact',
      'Les sources ont déclaré que Poutine est disposé à mettre fin à ses exigences concernant la neutralité de l’Ukraine.',
    ],
    ['too little to be held by', 'La guerre en Ukraine est en cours.'],
  ])('is refused: %s', (_, sentence) => {
    expect(strictFault(sentence, kremlin)).not.toBeNull();
  });

  it.each([
    [
      'a subject made of the fact’s words',
      'L’agriculture bretonne a bloqué le lundi à Rennes avec 340 tracteurs pour dénoncer la baisse des prix du lait et du porc.',
    ],
    [
      'words of several facts',
      'Selon la Fédération bretonne des éleveurs (FBE) et du Collectif des producteurs de l’Ouest, les participants à la manifestation revendiquent 2 000 participants.',
    ],
    [
      'a gender that the source does not give',
      'La ministère de l’Agriculture a annoncé lundi soir 45 millions d’euros d’allègements de charges.',
    ],
  ])('is refused: %s (2)', (_, sentence) => {
    expect(strictFault(sentence, farmers)).not.toBeNull();
  });

  it.each([
    ['Les manifestants ont déversé une quinzaine de bennes de paille devant la direction régionale de l’agriculture.'],
    ['Le kilo de porc a perdu 11 % depuis juin.'],
    ['Le ministère de l’Agriculture a annoncé lundi soir 45 millions d’euros d’allègements de charges.'],
  ])('passes where it is a fact, shortened: %s', (sentence) => {
    expect(strictFault(sentence, farmers)).toBeNull();
  });

  it('passes with the conditional and the source it had', () => {
    const sentence =
      'Les sources auraient déclaré que Poutine pourrait être disposé à mettre fin à ses exigences concernant la neutralité de l’Ukraine.';
    expect(strictFault(sentence, kremlin)).toBeNull();
  });
});
