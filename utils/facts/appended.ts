/** « …, en présence des ingénieurs », « …, prêt à saisir la justice », « …, où l’attendait sa famille »: what is hung on a finished sentence. */
import type { Analysis } from '../french/analyse.ts';
import { FINITE } from '../french/clauses.ts';
import type { Token } from '../french/tokens.ts';

const OPENS =
  /^(?:en|depuis|selon|prete?s?|tous|toutes|avec|a|au|aux|par|dans|chez|encore|toujours|deja|notamment|meme|sur|sous|sans|une?|ou|auxquels?|auxquelles|auquel|malgre|grace|faute|pour|afin|apres|avant|vers|pres|devant|contre|entre|soit|celui|celle|\p{L}{3,}(?:ees?|us?|ues?|ant|ment))$/u;

/** A piece after a comma, behind a finite verb, without one of its own; no report of a quotation, nobody's say. */
export function isAppended({ tokens, quoted }: Analysis, { from, to }: { from: number; to: number }): boolean {
  const own = tokens.slice(from, to);
  const [first] = own;
  // « ainsi que de l’activité physique », « ce qui lui garantit une place »
  const hung = `${tokens[from - 1]?.key ?? ''} ${first?.key ?? ''}`;
  if (hung === 'ainsi que' || (hung === 'ce qui' && tokens[from - 2]?.text === ',')) return from > 4;
  if (tokens[from - 1]?.text !== ',' || tokens[from - 2]?.text === '»' || quoted[from - 2]) return false;
  if (!first || !(OPENS.test(first.key) || isAbsolute(own)) || own.some((token) => token.conditional)) return false;
  if (!tokens.slice(0, from).some(isVerb)) return false;
  // « trois échéances : le vote, une décision du préfet »: one of a list.
  if (/^une?$/u.test(first.key) && tokens.slice(0, from).some((token) => token.text === ':')) return false;
  if (/^(?:ecouter|entendre|croire)$/u.test(own[2]?.key ?? '')) return false;
  return first.text === 'où' || /^auxquel/u.test(first.key) || !own.some(isVerb);
}

/** « les secours n’ayant pu accéder à la zone » */
function isAbsolute([first, ...rest]: readonly Token[]): boolean {
  return /^(?:le|la|l'|les|son|sa|ses)$/u.test(first?.key ?? '') && rest.some((token) => /^(?:ayant|etant)$/u.test(token.key));
}

function isVerb(token: Token): boolean {
  return (
    token.kind === 'word' &&
    token.text.toLowerCase() !== 'à' &&
    (FINITE.test(token.key) ||
      /^(?:ne|ils?|elles?|on|se|s')$/u.test(token.key) ||
      /.(?:ait|aient|era|eront|ira|iront|dra|dront)$/u.test(token.key))
  );
}
