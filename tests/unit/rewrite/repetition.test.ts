import { describe, expect, it } from 'vitest';
import { LoopWatch, SentencesSoFar } from '../../../utils/rewrite/repetition.ts';

describe('a sentence said twice', () => {
  const standing = new SentencesSoFar();
  standing.add('Le conseil municipal a voté mardi la rénovation de l’école du centre.');

  it('is known word for word, and with a word changed', () => {
    expect(standing.repeats('Le conseil municipal a voté mardi la rénovation de l’école du centre.')).toBe(true);
    expect(standing.repeats('Le conseil municipal a voté, mardi, la rénovation de l’école du bourg.')).toBe(true);
  });

  it('is none when it only speaks of the same', () => {
    expect(standing.repeats('La rénovation de l’école du centre coûtera 400 000 euros, selon le conseil.')).toBe(false);
  });
});

describe('a loop', () => {
  it('is seen when eight words come for the third time', () => {
    const loop = new LoopWatch();
    const sentence = 'Il a ajouté que la situation était très grave pour tous.';
    expect([loop.add(sentence), loop.add(sentence), loop.add(sentence)]).toEqual([false, false, true]);
  });

  it('is seen inside a sentence that never ends', () => {
    expect(LoopWatch.inside('Le feu serait parti du local et de la trottinette électrique, '.repeat(6))).toBe(true);
    expect(
      LoopWatch.inside(
        'Le feu serait parti d’une trottinette électrique en charge dans le hall, ce que confirment deux témoins.',
      ),
    ).toBe(false);
  });
});
