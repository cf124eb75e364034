/**
 * What a sentence of a model that has been seen to be weak must be before it counts: the words of one fact, in their
 * order, shortened or a little changed, with all that fact's cautions. Of a 1.5B model's free sentences two in three were
 * false in ways that no list of words shows (roles exchanged, an allegation told as a fact, a denial by somebody else);
 * these rules were written on what it wrote. A strong model never meets them.
 */
import type { Fact, FactSheet } from '../facts/fact.ts';
import { fold } from '../french/fold.ts';
import { tokenize } from '../french/tokens.ts';
import type { CutReason } from './sentence-gate.ts';

/** Share of the sentence's words of meaning that must stand in the fact, in the same order. */
const IN_ORDER = 0.85;
/** A sentence of fewer words of meaning has nothing to be held by. */
const FEWEST = 3;

/** Null = nothing against it. `text` with its quotations restored. */
export function strictFault(text: string, sheet: FactSheet): CutReason | null {
  const said = meanings(text);
  if (said.length < FEWEST) return 'fragment';
  const best = nearest(said, sheet);
  if (best === null || best.share < IN_ORDER) return 'unsupported';
  const { fact, span } = best;
  // Twice the same name or number, where the fact has it once: « Les États-Unis ont contacté les États-Unis ».
  const own = meanings(fact.text);
  if (said.some((word) => count(said, word) > count(own, word) && own.includes(word))) return 'name';
  if (!leads(text, fact, span, own)) return 'unsupported';
  if (counts(text, CONDITIONAL) < counts(fact.text, CONDITIONAL)) return 'hedge';
  const part = spanText(fact.text, span);
  if (counts(text, NEGATION) !== counts(part, NEGATION) || counts(text, DENIAL) !== counts(part, DENIAL)) return 'negation';
  if (!keepsSource(text, fact)) return 'attribution';
  return wrongGender(text, sheet) ? 'language' : null;
}

interface Nearest {
  fact: Fact;
  share: number;
  /** First and last word of meaning of the fact that the sentence takes up, by index. */
  span: [number, number];
}

function nearest(said: readonly string[], sheet: FactSheet): Nearest | null {
  let best: Nearest | null = null;
  for (const fact of sheet.facts) {
    if (fact.kind !== 'statement') continue;
    const { length, first, last } = inOrder(said, meanings(fact.text));
    const share = length / said.length;
    if (length > 0 && (best === null || share > best.share)) best = { fact, share, span: [first, last] };
  }
  return best;
}

/** Longest common subsequence, with where it begins and ends in `b`. */
function inOrder(a: readonly string[], b: readonly string[]): { length: number; first: number; last: number } {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const row = table[i];
      if (row) row[j] = a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
    }
  }
  let [i, j, first, last] = [a.length, b.length, b.length, -1];
  while (i > 0 && j > 0) {
    if (a[i - 1] === b[j - 1] && at(i, j) === at(i - 1, j - 1) + 1) {
      first = j - 1;
      if (last === -1) last = j - 1;
      i--;
      j--;
    } else if (at(i - 1, j) >= at(i, j - 1)) i--;
    else j--;
  }
  return { length: at(a.length, b.length), first, last };
}

/**
 * The sentence begins as the fact or one of its clauses does: a subject that the fact does not put there is a wrong one
 * (« L’agriculture bretonne a bloqué… »).
 */
