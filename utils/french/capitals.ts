/** Accents on capitals (« À », « État », « Ça ») and the ligature œ, which French owes to every keyboard that lacks them. */
import { pattern, type TrackedText } from './tracked-text.ts';

/** Lower-case forms; written without its accent, with a capital, each is a common mistake and no other word. */
const ACCENTED = new Map(
  (
    'état états états-unis étatique étatiques élysée église églises école écoles écolier écoliers élève élèves élection élections ' +
    'électeur électeurs électrice électrices élu élus élue élues électricité énergie énergies énergétique économie économies économique économiques ' +
    'économiste économistes éducation égalité égypte émirats épidémie épidémies époux épouse équateur équipe équipes équipement équipements érythrée ' +
    'étude études étudiant étudiants étudiante étudiantes établissement établissements étranger étrangers étrangère évacuation évaluation événement ' +
    'événements évêque évêques évolution écologie écologiste écologistes éditeur éditeurs édition éditions éthiopie éboulement écart échec échange ' +
    'échanges échéance éclairage écrivain écrivaine édile édiles éleveur éleveurs éleveuse émeute émeutes émission émissions énième épargne épargnants ' +
    'épreuve épreuves éruption étape étapes étoile étoiles évidemment évincé évincée éliminé éliminée élaboré'
  )
    .split(' ')
    .map((word) => [bare(word), word]),
);

const LIGATURES = /(?<![\p{L}])(?:c|ch|s|n|v|b|m|man|ranc|[ée]c)?oe(?=u[rvfdx]|il(?![\p{L}])|ill[èe]|ufs?(?![\p{L}])|uvr)/giu;
const SENTENCE_START = String.raw`(?<=^|[.!?…]\s|[–:]\s|^[«“(]\s?)`;

/** Changes `text` in place. What follows « A » decides: « A été condamné » is a verb. */
export function accentedCapitals(text: TrackedText): void {
  text.replace(
    pattern(`${SENTENCE_START}A(?=[ \\u00A0](?!(?:été|eu|fait|dit|pu|dû|voulu|peine)(?![\\p{L}]))[\\p{L}\\p{N}])`),
    () => 'À',
  );
  text.replace(/(?<=^|[.!?…]\s)A(?= peine(?![\p{L}]))/gu, () => 'À');
  text.replace(pattern(`${SENTENCE_START}Ca(?=[ \\u00A0]\\p{Ll})`), () => 'Ça');
  text.replace(/(?<![\p{L}\p{M}-])E[\p{L}]{2,}(?:-[\p{L}]+)?(?![\p{L}\p{M}])/gu, (match) => accented(match[0]));
  text.replace(LIGATURES, (match) => match[0].replace(/oe$/, 'œ').replace(/OE$/, 'Œ').replace(/Oe$/, 'Œ'));
}

function accented(word: string): string {
  const right = ACCENTED.get(word.toLowerCase());
  if (!right) return word;
  if (word === word.toUpperCase()) return right.toUpperCase();
  return [...right].map((letter, i) => (isUpper(word.charAt(i)) ? letter.toUpperCase() : letter)).join('');
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Only the first letter loses its accent: « Événement » is often « Evénement », seldom « Evenement ». */
function bare(word: string): string {
  return `e${word.slice(1)}`;
}
