/** A quotation and who says it, taken apart: « [C], a déclaré la rectrice, NOM, lors de… » in its pieces. */
import type { Fact, Quotation } from '../../facts/fact.ts';
import { NAME, WEEKDAY, cutAtCommas, withoutDeterminer } from './grammar.ts';
import { codesIn, maskedText } from './mask.ts';
/** Between the verb and its subject: « a raconté lundi la maire », « a expliqué à l’AFP M. X ». */
const EARLY = new RegExp(
  `^(${WEEKDAY}(?:\\s(?:matin|soir|midi|après-midi))?|(?:à l’AFP|à la presse|dans une? \\p{Ll}+|lors d’une? \\p{Ll}+)(?=\\s(?:l[ea]s?\\s|l’|s(?:on|a)\\s|\\p{Lu})))\\s(.+)$`,
  'u',
);
/** How a speaker begins: a name, or a noun behind its article. */
const SPEAKER = /^(?:l[ea]s?\s|l’|une?\s|s(?:on|a|es)\s|leurs?\s|\p{Lu})/u;
const GLUED_CIRCUMSTANCE = new RegExp(`^(.+?)\\s((?:${WEEKDAY}|lors d|dans un|en \\p{Ll}+ant|sur |devant |au micro).*)$`, 'u');
const ONLY_NAME = new RegExp(`^${NAME}$`, 'u');
const NAME_WITH_RANK = new RegExp(
  `^(?:l[ea]s?\\s(?:sergent|commandant|capitaine|docteur|professeur|colonel|général)\\s)?(${NAME})$`,
  'u',
);
const RANK_AND_NAME = new RegExp(`^(l(?:[ea]\\s|’)\\p{Ll}+)\\s(${NAME})$`, 'u');

export interface Saying {
  quotation: Quotation;
  /** What stands before the quotation, without its colon (« Le syndic le conteste »), or null. */
  lead: string | null;
  /** Subject as written, small first letter where it has an article: « la rectrice, Claire Montagnac ». Null for a pronoun. */
  subject: string | null;
  /** Set when the subject is a pronoun (« a-t-elle ajouté »). */
  pronoun: string | null;
  /** « a déclaré », « s’est félicité », « regrette ». */
  verb: string;
  /** What follows the verb: « lundi », « lors d’une conférence de presse », « selon Bloomberg »; '' = nothing. */
  circumstance: string;
  /** A second assertion after the quotation: « ajoutant que… », or null. */
  rest: string | null;
  person: Person | null;
}

export interface Person {
  name: string;
  /** « porte-parole du Kremlin », without article or possessive; '' when the source gives none. */
  role: string;
  /** As written before or after the name: « la porte-parole du Kremlin », « du syndicat Industria ». */
  roleAsWritten: string;
}

const PRESENT =
  'affirme|assure|explique|estime|regrette|réplique|souligne|indique|précise|déclare|dit|rappelle|juge|répond|promet|confie|' +
  'raconte|ajoute|note|déplore|dénonce|insiste|conclut|résume|témoigne|martèle|prévient|plaide|poursuit|admet|reconnaît|soutient|' +
  'analyse|observe|lance|tranche|avertit|s’inquiète|se félicite|s’indigne|se réjouit|se défend|réagit|commente';
const PARTICIPLE = '(?:tenu à\\s\\p{Ll}+er|fait (?:savoir|valoir)|\\p{Ll}+(?:é|i|u|it|is|ert|ée|ie|ue))';
const ADVERB = '(?:(?:seulement|également|aussi|encore|simplement|notamment|ensuite|lui-même|elle-même)\\s)?';
const VERB = `(?:(?:a|avait|ont)\\s${ADVERB}${PARTICIPLE}|s’(?:est|était)\\s${ADVERB}\\p{Ll}+(?:é|ée|i|ie|u|ue)|${PRESENT})`;
const INVERTED = `(a|avait|ont)(?:-t)?-(il|elle|on|ils|elles)\\s(${ADVERB}${PARTICIPLE})`;
const REFLEXIVE = `s’est-(il|elle)\\s(\\p{Ll}+)`;

const AFTER = new RegExp(`^⟦(C\\d+)⟧\\s?,?\\s(${VERB})\\s(.+)$`, 'u');
const AFTER_PRONOUN = new RegExp(`^⟦(C\\d+)⟧\\s?,?\\s${INVERTED}(.*)$`, 'u');
const AFTER_REFLEXIVE = new RegExp(`^⟦(C\\d+)⟧\\s?,?\\s${REFLEXIVE}(.*)$`, 'u');
const LEAD = /^([^⟦⟧]+?)\s:\s(⟦C\d+⟧.*)$/u;

const TAIL =
  /^(?:selon|d’après|lors|dans|devant|sur|en|au|aux|à|après|avant|pendant|face|auprès|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)\b/u;
const RELATIVE = /^(?:qui|dont|où|pour qui|selon qui|à qui|lequel|laquelle)\b/u;
const ADDING = /^(\p{Ll}+ant)\s(?:que\s|qu’)/u;

