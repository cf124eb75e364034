/** Questions-réponses: each question from a template over a fact's own words, its answer what the question leaves out. */
import type { Block } from '../../article/block.ts';
import type { Reading, ReadFact } from '../reading.ts';
import { type Attributed, attributed } from '../wording/attribution.ts';
import { DAY, lowered, pronounFor, raised, withDe } from '../wording/grammar.ts';
import { timeOf } from '../wording/moves.ts';
import { shortened } from '../wording/shorten.ts';
import { type Prose, subheading } from './prose.ts';

export interface QuestionAnswer {
  question: string;
  /** A sentence (masked). */
  answer: string;
}

export function questionsFloor(facts: readonly ReadFact[], reading: Reading, prose: Prose): Block[] {
  return facts.flatMap((read) => {
    const asked = questionOf(read, reading);
    return asked ? [subheading(asked.question), prose.paragraph([asked.answer])] : [];
  });
}

const ASKED = new WeakMap<ReadFact, { asked: QuestionAnswer | null }>();

/** The question that a fact answers, or null where no template fits its sentence. */
export function questionOf(read: ReadFact, reading: Reading): QuestionAnswer | null {
  const known = ASKED.get(read);
  if (known) return known.asked;
  const asked = find(read, reading);
  ASKED.set(read, { asked });
  return asked;
}

function find(read: ReadFact, reading: Reading): QuestionAnswer | null {
  if (!read.alone || read.plain === null || /-t-(?:il|elle)/u.test(read.plain)) return null;
  if (read.fact.quotations.some((quotation) => quotation.whole) && /⟦/u.test(read.plain)) return null;
  const sentence = shortened(read.plain);
  const parts = attributed(sentence);
  const statement = parts?.statement ?? lowered(sentence.replace(/\.$/u, ''));
  const templates = [denied, saidInConditional, hedgedYesNo, saidThat, howMany, whenWill, whoAre, whatThey, whoDid];
  for (const clause of clausesOf(statement ?? '', parts)) {
    for (const template of templates) {
      const asked = template(clause, parts, reading);
      if (asked && isWhole(asked) && asked.question.split(' ').length <= 26 && asked.answer.split(' ').length <= 45) return asked;
    }
  }
  return null;
}

/** « 1,5 million d’euros mais n’a encore rien versé »: an answer with half of another clause; « …, ce qu’elle dément ? »: a question that answers itself. */
function isWhole({ question, answer }: QuestionAnswer): boolean {
  return (
    !/\s(?:mais|et|puis)\s(?:n’|ne\s|s’|se\s|a\s|ont\s|est\s|sont\s|\p{Ll}+(?:ra|ront|rait|ait|aient)\s)/u.test(answer) &&
    !/,\sce\s(?:qu’|que\s|dont\s|qui\s)/u.test(question)
  );
}

/** The statement, or its clauses where it has several; the second may hold a date of its own. */
function clausesOf(statement: string, parts: Attributed | null): string[] {
  if (statement === '') return [];
  const clauses = statement.split(/\s?;\s|,?\set\s(?=(?:une?|l[ea]s?)\s[^,;]{3,40}\s(?:est|sont|sera|seront)\s)/u);
  if (clauses.length === 1) return [statement];
  return parts ? [] : clauses.length === 2 && !/;/u.test(statement) ? [clauses[1] ?? '', statement] : clauses;
}

type Template = (statement: string, parts: Attributed | null, reading: Reading) => QuestionAnswer | null;

/** « X a démenti une information selon laquelle P-rait » → « P-rait-il ? » — « X a démenti cette information. » */
const denied: Template = (statement, parts, reading) => {
  const [, subject, verb, clause] =
    /^([^,;:⟦]+?)\s(a démenti|dément|ont démenti|démentent)\s(?:une|l’)\s?information selon laquelle\s([^⟦;:]+)$/u.exec(
      statement,
    ) ?? [];
  const asked = clause ? inverted(clause, reading) : null;
  if (!subject || !verb || !asked) return null;
  return { question: asked, answer: `${raised(subject)} ${verb} cette information${tail(parts)}.` };
};

