/** Quotations in another's mouth. */
import { entityOf, isPersonNoun, type Entity } from '../facts/entities.ts';
import type { SheetIndex } from '../facts/sheet-index.ts';
import { newMemory, speakersOf, type Speaker } from '../facts/speakers.ts';
import { foldWord, looseWords } from '../french/fold.ts';
import { countWords } from '../article/words.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

interface Spoken {
  loose: string;
  text: string;
  speaker: Speaker | null;
}

const SPOKEN = new WeakMap<SheetIndex, Spoken[]>();
/** Quoted expressions of one or two words (« tragédie ») come back in any mouth. */
const SHORTEST = 3;

export function checkQuoteSpeakers(sentence: DraftSentence, index: SheetIndex): Fault[] {
  const spoken = spokenIn(index);
  return sentence.analysis.quotations.flatMap((quotation, i): Fault[] => {
    const speaker = sentence.speakers[i];
    if (!speaker || countWords(quotation.text) < SHORTEST) return [];
    const loose = looseWords(quotation.words);
    const origin =
      spoken.find((candidate) => ` ${candidate.loose} `.includes(` ${loose} `)) ??
      spoken.find((candidate) => nearly(loose, candidate.loose));
    if (!origin?.speaker) return [];
    if (!differ(speaker, origin.speaker, index)) return [];
    const span = speaker.report ?? speaker.span ?? { start: quotation.outerStart, end: quotation.outerEnd };
    const sure = speaker.how === 'after' || speaker.how === 'incise' || speaker.how === 'before';
    return [
      {
        kind: 'quote-speaker',
        severity: sure && speaker.entity !== null ? 'error' : 'warning',
        ...span,
        message: `La source donne cette citation à ${origin.speaker.entity?.name ?? origin.speaker.phrase}.`,
        source: origin.speaker.phrase,
      },
    ];
  });
}

function spokenIn(index: SheetIndex): Spoken[] {
  const known = SPOKEN.get(index);
  if (known) return known;
  const memory = newMemory();
  const spoken = index.facts.flatMap(({ analysis, names }) => {
    const speakers = speakersOf(analysis, index.entities, memory, names);
    return analysis.quotations.map((quotation, i): Spoken => ({
      loose: looseWords(quotation.words),
      text: quotation.text,
      speaker: speakers[i] ?? null,
    }));
  });
  SPOKEN.set(index, spoken);
  return spoken;
}

/** Two speakers that cannot be the same: two known entities, none part of the other. */
function differ(draft: Speaker, source: Speaker, index: SheetIndex): boolean {
  if (draft.how === 'previous') return false;
  // « X a évoqué « … » »: a subject is sure only against a speaker that the source names beside the quotation.
  if (draft.how === 'subject' && (source.how === 'previous' || source.how === 'pronoun')) return false;
  // « a-t-elle ajouté » after the words of a man.
  if (draft.how === 'pronoun' && source.entity?.kind === 'person' && source.entity.gender !== null) {
    const pronoun = draft.phrase.toLowerCase();
    return (pronoun === 'il' && source.entity.gender === 'f') || (pronoun === 'elle' && source.entity.gender === 'm');
  }
  // « dit-il » given to « la maire »
  const said = source.how === 'pronoun' ? GENDERS[source.phrase.toLowerCase()] : undefined;
  const saying = draft.how === 'pronoun' ? null : (genderOfPhrase(draft.phrase) ?? draft.entity?.gender);
  if (said && saying && said !== saying) return true;
  if (!draft.entity || !source.entity || draft.entity === source.entity) return false;
  if (draft.how === 'pronoun') return false;
  return !related(draft.entity, source.entity, index);
}

/** « la maire », « le boulanger »; « la victime » may be a man, « la préfecture » is nobody. */
function genderOfPhrase(phrase: string): 'm' | 'f' | null {
  const [, article = '', noun = ''] = /^(la|une|le|un)\s(\p{L}+)/iu.exec(phrase) ?? [];
  if (!isPersonNoun(foldWord(noun)) || /^(?:victime|personne|recrue|vedette)$/iu.test(noun)) return null;
  return /^(?:la|une)$/iu.test(article) ? 'f' : 'm';
}

const GENDERS: Readonly<Record<string, 'm' | 'f'>> = { il: 'm', elle: 'f' };

/** A spokesperson and the body they speak for: « le rectorat » and its rector. */
function related(a: Entity, b: Entity, index: SheetIndex): boolean {
  if (a.kind === 'person' && b.kind === 'person') return false;
  const [person, body] = a.kind === 'person' ? [a, b] : [b, a];
  if ([...body.keys].some((key) => person.roles.has(key) || [...person.roles].some((role) => key.startsWith(role)))) return true;
  return index.facts.some(({ names }) => {
    const entities = names.map((name) => entityOf(index.entities, name.keys));
    return entities.includes(a) && entities.includes(b);
  });
}

/** Eight words in a row in common: the same quotation, altered. */
function nearly(a: string, b: string): boolean {
  const words = a.split(' ');
  for (let i = 0; i + 5 <= words.length; i++) if (` ${b} `.includes(` ${words.slice(i, i + 5).join(' ')} `)) return true;
  return false;
}
