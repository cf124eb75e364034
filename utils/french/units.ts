/** Units of measure, money and time that follow a number. */
import type { Token } from './tokens.ts';

/** Folded word → unit and factor to it. Long and short forms give one unit. */
const UNITS = new Map<string, { unit: string; factor: number }>();

function add(words: string, unit: string, factor = 1): void {
  for (const word of words.split(' ')) UNITS.set(word, { unit, factor });
}
add('% pourcent', '%');
add('‰', '‰');
add('point points pt pts', 'points');
add('€ euro euros eur', '€');
add('$ dollar dollars usd', '$');
add('£ livre livres gbp', '£');
add('franc francs chf', 'francs');
add('yen yens ¥', '¥');
add('yuan yuans', 'yuan');
add('rouble roubles', 'rouble');
add('couronne couronnes', 'couronne');
add('centime centimes', 'centime');
add('dinar dinars', 'dinar');
add('dirham dirhams', 'dirham');
add('bitcoin bitcoins', 'bitcoin');
add('km kilometre kilometres', 'km');
add('m metre metres', 'm');
add('cm centimetre centimetres', 'cm');
add('mm millimetre millimetres', 'mm');
add('mile miles', 'mile');
add('noeud noeuds', 'nœud');
add('hectare hectares ha', 'ha');
add('kg kilo kilos kilogramme kilogrammes', 'kg');
add('g gramme grammes', 'g');
add('mg milligramme milligrammes', 'mg');
add('microgramme microgrammes µg', 'µg');
add('tonne tonnes t', 't');
add('quintal quintaux', 'q');
add('litre litres l', 'l');
add('centilitre centilitres cl', 'cl');
add('millilitre millilitres ml', 'ml');
add('hectolitre hectolitres hl', 'hl');
add('° degre degres', '°C');
add('w watt watts', 'W');
add('kw kilowatt kilowatts', 'kW');
add('mw megawatt megawatts', 'MW');
add('gw gigawatt gigawatts', 'GW');
add('kwh kilowattheure kilowattheures kilowattheures', 'kWh');
add('mwh megawattheure megawattheures', 'MWh');
add('twh terawattheure terawattheures', 'TWh');
add('volt volts', 'V');
add('decibel decibels db', 'dB');
add('hertz hz', 'Hz');
add('octet octets', 'octet');
add('go gigaoctet gigaoctets', 'Go');
add('an ans annee annees', 'an');
add('mois', 'mois');
add('trimestre trimestres', 'trimestre');
add('semestre semestres', 'semestre');
add('semaine semaines', 'semaine');
add('jour jours journee journees', 'jour');
add('nuit nuits', 'nuit');
add('heure heures', 'h');
add('minute minutes min', 'min');
add('seconde secondes', 's');
add('siecle siecles', 'siècle');
add('decennie decennies', 'décennie');

const MONEY_SHORT = new Map([
  ['m€', { unit: '€', factor: 1e6 }],
  ['md€', { unit: '€', factor: 1e9 }],
  ['k€', { unit: '€', factor: 1e3 }],
]);
const SQUARE = /^(?:carres?|carrees?)$/u;
const CUBIC = /^cubes?$/u;
const PER = new Set(['par', 'a', '/', "l'", 'la', 'le', 'les']);
/** Short forms that are words or letters elsewhere: only right after a figure. */
const ONLY_AFTER_FIGURE = new Set(['m', 'g', 't', 'l', 'w', 'ha', 'go', 'min', 'db', 'eur']);

export interface UnitFound {
  unit: string;
  factor: number;
  /** Token index after the unit. */
  to: number;
}

/** The unit that starts at token `at` (a « de » or « d’ » before it is skipped), or null. */
export function unitAt(tokens: readonly Token[], at: number): UnitFound | null {
  let i = at;
  if (tokens[i]?.key === 'de' || tokens[i]?.key === "d'") i++;
  const token = tokens[i];
  if (!token) return null;
  if (token.key === 'pour' && /^cents?$/u.test(tokens[i + 1]?.key ?? '')) return { unit: '%', factor: 1, to: i + 2 };
  if (token.key === 'demi-heure') return { unit: 'min', factor: 30, to: i + 1 };
  if (token.key === 'quart' || token.key === 'quarts') return null;
  if (/^(?:m|md|k)$/u.test(token.key) && tokens[i + 1]?.text === '€') {
    const money = MONEY_SHORT.get(`${token.key}€`);
    if (money) return { ...money, to: i + 2 };
  }
  const found = UNITS.get(token.key);
  if (!found || (ONLY_AFTER_FIGURE.has(token.key) && tokens[i - 1]?.kind !== 'number')) return null;
  let { unit } = found;
  let to = i + 1;
  const next = tokens[to];
  if (next && SQUARE.test(next.key)) {
    unit += '²';
    to++;
  } else if (next && CUBIC.test(next.key)) {
    unit += '³';
    to++;
  } else if (next && (next.text === '²' || next.text === '³')) {
    unit += next.text;
    to++;
  } else if (unit === '°C' && next && /^(?:c|celsius)$/u.test(next.key)) to++;
  else if (unit === '€' && next?.kind === 'number' && next.text.length === 2) to++;
  const per = perUnit(tokens, to);
  if (per) return { unit: `${unit}/${per.unit}`, factor: found.factor, to: per.to };
  return { unit, factor: found.factor, to };
}

/** « par seconde », « /h », « à l’heure », « la tonne », « les 1 000 litres ». */
function perUnit(tokens: readonly Token[], at: number): { unit: string; to: number } | null {
  let i = at;
  if (!PER.has(tokens[i]?.key ?? '')) return null;
  while (i < at + 2 && PER.has(tokens[i]?.key ?? '')) i++;
  let amount = '';
  const number = tokens[i];
  // « 6,4 % à 18,35 euros »: no rate.
  if (number?.kind === 'number' && tokens[i - 1]?.text === 'à') return null;
  if (number?.kind === 'number') {
    amount = number.text.replace(/\D/gu, '');
    i++;
  }
  const token = tokens[i];
  if (!token) return null;
  const unit = token.key === 'h' ? { unit: 'h' } : token.key === 's' ? { unit: 's' } : UNITS.get(token.key);
  if (!unit || (ONLY_AFTER_FIGURE.has(token.key) && tokens[i - 1]?.text !== '/')) return null;
  if (amount !== '' && amount !== '1') return { unit: `${amount} ${unit.unit}`, to: i + 1 };
  return { unit: unit.unit, to: i + 1 };
}
