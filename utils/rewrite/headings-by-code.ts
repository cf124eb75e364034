/** Subheadings by code: distinct, from the section's own facts, the keyphrase in 30-75 % of them (yoastseo 3.6). */
import { fold } from '../french/fold.ts';
import { isPersonNoun } from '../facts/entities.ts';
import type { FormKind } from '../article/draft.ts';
import type { Standing } from './floor/known.ts';
import { headlineOf } from './headline.ts';
import { holdsKeyphrase, suggestKeyphrases } from './keyphrase.ts';
import { type Reading, type ReadFact } from './reading.ts';
import { attributed } from './wording/attribution.ts';
import { NAME, raised, withDe } from './wording/grammar.ts';
import { normal } from './wording/variants.ts';
const TELLER = new RegExp(`^(${NAME}|L[ea]\\s[^,;:⟦]{3,40}?) (?:a rapporté|rapporte|a révélé|révèle|écrit|a affirmé)\\s`, 'u');

/** Share of subheadings that should hold the keyphrase, between yoastseo's bounds. */
const WANTED_SHARE = 0.4;
const MEDIUM =
  /(?<![\p{L}])(?:journal|quotidien|radio|site|agence|hebdomadaire|magazine|chaîne|média|presse)(?![\p{L}])|^(?:La|Le|Les|L’)?\s?\p{Lu}/u;
const GENERIC = /^(?:introduction|conclusion|contexte|références|sommaire|résumé|en bref)$/iu;

export interface HeadingRequest {
  form: FormKind;
  facts: readonly ReadFact[];
  /** Standings present, for the form « known, denied, unknown ». */
  standings: readonly Standing[];
  /** Subheadings of level 3 that the section's own blocks carry. */
  inner: readonly string[];
}

/** One heading a request, in order; null for the chapô. */
/** @param said sentences that the text holds already (`normal`): no heading says one of them */
export function headingsFor(
  requests: readonly HeadingRequest[],
  keyphrase: string,
  reading: Reading,
  said: ReadonlySet<string>,
): (string | null)[] {
  const taken = new Set<string>(said);
  const titled = keyphrase === '' ? '' : raised(keyphrase);
  const headings = requests.map((request): { bare: string; withKey: string | null } | null => {
    if (request.form === 'chapo') return null;
    const bare = firstFree(candidates(request, reading, titled), taken);
    taken.add(normal(bare));
    const joined = titled === '' || /[:?]/u.test(bare) ? null : `${titled} : ${lowerStart(bare)}`;
    return { bare, withKey: joined !== null && joined.length <= 85 ? joined : null };
  });
  const all = headings.filter((heading) => heading !== null).length + requests.flatMap((request) => request.inner).length;
  let holding = [...headings.map((heading) => heading?.bare ?? ''), ...requests.flatMap((request) => request.inner)].filter(
    (text) => keyphrase !== '' && holdsKeyphrase(text, keyphrase),
  ).length;
  const chosen = headings.map((heading) => heading?.bare ?? null);
  for (const index of keyOrder(requests)) {
    const heading = headings[index];
    if (holding >= Math.ceil(all * WANTED_SHARE)) break;
    if (!heading?.withKey || holdsKeyphrase(heading.bare, keyphrase)) continue;
    chosen[index] = heading.withKey;
    holding += 1;
  }
  return chosen;
}

/** Forms' own headings take the keyphrase best; then the running text's. */
function keyOrder(requests: readonly HeadingRequest[]): number[] {
  const rank: Partial<Record<FormKind, number>> = {
    essentiel: 0,
    'who-said-what': 1,
    questions: 2,
    figures: 3,
    next: 4,
    chronology: 5,
    people: 6,
    'known-denied-unknown': 7,
  };
  return requests
    .map((_, index) => index)
    .sort((a, b) => (rank[requests[a]?.form ?? 'body'] ?? 8) - (rank[requests[b]?.form ?? 'body'] ?? 8));
}

function candidates(request: HeadingRequest, reading: Reading, titled: string): string[] {
  switch (request.form) {
    case 'essentiel':
      return ['L’essentiel à retenir', 'Ce qu’il faut savoir'];
    case 'who-said-what':
      return ['Qui dit quoi', 'Les déclarations, personne par personne'];
    case 'figures':
      return ['Les chiffres à retenir', 'Les principaux chiffres'];
    case 'chronology':
      return ['Les dates à retenir', 'Les repères dans le temps'];
    case 'questions':
      return request.inner.length === 1
        ? ['La question qui se pose']
        : ['Les questions et les réponses', 'Les réponses aux questions'];
    case 'people':
      return ['Les personnes citées'];
    case 'next':
      return ['Les prochaines échéances', 'Ce qui est attendu'];
    case 'known-denied-unknown':
      return [knownHeading(request.standings), 'Ce que l’on sait et ce qui reste incertain'];
    default:
      return bodyCandidates(request.facts, reading, titled);
  }
}

