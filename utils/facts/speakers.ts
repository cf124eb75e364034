/** Who speaks: the speaker of each quotation, from the incise, the words before it, or the sentences before. */
import type { Analysis } from '../french/analyse.ts';
import { findNames, type FoundName } from '../french/names.ts';
import { isSpeechParticiple, speechVerbAt, speechVerbs } from '../french/speech-verbs.ts';
import type { QuotedSpan } from '../french/quotations.ts';
import { tokenize, type Token } from '../french/tokens.ts';
import { entityOf, genderOf, isPersonNoun, type Entities, type Entity } from './entities.ts';

export interface Speaker {
  /** Verbatim noun phrase or pronoun that names the speaker. */
  phrase: string;
  /** [start, end) of the phrase in the sentence, or null when it comes from an earlier sentence. */
  span: { start: number; end: number } | null;
  entity: Entity | null;
  /** How it was found: the surer first. */
  how: 'after' | 'incise' | 'before' | 'pronoun' | 'subject' | 'previous';
  /** [start, end) of the reporting words, verb included, where the sentence has them. */
  report: { start: number; end: number } | null;
}

/** What is carried from sentence to sentence: who spoke, who was the subject. */
export interface SpeakerMemory {
  last: Speaker | null;
  /** Persons and bodies named so far, latest last. */
  recent: Entity[];
  /** Who gives the answers of an interview, null before the first one. */
  interviewee: Entity | null;
}

export function newMemory(): SpeakerMemory {
  return { last: null, recent: [], interviewee: null };
}

/** Speakers of the sentence's quotations, in order; null where nobody can be named. Updates `memory`. */
export function speakersOf(
  analysis: Analysis,
  entities: Entities,
  memory: SpeakerMemory,
  names: readonly FoundName[] = findNames(analysis.tokens, entities.known),
): (Speaker | null)[] {
  const speakers = analysis.quotations.map((quotation) => speakerOf(quotation, analysis, entities, memory));
  // The subject of the sentence comes last: a pronoun in the next sentence means it first.
  const outside = names.filter((name) => !insideQuotation(analysis, name.start));
  for (const name of [...outside].reverse()) {
    const entity = entityOf(entities, name.keys);
    if (entity && entity.kind !== 'place') remember(memory, entity);
  }
  const { roles, subject, agent } = namedIn(analysis, entities);
  for (const entity of roles) remember(memory, entity);
  const meant = subject?.how === 'pronoun' ? resolvePronoun(subject.phrase.toLowerCase(), memory) : subject?.entity;
  if (meant) remember(memory, meant);
  if (agent) remember(memory, agent);
  const last = speakers.findLast((speaker) => speaker !== null && speaker.how !== 'previous');
  if (last) {
    memory.last = last;
    if (last.entity) remember(memory, last.entity);
  }
  return speakers;
}

/** Whom a sentence names whatever stands before it; its subject where that is no pronoun. */
interface NamedIn {
  entities: Entities;
  roles: Entity[];
  subject: Speaker | null;
  agent: Entity | null;
}

const NAMED = new WeakMap<Analysis, NamedIn>();

function namedIn(analysis: Analysis, entities: Entities): NamedIn {
  const known = NAMED.get(analysis);
  if (known?.entities === entities) return known;
  const named = {
    entities,
    roles: rolesNamed(analysis, entities),
    subject: subjectOf(analysis, entities, newMemory()),
    agent: agentOf(analysis, entities),
  };
  NAMED.set(analysis, named);
  return named;
}

/** « une décision contestée par l’entraîneur, X »: who speaks in a passive clause is meant by the next « il ». */
function agentOf(analysis: Analysis, entities: Entities): Entity | null {
  const { tokens } = analysis;
  for (let i = tokens.length - 2; i > 0; i--) {
    if (tokens[i]?.key !== 'par' || analysis.quoted[i] || !isSpeechParticiple(tokens[i - 1])) continue;
    return resolvePhrase(tokens.slice(i + 1), entities);
  }
  return null;
}

