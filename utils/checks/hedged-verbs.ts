/** What a source tells under reserve: its conditionals, suspicions and appearances, with what each of them covers. */
import { readingOf } from '../facts/reading.ts';
import type { IndexedFact } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import type { Clause } from '../french/clauses.ts';
import { speechVerbs } from '../french/speech-verbs.ts';

const HEDGED = new WeakMap<IndexedFact, { at: number; predicate: string | null; region: Clause }[]>();

/** Conditionals of a fact that tell an allegation: no reported future (« a annoncé que … se tiendrait »), no wish of a quotation. */
export function hedgedVerbs(fact: IndexedFact): { at: number; predicate: string | null; region: Clause }[] {
  const known = HEDGED.get(fact);
  if (known) return known;
  const { tokens, quoted } = fact.analysis;
  const found = tokens.flatMap((token, at) => {
    if (quoted[at] && !allegedInQuotation(fact.analysis, at)) return [];
    if (token.conditional && !reportedFuture(fact.analysis, at))
      return [{ at, predicate: predicateOf(fact.analysis, at), region: hedgedRegion(fact.analysis, at) }];
    const deed = suspectedDeed(fact.analysis, at);
    return deed === null
      ? []
      : [{ at: deed, predicate: predicateOf(fact.analysis, deed), region: hedgedRegion(fact.analysis, deed) }];
  });
  HEDGED.set(fact, found);
  return found;
}

/** « …un bâtiment qui aurait sombré dans une tempête. »: a speaker alleges too. No wish, no « si ». */
function allegedInQuotation({ tokens }: Analysis, at: number): boolean {
  if (!/^(?:aurait|auraient|serait|seraient)$/u.test(tokens[at]?.key ?? '')) return false;
  if (!tokens.slice(at + 1, at + 4).some((token) => token.content && /(?:é|ée|és|ées|i|is|it|u|us|ue|ert)$/u.test(token.text)))
    return false;
  return !tokens.some((token) => /^(?:si|s'|je|j')$/u.test(token.key));
}

/** The clause of the conditional, and the pieces after it that have no verb of their own. */
export function hedgedRegion(analysis: Analysis, at: number): Clause {
  const { clauses } = readingOf(analysis);
  const k = clauses.findIndex((clause) => at >= clause.from && at < clause.to);
  const own = clauses[k];
  if (!own) return { from: at, to: at + 1 };
  let { to } = own;
  for (let next = k + 1; next < clauses.length; next++) {
    const clause = clauses[next];
    if (!clause || analysis.quoted[clause.from]) break;
    const words = analysis.tokens.slice(clause.from, clause.to);
    if (
      words.some(
        (token) =>
          (INDICATIVE.test(token.key) && token.text !== 'à') ||
          /^(?:qui|dont|que|qu'|selon)$/u.test(token.key) ||
          token.text === 'où',
      )
    )
      break;
    to = clause.to;
  }
  return { from: own.from, to };
}

/** « soupçonnée d’avoir présenté un faux », « semble avoir été préparé »: token index of the infinitive, or null. */
function suspectedDeed(analysis: Analysis, at: number): number | null {
  const { tokens } = analysis;
  if (/^(?:sembl|parai|paraî)/u.test(tokens[at]?.key ?? '') && /(?:er|ir|re|oir)$/u.test(tokens[at + 1]?.key ?? ''))
    return at + 1;
  if (!/^(?:soupconn|suspect|accus)/u.test(tokens[at]?.key ?? '')) return null;
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    if (!/^(?:de|d')$/u.test(tokens[i]?.key ?? '')) continue;
    const next = tokens[i + 1];
    return next && /(?:er|ir|re|oir)$/u.test(next.key) ? i + 1 : null;
  }
  return null;
}

/** « affirme avoir conclu un accord »: what a party claims to have done, by the clause that says so. */
export function claimedDeeds({ analysis }: IndexedFact): Clause[] {
  const { tokens, quoted } = analysis;
  return tokens.flatMap((token, at) =>
    !quoted[at] && CLAIMS.test(token.key) && /^(?:avoir|etre)$/u.test(tokens[at + 1]?.key ?? '')
      ? [hedgedRegion(analysis, at)]
      : [],
  );
}

const CLAIMS = /^(?:affirm|assur|pretend|soutien|jur)(?:e|ent|ait|aient|ant|nent|nait)$/u;

function reportedFuture(analysis: Analysis, at: number): boolean {
  const { tokens } = analysis;
  const key = tokens[at]?.key ?? '';
  if (key.startsWith('aurai') || key.startsWith('pourrai')) return false;
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (!token || token.text === ';' || token.text === '.') return false;
    if (token.key !== 'que' && token.key !== "qu'") continue;
    return (
      speechVerbs(tokens).some(
        (verb) => verb.to <= i + 1 && i - verb.to <= 4 && /(?:é|it|is|ant|u)e?s?$/u.test(tokens[verb.to - 1]?.text ?? ''),
      ) || tokens[i - 1]?.key.endsWith('ant') === true
    );
  }
  return false;
}

/** Stem of what the conditional says: the participle after « aurait » and « serait », the infinitive after « pourrait », else itself. */
function predicateOf(analysis: Analysis, at: number): string | null {
  const token = analysis.tokens[at];
  if (!token) return null;
  if (token.content) return token.stem;
  for (let i = at + 1; i < Math.min(analysis.tokens.length, at + 6); i++) {
    const next = analysis.tokens[i];
    if (!next || next.kind === 'punct') break;
    if (next.content && !/ment$/u.test(next.key)) return next.stem;
  }
  return null;
}

export const INDICATIVE = /^(?:ayant|a|ont|est|sont|etait|etaient|avait|avaient|sera|seront|aura|auront|va|vont|fait|font)$/u;
export const FUTURE = /(?:era|eront|ira|iront|dra|dront|rra|rront)$/u;
