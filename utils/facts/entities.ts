/** Persons, bodies and places of an article, each under all the names and roles the text gives it. */
import type { Analysis } from '../french/analyse.ts';
import { fold } from '../french/fold.ts';
import { findNames, type FoundName } from '../french/names.ts';
import { speechVerbAt } from '../french/speech-verbs.ts';
import type { Token } from '../french/tokens.ts';

export interface Entity {
  /** Longest form, verbatim. */
  name: string;
  /** Folded capitalised words of all its forms. */
  keys: Set<string>;
  kind: FoundName['kind'];
  gender: 'm' | 'f' | null;
  /** Stems of the words that describe it (« porte-parole », « Kremlin », « présidente »). */
  roles: Set<string>;
  /** Folded head nouns of those descriptions (« porte-parole », « presidente »). */
  heads: Set<string>;
  /** Longest description, verbatim, or null. */
  description: string | null;
}

export interface NamedSentence {
  analysis: Analysis;
  names: FoundName[];
}

export interface Entities {
  all: Entity[];
  /** Folded capitalised word → the entities that carry it. */
  byKey: Map<string, Entity[]>;
  /** Folded words seen with a capital where a capital says something. */
  known: Set<string>;
  sentences: NamedSentence[];
}

export function findEntities(analyses: readonly Analysis[]): Entities {
  const known = knownCapitals(analyses);
  const sentences = analyses.map((analysis) => ({ analysis, names: findNames(analysis.tokens, known) }));
  const all: Entity[] = [];
  const byKey = new Map<string, Entity[]>();
  // Longest names first, so that « Poutine » joins « Vladimir Poutine » wherever it stands.
  const mentions = sentences.flatMap(({ analysis, names }) => names.map((name) => ({ analysis, name })));
  const ordered = [...mentions].sort((a, b) => b.name.keys.length - a.name.keys.length);
  for (const { name } of ordered) {
    const entity = sameEntity(name, byKey) ?? add(all, name);
    for (const key of name.keys) {
      entity.keys.add(key);
      const list = byKey.get(key) ?? [];
      if (!list.includes(entity)) byKey.set(key, [...list, entity]);
    }
    if (name.kind !== 'unknown' && entity.kind === 'unknown') entity.kind = name.kind;
    if (name.title === 'mme' || name.title === 'madame') entity.gender = 'f';
    if (name.title === 'm' || name.title === 'monsieur') entity.gender = 'm';
  }
  const entities = { all, byKey, known, sentences };
  for (const { analysis, name } of mentions) describe(entities, analysis.tokens, name);
  return entities;
}

/** The entity that a name found in a text means, or null where none or several could be meant. */
export function entityOf(entities: Entities, keys: readonly string[]): Entity | null {
  let candidates: Entity[] | null = null;
  for (const key of keys) {
    const list = entities.byKey.get(key);
    if (!list) return null;
    candidates = candidates ? candidates.filter((entity) => list.includes(entity)) : list;
  }
  if (!candidates || candidates.length === 0) return null;
  if (candidates.length === 1) return candidates[0] ?? null;
  const last = keys.at(-1);
  const persons = candidates.filter((entity) => entity.kind === 'person' && fold(entity.name).split(/[\s-]/u).at(-1) === last);
  return persons.length === 1 ? (persons[0] ?? null) : null;
}

function knownCapitals(analyses: readonly Analysis[]): Set<string> {
  const known = new Set<string>();
  for (const { tokens } of analyses) {
    for (const name of findNames(tokens, known)) {
      for (const token of tokens.slice(name.from, name.to)) {
        if (
          token.capital &&
          token.content &&
          !(name.initial && token === tokens[name.from] && name.keys.length > 1 && !couldOpen(token))
        )
          known.add(token.key);
      }
    }
  }
  return known;
}

/** A first name that opens a sentence before another capital is part of the name unless it is a grammatical word. */
function couldOpen(token: Token): boolean {
  return token.content;
}

function sameEntity(name: FoundName, byKey: Map<string, Entity[]>): Entity | null {
  const last = name.keys.at(-1);
  if (last === undefined) return null;
  for (const entity of byKey.get(last) ?? []) {
    if (!name.keys.every((key) => entity.keys.has(key))) continue;
    const words = fold(entity.name).split(/[\s]/u);
    if (name.keys.length === 1 && entity.kind === 'person' && words.at(-1) !== last && words.length > 1) continue;
    // « Saint-Étienne » inside « parquet de Saint-Étienne » is its own place.
    if (entity.kind === 'body' && name.kind !== 'body' && entity.keys.size > name.keys.length) continue;
    return entity;
  }
  return null;
}

function add(all: Entity[], name: FoundName): Entity {
  const entity: Entity = {
    name: name.text,
    keys: new Set(),
    kind: name.kind,
    gender: null,
    roles: new Set(),
    heads: new Set(),
    description: null,
  };
  all.push(entity);
  return entity;
}

