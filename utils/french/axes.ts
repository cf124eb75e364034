/**
 * Words that stand at the two ends of one question: who takes one for the other turns what is said round. Only contraries
 * are here, no converses (« vendre » and « acheter », « victoire » and « défaite » can tell the same event).
 */
import { isNe } from './polarity.ts';
import { stem } from './stem.ts';
import type { Token } from './tokens.ts';
import { stemsOfForms } from './verb-forms.ts';

/** One question a line, its two ends between « | ». Lemmas, and participles that their verb's stem does not cover. */
const AXES: readonly string[] = [
  // assent
  'accepter consentir plier obtempérer souscrire rallier céder approuver adopter valider autoriser entériner ratifier soutenir soutenu soutien appuyer appui approbation plébisciter cautionner favorable agréer homologuer encourager | refuser refus rejeter rejet repousser décliner interdire bloquer opposer opposé opposition hostile hostilité combattre suspendre retoquer invalider censurer désapprouver défavorable veto désaccord annuler contester écarter',
  // avowal
  'reconnaître reconnu avouer aveu admettre admis concéder confesser assumer confirmer corroborer valider | nier démentir démenti contester réfuter récuser rejeter infirmer désavouer dénégation',
  // grant
  'accorder octroyer obtenir obtention bénéficier décrocher concéder attribuer | refuser débouter priver retirer perdre rejeter',
  // going on
  'maintenir maintenu maintien conserver garder préserver poursuivre poursuivi continuer prolonger reconduire renouveler confirmer relancer rouvrir rétablir réactiver pérenniser sauver | supprimer suppression annuler annulation abandonner abandon renoncer suspendre suspension interrompre arrêter cesser retirer abroger casser abolir démanteler enterrer clore fermer fermeture dissoudre',
  // access, permission
  'accès accessible autoriser autorisation ouvrir ouvert rouvrir permettre permis possible légal licite admis praticable | interdire interdit interdiction fermer fermé fermeture inaccessible bloquer impossible empêcher illégal illicite prohiber impraticable condamner',
  // height
  'supérieur au-dessus dessus dépasser excéder surpasser | inférieur au-dessous dessous',
  'augmenter augmentation hausse accroître accroissement progresser progression croissance grimper bondir bond rehausser majorer renchérir alourdir doubler tripler gonfler exploser flamber flambée envoler envolée rebondir rebond | baisser baisse diminuer diminution reculer recul chuter chute fléchir repli réduire réduit réduction abaisser décroître dégringoler alléger plonger décliner effondrer amputer raboter',
  // feelings
  'satisfait satisfaction content heureux ravi combler comblé réjouir réjoui enthousiaste enthousiasme enchanté fier soulagé soulagement optimiste optimisme confiant rassurer rassuré serein sérénité | déçu déçue décevoir déception mécontent insatisfait insatisfaction frustré frustration amer amertume furieux inquiet inquiéter inquiétude pessimiste pessimisme alarmer angoisse consterné dépité',
  'convaincu convaincre persuadé certain certitude croire | sceptique scepticisme douter doute incertain dubitatif',
  'saluer féliciter louer applaudir approuver | critiquer dénoncer fustiger déplorer regretter condamner',
  // justice
  'condamner condamnation coupable culpabilité sanctionner | acquitter acquittement relaxer relaxe blanchir innocenter innocent innocence disculper',
  'libérer libre libération relâcher | incarcérer incarcération écrouer détenu détention emprisonner emprisonnement',
  'respecter respect conforme conformer appliquer observer | violer violation enfreindre transgresser bafouer contrevenir ignorer',
  // enough
  'suffire suffisant suffisamment excédent excédentaire | manquer manque pénurie insuffisant insuffisance déficit déficitaire',
  'financer subventionner aider aide contribuer contribution participer | priver boycotter',
  // course
  'améliorer amélioration guérir redresser redressement embellie | dégrader dégradation aggraver aggravation détériorer détérioration empirer',
  'réussir réussite succès parvenir aboutir | échouer échec rater avorter capoter échouer',
  'accélérer accélération avancer anticiper hâter | ralentir ralentissement retarder retard reporter report différer ajourner repousser',
  'prolonger allonger rallonger étendre élargir élargissement extension | raccourcir écourter abréger restreindre restriction limiter rétrécir',
  'renforcer renforcement consolider durcir durcissement | affaiblir affaiblissement assouplir assouplissement fragiliser relâcher',
  'embaucher embauche recruter recrutement créer création | licencier licenciement supprimer suppression',
  'construire bâtir ériger | démolir démolition détruire destruction raser',
  'présent présence participer | absent absence boycotter',
  'vivant survivre survivant rescapé indemne sauf | mort mourir décéder décès tuer périr succomber',
  // nature
  'dangereux danger risqué nocif toxique mortel létal | inoffensif anodin sûr bénin sain',
  'obligatoire obliger obligation imposer contraindre contraignant impératif | facultatif consultatif indicatif exempter dispenser dispense volontaire',
  'calme paisible serein apaiser apaisement détendre | tendu tension houleux orageux agité envenimer',
  'unanime unanimité unanimement | divisé division partagé',
  'efficace efficacité probant | inefficace inefficacité vain inutile',
  'volontaire délibéré intentionnel criminel prémédité | accidentel involontaire fortuit',
  'provisoire temporaire temporairement provisoirement | définitif définitivement',
  'gratuit gratuitement gratuité | payant',
  'facile facilement aisément aisé | difficile difficilement',
  'compris inclus inclure | excepté hormis sauf',
  // « voté pour », « voté contre »: beside one another only, some vote against what is adopted
  'votepour | votecontre',
  'majoritaire majoritairement majorité | minoritaire minorité',
  'recevable valide valable régulier régulièrement régularité | irrecevable caduc irrégulier irrégularité invalide',
  'significatif notable sensiblement considérable | négligeable minime infime insignifiant marginal',
  'rapide rapidement rapidité vite | lent lentement lenteur',
  'stable stabilité stabiliser | instable instabilité déstabiliser',
  'adhérer adhésion rejoindre intégrer | quitter démissionner démission',
  'solide solidité robuste | fragile fragilité',
  'connu identifier identifié | inconnu anonyme',
  'prévisible attendu | imprévu inattendu surprise',
  'rentable bénéficiaire | déficitaire',
  'vide désert déserté | bondé comble complet plein',
];

