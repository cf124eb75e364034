/** Numbers: a value, a unit or a thing counted that the evidence does not have. */
import { stem as stemOf } from '../french/stem.ts';
import type { Token } from '../french/tokens.ts';
import { foldWord } from '../french/fold.ts';
import { areSynonyms } from '../french/synonyms.ts';
import { isFraming } from '../french/framing-words.ts';
import type { FoundNumber } from '../french/numbers.ts';
import { isPersonNoun } from '../facts/entities.ts';
import type { IndexedFact, SheetIndex } from '../facts/sheet-index.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

interface SourceNumber {
  number: FoundNumber;
  fact: IndexedFact;
  text: string;
}

const INDEXES = new WeakMap<SheetIndex, Map<number, SourceNumber[]>>();

export function checkNumbers(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { analysis } = sentence;
  return analysis.numbers.flatMap((number): Fault[] => {
    // A quotation answers for its own words.
    if (analysis.quoted[number.from] || (number.kind === 'ordinal' && number.value <= 3)) return [];
    return checkNumber(number, sentence, index);
  });
}

function checkNumber(number: FoundNumber, sentence: DraftSentence, index: SheetIndex): Fault[] {
  const { start, end } = number;
  const text = sentence.analysis.text.slice(start, end);
  const sameValue = valuesOf(index).get(number.value) ?? [];
  const same = sameValue.filter((candidate) => unitsAgree(number, candidate.number));
  if (same.length === 0) {
    const time = sameValue.find((candidate) => TIME_UNITS.has(candidate.number.unit ?? ''));
    if (/^(?:min|h|s)$/u.test(base(number.unit ?? '')) && derived(number, sentence, index)) return [];
    if (rounded(number, sentence, index)) return [];
    if (time && TIME_UNITS.has(number.unit ?? '') && !number.article && !convertible(number, index)) {
      return [
        { kind: 'unit', severity: 'error', start, end, message: `La source dit « ${time.text} ».`, source: time.fact.fact.text },
      ];
    }
    if (
      convertible(number, index) ||
      elliptical(number, index) ||
      isSmallTalk(number, sentence) ||
      derived(number, sentence, index)
    )
      return [];
    const near = closest(number, sentence);
    // « un », « une » and numbers up to six count the text's own matter too: only against a rival of the evidence.
    if (number.article && (near === null || !TIME_UNITS.has(number.unit ?? ''))) return [];
    const otherUnit = sameValue.find(
      (candidate) => candidate.number.unit !== null || candidate.number.nouns.length > 0 || number.unit === '%',
    );
    const sameFace = sentence.evidence.flatMap((fact) =>
      fact.analysis.numbers
        .filter((other) => other.face === number.face && other.value !== number.value)
        .map((other) => ({ other, fact })),
    )[0];
    if (sameFace && !otherUnit && number.value > 10) {
      const said = sameFace.fact.analysis.text.slice(sameFace.other.start, sameFace.other.end);
      return [
        { kind: 'unit', severity: 'error', start, end, message: `La source dit « ${said} ».`, source: sameFace.fact.fact.text },
      ];
    }
    if (otherUnit && number.unit !== null && !number.article) {
      return [
        {
          kind: 'unit',
          severity: 'error',
          start,
          end,
          message: `La source dit « ${otherUnit.text} ».`,
          source: otherUnit.fact.fact.text,
        },
      ];
    }
    if (otherUnit && number.unit === null && number.nouns.length > 0 && number.value > 3) {
      return [
        {
          kind: 'number-noun',
          severity: 'warning',
          ...withNoun(number, sentence),
          message: `Dans la source, ce nombre est « ${otherUnit.text} ».`,
          source: otherUnit.fact.fact.text,
        },
      ];
    }
    if (number.value <= 6 && number.unit === null && number.kind !== 'score' && near === null) return [];
    return [
      {
        kind: 'number',
        // « raccourcir d’une journée » may be reckoned from two numbers of the source.
        severity: number.article || (number.value <= 10 && number.unit === null) ? 'warning' : 'error',
        ...withNoun(number, sentence),
        message: near ? `La source dit « ${near.text} ».` : `« ${text} » n’est pas dans la source.`,
        ...(near ? { source: near.fact.fact.text } : {}),
      },
    ];
  }
  const fault =
    nounFault(number, same, sentence, index) ??
    complementFault(number, same, sentence, index) ??
    directionFault(number, same, sentence);
  return fault ? [fault] : elsewhere(number, same, sentence);
}

