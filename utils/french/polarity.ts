/** Which words of a sentence are affirmed and which denied. */
import { FINITE, type Clause } from './clauses.ts';
import { foldWord } from './fold.ts';
import { stem } from './stem.ts';
import type { Token } from './tokens.ts';
import { stemsOfForms } from './verb-forms.ts';

const roots = (words: string): Set<string> => new Set(words.split(' ').flatMap(stemsOfForms));
const DENIALS = roots('démentir nier réfuter contester récuser exclure infirmer');
/** Deny an idea, not a thing: « écarte toute hausse », « refuse de partir », against « écarte une offre ». */
const REFUSALS = roots('rejeter écarter refuser interdire empêcher');
const NEGATORS = new Set('aucun aucune nul nulle personne rien jamais ni guere'.split(' '));

/**
 * Per token: true where an odd number of negations and denials covers it. « ne … pas » covers the rest of its clause,
 * « aucun » the whole clause, « sans », « non » what follows up to the next mark, a verb of denial its object.
 */
export function deniedTokens(tokens: readonly Token[], clauses: readonly Clause[]): boolean[] {
  const denied: boolean[] = Array.from({ length: tokens.length }, () => false);
  const toggle = (from: number, to: number): void => {
    for (let i = from; i < to; i++) denied[i] = !denied[i];
  };
  for (const clause of clauses) {
    let ne = -1;
    let negator = -1;
    let alone = -1;
    for (let i = clause.from; i < clause.to; i++) {
      const token = tokens[i];
      if (!token || token.kind !== 'word') continue;
      if (isNe(token) && ne === -1 && !onlyThat(tokens, i) && !isExpletive(tokens, i)) ne = i;
      else if (NEGATORS.has(token.key) && negator === -1 && !(token.key === 'personne' && isNoun(tokens, i, clause))) negator = i;
      else if (
        (token.key === 'pas' || (token.key === 'non' && !/^(?:loin|seulement|plus|sans)$/u.test(tokens[i + 1]?.key ?? ''))) &&
        ne === -1 &&
        alone === -1
      )
        alone = i;
      else if (token.key === 'sans' || (token.key === 'lieu' && tokens[i - 1]?.key === 'au')) toggle(i, withoutEnd(tokens, i));
    }
    // « aucun recours n’a été déposé »: one negation, over the whole clause; « n’a aucun signe »: from the verb on.
    if (negator !== -1 && (ne === -1 || negator < ne)) toggle(clause.from, clause.to);
    else if (ne !== -1) toggle(ne, negationEnd(tokens, ne, clause.to));
    else if (alone !== -1) toggle(alone, clause.to);
  }
  for (let i = 0; i < tokens.length; i++) {
    if (isDenialVerb(tokens, i) && !subjectFollows(tokens, i)) toggle(i + 1, objectEnd(tokens, i));
  }
  return denied;
}

/** « né » folds to « ne ». */
export function isNe(token: Token): boolean {
  return (token.key === 'ne' && token.text.toLowerCase() === 'ne') || token.key === "n'";
}