/** Null when the sentence holds no quotation, several, or one whose attribution code cannot take apart. */
export function sayingOf(fact: Fact): Saying | null {
  const masked = maskedText(fact).replace(/\.$/u, '');
  const codes = codesIn(masked);
  const [code] = codes;
  const quotation = fact.quotations.find((candidate) => candidate.id === code);
  if (codes.length !== 1 || !quotation?.whole) return null;
  const led = LEAD.exec(masked);
  const lead = led?.[1] ?? null;
  const said = led?.[2] ?? masked;
  const base = { quotation, lead, subject: null, pronoun: null, circumstance: '', rest: null, person: null };
  if (/^⟦C\d+⟧$/u.test(said)) return { ...base, verb: '' };
  const pronoun = AFTER_PRONOUN.exec(said);
  if (pronoun) {
    const tail = splitTail(cutAtCommas((pronoun[5] ?? '').replace(/^,\s*/u, '').trim()));
    if (!tail || tail.aside !== '') return null;
    return {
      ...base,
      pronoun: pronoun[3] ?? '',
      verb: `${pronoun[2]} ${pronoun[4]}`,
      circumstance: tail.circumstance,
      rest: tail.rest,
    };
  }
  const reflexive = AFTER_REFLEXIVE.exec(said);
  if (reflexive) {
    const tail = splitTail(cutAtCommas((reflexive[4] ?? '').replace(/^,\s*/u, '').trim()));
    if (!tail || tail.aside !== '') return null;
    return {
      ...base,
      pronoun: reflexive[2] ?? '',
      verb: `s’est ${reflexive[3]}`,
      circumstance: tail.circumstance,
      rest: tail.rest,
    };
  }
  const after = AFTER.exec(said);
  if (!after?.[2] || !after[3]) return null;
  const who = subjectOf(after[3]);
  return who ? { ...base, verb: after[2], ...who } : null;
}

type Who = Pick<Saying, 'subject' | 'circumstance' | 'rest' | 'person'>;

function subjectOf(text: string): Who | null {
  const early = EARLY.exec(text);
  const [head = '', ...following] = cutAtCommas(early?.[2] ?? text);
  // A circumstance may follow the head without a comma: « M. Ferrandi en levant la séance ».
  const glued = GLUED_CIRCUMSTANCE.exec(head);
  const bare = glued?.[1] ?? head;
  const tail = splitTail(following, true);
  if (!tail || !SPEAKER.test(bare)) return null;
  const nameFirst = ONLY_NAME.test(bare);
  const apposed = tail.apposition;
  const subject = [bare, apposed].filter((part) => part !== '').join(', ');
  const circumstance = [early?.[1] ?? '', glued?.[2] ?? '', tail.circumstance].filter((part) => part !== '').join(' ');
  return {
    subject: tail.aside === '' ? subject : `${subject}, ${tail.aside}`,
    circumstance,
    rest: tail.rest,
    person: personOf(bare, apposed, nameFirst),
  };
}

/** Segments after the subject's head: an apposition first, then circumstances, a relative clause, an added assertion. */
function splitTail(
  segments: readonly string[],
  apposed = false,
): { apposition: string; circumstance: string; aside: string; rest: string | null } | null {
  let apposition = '';
  const circumstances: string[] = [];
  let aside = '';
  let rest: string | null = null;
  segments.forEach((segment, index) => {
    if (rest !== null) rest = `${rest}, ${segment}`;
    else if (ADDING.test(segment)) rest = segment;
    else if (aside !== '') aside = `${aside}, ${segment}`;
    else if (RELATIVE.test(segment)) aside = segment;
    else if (index === 0 && apposed && !TAIL.test(segment)) apposition = segment;
    else circumstances.push(segment);
  });
  const circumstance = circumstances.join(', ');
  // A tail that is neither place, time nor source could be anything: better leave the sentence alone.
  if (circumstances.some((part) => !TAIL.test(part))) return null;
  return { apposition, circumstance, aside, rest };
}

function personOf(head: string, apposed: string, nameFirst: boolean): Person | null {
  if (nameFirst)
    return {
      name: head,
      role: /^(?:du|des|de)\s|^\d+ ans$/u.test(apposed) ? '' : withoutDeterminer(apposed),
      roleAsWritten: apposed,
    };
  const named = NAME_WITH_RANK.exec(apposed);
  if (named?.[1] && /\s/u.test(named[1])) {
    return { name: named[1], role: /^l’une? d/u.test(head) ? '' : withoutDeterminer(head), roleAsWritten: head };
  }
  // « le commandant Fabrice Monteil, du service départemental… »
  const glued = RANK_AND_NAME.exec(head);
  if (glued?.[1] && glued[2] && /\s/u.test(glued[2])) {
    const role = `${withoutDeterminer(glued[1])} ${/^(?:du|des|de|d’|à|au)/u.test(apposed) ? apposed : ''}`.trim();
    return { name: glued[2], role, roleAsWritten: glued[1] };
  }
  return null;
}
