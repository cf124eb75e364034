/** Words that deny in themselves (« a annulé », « sans »), and where a verb group starts. */
import type { Analysis } from '../french/analyse.ts';
import type { Clause } from '../french/clauses.ts';
import { stemsOfForms } from '../french/verb-forms.ts';

/** Verbs and words that deny in themselves. */
const NEGATIVE = new Set(
  (
    'annuler supprimer renoncer refuser rejeter interdire empêcher priver manquer cesser abandonner éviter échapper suspendre fermer perdre échouer exclure exempter dispenser refus rejet absence absent ' +
    'interdiction annulation abandon suppression fin fermeture pénurie manque défaut faute dépourvu impossible inaccessible bloquer passer repousser impuissant incapable débouter inédit ignorer ' +
    'opposer hors décliner retirer vide inchangé invalider écarter retoquer démunir quitter stopper'
  )
    .split(' ')
    .flatMap(stemsOfForms),
);
const WITHOUT = new Set(['sans', 'ni', 'aucun', 'aucune', 'hors']);

/** A negative word in the clause or, for a source, anywhere in the sentence. */
export function deniesByWord(analysis: Analysis, clause: Clause | null): boolean {
  const { tokens, quoted } = analysis;
  const { from, to } = clause ?? { from: 0, to: tokens.length };
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token || quoted[i]) continue;
    if (WITHOUT.has(token.key) || (token.content && !token.capital && NEGATIVE.has(token.stem))) return true;
  }
  return false;
}

/** The auxiliary or « ne » before the first word in question. */
export function verbStart(analysis: Analysis, at: number): number {
  let from = at;
  while (from > 0 && at - from < 6) {
    const token = analysis.tokens[from - 1];
    if (!token || token.kind === 'punct' || token.content) break;
    from--;
  }
  return from;
}
