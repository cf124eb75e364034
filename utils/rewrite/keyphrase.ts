/**
 * Keyphrases that the source itself carries: noun phrases of 1-4 content words (yoastseo 3.6: 1-4 good, up to 8 ok),
 * told by the article before them and ranked by how much of the text turns on them.
 */
import type { Fact, FactSheet } from '../facts/fact.ts';
import { foldWord } from '../french/fold.ts';
import { numberWord } from '../french/number-words.ts';
import { type Token, tokenize } from '../french/tokens.ts';

/** Words that a news text is full of and that no reader searches for. */
const WEAK = new Set(
  (
    'porte-parole president presidente ministre maire directeur directrice general generale information informations rapport personne personnes an ans annee annees ' +
    'jour jours mois semaine semaines heure heures minute minutes euro euros franc francs million millions milliard milliards metre metres ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre ' +
    'fois cas part fin debut moitie partie nombre montant total concurrent suedois joueurs responsables sondes arrivee question questions point points sujet appel nuit soir matin ensemble terme duree ' +
    'mise prise large nord sud est ouest centre vingtaine dizaine quinzaine trentaine quarantaine cinquantaine centaine millier revue egide existence cause causes suite rive cote gisant lieu confidences effet effets ' +
    'source sources hausse groupe responsable responsables quelque environ pres lendemain hier reponse titre'
  ).split(' '),
);
const CONNECTOR = new Set(['de', 'du', 'des', "d'", 'en', 'au', 'aux']);
/** Who speaks or acts, seldom what an article is about. */
const ACTOR = new Set(
  (
    'prefecture rectorat ministere procureur procureure parquet association tribunal syndicat federation collectif gouvernement police groupe societe agence radio journal ' +
    'quotidien site service direction municipalite mairie conseil porte-parole analyste avocat avocate entraineur entraineuse fonds distributeur media centre union'
  ).split(' '),
);
const DETERMINER = new Set([
  'le',
  'la',
  'les',
  "l'",
  'un',
  'une',
  'des',
  'du',
  'au',
  'aux',
  'ce',
  'cet',
  'cette',
  'ces',
  'son',
  'sa',
  'ses',
  'leur',
  'leurs',
  "d'",
  'de',
]);
/** Endings of adjectives: an adjective may follow its noun without a connector. */
const ADJECTIVE =
  /(?:ique|iques|al|ale|ales|aux|ien|ienne|iens|iennes|aire|aires|if|ive|ifs|ives|el|elle|els|elles|ais|aise|aises|ois|oise|oises|ain|aine|aines|eux|euse|euses|russe|belge|suisse|able|ible|net|nette|iere|ieres|ier|iers)$/u;

/** Adjectives that stand before their noun. */
const AHEAD =
  /^(?:premiere?s?|seconde?s?|derniere?s?|nouve(?:au|aux|lle|lles)|grande?s?|petite?s?|vaste|\p{Ll}+iemes?|futurs?|future|ancien|ancienne|meme)$/u;

interface Candidate {
  text: string;
  keys: string[];
  stems: string[];
  count: number;
  first: number;
  proper: boolean;
  capitalFirst: boolean;
  /** Times that a complement or an adjective goes on with the phrase (« risque d’accident » of « … vasculaire »). */
  open: number;
  /** Stands inside a longer noun phrase (« groupe d’emballage »). */
  inner: boolean;
  /** Subject of the first sentence. */
  leads: boolean;
}

/** Best first, at most `limit`. `title` = the article's own title, '' where there is none. */
export function suggestKeyphrases(sheet: Pick<FactSheet, 'facts'>, title: string, limit = 6): string[] {
  const sentences = sheet.facts.filter((fact) => fact.kind === 'statement').map((fact) => tokenize(fact.text));
  const frequency = new Map<string, number>();
  for (const tokens of sentences) {
    for (const token of tokens)
      if (token.content && token.kind === 'word') frequency.set(token.stem, (frequency.get(token.stem) ?? 0) + 1);
  }
  const titleStems = new Set(
    tokenize(title)
      .filter((token) => token.content)
      .map((token) => token.stem),
  );
  const candidates = new Map<string, Candidate>();
  // What somebody only says between quotation marks is a manner of speaking, not what the article is about.
  sheet.facts
    .filter((fact) => fact.kind === 'statement')
    .map((fact) => tokenize(quotationless(fact)))
    .forEach((tokens, at) => {
      for (const candidate of phrases(tokens, at)) {
        const key = candidate.keys.join(' ');
        const known = candidates.get(key);
        if (known) {
          known.count += 1;
          known.open += candidate.open;
        } else candidates.set(key, candidate);
      }
    });
  const names = sheet.facts
    .flatMap((fact) => fact.names)
    .filter((name) => /\s/u.test(name))
    .map((name) => foldWord(name));
  const scored = [...candidates.values()].map((candidate) => ({
    candidate,
    score: scoreOf(candidate, frequency, titleStems) - (insideName(candidate, names) ? 4 : 0),
  }));
  scored.sort((a, b) => b.score - a.score || a.candidate.first - b.candidate.first);
  const chosen: Candidate[] = [];
  for (const { candidate } of scored) {
    if (chosen.length >= limit) break;
    // One phrase inside another says the same thing twice.
    if (chosen.some((other) => overlap(candidate, other))) continue;
    chosen.push(candidate);
  }
  return chosen.map((candidate) => candidate.text);
}

