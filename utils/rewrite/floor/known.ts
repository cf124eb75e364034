/** What is affirmed, denied, in the conditional, without comment: each fact under its label, its caution kept. */
import type { Block } from '../../article/block.ts';
import { isConditionalForm } from '../../french/conditional.ts';
import type { Reading, ReadFact } from '../reading.ts';
import { labelledWording, otherWordings } from '../wording/variants.ts';
import { type Prose, list } from './prose.ts';

export type Standing = 'denied' | 'silent' | 'conditional' | 'affirmed';

const LABELS: Record<Standing, string> = {
  denied: 'Démenti ou contesté',
  conditional: 'Au conditionnel',
  silent: 'Sans réponse à ce stade',
  affirmed: 'Affirmé',
};

export function knownFloor(facts: readonly ReadFact[], reading: Reading, prose: Prose): Block[] {
  const order: readonly Standing[] = ['affirmed', 'conditional', 'denied', 'silent'];
  const items = order.flatMap((standing) => {
    const [first, ...others] = textsOf(
      facts.filter((read) => standingOf(read) === standing),
      reading,
    );
    return first === undefined ? [] : [prose.item([first, ...others].join(' '), LABELS[standing])];
  });
  if (items.length < 2) return list(items);
  return [prose.paragraph(['Tout n’est pas au même niveau de certitude : voici ce qu’il faut retenir.']), ...list(items)];
}

/** The sentences under one label: the first may be the source's own, behind another sentence it would be said twice. */
function textsOf(facts: readonly ReadFact[], reading: Reading): string[] {
  return facts.reduce<string[]>((texts, read) => {
    const wordings = otherWordings(read, reading);
    const text = texts.length === 0 ? labelledWording(read, wordings) : (wordings[0] ?? null);
    return text === null ? texts : [...texts, text];
  }, []);
}

const SILENT =
  /(?<![\p{L}])n(?:’a|’ont)\s(?:pas\s(?:souhaité|donné suite|répondu|confirmé)|ni\s(?:confirmé|infirmé|démenti)\sni\s)|(?<![\p{L}])refus\p{Ll}+ (?:de commenter|tout commentaire)/u;
/** Rejecting a charge denies it, rejecting a motion does not; « a exclu tout report », but « a été exclu de l’équipe ». */
const DENIES =
  /(?<![\p{L}])(?:dément|démentent|démentie?s?|conteste|contestent|contestée?s?|nie|nient|nié|réfute|réfutent|réfuté|faux|fausses?|(?:rejette|rejettent|rejeté)\s(?:toute?s?|l[ea]s?|ces|cette|l’)\s?(?:idée|responsabilités?|accusations?|allégations?|reproches?|critiques?|soupçons?|thèses?|versions?|implication|faute)|(?:a|ont)\sexclu|exclut|excluent)(?![\p{L}])/u;
/** « n’exclut pas », « n’a jamais démenti »: the contrary of a denial. « avait démenti »: before what the article tells. */
const NOT_DENIED =
  /(?<![\p{L}])avai(?:t|ent)\s(?:aussi\s|pourtant\s)?\p{Ll}+|(?<![\p{L}])(?:ne\s|n’)(?:l[ea]s?\s|l’)?(?:(?:a|ont|est|sont)\s(?:pas|jamais|plus)\s\p{Ll}+|\p{Ll}+\s(?:pas|jamais|plus))(?![\p{L}])/gu;

/** Null for a fact that is simply told. */
export function standingOf(read: Pick<ReadFact, 'plain'>): Standing | null {
  const text = read.plain ?? '';
  if (SILENT.test(text)) return 'silent';
  if (DENIES.test(text.replace(NOT_DENIED, ''))) return 'denied';
  // « a confirmé que l’édition se tiendrait »: a future told in the past, no caution.
  const toldInPast = /(?<![\p{L}])(?:confirmé|annoncé|précisé|déclaré|indiqué|assuré|promis|ajouté)\s(?:que\s|qu’)/u.test(text);
  if (!toldInPast && (text.match(/\p{L}+rai(?:t|ent)(?![\p{L}])/gu) ?? []).some(isConditionalForm)) return 'conditional';
  if (/^(?:Selon|D’après)\s|,\s(?:selon|d’après)\s|\b(?:affirme|assure|estime)\b/u.test(text)) return 'affirmed';
  return null;
}
