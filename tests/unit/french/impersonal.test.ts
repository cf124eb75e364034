import { describe, expect, it } from 'vitest';
import { isImpersonal } from '../../../utils/french/impersonal.ts';

describe('the « il » that stands for nobody', () => {
  it.each([
    'Il aura manqué 37 voix à Bruno Chesneau.',
    'Il manque deux joueurs à l’équipe.',
    'Il a fallu deux heures aux pompiers.',
    'il n’y a pas de blessé.',
    'Il ne s’agit pas d’une sépulture.',
    'Il est prévu de rouvrir la ligne.',
    'Il faudra attendre.',
  ])('%s', (text) => expect(isImpersonal(text)).toBe(true));

  it.each([
    'Il a manqué la finale.',
    'Il manquera deux matches.',
    'Il est prévu lundi au tribunal.',
    'Il a déclaré qu’il faut attendre.',
    'Ils existent.',
    'Il dément.',
  ])('not %s', (text) => expect(isImpersonal(text)).toBe(false));
});