/** The sentence without what stands between its quotation marks; a quoted word or two stay. */
export function quotationless({ text, quotations }: Fact): string {
  return quotations.filter(({ whole }) => whole).reduce((rest, quotation) => rest.replace(quotation.text, '…'), text);
}

/** « producteurs de l’Ouest » in « Collectif des producteurs de l’Ouest »: part of a body's name. */
function insideName(candidate: Candidate, names: readonly string[]): boolean {
  const text = foldWord(candidate.text);
  return candidate.keys.length > 1 && names.some((name) => name.includes(text) && name !== text);
}

/** True when every content word of the phrase stands in the text, in order, with nothing but small words between. */
export function holdsKeyphrase(text: string, keyphrase: string): boolean {
  const wanted = tokenize(keyphrase).filter((token) => token.content || token.kind === 'number');
  if (wanted.length === 0) return false;
  const tokens = tokenize(text);
  return tokens.some((_, start) => {
    let next = 0;
    for (let at = start; at < tokens.length; at++) {
      const token = tokens[at];
      const target = wanted[next];
      if (!token || !target) return false;
      if (token.stem === target.stem || token.key === target.key) {
        next += 1;
        if (next === wanted.length) return true;
      } else if (next === 0 || token.content) return false;
    }
    return false;
  });
}

function phrases(tokens: readonly Token[], at: number): Candidate[] {
  const found: Candidate[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const head = tokens[start];
    if (!head || !head.content || head.kind !== 'word' || isWeak(head) || head.text.length < 3 || numberWord(head.key) !== null)
      continue;
    const before = tokens[start - 1];
    if (!head.capital && !(before && DETERMINER.has(before.key))) continue;
    if (head.capital && start === 0) continue;
    // « Club » of « Racing Club ».
    if (head.capital && before?.capital && before.content) continue;
    if (/(?:er|ir|ant|ait|aient|ra|ront)$/u.test(head.key) && !head.capital) continue;
    let end = start;
    let content = 1;
    push(found, tokens, start, end, at);
    while (content < 4) {
      const step = nextContent(tokens, end);
      if (step === null) break;
      end = step;
      content += 1;
      push(found, tokens, start, end, at);
    }
  }
  return found;
}

/** Index of the next content word of the same noun phrase, or null where the phrase ends. */
function nextContent(tokens: readonly Token[], end: number): number | null {
  const next = tokens[end + 1];
  if (!next || next.kind !== 'word') return null;
  if (next.content) {
    if (tokens[end]?.capital && next.capital) return end + 1;
    return !next.capital && ADJECTIVE.test(next.key) ? end + 1 : next.capital && !tokens[end]?.capital ? end + 1 : null;
  }
  if (!CONNECTOR.has(next.key) && next.text !== 'à') return null;
  const after = tokens[end + 2];
  if (after?.content && after.kind === 'word' && !/(?:er|ir|re)$/u.test(after.capital ? '' : after.key)) return end + 2;
  const third = tokens[end + 3];
  if (after && ['la', "l'"].includes(after.key) && third?.content && third.kind === 'word') return end + 3;
  return null;
}