function speakerOf(quotation: QuotedSpan, analysis: Analysis, entities: Entities, memory: SpeakerMemory): Speaker | null {
  // « R : « Nous avons… » »: an interview's answer, whoever was named last.
  if (ANSWER.test(analysis.text)) return interviewee(memory);
  return (
    inciseSpeaker(quotation, entities, memory) ??
    speakerAfter(quotation, analysis, entities, memory) ??
    speakerBefore(quotation, analysis, entities, memory) ??
    subjectOf(analysis, entities, memory, quotation.outerStart) ??
    previous(memory)
  );
}

/** The person named last before the first answer. */
function interviewee(memory: SpeakerMemory): Speaker | null {
  memory.interviewee ??= memory.recent.findLast((entity) => entity.kind === 'person') ?? null;
  const entity = memory.interviewee;
  return entity && { phrase: entity.name, span: null, entity, how: 'previous', report: null };
}

const ANSWER = /^(?:R|Réponse|RÉPONSE)\s*[:.–—]/u;

function previous(memory: SpeakerMemory): Speaker | null {
  return memory.last ? { ...memory.last, how: 'previous', span: null, report: null } : null;
}

/** « Je lis des choses, oui, a souri l’intéressé, mais… » */
function inciseSpeaker(quotation: QuotedSpan, entities: Entities, memory: SpeakerMemory): Speaker | null {
  if (quotation.incise === null) return null;
  const offset = quotation.start + quotation.text.indexOf(quotation.incise);
  const tokens = tokenize(quotation.incise).map((token) => ({ ...token, start: token.start + offset, end: token.end + offset }));
  return readReport(tokens, 0, tokens.length, entities, memory, 'incise');
}

/** « …», a déclaré la porte-parole du Conseil, Adrienne Watson, selon Bloomberg. » */
function speakerAfter(quotation: QuotedSpan, analysis: Analysis, entities: Entities, memory: SpeakerMemory): Speaker | null {
  const { tokens } = analysis;
  let i = tokens.findIndex((token) => token.start >= quotation.outerEnd);
  if (i === -1) return null;
  while (/^[,.!?…–—-]$/u.test(tokens[i]?.text ?? '')) {
    if (tokens[i]?.text === '.') return null;
    i++;
  }
  const next = analysis.quotations.find((other) => other.outerStart >= quotation.outerEnd);
  const limit = next ? tokens.findIndex((token) => token.start >= next.outerStart) : tokens.length;
  const end = clauseEnd(tokens, i, limit);
  if (/^(?:selon|pour)$/u.test(tokens[i]?.key ?? '')) return nounPhrase(tokens, i + 1, end, entities, memory, 'after', null);
  const report = readReport(tokens, i, end, entities, memory, 'after');
  if (report || tokens[i]?.text !== ':') return report;
  // « Nous ne partirons pas » : dans un entretien…, la directrice a confirmé…
  const saying = speechVerbs(tokens).find((verb) => verb.strong && verb.from > i);
  return saying ? subjectBefore(analysis, saying.from, entities, memory, 'subject') : null;
}