const NEGATION = /^(?:pas|plus|jamais|aucun|aucune|rien|personne|guere|ni|point|nul|nulle|que|qu')$/u;

/** « avant que l’audience ne soit suspendue »: no negation. */
function isExpletive(tokens: readonly Token[], at: number): boolean {
  if (tokens.slice(at + 1, at + 10).some((token) => NEGATION.test(token.key))) return false;
  return tokens.slice(Math.max(0, at - 9), at).some((token) => token.key === 'que' || token.key === "qu'");
}

const EPISTEMIC = roots('confirmer préciser commenter communiquer dévoiler révéler détailler valider corroborer');

/** A form of « confirmer », « préciser »…: not to do it is not to deny. */
export function isEpistemic(token: Token): boolean {
  return EPISTEMIC.has(token.stem);
}

/** « n’a pas confirmé cette audition » leaves the hearing open; « ne le valide pas et exclut… » ends at « et ». */
function negationEnd(tokens: readonly Token[], ne: number, end: number): number {
  for (let i = ne + 1; i < end; i++) {
    const token = tokens[i];
    if (token?.key === 'pas' && /^(?:et|mais)$/u.test(tokens[i + 1]?.key ?? '')) return i + 1;
    if (token?.content)
      return EPISTEMIC.has(token.stem)
        ? i + 1
        : tokens[i + 1]?.key === 'pas' && /^(?:et|mais)$/u.test(tokens[i + 2]?.key ?? '')
          ? i + 2
          : end;
  }
  return end;
}

/** A form of a verb that can deny, whatever follows. */
export function isDenialRoot(token: Token): boolean {
  return token.content && (DENIALS.has(token.stem) || REFUSALS.has(token.stem));
}

/** A content word, folded, and its stem: a verb of denial, or one that denies with what stands beside it. */
export function couldDeny(key: string, stemmed: string): boolean {
  // « seuils de rejet de dioxines »: the noun names a thing.
  if (/^(?:rejets?|infirmier)/u.test(key)) return false;
  return DENIALS.has(stemmed) || REFUSALS.has(stemmed) || /^inscri/u.test(key) || /^(?:gard|absten|abstien|ferm)/u.test(stemmed);
}

/** The word at `i` denies what follows: « dément », « n’exclut », « refuse de », « ferme la porte à ». */
export function isDenialVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token?.denies || token.capital) return false;
  if (DENIALS.has(token.stem)) return true;
  // « s’inscrit en faux »
  if (/^inscri/u.test(token.key) && tokens[i + 1]?.key === 'en' && tokens[i + 2]?.key === 'faux') return true;
  // « s’est gardée de le confirmer », « s’abstient de voter »
  if (/^(?:gard|absten|abstien)/u.test(token.stem)) return isReflexive(tokens, i) && leadsToInfinitive(tokens, i + 1);
  if (REFUSALS.has(token.stem))
    return (
      leadsToInfinitive(tokens, i + 1) ||
      /^(?:tout|toute|tous|toutes|que|qu'|l'idee)$/u.test(tokens[i + 1]?.key ?? '') ||
      /^(?:idee|hypothese|possibilite|eventualite|perspective|risque|risques|danger|scenario)$/u.test(tokens[i + 2]?.key ?? '')
    );
  return (
    /^ferm/u.test(token.stem) &&
    tokens.slice(i + 1, i + 6).some((next, k, list) => next.key === 'porte' && list[k - 1]?.key === 'la')
  );
}

/** « de partir », « de le confirmer »: no « interdite de 8 heures à 20 heures », « écartée de ses fonctions ». */
function leadsToInfinitive(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:de|d')$/u.test(tokens[at]?.key ?? '')) return false;
  return tokens.slice(at + 1, at + 4).some((token) => /(?:er|ir|re)$/u.test(token.key) && token.content);
}

function isReflexive(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at).some((token) => token.key === "s'" || token.key === 'se');
}

/** « …», a démenti la directrice », « ce que conteste un syndicat »: the subject stands after the verb. */
function subjectFollows(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const token = tokens[k];
    if (!token || token.key === 'mais' || token.key === 'et') return false;
    if (token.text === '»' || token.text === '”' || token.key === 'que' || token.key === "qu'") return true;
    if (token.content) return false;
  }
  return false;
}

function objectEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  while (to < tokens.length) {
    const token = tokens[to];
    if (!token || /^[,;:.!?«»()–—]$/u.test(token.text) || /^(?:mais|et|par|qui|dont)$/u.test(token.key)) break;
    to++;
  }
  return to;
}

