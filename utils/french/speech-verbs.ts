/** Verbs that report what somebody says. Finds them, with their inverted pronoun, in tokens. */
import {
  SPEECH_AUXILIARY as AUXILIARY,
  SPEECH_INFINITIVES as INFINITIVES,
  SPEECH_PARTICIPLES as FORMS,
  SPEECH_PRESENT as PRESENT,
  SPEECH_REFLEXIVE as REFLEXIVE,
  WEAK_SPEECH as WEAK,
} from './speech-forms.ts';
import type { Token } from './tokens.ts';

const REFLEXIVE_AUXILIARY = new Set('est sont etait etaient serait'.split(' '));
const PRONOUNS = new Set('il elle on ils elles'.split(' '));

export interface SpeechVerb {
  /** Token indexes [from, to) of the verb group. */
  from: number;
  to: number;
  /** Inverted pronoun (« a-t-*il* ajouté »), or null. */
  pronoun: string | null;
  /** Folded form of the verb itself. */
  verb: string;
  /** Says something in itself, not only next to a quotation. */
  strong: boolean;
}

/** The speech verb group that starts at token `i`, or null. */
export function speechVerbAt(tokens: readonly Token[], i: number): SpeechVerb | null {
  const token = tokens[i];
  if (!token?.opensSpeech) return null;
  let at = i;
  const reflexive = REFLEXIVE.has(token.key);
  if (reflexive) at++;
  const first = tokens[at];
  if (!first) return null;
  const warning = warningAt(tokens, at);
  if (warning !== null && !reflexive) return { from: i, to: warning, pronoun: pronounIn(tokens, at), verb: 'met', strong: true };
  const compound = reflexive ? REFLEXIVE_AUXILIARY.has(first.key) : AUXILIARY.has(first.key);
  if (!compound) {
    // « dénoncé » folds to « dénonce »: a participle alone reports nothing.
    if (!PRESENT.has(first.key) || /ée?s?$/u.test(first.text) || (first.capital && at > 0)) return null;
    const next = tokens[at + 1];
    const inverted = next && PRONOUNS.has(next.key) && first.end + 1 >= next.start - 2 && next.start - first.end <= 3;
    return {
      from: i,
      to: inverted ? at + 2 : at + 1,
      pronoun: inverted ? next.key : null,
      verb: first.key,
      strong: !WEAK.has(first.key),
    };
  }
  at++;
  let pronoun: string | null = null;
  if (PRONOUNS.has(tokens[at]?.key ?? '')) {
    pronoun = tokens[at]?.key ?? null;
    at++;
  }
  // Up to six tokens between: « a, de son côté, déclaré », « a tenu à assurer », « a toutefois précisé ».
  for (let k = at; k < Math.min(tokens.length, at + 7); k++) {
    const word = tokens[k];
    if (!word) break;
    if (word.text === '.' || word.text === '«' || word.text === ';' || word.text === ':') break;
    if (word.kind !== 'word') continue;
    if (FORMS.has(word.key) && (k === at || isParticiple(word.key)))
      return { from: i, to: k + 1, pronoun, verb: word.key, strong: !WEAK.has(word.key) };
    if (/^(?:tenu|fait|voulu|souhaite|pris|cru|conclu|commence|fini)$/u.test(word.key)) {
      for (let j = k + 1; j < Math.min(tokens.length, k + 4); j++) {
        const infinitive = tokens[j];
        if (infinitive && INFINITIVES.has(infinitive.key))
          return { from: i, to: j + 1, pronoun, verb: infinitive.key, strong: true };
        if (infinitive?.key === 'savoir' || infinitive?.key === 'valoir')
          return { from: i, to: j + 1, pronoun, verb: infinitive.key, strong: true };
        if (infinitive?.key === 'parole') return { from: i, to: j + 1, pronoun, verb: 'parole', strong: true };
      }
      break;
    }
    if (
      word.content &&
      !/ment$/u.test(word.key) &&
      !/^(?:cote|tour|part|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soir|matin|apres-midi|hier)$/u.test(word.key)
    )
      break;
  }
  return null;
}

/** « met en garde », « met-elle en garde », « a mis en garde »: token index after it, or null. */
function warningAt(tokens: readonly Token[], at: number): number | null {
  let i = at;
  if (AUXILIARY.has(tokens[i]?.key ?? '')) i++;
  if (!/^(?:met|mettent|mis)$/u.test(tokens[i]?.key ?? '') || (i === at && tokens[i]?.key === 'mis')) {
    // « a-t-elle mis en garde »
    if (!PRONOUNS.has(tokens[i]?.key ?? '') || tokens[i + 1]?.key !== 'mis') return null;
    i++;
  }
  i++;
  if (PRONOUNS.has(tokens[i]?.key ?? '')) i++;
  return tokens[i]?.key === 'en' && tokens[i + 1]?.key === 'garde' ? i + 2 : null;
}

function pronounIn(tokens: readonly Token[], at: number): string | null {
  return tokens.slice(at + 1, at + 3).find((token) => PRONOUNS.has(token.key))?.key ?? null;
}

function isParticiple(key: string): boolean {
  return /(?:e|ee|es|ees|i|ie|is|it|u|us|ue|ert|int|uit)$/u.test(key);
}

/** « contesté », « dénoncée »: the participle of a verb that says something. */
export function isSpeechParticiple(token: Token | undefined): boolean {
  return (
    token !== undefined && FORMS.has(token.key) && !WEAK.has(token.key) && /(?:ée?s?|is?e?s?|ue?s?|it|te?s?)$/u.test(token.text)
  );
}

const FOUND = new WeakMap<readonly Token[], SpeechVerb[]>();

/** Every speech verb of a sentence, in order. */
export function speechVerbs(tokens: readonly Token[]): SpeechVerb[] {
  const known = FOUND.get(tokens);
  if (known) return known;
  const found: SpeechVerb[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const verb = speechVerbAt(tokens, i);
    if (!verb) continue;
    found.push(verb);
    i = verb.to - 1;
  }
  FOUND.set(tokens, found);
  return found;
}