export interface AxisWord {
  axis: number;
  sign: 1 | -1;
}

const WORDS = new Map<string, AxisWord[]>();

AXES.forEach((line, axis) => {
  line.split(' | ').forEach((end, k) => {
    for (const key of new Set(end.split(' ').flatMap(stemsOfForms))) {
      const list = WORDS.get(key) ?? [];
      if (!list.some((known) => known.axis === axis)) list.push({ axis, sign: k === 0 ? 1 : -1 });
      WORDS.set(key, list);
    }
  });
});

const NONE: readonly AxisWord[] = [];

/** The questions that a stem answers, and at which end. */
export function axesOf(stemmed: string): readonly AxisWord[] {
  return WORDS.get(stemmed) ?? NONE;
}

/** The same of the word at `i`; small words too: « 150 millions de moins » falls, « ne vise plus » goes on no more. */
export function answersAt(tokens: readonly Token[], i: number): readonly AxisWord[] {
  const token = tokens[i];
  if (!token) return NONE;
  const before = tokens[i - 1]?.key ?? '';
  const counted = before === 'de' && (tokens[i - 2]?.kind ?? 'punct') !== 'punct';
  if (token.key === 'moins') return counted ? FALL : NONE;
  if (token.key === 'plus')
    return counted
      ? RISE
      : tokens.slice(Math.max(0, i - 5), i).some(isNe) && !/^qu[e']$/u.test(tokens[i + 1]?.key ?? '')
        ? GOING_ON
        : NONE;
  // « ont voté contre le budget »
  if (token.key === 'pour' || token.key === 'contre')
    return /^vot(?!ations?$)/u.test(before) ? (token.key === 'pour' ? ASSENT : DISSENT) : NONE;
  if (token.key === 'sauf' || token.key === 'hormis') return axesOf(stem(token.key));
  return token.content ? axesOf(token.stem) : NONE;
}

const FALL = axesOf(stem('baisse'));
const RISE = axesOf(stem('hausse'));
const GOING_ON = axesOf(stem('poursuivre'));
const ASSENT = axesOf(stem('votepour'));
const DISSENT = axesOf(stem('votecontre'));