/** « sans avoir appelé le 15 | seront reçus », « sans frais | 1 900 billets », « sans étiquette | de cette commune ». */
function withoutEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  let nouns = 0;
  const verb = tokens.slice(from + 1, from + 4).some((token) => /^(?:avoir|etre|faire)$|(?:er|ir|re)$/u.test(token.key));
  while (to < tokens.length) {
    const token = tokens[to];
    if (!token || token.key === 'sans' || /^[,;:.!?«»()–—]$/u.test(token.text)) break;
    if (FINITE.test(token.key) && token.text !== 'à') break;
    if (
      !verb &&
      nouns > 0 &&
      (token.kind === 'number' ||
        (/^(?:de|du|des|d')$/u.test(token.key) &&
          /^(?:le|la|l'|ce|cet|cette|ces|son|sa|ses|leurs?)$/u.test(tokens[to + 1]?.key ?? '')))
    )
      break;
    if (token.content) nouns++;
    to++;
  }
  return to;
}

/** « ne … que »: a restriction, no negation; « ne » alone after « plus … que » is expletive. */
function onlyThat(tokens: readonly Token[], from: number): boolean {
  for (let i = from + 1; i < Math.min(tokens.length, from + 8); i++) {
    const token = tokens[i];
    if (!token || token.kind === 'punct') return false;
    if (/^(?:pas|plus|jamais|aucun|aucune|rien|personne|guere|ni|point|nul|nulle)$/u.test(token.key)) return false;
    if (token.key === 'que' || token.key === "qu'") return true;
  }
  return false;
}

/** « une troisième personne »: none without « ne », or behind an article. */
function isNoun(tokens: readonly Token[], i: number, { from, to }: Clause): boolean {
  return !tokens.slice(from, to).some(isNe) || /^(?:une|la|cette|chaque|par|toute|sa|leur|de)$/u.test(tokens[i - 1]?.key ?? '');
}

const PAIRS =
  'maintenir:fin,terme,cesser,renoncer,abandonner,lever,supprimer,suspendre,annuler,retirer augmenter:diminuer,baisser,réduire,reculer,chuter,fléchir,céder hausse:baisse,recul,chute,repli,diminution,réduction progresser:reculer,baisser,fléchir,chuter ' +
  'progression:recul,baisse,repli accepter:refuser,rejeter,décliner approuver:rejeter,désapprouver,repousser adopter:rejeter,repousser gagner:perdre victoire:défaite remporter:perdre vainqueur:vaincu,battu ouvrir:fermer ouverture:fermeture ' +
  'autoriser:interdire légal:illégal possible:impossible coupable:innocent condamner:acquitter,relaxer,blanchir condamnation:acquittement,relaxe favorable:défavorable,opposé,hostile pour:contre soutenir:combattre,contester entrer:sortir arriver:partir,quitter ' +
  'supérieur:inférieur majorité:minorité public:privé vrai:faux avant:après présent:absent succès:échec réussir:échouer améliorer:aggraver,dégrader,détériorer amélioration:dégradation,aggravation accélérer:ralentir accord:désaccord certain:incertain ' +
  'confirmer:démentir,infirmer reconnaître:nier,démentir,contester admettre:nier,démentir vendre:acheter,racheter embaucher:licencier,supprimer créer:supprimer,détruire création:suppression,destruction excédent:déficit bénéfice:perte,déficit ' +
  'croissance:recul,baisse,récession positif:négatif premier:dernier plus:moins fort:faible optimiste:pessimiste calme:tendu unanimité:majorité vivant:mort guérir:mourir libre:détenu,incarcéré actif:inactif obligatoire:facultatif gratuit:payant ' +
  'public:privé unanime:divisé respecter:violer,enfreindre lancer:annuler,reporter avancer:reporter,reculer élargir:restreindre étendre:limiter renforcer:affaiblir,alléger affaiblir:renforcer alourdir:alléger allonger:raccourcir écourter:prolonger prolonger:écourter,abréger ' +
  'maximum:minimum élevé:bas meilleur:pire rassurer:inquiéter rassuré:inquiet satisfait:déçu,mécontent nord:sud est:ouest droite:gauche numéraire:action réparer:fermer quitter:rester conserver:supprimer,perdre renouveler:achever';

const OPPOSITES = new Map<string, Set<string>>();
for (const pair of PAIRS.split(' ')) {
  const [left = '', right = ''] = pair.split(':');
  const a = stem(foldWord(left));
  for (const word of right.split(',')) {
    const b = stem(foldWord(word));
    if (a === b) continue;
    OPPOSITES.set(a, (OPPOSITES.get(a) ?? new Set()).add(b));
    OPPOSITES.set(b, (OPPOSITES.get(b) ?? new Set()).add(a));
  }
}

/** Stems of the contraries of a stem. */
export function oppositesOf(stemmed: string): ReadonlySet<string> | undefined {
  return OPPOSITES.get(stemmed);
}
