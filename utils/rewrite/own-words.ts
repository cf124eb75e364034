/**
 * What a model may do with a quotation besides writing its code: introduce it, or report it with its speaker. Seen of a
 * 1.5B model: the words of a quotation without their marks, as if the newsroom said them; a code hung on behind a sentence
 * that says the same, or behind one that it has nothing to do with.
 */
import type { FactSheet } from '../facts/fact.ts';
import { fold } from '../french/fold.ts';
import { tokenize } from '../french/tokens.ts';
import { foldedWords } from './repetition.ts';

/** Words of a whole quotation in a row that are no chance. */
const RUN = 7;
const FIRST_PERSON = /(?<![\p{L}’-])(?:je|nous|moi)(?![\p{L}-])|(?<![\p{L}])j’/iu;

/** The sentence gives a quotation's words as its own: no marks about them, and nobody who says them. `text` with quotations restored. */
export function recitesQuotation(text: string, sheet: FactSheet): boolean {
  const bare = text.replace(/«[^»]*»|“[^”]*”/gu, ' … ');
  const outside = fold(sheet.facts.map((fact) => fact.text.replace(/«[^»]*»|“[^”]*”|"[^"]*"/gu, ' ')).join(' '));
  // « Nous » outside all marks, of a source that says it inside them only.
  if (FIRST_PERSON.test(bare) && !FIRST_PERSON.test(outside)) return true;
  const words = foldedWords(bare);
  const joined = ` ${words.join(' ')} `;
  return sheet.quotations.some((quotation) => {
    if (!quotation.whole || names(joined, quotation.speakerName ?? quotation.speaker)) return false;
    const said = foldedWords(quotation.text);
    for (let at = 0; at + RUN <= said.length; at++) if (joined.includes(` ${said.slice(at, at + RUN).join(' ')} `)) return true;
    return false;
  });
}

/** The last word of the speaker's name, or of the body that speaks, stands in the sentence; a pronoun that says does too. */
function names(joined: string, speaker: string | null): boolean {
  if (speaker === null || /\s(?:selon|il|elle|ils|elles)\s/u.test(joined)) return true;
  return foldedWords(speaker).some((word) => word.length > 3 && joined.includes(` ${word} `));
}

const SAYS =
  /(?<![\p{L}])(?:selon|d’après|pour|dit|dite|disent|disait|répond\p{L}*|écri\p{L}*|(?:déclar|affirm|ajout|assur|expliqu|indiqu|soulign|estim|précis|lanc|jug|not|martel|conclu|témoign|rétorqu|regrett|confi|rappel|insist|dénonc|plaid|qualifi|évoqu|parl|cit|rapport|résum|promet|prom|prévien|prévenu|défend|reconn|admet|admi|balay|ironis|tranch|réagi|raill|tempêt|tempèr|salu)\p{L}*)(?![\p{L}])/iu;

/**
 * A sentence as a model wrote it, with the codes that only hang on it taken off: right behind closing marks, or behind
 * words that already say what the quotation says. Null where what is left is a code that nothing leads to.
 */
export function withoutHangingCodes(markdown: string, sheet: FactSheet): string | null {
  let text = markdown;
  for (const quotation of sheet.quotations) {
    const code = `[${quotation.id}]`;
    // « Ses mots » [C1], « ses mots [C1] » and its words without marks before their code: the code alone.
    const own = quotation.text
      .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
      .replace(/['’]/gu, "['’]")
      .replace(/\s+/gu, '\\s+');
    text = text.replace(new RegExp(`[«"“]?\\s*${own}\\s*[»"”]?\\s*\\[${quotation.id}\\](?:\\s*[»"”])?`, 'u'), code);
    const at = text.indexOf(code);
    if (at === -1) continue;
    const before = text.slice(0, at).trimEnd();
    if (before === '' || /[:,;(«“"–—]$/u.test(before)) continue;
    const bare = before.replace(/«[^»]*»|“[^”]*”/gu, ' ');
    const said = stems(bare);
    const meant = stems(quotation.text);
    const shared = [...meant].filter((stem) => said.has(stem)).length;
    const last = /[.!?…]?\s*$/u.test(text.slice(at + code.length).replace(/^[\s.!?…»]*/u, ''));
    if (/[»”]$/u.test(before) || (meant.size >= 2 && shared / meant.size >= 0.6)) {
      text = `${before}${text.slice(at + code.length)}`;
      continue;
    }
    if (quotation.whole && last && !SAYS.test(bare) && !/[.!?…]$/u.test(before)) return null;
  }
  return text;
}

function stems(text: string): Set<string> {
  return new Set(tokenize(text).flatMap((token) => (token.content || token.kind === 'number' ? [token.stem] : [])));
}
