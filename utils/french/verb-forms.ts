/** Stems of the forms of a verb that a light stemmer keeps apart (« nie » and « nier », « interdit » and « interdire »). */
import { foldWord } from './fold.ts';
import { stem } from './stem.ts';

/** By ending of the infinitive: present, participles, imperfect and future of the third person. Longest first. */
const ENDINGS: readonly (readonly [infinitive: string, forms: string])[] = [
  ['eindre', 'eint einte eints eintes eignent eignait'],
  ['aitre', 'ait u ue us ues aissent aissait'],
  ['evoir', 'oit u ue us ues oivent evait'],
  ['mettre', 'met mis mise mises mettent mettait'],
  ['tenir', 'tient tenu tenue tenus tenues tiennent tenait tiendra'],
  ['dire', 'dit dite dits dites disent disait'],
  ['uire', 'uit uite uits uites uisent uisait'],
  ['vrir', 'vre vert verte verts vertes vrent vrait'],
  ['entir', 'ent enti entie entis enties entent entait'],
  ['dre', 'd du due dus dues dent dait dra'],
  ['ir', 'it i ie is ies issent issait ira'],
  ['er', 'e ee es ees ent ait era eront'],
];

/** Stems of a lemma and of its forms; of one form only where it is no infinitive. */
export function stemsOfForms(lemma: string): string[] {
  const word = foldWord(lemma);
  const [infinitive, forms] = ENDINGS.find(([ending]) => word.endsWith(ending)) ?? ['', ''];
  if (infinitive === '') return [stem(word)];
  const root = word.slice(0, -infinitive.length);
  return [stem(word), ...forms.split(' ').map((ending) => stem(root + ending))];
}