/** « Les sources auraient déclaré que P-rait » → « P-rait-il ? » — « C’est ce qu’auraient déclaré les sources. » */
const saidInConditional: Template = (statement, parts, reading) => {
  const [, subject, verb, clause] =
    /^((?:l[ea]s?\s|l’|\p{Lu})[^,;:⟦]{2,50}?)\s((?:aurait|auraient)\s\p{Ll}+é)\s(?:que\s|qu’)([^⟦;:]+)$/u.exec(statement) ?? [];
  const asked = clause ? inverted(clause, reading) : null;
  return subject && verb && asked && !parts ? { question: asked, answer: `C’est ce qu’${verb} ${subject}.` } : null;
};

/** « Selon X, le feu serait parti… » → « Le feu serait-il parti… ? » */
const hedgedYesNo: Template = (statement, parts, reading) => {
  if (!parts || /^(?:a|ont)\s/u.test(parts.word) || /\b(?:mais|sans|sauf)\b/u.test(statement)) return null;
  const asked = inverted(statement, reading);
  if (parts.word === 'pour') return asked ? { question: asked, answer: `C’est ce qu’estime ${parts.source}.` } : null;
  const plural = /^(?:les|des|plusieurs|deux|trois|quatre)\s/u.test(parts.source);
  return asked
    ? { question: asked, answer: `C’est ce qu’${plural ? 'indiquent' : 'indique'} ${parts.source}, au conditionnel.` }
    : null;
};

/** A clause in the conditional as a question, where its subject tells the pronoun. Cut at a comma when long. */
function inverted(clause: string, reading: Reading): string | null {
  const match = /^([^,;:⟦]{2,60}?)\s(ne se |se |ne |n’)?(\p{Ll}*rait)\s([^⟦;:]+)$/u.exec(clause);
  const [, subject, before, verb, rest] = match ?? [];
  if (!subject || !verb || !rest || before?.startsWith('n') || /(?<![\p{L}])(?:qui|que|dont|où)(?![\p{L}])/u.test(subject))
    return null;
  const pronoun = (pronounFor(raised(subject)) ?? pronounOfName(subject, reading))?.toLowerCase();
  if (!pronoun) return null;
  const [first = rest, ...others] = rest.split(/,\s|\set,\s/u);
  const asked =
    others.length > 0 && rest.split(' ').length > 14 && !/(?:mais|sans|sauf|sous réserve)/u.test(others.join(' ')) ? first : rest;
  return `${raised(subject)} ${before ?? ''}${verb}-${pronoun} ${asked} ?`;
}

/** « le président russe Vladimir Poutine » somewhere tells the pronoun of « Poutine ». */
function pronounOfName(name: string, reading: Reading): 'Il' | 'Elle' | null {
  if (!/^\p{Lu}/u.test(name)) return null;
  for (const { masked } of reading.facts) {
    const at = masked.indexOf(name);
    if (at < 0) continue;
    const article = /(?<![\p{L}])([Ll][ea])\s\p{Ll}+(?:\s\p{Ll}+)?\s(?:\p{Lu}[\p{L}-]+\s)?$/u.exec(
      masked.slice(Math.max(0, at - 60), at),
    )?.[1];
    if (article) return /e$/u.test(article) ? 'Il' : 'Elle';
  }
  const persons = [...reading.persons.values()].filter((person) => person.name.endsWith(name));
  return persons[0]?.gender === 'f' ? 'Elle' : persons[0]?.gender === 'm' ? 'Il' : null;
}

/** « X a déclaré que P » → « Qu’a déclaré X ? » — « Que P. » */
const saidThat: Template = (statement, parts) => {
  const plain = statement.replace(/^en (?:\p{Ll}+|\d{4}),\s/u, '');
  const match =
    /^((?:l[ea]s?\s|l’|\p{Lu})[^;:⟦]{2,80}?)\s((?:a|ont)\s(?:déclaré|affirmé|indiqué|assuré|expliqué|confirmé|rappelé|estimé))\s((?:au|aux|à)\s[^,;:⟦]{2,40}?\s)?(que\s|qu’)([^;:]+)$/u.exec(
      plain,
    );
  const [, subject, verb, to = '', word, clause] = match ?? [];
  if (!subject || !verb || !word || !clause || /(?<![\p{L}])(?:qui|que|dont|où)(?![\p{L}])/u.test(subject)) return null;
  return {
    question: `Qu’${verb} ${subject}${to === '' ? '' : ` ${to.trim()}`} ?`,
    answer: `${raised(word)}${clause}${tail(parts)}.`,
  };
};