const TIME_UNITS = new Set(['an', 'mois', 'semaine', 'jour', 'h', 'min', 's']);

/** The number counts something else than in the source. */
function nounFault(number: FoundNumber, same: SourceNumber[], sentence: DraftSentence, index: SheetIndex): Fault | null {
  const [noun] = number.nouns;
  if (noun === undefined || number.kind === 'score' || number.kind === 'ordinal' || number.unit !== null || number.value <= 1)
    return null;
  if (same.some((candidate) => countsSame(number, candidate.number))) return null;
  const anaphoric = /^(?:les|ces|ses|leurs|des|aux|nos)$/u.test(sentence.analysis.tokens[number.from - 1]?.key ?? '');
  if (number.value <= 12 && (anaphoric || isFraming(noun))) return null;
  const inEvidence = same.filter((candidate) => sentence.evidence.includes(candidate.fact));
  // Small numbers return everywhere: the thing counted must at least be a matter of the source.
  if (number.value <= 6 && (inEvidence.length === 0 || !index.postings.has(noun))) return null;
  const origin = inEvidence[0] ?? same[0];
  if (!origin) return null;
  // « au nombre de 412 », « 412 d’entre eux »: nothing follows in the source; its noun stands before.
  const bare = origin.number.nouns.length === 0;
  if (
    bare &&
    (number.value <= 12 || !index.postings.has(noun) || origin.fact.analysis.tokens.some((token) => token.stem === noun))
  )
    return null;
  // « inspectée deux fois » for « deux inspections ».
  if (/^(?:foi|fois|repris)$/u.test(origin.number.nouns[0] ?? '') && standsNear(origin, noun, 6, 0)) return null;
  return {
    kind: 'number-noun',
    severity: number.value > 10 ? 'error' : 'warning',
    ...withNoun(number, sentence),
    message: `Dans la source, ce nombre compte autre chose (« ${withSourceNoun(origin)} »).`,
    source: origin.fact.fact.text,
  };
}

const stems = (words: string): Set<string> => new Set(words.split(' ').map((word) => stemOf(foldWord(word))));

/** People and things that one number may count under two names. Stems. */
const COUNTED_ALIKE = [
  'personne gens individu homme femme habitant résident riverain participant manifestant spectateur supporter visiteur blessé victime employé salarié ouvrier collaborateur éleveur agriculteur élève enfant joueur électeur locataire voyageur passager client usager adhérent bénévole signataire soldat policier pompier migrant réfugié candidat sportif athlète étudiant patient malade cas',
  'participant manifestant',
  'spectateur supporter visiteur festivalier entrée billet',
  'salarié employé emploi poste travailleur agent collaborateur embauche recrutement',
  'cas malade patient',
  'élève enfant collégien lycéen écolier jeune',
  'logement appartement foyer',
  'foyer abonné client ménage famille',
  'exploitation ferme',
  'société entreprise groupe',
  'match rencontre sortie partie',
  'but réalisation',
  'mort décès victime',
  'lit place résident',
  'voix vote élu suffrage conseiller bulletin',
  'habitant résident riverain',
  'véhicule engin voiture camion',
  'sapeurs-pompiers pompier secouriste',
  'pays état nation',
  'fois reprise',
  'commune ville village',
  'proposition mesure',
  'signature signataire',
].map((line) => stems(line));

