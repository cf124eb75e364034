/** Forms of the verbs that report what somebody says. */

const REGULAR =
  'accuser acquiescer affirmer aboyer ajouter analyser annoncer appeler argumenter arguer articuler assener assurer attaquer avancer avouer balayer bougonner chuchoter clamer commenter concéder confesser confier confirmer considérer constater contester contrer corriger crier critiquer déclarer décréter défier délivrer demander démentir déplorer détailler dénoncer diagnostiquer dévoiler diagnostiquer douter ' +
  'écarter éluder énoncer enchaîner enjoindre énumérer estimer évaluer évoquer exhorter expliquer exposer exploser exulter fanfaronner féliciter formuler fulminer gémir glisser grincer grogner hasarder imaginer implorer indiquer informer insister interpeller interroger ironiser jubiler juger jurer justifier lâcher lancer louer marteler menacer mentionner murmurer narrer noter nier nuancer objecter observer ' +
  'opiner opposer ordonner pester plaider plaisanter pointer poursuivre préciser préconiser présager proclamer professer pronostiquer prophétiser proposer protester questionner raconter railler rappeler rapporter rassurer rectifier recommander regretter relater relativiser relever remarquer réclamer répéter répliquer résumer rétorquer révéler riposter ronchonner saluer savourer scander signaler signifier souffler souhaiter souligner soupirer sourire stipuler suggérer supplier suspecter s’agacer s’alarmer s’amuser s’emporter s’enthousiasmer s’exclamer s’étonner s’indigner s’inquiéter s’insurger s’interroger témoigner tempérer tempêter tonner tranquilliser trancher vanter ' +
  'détromper lamenter désoler défausser marrer remémorer targuer émouvoir énerver impatienter offusquer agacer alarmer amuser emporter enthousiasmer exclamer étonner indigner inquiéter insurger prédire communiquer certifier attester martelé admonester invectiver vitupérer tancer diagnostiquer théoriser philosopher rembobiner décrypter décortiquer souligner rembarrer';

const IRREGULAR =
  'dit disait disent dira dite dits dites répondu répond répondent répondait reconnu reconnaît reconnaissent reconnaissait soutenu soutient soutiennent soutenait convenu convient conviennent prévenu prévient préviennent admis admet admettent admettait promis promet promettent promettait conclu conclut concluent défendu défend défendent ' +
  'réjoui réjouit réjouissent réjouie réjouis souri sourit sourient décrit décrite décrivent décrivait écrit écrivent écrivait lu lit prédit prédisent maintenu maintient maintiennent souvenu souvient souviennent souvenue démenti dément démentent démentait plaint plaignent averti avertit avertissent ' +
  'réagi réagit réagissent surenchéri surenchérit renchéri renchérit renchérissent poursuivi poursuit poursuivent repris reprend reprennent fustigé fustige gémi gémit rugi rugit rugissent vu voit voient entendu entend attendu attend cru croit croient pense pensent pensait pensé feint ' +
  'ri rit rient fait sait veut inscrit appris apprend apprennent retenu retient retiennent contredit contredisent réfuté réfute réfutent rejeté rejette rejettent confie confient débité élevé emporté interrompu interrompt interrompent traduit traduisent ouvert rappelle rappellent appelle appellent concède concèdent espère espèrent espéré suggère suggèrent considère considèrent ' +
  'préfère complète complété complètent précise';

/** Participles and forms that serve as such. Folded. */
export const SPEECH_PARTICIPLES = new Set<string>();
/** Finite forms. Folded. */
export const SPEECH_PRESENT = new Set<string>();
export const SPEECH_INFINITIVES = new Set<string>();

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/^s’/u, '').toLowerCase();
}

for (const verb of REGULAR.split(' ')) {
  const infinitive = plain(verb);
  SPEECH_INFINITIVES.add(infinitive);
  if (!infinitive.endsWith('er')) continue;
  const root = infinitive.slice(0, -2);
  for (const ending of ['e', 'ee', 'es', 'ees']) SPEECH_PARTICIPLES.add(root + ending);
  for (const ending of ['e', 'ent', 'ait', 'aient', 'era', 'eront', 'a', 'erait']) SPEECH_PRESENT.add(root + ending);
  if (root.endsWith('g')) {
    SPEECH_PRESENT.add(`${root}eait`);
    SPEECH_PRESENT.add(`${root}ea`);
  }
}
for (const form of IRREGULAR.split(' ')) {
  SPEECH_PARTICIPLES.add(plain(form));
  SPEECH_PRESENT.add(plain(form));
}
for (const verb of 'dire répondre reconnaître soutenir prévenir admettre promettre conclure défendre réjouir sourire décrire démentir prédire avertir'.split(
  ' ',
))
  SPEECH_INFINITIVES.add(plain(verb));
/** Say something only next to a quotation; elsewhere they are ordinary verbs. */
export const WEAK_SPEECH = new Set(
  'fait vu voit voient sait veut inscrit appris ouvert entendu entend attendu attend lu lit retenu retient ecrit appele appelle appellent pense cru croit eleve tient'.split(
    ' ',
  ),
);

export const SPEECH_AUXILIARY = new Set('a ont avait avaient aurait auraient ai avons'.split(' '));
export const SPEECH_REFLEXIVE = new Set("s' se".split(' '));

/** The verb group of a speech verb can start with this word. `key` is folded. */
export function opensSpeechGroup(key: string): boolean {
  return SPEECH_PRESENT.has(key) || key === 'met' || key === 'mettent' || SPEECH_AUXILIARY.has(key) || SPEECH_REFLEXIVE.has(key);
}

/** « affirme », « annoncé », « préciser »: says something by itself. `key` is folded. */
export function isSpeechForm(key: string): boolean {
  return (SPEECH_PARTICIPLES.has(key) || SPEECH_PRESENT.has(key) || SPEECH_INFINITIVES.has(key)) && !WEAK_SPEECH.has(key);
}