function push(found: Candidate[], tokens: readonly Token[], start: number, end: number, at: number): void {
  const slice = tokens.slice(start, end + 1);
  const last = slice.at(-1);
  if (!last || numberWord(last.key) !== null || (isWeak(last) && slice.length > 1)) return;
  if (slice.length > 1 && !last.capital && tokens[end + 1]?.capital && tokens[end + 1]?.kind === 'word') return;
  if (slice.length > 1 && slice[1]?.capital && !slice[0]?.capital && /^(?:d'|de)$/u.test(tokens[start - 1]?.key ?? '')) return;
  // « le tracé de la première » of « … ligne ».
  if (slice.length > 1 && AHEAD.test(last.key) && tokens[end + 1]?.content) return;
  const content = slice.filter((token) => token.content);
  // « navigateur Corentin Lestrade »: a role and a name, not a topic.
  if (!slice[0]?.capital && slice.filter((token) => token.capital).length >= 2 && slice.every((token) => token.content)) return;
  // « Crédit » of « Crédit des Trois Rives ».
  if (last.capital && slice.length > 1 && /^(?:de|des|du|d')$/u.test(tokens[end + 1]?.key ?? '') && tokens[end + 2]?.capital)
    return;
  // « sommet de la Conférence » and « sécurité » of « Conférence de sécurité ».
  if (last.capital && slice.length > 1 && /^(?:de|d')$/u.test(tokens[end + 1]?.key ?? '') && goesOn(tokens, end)) return;
  if (!slice[0]?.capital && /^(?:de|d')$/u.test(tokens[start - 1]?.key ?? '') && start > 2 && tokens[start - 2]?.capital) return;
  // Half a name is none.
  const next = tokens[end + 1];
  if (last.capital && next?.capital && next.kind === 'word') return;
  // « recommandations de Santé » of « Santé publique France ».
  if (last.capital && slice.length > 1 && next && !next.capital && ADJECTIVE.test(next.key) && tokens[end + 2]?.capital) return;
  const text = slice
    .map((token, index) =>
      index > 0 && /['’]$/u.test(slice[index - 1]?.text ?? '') ? token.text : `${index > 0 ? ' ' : ''}${token.text}`,
    )
    .join('');
  found.push({
    text: text.replace(/['’]\s/gu, '’'),
    keys: slice.map((token) => token.key),
    stems: content.map((token) => token.stem),
    count: 1,
    first: at,
    proper: content.some((token) => token.capital),
    capitalFirst: slice[0]?.capital === true,
    leads: at === 0 && start <= 2 && !/^(?:d'|de)$/u.test(tokens[start - 1]?.key ?? ''),
    open: goesOn(tokens, end) ? 1 : 0,
    inner: /^(?:d'|de)$/u.test(tokens[start - 1]?.key ?? ''),
  });
}

/** An adjective or a bare complement (« d’accident », « en danger ») stands right behind; « de la société X » may be left out. */
function goesOn(tokens: readonly Token[], end: number): boolean {
  const step = nextContent(tokens, end);
  const next = tokens[end + 1];
  if (step === null || !next) return false;
  return next.content ? !next.capital : /^(?:d'|de|en)$/u.test(next.key) && step === end + 2;
}

function scoreOf(candidate: Candidate, frequency: ReadonlyMap<string, number>, titleStems: ReadonlySet<string>): number {
  const { stems, count, first, proper, keys, capitalFirst } = candidate;
  const weight = stems.reduce((sum, stemmed) => sum + Math.min(6, frequency.get(stemmed) ?? 0), 0) / Math.sqrt(stems.length);
  const length = stems.length === 1 ? (capitalFirst ? -4 : -6) : stems.length === 2 ? 2 : stems.length === 3 ? 1.5 : -1;
  const inTitle = stems.filter((stemmed) => titleStems.has(stemmed)).length / stems.length;
  // A phrase that is only capitals is a name, rarely what a reader searches for.
  const commonNoun = capitalFirst ? (keys.length > 1 ? -3 : -1) : keys.length > 1 && proper ? 0.75 : 0;
  const weak = stems.filter((stemmed) => WEAK.has(stemmed)).length;
  return (
    weight +
    Math.min(2, count - 1) * 2 +
    (first === 0 ? 4 : first <= 2 ? 1 : 0) +
    length +
    inTitle * 4 +
    (inTitle === 1 ? 4 : 0) +
    commonNoun -
    weak * 2 -
    (candidate.inner ? 2.5 : 0) -
    (candidate.open === count ? 5 : 0) -
    (ACTOR.has(keys[0] ?? '') ? 8 : 0) +
    (candidate.leads ? 3 : 0)
  );
}

function isWeak(token: Token): boolean {
  return WEAK.has(token.key) || WEAK.has(foldWord(token.text)) || /^\d/u.test(token.key);
}

function overlap(a: Candidate, b: Candidate): boolean {
  const shared = a.stems.filter((stemmed) => b.stems.includes(stemmed)).length;
  return shared === Math.min(a.stems.length, b.stems.length) || shared / Math.max(a.stems.length, b.stems.length) > 0.6;
}