const FIRM_NOUNS = new Set(
  'exploitant operateur fabricant distributeur constructeur editeur hebergeur concurrent transporteur assureur prestataire gestionnaire equipementier fournisseur armateur promoteur bailleur'.split(
    ' ',
  ),
);

const DETERMINERS = new Set("le la l' les un une son sa ses leur leurs".split(' '));
const OF = new Set("de du des d'".split(' '));

/** Reads the description before (« le porte-parole du Kremlin, X ») and after (« X, présidente de la FBE »). */
function describe(entities: Entities, tokens: readonly Token[], name: FoundName): void {
  const entity = entityOf(entities, name.keys);
  if (!entity || entity.kind === 'place') return;
  const before = roleBefore(tokens, name);
  if (before && (entity.kind !== 'person' || before.some((token) => token.content && isPersonNoun(token.key))))
    learn(entity, before);
  const after = roleAfter(tokens, name);
  if (after && entity.kind !== 'body') {
    // « Rhénalis, l’exploitant privé »: a firm may be called so too.
    const firm = after.some((token) => FIRM_NOUNS.has(token.key));
    if (entity.kind === 'unknown') entity.kind = firm ? 'body' : 'person';
    learn(entity, after);
  }
}

function learn(entity: Entity, words: readonly Token[]): void {
  const head = words.find((token) => token.content && !token.capital && !/^premi/u.test(token.key));
  if (!head || words.some((token) => token.kind === 'number')) return;
  entity.heads.add(head.key);
  for (const token of words) if (token.content) entity.roles.add(token.stem);
  const first = words[0];
  entity.gender ??= genderOf(first?.key ?? '', head.key);
  const last = words.at(-1);
  if (first && last) {
    const text = words
      .map((token, i) => (i > 0 && (words[i - 1]?.end ?? 0) < token.start ? ` ${token.text}` : token.text))
      .join('');
    if (entity.description === null || text.length > entity.description.length) entity.description = text;
  }
}

/** Gender of a description by its determiner, else by the ending of its head noun. */
export function genderOf(determiner: string, head: string): 'm' | 'f' | null {
  if (/^(?:la|une|sa|cette)$/u.test(determiner)) return 'f';
  if (/^(?:le|un|ce|cet)$/u.test(determiner)) return 'm';
  if (/(?:trice|euse|iere|ante|ente|ienne|eure|arde|ate|ee|esse)$/u.test(head)) return 'f';
  return /(?:eur|ier|ant|ent|ien)$/u.test(head) ? 'm' : null;
}