function countsSame(draft: FoundNumber, source: FoundNumber): boolean {
  const [mine] = draft.nouns;
  const [theirs] = source.nouns;
  if (mine === undefined || (theirs === undefined && source.unit !== null)) return true;
  if (theirs === undefined) return false;
  if (draft.nouns.includes(theirs) || source.nouns.includes(mine)) return true;
  if (mine.length > 4 && theirs.length > 4 && (mine.startsWith(theirs) || theirs.startsWith(mine))) return true;
  return COUNTED_ALIKE.some((group, i) => group.has(mine) && group.has(theirs) && (i > 0 || isPeople(mine) || isPeople(theirs)));
}

/** « personnes », « gens »: a word for whoever is counted. */
function isPeople(noun: string): boolean {
  return /^(?:person|gen|individu|homm|femm)$/u.test(noun);
}

/** « 15 % » said of a rise where the source has a share: words of change before the number, none in the source. */
function directionFault(number: FoundNumber, same: SourceNumber[], sentence: DraftSentence): Fault | null {
  if (number.unit === null) return null;
  const mine = directionOf(sentence.analysis.tokens, number);
  if (mine === 0) return null;
  const theirs = same.map((candidate) => directionOf(candidate.fact.analysis.tokens, candidate.number));
  if (theirs.some((direction) => direction === mine)) return null;
  const origin = same.find((candidate) => sentence.evidence.includes(candidate.fact)) ?? same[0];
  if (!origin) return null;
  const opposite = theirs.some((direction) => direction === -mine);
  // « est passé de 96 000 à 81 000 »: a change told without a word for it.
  const { tokens } = origin.fact.analysis;
  const around = tokens.slice(Math.max(0, origin.number.from - 9), origin.number.to + 3);
  if (!opposite && around.some((token) => CHANGES.has(token.stem) || UP.has(token.stem) || DOWN.has(token.stem))) return null;
  if (!opposite && number.unit !== '%' && number.unit !== 'points') return null;
  return {
    kind: 'number-noun',
    severity: opposite ? 'error' : 'warning',
    ...changeSpan(sentence.analysis.tokens, number),
    message: opposite ? 'La source dit le mouvement inverse.' : 'Dans la source, ce nombre ne mesure pas une évolution.',
    source: origin.fact.fact.text,
  };
}

const UP = stems(
  'hausse augmenter augmentation progresser progression croissance croitre grimper bondir bond monter accroitre relever rehausser gagner elever majorer majoration renchérir',
);
const DOWN = stems(
  'baisse baisser diminuer diminution reculer recul chuter chute perdre perte fléchir repli replier réduire réduction céder ceder abaisser décliner dégringoler amputer flechir',
);
const CHANGES = stems('passer ramener porter évoluer tomber');

/** 1 = up, -1 = down, 0 = no word of change within six tokens before the number or two after it. */
function directionOf(tokens: readonly Token[], number: FoundNumber): number {
  for (let i = number.from - 1; i >= Math.max(0, number.from - 6); i--) {
    const token = tokens[i];
    if (!token || /^[;:.«»]$/u.test(token.text)) break;
    // « la gagnante réunit 51 % »: who wins is no rise.
    if (isPersonNoun(token.key)) continue;
    if (UP.has(token.stem)) return 1;
    if (DOWN.has(token.stem)) return -1;
    if (token.kind === 'number') break;
  }
  for (let i = number.to; i < Math.min(tokens.length, number.to + 2); i++) {
    const token = tokens[i];
    if (token && UP.has(token.stem)) return 1;
    if (token && DOWN.has(token.stem)) return -1;
  }
  return 0;
}

function changeSpan(tokens: readonly Token[], number: FoundNumber): { start: number; end: number } {
  for (let i = number.from - 1; i >= Math.max(0, number.from - 6); i--) {
    const token = tokens[i];
    if (token && (UP.has(token.stem) || DOWN.has(token.stem))) return { start: token.start, end: number.end };
  }
  return { start: number.start, end: number.end };
}