/** « Quelque 15 800 élèves sont concernés » → « Combien d’élèves sont concernés ? » — « Quelque 15 800. » */
const howMany: Template = (statement, parts) => {
  const match =
    /^((?:au total, )?(?:environ |quelque |près de |plus de )?(?:\d[\d\s\u00A0\u202F]*\d|\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent quatre-vingts))\s(\p{Ll}[^,;:⟦]+)$/u.exec(
      statement,
    );
  const [, number, counted] = match ?? [];
  if (!number || !counted || /\d/u.test(counted) || !/\s(?:sont|ont|étaient|avaient|seront|seraient|auraient)\s/u.test(counted))
    return null;
  if (/^(?:ans|euros|%|millions|milliards|autres)/u.test(counted) || /^\S+\s(?:ont|sont)\s\S+$/u.test(counted)) return null;
  return { question: `Combien ${withDe(counted)} ?`, answer: `${raised(number)}${tail(parts)}.` };
};

/** « Le jugement sera rendu le 19 juin » → « Quand sera rendu le jugement ? » — « Le 19 juin. » */
const whenWill: Template = (statement, parts) => {
  const timed = timeOf(`${raised(statement)}.`);
  if (!timed) return null;
  const match =
    /^((?:L[ea]s?\s|L’|Une?\s)[^,;:⟦]{3,60}?)\s((?:est|sont|sera|seront|devait être|doit être|devrait être|a été|ont été)\s(?:\p{Ll}+ée?s?|\p{Ll}+ue?s?|\p{Ll}+ie?s?|atteinte?s?)|aura lieu|auront lieu)(\s[^⟦,]*)?\.$/u.exec(
      timed.rest,
    );
  const [, subject, verb, more = ''] = match ?? [];
  if (!subject || !verb || /(?<![\p{L}])(?:qui|que|dont|où)(?![\p{L}])/u.test(subject) || more.split(' ').length > 6) return null;
  const definite = definiteOf(subject);
  return { question: `Quand ${verb} ${definite}${more} ?`, answer: `${raised(timed.time)}${tail(parts)}.` };
};

/** « Les victimes sont une femme et son petit-fils » → « Qui sont les victimes ? » */
const whoAre: Template = (statement, parts) => {
  const [, subject, verb, rest] =
    /^((?:les|la|le)\s(?:victimes?|suspects?|lauréate?s?|gagnante?s?|candidate?s?|vainqueurs?|signataires?|plaignante?s?)(?:\s[^,;:⟦]{3,30})?)\s(sont|est)\s((?:une?|deux|trois|quatre|l[ea]s?)\s[^;:⟦]+)$/u.exec(
      statement,
    ) ?? [];
  return subject && verb && rest ? { question: `Qui ${verb} ${subject} ?`, answer: `${raised(rest)}${tail(parts)}.` } : null;
};

function definiteOf(subject: string): string {
  const lower = subject.charAt(0).toLowerCase() + subject.slice(1);
  return lower
    .replace(/^une\s/u, 'la ')
    .replace(/^un\s/u, 'le ')
    .replace(/^l[ea]\s(?=[aeiouyéèêâîô])/iu, 'l’');
}

const PAST =
  'annoncé|présenté|adopté|voté|exclu|démenti|ouvert|requis|réclamé|décidé|promis|dénoncé|bloqué|déversé|recensé|renversé';
const DAY_BEHIND_VERB = new RegExp(`(\\s(?:a|ont)\\s\\p{Ll}+)\\s${DAY}(?=\\s)`, 'u');
const DAY_FIRST = new RegExp(`^${DAY},?\\s`, 'u');
const WHO_DID = new RegExp(
  `^([^;:⟦]{3,90}?)\\s((?:a|aurait)\\s(?:${PAST}|demandé|réduit|refusé|lancé|déposé|signé)|prévoit|réclame|conteste|dément|rejette|vise|menace|demande)\\s([^;:⟦]{8,120})$`,
  'u',
);
const NOW =
  'prévoit|prévoient|réclame|réclament|attend|attendent|vise|visent|dément|démentent|conteste|contestent|rejette|rejettent|revendique|revendiquent|emploie|emploient|demande|demandent|promet|promettent';
const WHAT = new RegExp(
  `^((?:l[ea]s?\\s|l’|\\p{Lu})[^,;:⟦]{1,60}?)\\s((?:a|ont)\\s(?:${PAST})|${NOW}|menace|menacent|cite|\\p{Ll}{3,}era|\\p{Ll}{3,}eront)\\s((?:(?:une?|l[ea]s?|des|du|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|tout|toute|tous|près|plus|environ|quelque|aucune?|de|son|sa|ses)\\s|l’|d’|\\d)[^;:]+)$`,
  'u',
);

