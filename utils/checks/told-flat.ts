/** What the source tells in the conditional alone, told as a fact with whatever verb: « lui ont porté des coups » for « aurait été frappé ». */
import { readingOf } from '../facts/reading.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { Analysis } from '../french/analyse.ts';
import { isConditional } from '../french/cautions.ts';
import type { Clause } from '../french/clauses.ts';
import { cautionOf, GRANTS } from './keeps-distance.ts';
import { type Fault, spanOf } from './fault.ts';
import { claimedDeeds, FUTURE, INDICATIVE, hedgedVerbs } from './hedged-verbs.ts';
import type { DraftSentence } from './read-draft.ts';
import { flatly, sharedWeight } from './shared-weight.ts';

/** How much of the sentence must be in the fact as a whole. */
const LEAST_MATCH = 0.55;
/** Share of the sentence that must stand in what is hedged, and weight in common, in rarest words. */
const LEAST_SHARE = 0.42;
const LEAST_WEIGHT = 1.5;
/** Another clause or fact that says this much of what the hedged one says bears the sentence out. */
const BORNE_OUT = 0.75;

export function toldFlatFault(sentence: DraftSentence, index: SheetIndex): Fault | null {
  const { analysis, evidence, kind, ranking } = sentence;
  const [main] = evidence;
  if (!main || kind === 'heading' || ranking.best < LEAST_MATCH || analysis.tokens.some(isConditional)) return null;
  const hedged = [...hedgedVerbs(main).map(({ region }) => region), ...claimedDeeds(main), ...partySays(main)];
  if (hedged.length === 0) return null;
  const stated = statement(sentence);
  if (stated === null) return null;
  const { verb } = stated;
  // « La Gazette s’est intéressée à… »: who alleges is the subject.
  const sayers = main.marks.flatMap((mark) =>
    mark.kind === 'attribution' ? main.analysis.tokens.slice(mark.from, mark.to) : [],
  );
  const subject = analysis.tokens.slice(0, verb).filter((token) => token.content);
  if (subject.some((token) => sayers.some((sayer) => sayer.content && sayer.stem === token.stem))) return null;
  const mine = analysis.tokens.flatMap((token, i) => (token.content && !analysis.dated[i] && !analysis.quoted[i] ? [i] : []));
  const whole = { from: 0, to: analysis.tokens.length };
  const within = (clause: Clause): { share: number; weight: number } => sharedWeight(mine, analysis, main, clause, index, whole);
  for (const region of hedged) {
    const { share, weight } = within(region);
    if (share < LEAST_SHARE || weight < index.novel * LEAST_WEIGHT) continue;
    const beside = readingOf(main.analysis).clauses.filter(({ from, to }) => from < region.from || to > region.to);
    if (beside.some((clause) => within(clause).share >= share * BORNE_OUT)) continue;
    if (
      index.facts.some(
        (other) => other !== main && hedgedVerbs(other).length === 0 && flatly(mine, analysis, other, index) >= share * BORNE_OUT,
      )
    )
      continue;
    return {
      kind: 'hedge-lost',
      severity: 'warning',
      ...spanOf(analysis.tokens, stated.from, Math.min(analysis.tokens.length, verb + 3)),
      message: 'La source le dit sous réserve : ce n’est pas établi.',
      source: main.fact.text,
    };
  }
  return null;
}

/** The finite verb of a clause that affirms without distance, and where what affirms it starts; null where none does. */
function statement(sentence: DraftSentence): { from: number; verb: number } | null {
  const { analysis } = sentence;
  const { clauses, denials, denied } = readingOf(analysis);
  // « S’il saisit le tribunal »: supposed.
  if (denials.length > 0 || /^(?:si\s|s[’']ils?\s|comment\s|pourquoi\s)/iu.test(analysis.text) || /\?\s*$/u.test(analysis.text))
    return null;
  const own = clauses.filter((clause) => !analysis.quoted[clause.from]);
  if (own.some((clause) => cautionOf(sentence, clause) !== 'none')) return null;
  for (const clause of own) {
    // « Elle rappelle que des eaux se sont écoulées »
    const granted = GRANTS.test(analysis.tokens[clause.from - 1]?.key ?? '');
    if (!granted && SUBORDINATE.test(analysis.tokens[clause.from]?.key ?? '')) continue;
    const verb = finiteVerb(analysis, clause);
    if (verb !== null) return denied[verb] ? null : { from: granted ? clause.from - 1 : Math.max(0, verb - 2), verb };
  }
  return null;
}

const SUBORDINATE = /^(?:qui|que|qu'|dont|ou|comme|alors|quand|lorsque?|lorsqu')$/u;

function finiteVerb({ tokens }: Analysis, { from, to }: Clause): number | null {
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || token.text === 'à') continue;
    if (
      INDICATIVE.test(token.key) ||
      /^(?:se|s')$/u.test(token.key) ||
      (token.content && !token.capital && (/(?:ait|aient)$/u.test(token.key) || (FUTURE.test(token.key) && token.key.length > 4)))
    )
      return i;
  }
  return null;
}

const PARTY =
  /^(?:temoins?|sources?|voisins?|riverains?|proches?|collegues?|collectif|avocate?s?|defense|accusation|opposition|entourage|plaignante?s?|victimes?|detracteurs)$/u;

/** « selon des témoins, le chauffeur téléphonait »: the whole of what a party, no authority, is the one to say. */
function partySays({ analysis: { tokens }, marks }: IndexedFact): Clause[] {
  const said = marks.some(
    (mark) => mark.kind === 'attribution' && tokens.slice(mark.from, mark.to).some((token) => PARTY.test(token.key)),
  );
  return said ? [{ from: 0, to: tokens.length }] : [];
}