function knownHeading(standings: readonly Standing[]): string {
  const parts = [
    standings.includes('affirmed') ? 'ce qui est affirmé' : '',
    standings.includes('denied') ? 'ce qui est démenti' : '',
    standings.includes('conditional') ? 'ce qui reste au conditionnel' : '',
  ].filter((part) => part !== '');
  const [first = 'ce qui reste sans réponse', ...others] = parts.slice(0, 2);
  return raised([first, ...others].join(', '));
}

function bodyCandidates(facts: readonly ReadFact[], reading: Reading, titled: string): string[] {
  const spoken = facts.flatMap((read) =>
    read.fact.quotations.filter((quotation) => quotation.whole).flatMap((quotation) => reading.speakerOf(quotation)?.name ?? []),
  );
  const speakers = [...new Set(spoken)].filter((name) => /^\p{Lu}\S*\s/u.test(name));
  const clauses = [80, 60, 45]
    .flatMap((length) => facts.flatMap((read) => headlineOf(read, length) ?? []))
    .filter((clause) => !/(?:^|,\s)(?:ils?|elles?)\s/iu.test(clause));
  const tellers = facts.flatMap((read) => TELLER.exec(read.masked)?.[1] ?? []);
  const sources = facts.flatMap((read) => {
    const source = attributed(read.plain ?? '')?.source;
    const plain = source?.replace(/\sde\s(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)$/u, '');
    return plain && plain.split(' ').length <= 7 && !/[,(]|^(?:lui|elle|eux|son|sa|ses)(?![\p{L}])/u.test(plain) ? [plain] : [];
  });
  // Who speaks names the section only where nobody else does and they have most of it.
  const theirs = new Set(spoken).size <= 2 && facts.filter((read) => read.fact.quotations.length > 0).length * 2 >= facts.length;
  const [one, two] = theirs ? speakers : [];
  const told = sources.length * 2 >= facts.length ? sources : [];
  return [
    ...clauses,
    ...facts.flatMap((read) => subjectOf(read) ?? []),
    ...tellers.map((name) => `Ce que rapporte ${name.charAt(0) === 'L' ? name.replace(/^L(?=[ea]\s)/u, 'l') : name}`),
    ...(one && two ? [`Ce que disent ${one} et ${two}`] : []),
    ...told.map((source) => (MEDIUM.test(source) ? `Ce que rapporte ${source}` : `La version ${withDe(source)}`)),
    ...(one && new Set(spoken).size === 1 ? [`Ce que dit ${one}`] : []),
    ...(one && two ? [`Les réponses ${withDe(one)} et ${withDe(two)}`] : []),
    ...(titled === ''
      ? []
      : clauses.filter((clause) => clause.length + titled.length < 85).map((clause) => `${titled} : ${lowerStart(clause)}`)),
    ...suggestKeyphrases({ facts: facts.map((read) => read.fact) }, '')
      .filter((phrase) => /^\p{Ll}[^]*\s/u.test(phrase) && phrase.length >= 12 && raised(phrase) !== titled)
      // What one sentence says in passing (« kilo au producteur ») is no subject, nor is « employé du port ».
      .filter((phrase) => facts.filter((read) => fold(read.fact.text).includes(fold(phrase))).length >= 2)
      .filter((phrase) => !isPersonNoun(fold(/^[\p{L}-]+/u.exec(phrase)?.[0] ?? '')))
      .map((phrase) => raised(phrase)),
    'Ce que l’on sait',
    'Les autres éléments connus',
    'Les précisions apportées',
    'Ce qu’il faut encore savoir',
  ];
}

/** « Le barrage des Trois-Pins »: the subject of a sentence whose verb is plain to see. */
function subjectOf(read: ReadFact): string | null {
  const match =
    /^((?:Le|La|Les|L’)\s?[^,;:⟦]{6,50}?)(?:,\s|\s(?:a|ont|est|sont|sera|seront|était|avait|n’(?:a|ont|est|aurait|auraient|était)|reste|doit|s’est|passera|\p{Ll}{3,}(?:rait|raient|ra|ront))\s)/u.exec(
      read.plain ?? '',
    );
  const subject = match?.[1];
  return subject &&
    read.alone &&
    !/(?<![\p{L}])(?:qui|que|et)(?![\p{L}])|\s(?:a|ont|est|sont|avait|était|dit|disent|doit)$/u.test(subject) &&
    subject.split(' ').length >= 3
    ? subject
    : null;
}

function firstFree(texts: readonly string[], taken: ReadonlySet<string>): string {
  return texts.find((text) => !taken.has(normal(text)) && !GENERIC.test(text)) ?? texts.at(-1) ?? 'Ce qu’il faut savoir';
}

/** After a colon: small letter where the word is an article or the like; names keep theirs. */
function lowerStart(text: string): string {
  return /^(?:Le|La|Les|L’|Un|Une|Des|Ce|Cet|Cette|Qui|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Quelque|Environ|Aucun|Aucune|Contre|Selon|Pour|En|À|Au|Aux|Dans|Sur|Par|Après|Avant|Depuis)(?![\p{L}])|^L’/u.test(
    text,
  )
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
