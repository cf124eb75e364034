/** Does a sentence lean on the one before it? */
import type { Analysis } from '../french/analyse.ts';
import { isImpersonal } from '../french/impersonal.ts';

const PRONOUNS = new Set('il elle ils elles celui-ci celle-ci ceux-ci celles-ci cela ceci ca lui leur y ces'.split(' '));
const DEMONSTRATIVES = new Set('ce cet cette ces'.split(' '));
const POSSESSIVES = new Set('son sa ses leur leurs'.split(' '));
const CONNECTIVES = new Set(
  'mais or donc car puis ensuite aussi ainsi cependant toutefois pourtant neanmoins egalement'.split(' '),
);
const TIME_NOUNS = new Set(
  'semaine annee mois matin soir nuit ete hiver automne printemps jour week-end apres-midi fois'.split(' '),
);

/** A pronoun, demonstrative or possessive stands before any name of the sentence, or a connective opens it. */
export function leansBack(analysis: Analysis): boolean {
  const { tokens, quoted } = analysis;
  let named = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.kind !== 'word' || quoted[i]) continue;
    const opening = i === 0;
    if (token.capital && !opening && token.content) named = true;
    if (opening && CONNECTIVES.has(token.key)) return true;
    if (token.key === 'y' && tokens[i + 1]?.key !== 'a') return true;
    if (named) continue;
    if (PRONOUNS.has(token.key) && !isImpersonal(analysis.text.slice(token.start))) return true;
    const next = tokens[i + 1];
    if (
      DEMONSTRATIVES.has(token.key) &&
      next?.content &&
      !TIME_NOUNS.has(next.key) &&
      !(token.key === 'ce' && next.key === 'qui')
    )
      return true;
    if (POSSESSIVES.has(token.key) && i < 6) return true;
    if (token.content && opening && token.capital && i > 0) named = true;
    if (i > 0 && tokens[i - 1] && /^(?:le|la|les|l'|un|une|des|du|au)$/u.test(tokens[i - 1]?.key ?? '') && token.content && i < 4)
      named = true;
  }
  return false;
}
