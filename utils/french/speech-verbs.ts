/** Verbs that report what somebody says. Finds them, with their inverted pronoun, in tokens. */
import type { Token } from './tokens.ts';

const REGULAR =
  'accuser acquiescer affirmer aboyer ajouter analyser annoncer appeler argumenter arguer articuler assener assurer attaquer avancer avouer balayer bougonner chuchoter clamer commenter concéder confesser confier confirmer considérer constater contester contrer corriger crier critiquer déclarer décréter défier délivrer demander démentir déplorer détailler dénoncer diagnostiquer dévoiler diagnostiquer douter ' +
  'écarter éluder énoncer enchaîner enjoindre énumérer estimer évaluer évoquer exhorter expliquer exposer exploser exulter fanfaronner féliciter formuler fulminer gémir glisser grincer grogner hasarder imaginer implorer indiquer informer insister interpeller interroger ironiser jubiler juger jurer justifier lâcher lancer louer marteler menacer mentionner murmurer narrer noter nier nuancer objecter observer ' +
  'opiner opposer ordonner pester plaider plaisanter pointer poursuivre préciser préconiser présager proclamer professer pronostiquer prophétiser proposer protester questionner raconter railler rappeler rapporter rassurer rectifier recommander regretter relater relativiser relever remarquer réclamer répéter répliquer résumer rétorquer révéler riposter ronchonner saluer savourer scander signaler signifier souffler souhaiter souligner soupirer sourire stipuler suggérer supplier suspecter s’agacer s’alarmer s’amuser s’emporter s’enthousiasmer s’exclamer s’étonner s’indigner s’inquiéter s’insurger s’interroger témoigner tempérer tempêter tonner tranquilliser trancher vanter ' +
  'détromper lamenter désoler défausser marrer remémorer targuer émouvoir énerver impatienter offusquer agacer alarmer amuser emporter enthousiasmer exclamer étonner indigner inquiéter insurger prédire communiquer certifier attester martelé admonester invectiver vitupérer tancer diagnostiquer théoriser philosopher rembobiner décrypter décortiquer souligner rembarrer';

const IRREGULAR =
  'dit disait disent dira dite dits dites répondu répond répondent répondait reconnu reconnaît reconnaissent reconnaissait soutenu soutient soutiennent soutenait convenu convient conviennent prévenu prévient préviennent admis admet admettent admettait promis promet promettent promettait conclu conclut concluent défendu défend défendent ' +
  'réjoui réjouit réjouissent réjouie réjouis souri sourit sourient décrit décrite décrivent décrivait écrit écrivent écrivait lu lit prédit prédisent maintenu maintient maintiennent souvenu souvient souviennent souvenue démenti dément démentent démentait plaint plaignent averti avertit avertissent ' +
  'réagi réagit réagissent surenchéri surenchérit renchéri renchérit renchérissent poursuivi poursuit poursuivent repris reprend reprennent fustigé fustige gémi gémit rugi rugit rugissent vu voit voient entendu entend attendu attend cru croit croient pense pensent pensait pensé feint ' +
  'ri rit rient fait sait veut inscrit permis appris apprend apprennent retenu retient retiennent surpris contredit contredisent réfuté réfute réfutent rejeté rejette rejettent confie confient débité élevé emporté interrompu interrompt interrompent traduit traduisent ouvert rappelle rappellent appelle appellent concède concèdent espère espèrent espéré suggère suggèrent considère considèrent ' +
  'préfère complète complété complètent précise';

const FORMS = new Set<string>();
const PRESENT = new Set<string>();
const INFINITIVES = new Set<string>();

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/^s’/u, '').toLowerCase();
}

for (const verb of REGULAR.split(' ')) {
  const infinitive = plain(verb);
  INFINITIVES.add(infinitive);
  if (!infinitive.endsWith('er')) continue;
  const root = infinitive.slice(0, -2);
  for (const ending of ['e', 'ee', 'es', 'ees']) FORMS.add(root + ending);
  for (const ending of ['e', 'ent', 'ait', 'aient', 'era', 'eront', 'a', 'erait']) PRESENT.add(root + ending);
  if (root.endsWith('g')) {
    PRESENT.add(`${root}eait`);
    PRESENT.add(`${root}ea`);
  }
}
for (const form of IRREGULAR.split(' ')) {
  FORMS.add(plain(form));
  PRESENT.add(plain(form));
}
for (const verb of 'dire répondre reconnaître soutenir prévenir admettre promettre conclure défendre réjouir sourire décrire démentir prédire avertir'.split(
  ' ',
))
  INFINITIVES.add(plain(verb));
/** Say something only next to a quotation; elsewhere they are ordinary verbs. */
const WEAK = new Set(
  'fait vu voit voient sait veut inscrit permis appris ouvert entendu entend attendu attend lu lit retenu retient ecrit appele appelle appellent pense cru croit eleve tient'.split(
    ' ',
  ),
);

const AUXILIARY = new Set('a ont avait avaient aurait auraient ai avons'.split(' '));
const REFLEXIVE = new Set("s' se".split(' '));
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
  if (!token || token.kind !== 'word') return null;
  let at = i;
  const reflexive = REFLEXIVE.has(token.key);
  if (reflexive) at++;
  const first = tokens[at];
  if (!first) return null;
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

function isParticiple(key: string): boolean {
  return /(?:e|ee|es|ees|i|ie|is|it|u|us|ue|ert|int|uit)$/u.test(key);
}

/** « contesté », « dénoncée »: the participle of a verb that says something. */
export function isSpeechParticiple(token: Token | undefined): boolean {
  return (
    token !== undefined && FORMS.has(token.key) && !WEAK.has(token.key) && /(?:ée?s?|is?e?s?|ue?s?|it|te?s?)$/u.test(token.text)
  );
}

/** Every speech verb of a sentence, in order. */
export function speechVerbs(tokens: readonly Token[]): SpeechVerb[] {
  const found: SpeechVerb[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const verb = speechVerbAt(tokens, i);
    if (!verb) continue;
    found.push(verb);
    i = verb.to - 1;
  }
  return found;
}

/** Any form of a verb that says something: « affirme », « annoncé », « précisant ». */
export function isSpeechWord(token: Token): boolean {
  return (FORMS.has(token.key) || PRESENT.has(token.key) || INFINITIVES.has(token.key)) && !WEAK.has(token.key);
}