/** « 730 000 euros de subventions », « 210 millions en actions »: the complement is a matter of the source, but not beside this number. */
function complementFault(number: FoundNumber, same: SourceNumber[], sentence: DraftSentence, index: SheetIndex): Fault | null {
  if (number.unit === null) return null;
  const { tokens } = sentence.analysis;
  const link = tokens[number.to]?.key ?? '';
  if (!/^(?:de|d'|des|en)$/u.test(link)) return null;
  const noun = tokens.slice(number.to + 1, number.to + 4).find((token) => token.content);
  if (!noun || noun.capital) return null;
  if ((link === 'des' || !index.postings.has(noun.stem)) && !same.every((candidate) => countsOthers(candidate, noun, sentence)))
    return null;
  if (same.some((candidate) => standsNear(candidate, noun.stem, 8, 6))) return null;
  // A synonym beside it will do.
  if (
    same.some((candidate) =>
      candidate.fact.analysis.tokens.some(
        (token) => token.content && areSynonyms(token.stem, noun.stem) && token.stem !== noun.stem,
      ),
    )
  )
    return null;
  const origin = same[0];
  return origin
    ? {
        kind: 'number-noun',
        severity: 'warning',
        start: number.start,
        end: noun.end,
        message: 'La source donne ce nombre à autre chose.',
        source: origin.fact.fact.text,
      }
    : null;
}

/** « 81 % des habitants » where the source has « 81 % des enfants »: it says of what, and this sentence does not name it. */
function countsOthers({ number, fact }: SourceNumber, noun: Token, sentence: DraftSentence): boolean {
  const { tokens } = fact.analysis;
  if (!/^(?:de|d'|des)$/u.test(tokens[number.to]?.key ?? '')) return false;
  const theirs = tokens.slice(number.to + 1, number.to + 4).find((token) => token.content);
  if (!theirs || theirs.capital || areSynonyms(theirs.stem, noun.stem) || isFraming(noun.stem)) return false;
  return !sentence.analysis.tokens.some((token) => token.content && areSynonyms(token.stem, theirs.stem));
}

/** The stem stands within so many tokens before or after the source's number, in its clause. */
function standsNear({ number, fact }: SourceNumber, stemmed: string, before: number, after: number): boolean {
  const { tokens } = fact.analysis;
  for (let i = Math.max(0, number.from - before); i < Math.min(tokens.length, number.to + after); i++)
    if (tokens[i]?.stem === stemmed) return true;
  return false;
}

/** « réclamerait 15 » after « 11,5 millions »: the source leaves the scale out. */
function elliptical(number: FoundNumber, index: SheetIndex): boolean {
  return [1e3, 1e6, 1e9].some(
    (scale) =>
      number.value >= scale &&
      (valuesOf(index).get(number.value / scale) ?? []).some(
        (candidate) =>
          candidate.number.unit === null &&
          candidate.number.nouns.length === 0 &&
          candidate.number.face === candidate.number.value &&
          [candidate.fact, index.facts[candidate.fact.rank - 1]].some((fact) =>
            fact?.analysis.numbers.some((other) => other.value >= scale),
          ),
      ),
  );
}

/** The value is in the source, but not where this sentence's evidence stands. */
function elsewhere(number: FoundNumber, same: SourceNumber[], sentence: DraftSentence): Fault[] {
  if (number.value <= 12 && number.unit === null) return [];
  if (sentence.evidence.length === 0 || (sentence.kind === 'heading' && number.nouns.length === 0)) return [];
  const near = same.some(
    (candidate) =>
      sentence.evidence.some((fact) => fact === candidate.fact) ||
      // The very thing that the source counts, in a sentence that says more besides.
      (number.nouns.length > 0 && countsSame(number, candidate.number)),
  );
  if (near) return [];
  const origin = same[0];
  return origin
    ? [
        {
          kind: 'number-noun',
          severity: 'warning',
          ...withNoun(number, sentence),
          message: `La source donne ce nombre à autre chose (« ${withSourceNoun(origin)} »).`,
          source: origin.fact.fact.text,
        },
      ]
    : [];
}

function valuesOf(index: SheetIndex): Map<number, SourceNumber[]> {
  const known = INDEXES.get(index);
  if (known) return known;
  const values = new Map<number, SourceNumber[]>();
  for (const fact of index.facts) {
    for (const number of fact.analysis.numbers) {
      const list = values.get(number.value) ?? [];
      list.push({ number, fact, text: fact.analysis.text.slice(number.start, number.end) });
      values.set(number.value, list);
    }
  }
  INDEXES.set(index, values);
  return values;
}

/** A unit left out (« contre 400 en temps normal ») agrees with any; two units must be the same, rates with their base. */
function unitsAgree(draft: FoundNumber, source: FoundNumber): boolean {
  if (draft.unit === source.unit) return true;
  if (source.unit === null)
    return source.nouns.length === 0 || (draft.unit !== '%' && draft.unit !== 'points' && source.value >= 1e6);
  if (draft.unit === null) return draft.nouns.length === 0 || (source.value >= 1e6 && draft.nouns.length === 0);
  return base(draft.unit) === base(source.unit) && (!draft.unit.includes('/') || !source.unit.includes('/'));
}

function base(unit: string): string {
  return unit.split('/')[0] ?? unit;
}

/** Unit → common unit and factor. */
const CONVERSIONS: Record<string, readonly [string, number]> = {
  siècle: ['mois', 1200],
  décennie: ['mois', 120],
  an: ['mois', 12],
  mois: ['mois', 1],
  trimestre: ['mois', 3],
  semestre: ['mois', 6],
  semaine: ['jour', 7],
  jour: ['jour', 1],
  h: ['min', 60],
  min: ['min', 1],
  s: ['min', 1 / 60],
  km: ['m', 1000],
  m: ['m', 1],
  cm: ['m', 0.01],
  mm: ['m', 0.001],
  t: ['kg', 1000],
  kg: ['kg', 1],
  g: ['kg', 0.001],
  l: ['l', 1],
  hl: ['l', 100],
  MW: ['kW', 1000],
  kW: ['kW', 1],
  GW: ['kW', 1e6],
  '€': ['€', 1],
  centime: ['€', 0.01],
};

/** « un an et demi » for « dix-huit mois ». */
function convertible(number: FoundNumber, index: SheetIndex): boolean {
  const mine = CONVERSIONS[number.unit ?? ''];
  if (!mine) return false;
  for (const list of valuesOf(index).values()) {
    for (const { number: other } of list) {
      const theirs = CONVERSIONS[other.unit ?? ''];
      if (
        theirs &&
        other.unit !== number.unit &&
        theirs[0] === mine[0] &&
        Math.abs(number.value * mine[1] - other.value * theirs[1]) < 1e-6
      )
        return true;
    }
  }
  return false;
}

/** « les deux camps », « ces trois points », « à deux reprises », « deux facteurs »: numbers that count the text's own matter. */
function isSmallTalk(number: FoundNumber, sentence: DraftSentence): boolean {
  // « l’essentiel en trois points »
  if (number.unit === 'points' && number.value <= 10 && sentence.analysis.tokens[number.from - 1]?.key === 'en') return true;
  if (number.value > 10 || number.unit !== null || number.kind === 'fraction') return false;
  const before = sentence.analysis.tokens[number.from - 1]?.key ?? '';
  if (/^(?:les|ces|ses|leurs|aux|nos|des|tous|toutes|entre|l'un|autres)$/u.test(before)) return true;
  const [noun] = number.nouns;
  return number.value <= 5 && noun !== undefined && isFraming(noun);
}

const ABOUT = /^(?:pres|environ|quelque|presque|autour|quasi|quasiment|approximativement|moins|plus|proche|a-peu-pres)$/u;
/** How far a number told as rounded may stand from the source's. */
const ROUNDING = 0.06;

/** « près de 150 cas » for 143: told as rounded, of the same thing. */
function rounded(number: FoundNumber, sentence: DraftSentence, index: SheetIndex): boolean {
  const { tokens } = sentence.analysis;
  const before = tokens.slice(Math.max(0, number.from - 2), number.from);
  if (number.value < 20 || number.value % 10 !== 0 || !before.some((token) => ABOUT.test(token.key))) return false;
  const under = before.some((token) => token.key === 'plus');
  const over = before.some((token) => /^(?:pres|presque|moins)$/u.test(token.key));
  for (const [value, list] of valuesOf(index)) {
    if (
      Math.abs(value - number.value) > number.value * ROUNDING ||
      (under && value < number.value) ||
      (over && value > number.value)
    )
      continue;
    if (list.some((other) => unitsAgree(number, other.number) && (number.unit !== null || countsSame(number, other.number))))
      return true;
  }
  return false;
}

/** Differences of minutes, years and times, sums told as such, parts of a score. */
function derived(number: FoundNumber, sentence: DraftSentence, index: SheetIndex): boolean {
  const sum =
    (number.unit === null && (number.nouns.length === 0 || isPeople(number.nouns[0] ?? ''))) ||
    sentence.analysis.tokens.some((token) => /^(?:total|ecart|difference|soit)$/u.test(token.key));
  const span = TIME_UNITS.has(base(number.unit ?? ''));
  if (sum || span) {
    const facts = index.facts.filter((fact) => sentence.evidence.some((other) => Math.abs(other.rank - fact.rank) <= 2));
    const values = facts.flatMap((fact) => [
      ...fact.analysis.numbers.map((other) => other.value),
      ...(span ? fact.analysis.dates.flatMap((date) => [date.year, date.time].filter((value) => value !== null)) : []),
    ]);
    // Times are in minutes: « douze heures par jour » for « de 8 heures à 20 heures ».
    const scale = base(number.unit ?? '') === 'h' ? 60 : 1;
    for (const a of values) for (const b of values) if (span && a - b === number.value * scale) return true;
    for (const a of values)
      for (const b of values) if (a !== b && (a - b === number.value || (sum && a + b === number.value))) return true;
  }
  if (number.kind === 'score') return number.value % 1001 === 0;
  if (number.value > 10 || number.unit !== null) return false;
  return index.facts.some((fact) =>
    fact.analysis.numbers.some(
      (other) =>
        other.kind === 'score' && (Math.floor(other.value / 1000) === number.value || other.value % 1000 === number.value),
    ),
  );
}

/** A number of the evidence in the same place: same unit, or same thing counted. */
function closest(number: FoundNumber, sentence: DraftSentence): { text: string; fact: IndexedFact } | null {
  for (const fact of sentence.evidence) {
    for (const other of fact.analysis.numbers) {
      const alike =
        number.unit !== null
          ? other.unit === number.unit
          : other.unit === null && other.nouns.some((noun) => number.nouns.some((mine) => areSynonyms(mine, noun)));
      if (alike) return { text: fact.analysis.text.slice(other.start, other.end), fact };
    }
  }
  return null;
}

function withNoun(number: FoundNumber, sentence: DraftSentence): { start: number; end: number } {
  const { tokens } = sentence.analysis;
  let end = number.end;
  if (number.nouns.length > 0) {
    for (let i = number.to; i < Math.min(tokens.length, number.to + 5); i++) {
      const token = tokens[i];
      if (token?.content && token.stem === number.nouns[0]) {
        end = token.end;
        break;
      }
    }
  }
  return { start: number.start, end };
}

function withSourceNoun({ number, fact }: SourceNumber): string {
  const { tokens, text } = fact.analysis;
  const noun = tokens.findIndex((token, i) => i >= number.to && i < number.to + 5 && token.stem === number.nouns[0]);
  return text.slice(number.start, noun === -1 ? number.end : (tokens[noun]?.end ?? number.end));
}
