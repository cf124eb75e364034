/** French words that carry grammar, not facts. Folded forms. */

const WORDS =
  // articles, prepositions, conjunctions
  "l' d' j' m' t' s' c' n' qu' jusqu' lorsqu' puisqu' quoiqu' quelqu' le la les un une des du de au aux a en dans par pour sur sous avec sans entre vers chez contre depuis pendant durant " +
  'avant apres des jusque jusqu selon malgre hors outre parmi envers via lors et ou mais donc or ni car que qui quoi dont lequel laquelle lesquels lesquelles auquel auxquels duquel desquels quand si comme lorsque puisque tandis alors afin quoique ' +
  // pronouns, determiners
  'je tu il elle on nous vous ils elles me te se lui leur leurs y ce cet cette ces cela ceci ca celui celle ceux celles celui-ci celle-ci ceux-ci celles-ci mon ton son ma ta sa mes tes ses notre votre nos vos moi toi soi eux meme memes ' +
  'pourquoi comment chacun chacune combien quiconque tout toute tous toutes quel quelle quels quelles chaque quelque quelques plusieurs certain certains certaine certaines autre autres tel telle tels telles aucun aucune nul nulle rien personne autrui ' +
  // auxiliaries and light verbs
  'est sont etait etaient ete etre sera seront serait seraient fut furent soit soient etant suis es sommes etes serai ai as ont avons avez avait avaient aura auront aurait auraient eu eue eut ait aient ayant avoir avions aurons ' +
  'fait font faire faisait fera feront ferait va vont aller allait peut peuvent pouvait pouvaient pourra pourront pourrait pourraient pouvoir puisse doit doivent devait devaient devra devront devrait devraient devoir ' +
  // adverbs
  'ne pas plus moins tres trop peu assez si aussi bien mal encore deja toujours jamais souvent parfois ensuite enfin puis ainsi alors la ici la-bas non oui guere point tant autant davantage presque seulement surtout notamment ' +
  'toutefois cependant pourtant neanmoins egalement deja lui-meme elle-meme eux-memes elles-memes voici voila vraiment simplement plutot quant ailleurs desormais actuellement desormais justement autrement certes bref afin parce lorsque t ci';

const SET = new Set(WORDS.split(' '));

export function isFunctionWord(key: string): boolean {
  return SET.has(key);
}