/** « Le rectorat prévoit 118 postes » → « Que prévoit le rectorat ? » — « 118 postes. » */
const whatThey: Template = (statement, parts) => {
  const plain = statement.replace(DAY_BEHIND_VERB, '$1');
  const now = /\sdésormais(?=\s)/u.test(plain);
  const [, subject, verb, whole] = WHAT.exec(plain.replace(/\sdésormais(?=\s)/u, '')) ?? [];
  // « une collecte et une marche blanche est prévue »: the second clause is no object.
  const object = whole?.replace(/\set\s(?:\p{Ll}+(?:ra|ront|rait)\s|[^,]{3,40}?\s(?:est|sont|a|ont|sera|seront)\s).*$/u, '');
  if (
    !subject ||
    !verb ||
    !object ||
    /(?<![\p{L}])(?:qui|que|dont|où|ne|à|de)$|(?<![\p{L}])(?:qui|que|dont|où|ne)(?![\p{L}])|n’/u.test(subject)
  )
    return null;
  if (/^(?:de|d’)/u.test(object) !== /^menacent?$/u.test(verb)) return null;
  if (/(?<![\p{L}])(?:est|s’est|a|ont|sont)(?![\p{L}])/u.test(subject) || object.split(' ').length < 3) return null;
  const answer = `${raised(object)}${tail(parts)}.`;
  // « Toute suspension » alone would read as its contrary: the answer says who denies.
  if (/^(?:a |ont )?(?:dém|contest|rejet|exclu|refus)/u.test(verb)) {
    const pronoun = pronounFor(raised(subject));
    const question = `${/^[ao]/u.test(verb) ? 'Qu’' : 'Que '}${verb} ${subject} ?`;
    return pronoun === null ? null : { question, answer: `${pronoun} ${verb} ${object}${tail(parts)}.` };
  }
  if (verb === 'cite')
    return { question: `Qui ${subject} cite-t-${pronounFor(raised(subject))?.toLowerCase() ?? 'il'} ?`, answer };
  if (/^menace/u.test(verb)) return { question: `De quoi ${verb} ${subject} ?`, answer };
  return { question: `${/^[aeiou]/u.test(verb) ? 'Qu’' : 'Que '}${verb}${now ? ' désormais' : ''} ${subject} ?`, answer };
};

const ACTOR =
  /^(?:l[ea]\s(?:\p{Ll}+\s)?|l’|une?\s)(?:ministre|ministère|maire|mairie|président|présidente|directeur|directrice|procureure?|parquet|préfecture|rectorat|syndicat|fédération|collectif|groupe|société|coopérative|municipalité|commune|conseil|gouvernement|tribunal|département|région|ville|association|établissement|direction|exécutif|porte-parole|prévenu|entraîneur|club|police|opposition|majorité)(?![\p{L}])|^l[ea]\s\p{Lu}|^(?!Le\s|La\s|Les\s)\p{Lu}\p{Ll}+\s(?:a|ont)?/u;

/** « La procureure a ouvert une enquête » → « Qui a ouvert une enquête ? » — « La procureure. » */
const whoDid: Template = (statement, parts) => {
  const match = WHO_DID.exec(statement);
  const [, subject, verb, object] = match ?? [];
  if (
    !subject ||
    !verb ||
    !object ||
    !ACTOR.test(subject) ||
    /(?<![\p{L}])(?:qui|que|dont|où|ne|est|s’est|a|ont|et)(?![\p{L}])|n’/u.test(subject)
  )
    return null;
  const plain = object.replace(DAY_FIRST, '').replace(/\set\s[^,]{3,40}?\s(?:est|sont|a|ont|sera|seront)\s.*$/u, '');
  // « Faute d’accord, la région »: a circumstance is nobody.
  if (/,/u.test(subject)) return null;
  return { question: `Qui ${verb} ${plain} ?`, answer: `${raised(subject)}${tail(parts)}.` };
};

function tail(parts: Attributed | null): string {
  if (!parts) return '';
  if (/^(?:a|ont)\s/u.test(parts.word)) return `, ${parts.word} ${parts.when === '' ? '' : `${parts.when} `}${parts.source}`;
  return `, ${parts.word === 'pour' ? 'selon' : parts.word} ${parts.source}`;
}