export function roleBefore(tokens: readonly Token[], name: FoundName): Token[] | null {
  let at = name.from - 1;
  if (tokens[at]?.text === '.' && name.title) at -= 2;
  else if (name.title) at--;
  const comma = tokens[at]?.text === ',';
  if (comma) at--;
  let k = at;
  while (k >= 0 && k > at - 14) {
    const token = tokens[k];
    if (!token || (token.kind === 'punct' && token.text !== ')' && token.text !== '(')) return null;
    // « un but de l’ailier X »: a person’s noun starts the description, whatever stands before its article.
    const person = isPersonNoun(tokens[k + 1]?.key ?? '');
    if (DETERMINERS.has(token.key) && (person || !OF.has(tokens[k - 1]?.key ?? ''))) {
      // « à la Banque Rochat, X »: a determiner after « à » inside a longer description goes on.
      if (
        comma &&
        /^(?:a|aux|au)$/u.test(tokens[k - 1]?.key ?? '') &&
        tokens[k - 2]?.content &&
        !/^(?:a|ont)$/u.test(tokens[k - 3]?.key ?? '')
      ) {
        k--;
        continue;
      }
      const words = tokens.slice(k, at + 1).filter((word) => word.kind !== 'punct');
      const head = words.find((word) => word.content);
      // « un penalty d’X »: the name completes another noun.
      if (/^(?:de|d'|du|des|a|pour|par|chez|contre|avec)$/u.test(words.at(-1)?.key ?? '')) return null;
      if (!head || head.capital || words.some((word) => /^(?:est|sont|a|ont|que|qui|et)$/u.test(word.key) && word.text !== 'à'))
        return null;
      return words;
    }
    k--;
  }
  return null;
}

const NOT_PARTICIPLES = /^(?:délégué|député|employé|salarié|associé|retraité|réfugié)e?s?$/u;

function roleAfter(tokens: readonly Token[], name: FoundName): Token[] | null {
  let at = name.to;
  if (tokens[at]?.text === '(') return null;
  if (tokens[at]?.text !== ',') return null;
  at++;
  // « X, 38 ans, éleveur… »
  if (tokens[at]?.kind === 'number') {
    while (at < tokens.length && tokens[at]?.text !== ',' && tokens[at]?.text !== '.') at++;
    if (tokens[at]?.text !== ',') return null;
    at++;
  }
  let first = tokens[at];
  // « X, du CNRS, première signataire »
  if (/^(?:du|de|d')$/u.test(first?.key ?? '')) {
    while (at < tokens.length && tokens[at]?.text !== ',' && tokens[at]?.text !== '.') at++;
    if (tokens[at]?.text !== ',') return null;
    first = tokens[++at];
  }
  if (/^(?:premiers?|premieres?)$/u.test(first?.key ?? '')) first = tokens[++at];
  if (first && DETERMINERS.has(first.key)) first = tokens[at + 1];
  if (!first || !first.content || first.capital || first.kind !== 'word') return null;
  // « jugé par… » folds to « juge »: a participle is no description.
  if (!isPersonNoun(first.key) || (/ée?s?$/u.test(first.text) && !NOT_PARTICIPLES.test(first.text)) || speechVerbAt(tokens, at))
    return null;
  const words: Token[] = [];
  for (let k = at; k < tokens.length && words.length < 12; k++) {
    const token = tokens[k];
    if (!token || (token.kind === 'punct' && token.text !== '(' && token.text !== ')')) break;
    if (/^(?:a|ont|est|sont|qui|dont|pour|selon|avait|dit|et)$/u.test(token.key) && token.text !== 'à') break;
    words.push(token);
  }
  // « …, la directrice du festival, X »: the description belongs to the name after it.
  const end = at + words.length;
  if (DETERMINERS.has(tokens[at]?.key ?? '') && tokens[end]?.text === ',' && tokens[end + 1]?.capital) return null;
  return words.length > 0 ? words : null;
}

const PERSON_NOUN_LIST = new Set(
  (
    'membre elu elue maire mairesse ministre juge magistrat magistrate avocat avocate chef cheffe porte-parole patron patronne pere mere fils fille frere soeur epoux epouse mari femme homme veuf veuve voisin voisine temoin victime expert experte adjoint adjointe depute deputee senateur senatrice prefet prefete procureur procureure substitut substitute ' +
    'numero capitaine sergent lieutenant colonel general commandant champion championne star leader associe associee collegue pdg dg ceo proche ami amie benevole eleve salarie salariee employe employee syndicaliste delegue deleguee responsable secretaire tete medecin interne patient patiente artiste pilote guide maitre recteur rectrice doyen doyenne etudiant etudiante retraite retraitee ancien ancienne'
  ).split(' '),
);

const PERSON_NOUNS = new Map<string, boolean>();
/** For speed only: emptied when a long session has filled it. */
const CACHE_SIZE = 20_000;

/** A noun for a person, by list or by ending. */
export function isPersonNoun(key: string): boolean {
  const known = PERSON_NOUNS.get(key);
  if (known !== undefined) return known;
  if (PERSON_NOUNS.size > CACHE_SIZE) PERSON_NOUNS.clear();
  const person = readPersonNoun(key);
  PERSON_NOUNS.set(key, person);
  return person;
}

function readPersonNoun(key: string): boolean {
  if (PERSON_NOUN_LIST.has(key)) return true;
  if (/(?:ment|ments|tion|tions)$/u.test(key) || THINGS.has(key)) return false;
  return /(?:eur|euse|rice|iste|ier|iere|ien|ienne|ant|ante|ent|ente|logue|graphe|crate|aire)s?$/u.test(key);
}

/** Things whose names end as those of persons do. */
const THINGS = new Set(
  (
    'chantier dossier quartier calendrier metier courrier papier fevrier janvier foyer loyer escalier clavier palier cahier gibier panier sentier atelier milieu secteur moteur valeur chaleur couleur hauteur longueur largeur ampleur rigueur vigueur ' +
    'erreur faveur peur honneur bonheur malheur heure interieur exterieur ordinateur tracteur compteur ascenseur facteur vapeur douleur terreur horreur ardeur saveur odeur fleur coeur lenteur rumeur humeur tumeur lueur sueur splendeur candeur ' +
    'matiere riviere frontiere lumiere maniere carriere barriere priere premiere derniere biere croisiere financiere agent argent talent accident incident client vent cent evenement moment element document instrument monument restaurant avant devant durant pendant montant courant volant carburant enfant ' +
    'vente attente entente tente pente detente plante variante quarante cinquante soixante trente affaire salaire horaire itineraire commentaire inventaire dictionnaire vocabulaire sanctuaire glossaire necessaire contraire ordinaire populaire scolaire solaire nucleaire bancaire budgetaire militaire judiciaire sanitaire alimentaire ' +
    'liste piste visite poste paragraphe orthographe autographe telegraphe catalogue dialogue prologue epilogue chien lien bien soutien maintien quotidien entretien ' +
    'acier grenier cimetiere poussiere banniere glaciere pepiniere instant diamant excedent precedent antecedent torrent continent contingent equivalent constante tourmente detecteur capteur serveur conteneur transformateur radiateur indicateur ' +
    'chargeur echangeur teneur grandeur profondeur epaisseur douceur fraicheur seminaire anniversaire formulaire questionnaire honoraire annuaire sommaire exemplaire estuaire cicatrice matrice moissonneuse tondeuse'
  ).split(' '),
);