function leads(text: string, fact: Fact, span: readonly [number, number], own: readonly string[]): boolean {
  const [first] = meanings(text);
  const start = own[span[0]];
  if (first === undefined || first !== start) return false;
  const before = fold(textBefore(fact.text, span[0])).trimEnd();
  // Where the fact's clause begins: its start, a comma or colon, a conjunction, « que », « qui » after its noun is none.
  return (
    before === '' ||
    /(?:[,;:–—(]|(?:^|\s)(?:et|mais|que|qu['’]|ou|car|puis|a|la|le|les|l['’]|un|une|des|du|de|d['’]|ce|cette|ces|son|sa|ses|leur|leurs|quelque|environ|pres de|plus de|selon|d['’]apres|en|au|aux))\s*$/u.test(
      before,
    )
  );
}

/** Who the fact names for what it says must be named: as source, or as the subject that tells. */
function keepsSource(text: string, fact: Fact): boolean {
  const marks = [fact.attribution ?? '', ...fact.hedges.filter((hedge) => /^(?:selon|d['’]après|pour)\s/iu.test(hedge))];
  const tells = REPORTS.exec(withoutQuotations(fact.text))?.[0];
  if (tells !== undefined && !REPORTS.test(withoutQuotations(text))) return false;
  const words = new Set(meanings(text));
  return marks.every((mark) => {
    const own = meanings(mark).filter((word) => !SAYING_STEM.test(word));
    return mark === '' || own.length === 0 || own.some((word) => words.has(word));
  });
}

const REPORTS =
  /(?<![\p{L}])(?:selon|d['’]après|(?:a|ont|avait|avaient|aurait|auraient)\s(?:\p{Ll}+\s)?(?:déclaré|rapporté|affirmé|assuré|annoncé|indiqué|précisé|révélé|estimé|expliqué|ajouté|noté|soutenu|dit|répondu|écrit)|affirme(?:nt)?|assure(?:nt)?|estime(?:nt)?|dit|disent|revendique(?:nt)?|rapporte(?:nt)?)(?![\p{L}])/iu;
const SAYING_STEM =
  /^(?:declar|rapport|affirm|assur|annonc|indiqu|precis|revel|estim|expliqu|ajout|not|dit|dir|repond|selon|apres)/u;
const CONDITIONAL = /\p{Ll}rai(?:t|ent)(?![\p{L}])/gu;
const NEGATION = /(?<![\p{L}])(?:ne|pas|aucune?s?|jamais|ni|sans|rien)(?![\p{L}])|(?<![\p{L}])n['’]/giu;
const DENIAL = /(?<![\p{L}])(?:dément|démenti|nie|nient|rejett?|contest|réfut|fau[xs]|récus)\p{Ll}*/giu;

function counts(text: string, pattern: RegExp): number {
  return [...withoutQuotations(text).matchAll(pattern)].length;
}

/** « La ministère » of a source that has « le ministère ». */
function wrongGender(text: string, sheet: FactSheet): boolean {
  const source = fold(sheet.facts.map((fact) => fact.text).join(' '));
  const pairs = [...fold(withoutQuotations(text)).matchAll(/(?<![\p{L}])(le|la|un|une|du|ce|cette)\s([a-z-]{4,})/gu)];
  return pairs.some(([, determiner = '', noun = '']) => {
    const feminine = /^(?:la|une|cette)$/u.test(determiner);
    const has = (kind: string): boolean => new RegExp(`(?<![a-z])(?:${kind})\\s${noun}(?![a-z])`, 'u').test(source);
    return feminine ? has('le|un|du|ce') && !has('la|une|cette') : has('la|une|cette') && !has('le|un|du|ce');
  });
}

function meanings(text: string): string[] {
  return tokenize(text).flatMap((token) => (token.content || token.kind === 'number' ? [token.stem] : []));
}

function count(words: readonly string[], word: string): number {
  return words.filter((other) => other === word).length;
}

/** The fact's text before its n-th word of meaning, and from the first to the last of a span. */
function textBefore(text: string, index: number): string {
  return text.slice(0, bounds(text)[index]?.start ?? 0);
}

function spanText(text: string, [first, last]: readonly [number, number]): string {
  const places = bounds(text);
  // A negation or denial stands close to its verb: the words about the span belong to it.
  return text.slice(places[Math.max(0, first - 1)]?.end ?? 0, places[last + 1]?.start ?? text.length);
}

function bounds(text: string): { start: number; end: number }[] {
  return tokenize(text).filter((token) => token.content || token.kind === 'number');
}

function withoutQuotations(text: string): string {
  return text.replace(/«[^»]*»|“[^”]*”/gu, ' ');
}
