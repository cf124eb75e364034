/** French numbers in words. Keys are folded. */

const UNITS = new Map<string, number>(
  (
    'zero=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 ' +
    'trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 octante=80 nonante=90 cent=100 cents=100 mille=1000'
  )
    .split(' ')
    .map((pair): [string, number] => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]),
);

/** « une dizaine », « des milliers ». */
export const COLLECTIVES = new Map<string, number>(
  'demi-douzaine=6 huitaine=8 dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50 soixantaine=60 centaine=100 millier=1000'
    .split(' ')
    .flatMap((pair): [string, number][] => {
      const word = pair.split('=')[0] ?? '';
      const value = Number(pair.split('=')[1]);
      return [
        [word, value],
        [`${word}s`, value],
      ];
    }),
);

export const SCALES = new Map<string, number>([
  ['million', 1e6],
  ['millions', 1e6],
  ['milliard', 1e9],
  ['milliards', 1e9],
]);

/** Ordinals in words, folded, masculine singular and feminine alike. */
export const ORDINALS = new Map<string, number>(
  'premier=1 premiere=1 deuxieme=2 second=2 seconde=2 troisieme=3 quatrieme=4 cinquieme=5 sixieme=6 septieme=7 huitieme=8 neuvieme=9 dixieme=10 onzieme=11 douzieme=12 treizieme=13 quatorzieme=14 quinzieme=15 seizieme=16 vingtieme=20 trentieme=30 quarantieme=40 cinquantieme=50 centieme=100'
    .split(' ')
    .map((pair): [string, number] => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]),
);

/** Value of one word, hyphens allowed (« dix-huit », « quatre-vingt-dix », « septante-deux »), or null. */
export function numberWord(key: string): number | null {
  const plain = UNITS.get(key);
  if (plain !== undefined) return plain;
  if (!key.includes('-')) return null;
  return numberParts(key.split('-'));
}

/** Value of a run of words (« cent quatre-vingts », « deux cent cinquante »), or null where one of them is no number. */
export function numberParts(parts: readonly string[]): number | null {
  let total = 0;
  let current = 0;
  let seen = false;
  for (const part of parts) {
    if (part === 'et') continue;
    const value = UNITS.get(part);
    if (value === undefined) return null;
    seen = true;
    if (value === 1000) {
      total += Math.max(1, current) * 1000;
      current = 0;
    } else if (value === 100) current = Math.max(1, current) * 100;
    else if (value === 20 && current % 100 === 4) current += 76;
    else current += value;
  }
  return seen ? total + current : null;
}
