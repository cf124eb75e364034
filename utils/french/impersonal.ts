/** « il faut », « il y a », « il aura manqué 37 voix à X »: the « il » that stands for nobody, so that no sentence before is needed. */

const QUANTITY =
  '(?:\\d|une?\\s|deux\\s|trois\\s|quatre\\s|cinq\\s|six\\s|sept\\s|huit\\s|neuf\\s|dix\\s|quelques?\\s|plusieurs\\s|peu\\s|beaucoup\\s)';
const IMPERSONAL = new RegExp(
  `^il\\s(?:ne\\s|n['’])?(?:` +
    [
      // « il y a », « il n’y aura »
      'y\\s(?:a|avait|aura|aurait|eut)(?![\\p{L}])',
      `s['’]agi(?:t|ssait|ra|rait)(?![\\p{L}])`,
      '(?:a|avait|aura|aurait)\\s(?:fallu|suffi|plu|neigé)(?![\\p{L}])',
      "est\\s(?:prévu|question|possible|impossible|probable|interdit|nécessaire|difficile|temps)\\s(?:de\\s|d['’]|que\\s|qu['’])",
      // « Il manque la finale » is said of somebody; what is missing to somebody is counted.
      `(?:manqu\\p{Ll}+|(?:a|avait|aura|aurait)\\smanqué)\\s${QUANTITY}[^,;:.]*?\\s(?:à|au|aux)\\s`,
      '(?:faut|fallait|faudra|faudrait|pleut|pleuvait|neige|existe|existait|suffit|suffira|suffirait|semble|convient|importe)(?![\\p{L}])',
      '(?:reste|appartient|appartiendra|revient)(?![\\p{L}])',
    ].join('|') +
    ')',
  'iu',
);

/** @param text from its « il » on */
export function isImpersonal(text: string): boolean {
  return IMPERSONAL.test(text);
}