/** Verb and subject after it, within [from, to). */
function readReport(
  tokens: readonly Token[],
  from: number,
  to: number,
  entities: Entities,
  memory: SpeakerMemory,
  how: Speaker['how'],
): Speaker | null {
  // « nous a lancé l’avocate »
  const start = /^(?:nous|me|m'|lui|leur)$/u.test(tokens[from]?.key ?? '') ? from + 1 : from;
  const verb = speechVerbAt(tokens, start);
  if (!verb) return null;
  const first = tokens[verb.from];
  if (!first) return null;
  if (verb.pronoun) {
    const pronoun = tokens.slice(verb.from, verb.to).find((token) => token.key === verb.pronoun);
    const entity = resolvePronoun(verb.pronoun, memory);
    const last = tokens[verb.to - 1] ?? first;
    return {
      phrase: pronoun?.text ?? verb.pronoun,
      span: { start: first.start, end: last.end },
      entity,
      how: 'pronoun',
      report: { start: first.start, end: last.end },
    };
  }
  return nounPhrase(tokens, verb.to, to, entities, memory, how, first.start);
}

/** End of the reporting clause: a semicolon, a colon, a participle clause, « selon », « lors de », a second verb. */
function clauseEnd(tokens: readonly Token[], from: number, limit: number): number {
  const stop = limit === -1 ? tokens.length : limit;
  for (let i = from + 1; i < stop; i++) {
    const token = tokens[i];
    if (!token) break;
    if (/^[;:!?«“"»]$/u.test(token.text)) return i;
    if (token.text === '.' && !/^(?:m|mme|me|dr|mm)$/u.test(tokens[i - 1]?.key ?? '') && (tokens[i - 1]?.text.length ?? 2) > 1)
      return i;
    if (
      /^(?:selon|lors|qui|dont|avant|apres|pour|ajoutant|precisant|tandis|alors|en|dans|devant|sur|depuis|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|parce|car|mais|puis)$/u.test(
        token.key,
      ) &&
      (tokens[i - 1]?.text === ',' || token.key === 'selon' || token.key === 'qui')
    )
      return i;
  }
  return stop;
}

const DETERMINERS = new Set("le la l' les un une son sa ses leur leurs cet cette ce m mme me mr mgr dr".split(' '));

/** The noun phrase that starts in [from, to): its extent and the entity it means. */
function nounPhrase(
  tokens: readonly Token[],
  from: number,
  to: number,
  entities: Entities,
  memory: SpeakerMemory,
  how: Speaker['how'],
  reportStart: number | null,
): Speaker | null {
  let i = from;
  // Adverbs and complements before the subject: « a déclaré mardi à la presse le ministre ».
  while (i < to && !startsPhrase(tokens, i, from)) i++;
  const first = tokens[i];
  if (!first || i >= to) return null;
  let end = to;
  while (end > i && tokens[end - 1]?.kind === 'punct' && tokens[end - 1]?.text !== ')') end--;
  const last = tokens[end - 1] ?? first;
  const phraseTokens = tokens.slice(i, end);
  const entity = resolvePhrase(phraseTokens, entities);
  return {
    phrase: textOf(phraseTokens),
    span: { start: first.start, end: last.end },
    entity,
    how,
    report: { start: reportStart ?? first.start, end: last.end },
  };
}

function startsPhrase(tokens: readonly Token[], i: number, from: number): boolean {
  const token = tokens[i];
  const before = tokens[i - 1]?.key ?? '';
  if (!token || token.kind !== 'word') return false;
  if (/^(?:a|au|aux|en|dans|sur|par|devant|sous|avec)$/u.test(before) && i > from) return false;
  return token.capital || DETERMINERS.has(token.key) || /^(?:celui-ci|celle-ci|celui|celle|ce dernier)$/u.test(token.key);
}

/** The entity meant by a noun phrase: by a name in it (a person before a body), else by its role. */
export function resolvePhrase(phrase: readonly Token[], entities: Entities): Entity | null {
  const names = findNames(phrase, entities.known);
  const meant = names.map((name) => ({ name, entity: entityOf(entities, name.keys) }));
  const head = phrase.find((token) => token.content && !/^premi/u.test(token.key));
  const persons = meant.filter(({ entity }) => entity?.kind === 'person');
  const person = persons[0]?.entity;
  if (person) return person;
  // « la directrice du musée d’Orsay »: the role stands before the name, and the name is not the speaker.
  if (head && !head.capital && (isPersonNoun(head.key) || names.length === 0)) {
    const byRole = resolveRole(phrase, entities);
    if (byRole) return byRole;
    if (/^(?:interesse|interessee|dernier|derniere)$/u.test(head.key)) return null;
    if (isPersonNoun(head.key)) return null;
  }
  const first = meant.find(({ entity }) => entity !== null && entity.kind !== 'place');
  return first?.entity ?? meant.find(({ entity }) => entity !== null)?.entity ?? null;
}

/** « la rectrice », « le porte-parole du Kremlin »: the one entity whose description has the head, best by the other words. */
export function resolveRole(phrase: readonly Token[], entities: Entities): Entity | null {
  const content = phrase.filter((token) => token.content);
  const head = content.find((token) => !token.capital && !/^premi/u.test(token.key));
  if (!head) return null;
  const gender = genderOf(phrase[0]?.key ?? '', head.key);
  const candidates = entities.all.filter(
    (entity) =>
      entity.kind !== 'place' &&
      (entity.heads.has(head.key) || entity.roles.has(head.stem)) &&
      !(gender && entity.gender && gender !== entity.gender),
  );
  const persons = candidates.filter((entity) => entity.kind === 'person');
  if (persons.length === 1 || candidates.length <= 1) return persons[0] ?? candidates[0] ?? null;
  const score = (entity: Entity): number =>
    content.filter((token) => entity.roles.has(token.stem) || entity.keys.has(token.key)).length * 2 +
    (entity.heads.has(head.key) ? 1 : 0);
  const sorted = [...candidates].sort((a, b) => score(b) - score(a));
  const [best, second] = sorted;
  return best && second && score(best) > score(second) ? best : null;
}

/** « Peskov a déclaré à Bloomberg News : « … » », « Pour X, « … » », « Selon X, « … » ». */
function speakerBefore(quotation: QuotedSpan, analysis: Analysis, entities: Entities, memory: SpeakerMemory): Speaker | null {
  const { tokens } = analysis;
  const stop = tokens.findIndex((token) => token.start >= quotation.outerStart);
  if (stop <= 0) return null;
  const first = tokens[0];
  if (first && /^(?:selon|pour)$/u.test(first.key))
    return nounPhrase(tokens, 1, Math.min(stop, clauseEnd(tokens, 1, stop)), entities, memory, 'before', first.start);
  if (first?.key === "d'" && tokens[1]?.key === 'apres')
    return nounPhrase(tokens, 2, Math.min(stop, clauseEnd(tokens, 2, stop)), entities, memory, 'before', first.start);
  if (tokens[stop - 1]?.text !== ':') return null;
  const verbs = speechVerbs(tokens).filter((verb) => verb.to <= stop && !analysis.quoted[verb.from]);
  const verb = verbs.findLast((candidate) => candidate.strong) ?? verbs.at(-1);
  if (!verb) return null;
  return subjectBefore(analysis, verb.from, entities, memory, 'before');
}

/** The subject of the verb at token `at`: the pronoun or noun phrase before it, with its apposition. */
function subjectBefore(
  analysis: Analysis,
  at: number,
  entities: Entities,
  memory: SpeakerMemory,
  how: Speaker['how'],
): Speaker | null {
  const { tokens } = analysis;
  const verbEnd = tokens[at]?.end ?? 0;
  let to = at;
  while (to > 0 && /^(?:se|s'|ne|n'|y|en|l'|lui|le|les|la|leur|m'|nous|vous)$/u.test(tokens[to - 1]?.key ?? '')) to--;
  const apposed = tokens[to - 1]?.text === ',';
  let from = chunkStart(tokens, apposed ? to - 1 : to);
  const nearest = tokens[to - 1];
  if (nearest && /^(?:il|elle|ils|elles|on|celui-ci|celle-ci)$/u.test(nearest.key)) {
    return {
      phrase: nearest.text,
      span: { start: nearest.start, end: nearest.end },
      entity: resolvePronoun(nearest.key, memory),
      how: 'pronoun',
      report: { start: nearest.start, end: verbEnd },
    };
  }
  if (apposed && from > 0 && tokens[from - 1]?.text === ',') {
    const whole = chunkStart(tokens, from - 1);
    if (startsPhrase(tokens, whole, whole) || /^(?:mais|et|puis)$/u.test(tokens[whole]?.key ?? '')) from = whole;
  }
  const words = tokens.slice(from, to);
  while (words.length > 0 && words.at(-1)?.kind === 'punct') words.pop();
  while (words.length > 0 && words[0] && !startsPhrase(words, 0, 0)) words.shift();
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return null;
  return {
    phrase: textOf(words),
    span: { start: first.start, end: last.end },
    entity: resolvePhrase(words, entities),
    how,
    report: { start: first.start, end: verbEnd },
  };
}

/** Where the stretch without comma or stronger mark that ends before token `to` starts. */
function chunkStart(tokens: readonly Token[], to: number): number {
  let from = to;
  let depth = 0;
  while (from > 0) {
    const token = tokens[from - 1];
    if (token?.text === ')') depth++;
    else if (token?.text === '(') depth--;
    else if (
      token &&
      depth === 0 &&
      token.kind === 'punct' &&
      token.text !== '-' &&
      !(token.text === '.' && /^(?:m|mme|me|dr)$/u.test(tokens[from - 2]?.key ?? ''))
    )
      break;
    from--;
  }
  return from;
}

const AUXILIARIES = new Set(
  "a ont avait avaient est sont etait etaient aurait auraient sera serait s'est doit peut va".split(' '),
);

/** The subject of the sentence's first finite verb (before `limit` characters). */
function subjectOf(analysis: Analysis, entities: Entities, memory: SpeakerMemory, limit = Infinity): Speaker | null {
  const { tokens } = analysis;
  const saying =
    limit === Infinity
      ? null
      : speechVerbs(tokens).findLast(
          (verb) => verb.strong && !analysis.quoted[verb.from] && (tokens[verb.to - 1]?.end ?? limit) < limit,
        );
  if (saying) return subjectBefore(analysis, saying.from, entities, memory, 'subject');
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.start >= limit) break;
    if (analysis.quoted[i]) continue;
    if (token.kind === 'punct' && /^[;:«]$/u.test(token.text)) break;
    const isVerb = AUXILIARIES.has(token.key) && token.text !== 'à';
    const speech = isVerb ? null : speechVerbAt(tokens, i);
    if (!isVerb && !speech) continue;
    return subjectBefore(analysis, i, entities, memory, 'subject');
  }
  return null;
}

const ARTICLES = new Set("le la l' sa son".split(' '));

/** « la rectrice », « le porte-parole » named by role alone in the sentence. */
function rolesNamed(analysis: Analysis, entities: Entities): Entity[] {
  const found: Entity[] = [];
  analysis.tokens.forEach((token, i) => {
    if (!token.content || token.capital || analysis.quoted[i]) return;
    if (!ARTICLES.has(analysis.tokens[i - 1]?.key ?? '') || !isPersonNoun(token.key)) return;
    const entity = resolveRole(analysis.tokens.slice(i - 1, i + 4), entities);
    if (entity) found.push(entity);
  });
  return found;
}

function resolvePronoun(pronoun: string, memory: SpeakerMemory): Entity | null {
  if (pronoun === 'on' || pronoun === 'ils' || pronoun === 'elles') return null;
  const gender = pronoun === 'elle' || pronoun === 'celle-ci' ? 'f' : 'm';
  return (
    memory.recent.findLast((entity) => entity.kind === 'person' && (entity.gender === null || entity.gender === gender)) ??
    memory.recent.at(-1) ??
    null
  );
}

function remember(memory: SpeakerMemory, entity: Entity): void {
  const at = memory.recent.indexOf(entity);
  if (at !== -1) memory.recent.splice(at, 1);
  memory.recent.push(entity);
}

function insideQuotation(analysis: Analysis, at: number): boolean {
  return analysis.quotations.some((quotation) => at >= quotation.start && at < quotation.end);
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token, i) => (i > 0 && (tokens[i - 1]?.end ?? 0) < token.start ? ` ${token.text}` : token.text)).join('');
}
