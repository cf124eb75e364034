/** People and things that one number may count under two names. */
import { foldWord } from '../french/fold.ts';
import type { FoundNumber } from '../french/numbers.ts';
import { stem as stemOf } from '../french/stem.ts';

export const stems = (words: string): Set<string> => new Set(words.split(' ').map((word) => stemOf(foldWord(word))));

/** People and things that one number may count under two names. Stems. */
const COUNTED_ALIKE = [
  'personne mort gens individu homme femme habitant résident riverain participant manifestant spectateur supporter visiteur blessé victime employé salarié ouvrier collaborateur éleveur agriculteur élève enfant joueur électeur locataire voyageur passager client usager adhérent bénévole signataire soldat policier pompier migrant réfugié candidat sportif athlète étudiant patient malade cas',
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

export function countsSame(draft: FoundNumber, source: FoundNumber): boolean {
  const [mine] = draft.nouns;
  const [theirs] = source.nouns;
  if (mine === undefined || (theirs === undefined && source.unit !== null)) return true;
  if (theirs === undefined) return false;
  if (draft.nouns.includes(theirs) || source.nouns.includes(mine)) return true;
  if (mine.length > 4 && theirs.length > 4 && (mine.startsWith(theirs) || theirs.startsWith(mine))) return true;
  return COUNTED_ALIKE.some((group, i) => group.has(mine) && group.has(theirs) && (i > 0 || isPeople(mine) || isPeople(theirs)));
}

/** « personnes », « gens »: a word for whoever is counted. */
export function isPeople(noun: string): boolean {
  return PEOPLE.has(noun);
}

const PEOPLE = stems('personne personnes gens individu');
const SEXES = stems('homme hommes femme femmes');

/** « homme », « femme »: whoever is counted too, but never one for the other. */
export function isSex(noun: string): boolean {
  return SEXES.has(noun);
}
