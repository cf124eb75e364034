/** Words by which an article speaks of itself and of any matter: they frame facts and state none. */
import { foldWord } from './fold.ts';
import { stem } from './stem.ts';

const WORDS =
  'point question sujet dossier affaire cas situation fait élément aspect volet chapitre page ligne thème enjeu contexte cadre cadrage propos contenu détail exemple sens manière façon façons forme type sorte genre niveau plan ordre nature ' +
  'côté part suite étape phase moment instant heure période temps fois stade tournant éclairage précision information informations indication lumière regard vue perspective bilan tableau portrait panorama chose choses mot mots terme termes ' +
  'retenir savoir comprendre connaître voir rappeler noter préciser expliquer revenir tenir faire donner rester falloir sembler paraître apparaître trouver passer porter prendre mettre tirer poser poursuivre valoir ' +
  'aborder éclairer résumer décrypter détailler lire suivre concerner agir rendre laisser servir permettre ajouter apporter traiter consister signifier intervenir ' +
  'essentiel principal important importante central premier première deuxième second seconde troisième dernier dernière autre nouveau nouvelle seul seule même grand grande petit bon bonne net nette clair claire précis simple double propre ' +
  'beaucoup peu très bien mieux moins surtout également aussi encore toujours déjà enfin ensuite ailleurs désormais toutefois cependant pourtant donc ainsi notamment seulement simplement précisément concrètement clairement directement globalement généralement logiquement naturellement évidemment officiellement publiquement ' +
  'phénomène facteur attention conséquence effet résultat origine cause explication moyen besoin rendez-vous sonnette distance piste interrogation inquiétude incertitude ' +
  'concret concrète prudence prudent réserve nuance nuancer certitude ' +
  'général générale particulier particulière habituel fréquent fréquente souvent courant normal ' +
  'réponse réponses question questions article chiffre chiffres réaction réactions citation conditionnel formule ton message phrase position version récit histoire débat raison raisons motif argument idée avis ' +
  'jour actualité actuel actuelle avenir demain début fin cœur fond base ensemble partie place lieu main yeux bout tête œil voie chemin pas porte';

const STEMS = new Set(WORDS.split(' ').map((word) => stem(foldWord(word))));

export function isFraming(stemmed: string): boolean {
  return STEMS.has(stemmed);
}
