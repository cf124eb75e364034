import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blocksFromHtml } from '../../../utils/article/html.ts';
import { plainText } from '../../../utils/article/text-units.ts';
import { headlineCase, wordCases } from '../../../utils/french/headline-case.ts';

const seed = blocksFromHtml(readFileSync(new URL('../../fixtures/seed-article.html', import.meta.url), 'utf8'));
const cases = wordCases(plainText(seed));

describe('headlineCase', () => {
  it.each([
    ['Le Kremlin Dément', 'Le Kremlin dément'],
    ['Ukraine : Le Kremlin Dément Une Information De Bloomberg', 'Ukraine : Le Kremlin dément une information de Bloomberg'],
    ['Les Réactions Du Président Russe', 'Les réactions du président russe'],
    ['Poutine Et Les États-Unis : Des Négociations Secrètes', 'Poutine et les États-Unis : Des négociations secrètes'],
    ['Les Grandes Lignes D’un Démenti', 'Les grandes lignes d’un démenti'],
  ])('%s → %s', (title, wanted) => {
    const withVerb = { lower: new Set([...cases.lower, 'dement']), names: cases.names };
    expect(headlineCase(title, withVerb)).toBe(wanted);
  });

  it.each([
    'Guerre en Ukraine : le Kremlin dément avoir contacté les États-Unis',
    'Le Conseil de sécurité nationale et l’OTAN réagissent',
    'Dmitri Peskov répond à Bloomberg News',
    'Ce que Volodymyr Zelensky attend du G20',
    'À Paris, la Maison Blanche',
    '',
  ])('leaves « %s »', (title) => {
    expect(headlineCase(title, cases)).toBe(title);
  });
});
