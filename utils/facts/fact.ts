/** The numbered facts of a source: what a rewrite may say, and the evidence that each of its sentences is held against. */

import type { TextUnit } from '../article/text-units.ts';

/** A quotation of the source, locked: a model writes its code, code puts back its text. */
export interface Quotation {
  /** `C1`, `C2`…, in source order. */
  id: string;
  /** What stands between the quotation marks, verbatim, without the marks and the spaces inside them. */
  text: string;
  /** The speaker as the source names them at best (« Dmitri Peskov, porte-parole du Kremlin »), null where nobody is named. */
  speaker: string | null;
  /** The shortest full name or body (« Dmitri Peskov », « le SDIS »), for attributions made by code. */
  speakerName: string | null;
  /** Fact that holds it. A quotation over several sentences makes one fact. */
  factId: string;
  /** Three words or more: stands in full once in the draft. Shorter: a quoted word or expression. */
  whole: boolean;
}

/** A number with what it counts. `value` in units of one (2,5 millions → 2500000); percentages keep their face value. */
export interface NumberClaim {
  /** Verbatim. */
  text: string;
  value: number;
  /** Folded stem of the noun counted (« personne »), or null. */
  noun: string | null;
  /** Normal unit: `%`, `€`, `$`, `km`, `km/h`, `kg`, `°C`, `h`…, or null for a plain count. */
  unit: string | null;
}

/** A date, day, month, year or time of day, or a relative one (« cette semaine »). */
export interface DateClaim {
  text: string;
  day: number | null;
  month: number | null;
  year: number | null;
  /** 0 = Monday. */
  weekday: number | null;
  /** Folded relative expression (« cette semaine », « la veille »), or null. */
  relative: string | null;
}

export interface Fact {
  /** `F1`, `F2`…, in source order. */
  id: string;
  sourceId: string;
  /** Index of the paragraph in the source's text units. */
  paragraph: number;
  /** What it stands in there. */
  unit: TextUnit['kind'];
  /** The sentence, verbatim. */
  text: string;
  /** A dateline (« PARIS, 12 mars (AFP) – ») or a credit (« avec Reuters ») is locked and states nothing. */
  kind: 'statement' | 'dateline' | 'credit';
  quotations: Quotation[];
  numbers: NumberClaim[];
  dates: DateClaim[];
  /** Proper names of persons and bodies, verbatim, longest form. */
  names: string[];
  places: string[];
  links: { text: string; href: string }[];
  /** Verbatim marks of caution: « selon Bloomberg », « aurait », « présumé ». */
  hedges: string[];
  /** Verbatim negations: « ne … pas », « aucun ». */
  negations: string[];
  /** Verbatim denial (« a démenti », « conteste »), or null. */
  denial: string | null;
  /** Who says it, verbatim (« selon Bloomberg », « a rapporté Reuters »), or null. */
  attribution: string | null;
  /** Starts with a word that leans on the sentence before (il, elle, ce, cette, y…): must stay next to it. */
  leans: boolean;
}

export interface FactSheet {
  facts: Fact[];
  /** All quotations, in order. */
  quotations: Quotation[];
  /** Words of the source by `countWords`. */
  words: number;
  /** Language of the source, by code. */
  language: string;
  /** Language that the source was translated from, null where it is as it was written. */
  translatedFrom: string | null;
  /** Ids of the sources that tell no date of their own: their « mardi » is any Tuesday. */
  undated: string[];
}
