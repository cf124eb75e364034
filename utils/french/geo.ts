/** Places under their other names: capitals and seats for states, countries with their people and adjectives. Folded. */

const ALIASES = [
  'russie moscou kremlin russe russes',
  'etats-unis washington maison-blanche amerique americain americaine americains americaines',
  'ukraine kiev kyiv ukrainien ukrainienne ukrainiens ukrainiennes',
  'france paris elysee matignon hexagone francais francaise francaises',
  'allemagne berlin allemand allemande allemands allemandes',
  'royaume-uni londres grande-bretagne angleterre britannique britanniques anglais anglaise',
  'chine pekin chinois chinoise chinoises',
  'japon tokyo japonais japonaise',
  'italie rome italien italienne italiens',
  'espagne madrid espagnol espagnole espagnols',
  'belgique bruxelles belge belges',
  'suisse berne suisses helvetique',
  'canada ottawa canadien canadienne canadiens',
  'quebec quebecois quebecoise',
  'israel jerusalem tel-aviv israelien israelienne israeliens',
  'iran teheran iranien iranienne iraniens',
  'turquie ankara turc turque turcs',
  'inde new-delhi indien indienne indiens',
  'algerie alger algerien algerienne',
  'maroc rabat marocain marocaine',
  'tunisie tunis tunisien tunisienne',
  'pologne varsovie polonais polonaise',
  'portugal lisbonne portugais portugaise',
  'suede stockholm suedois suedoise',
  'norvege oslo norvegien norvegienne',
  'danemark copenhague danois danoise',
  'finlande helsinki finlandais finlandaise',
  'pays-bas la-haye amsterdam neerlandais neerlandaise',
  'autriche vienne autrichien autrichienne',
  'grece athenes grec grecque',
  'roumanie bucarest roumain roumaine',
  'hongrie budapest hongrois hongroise',
  'luxembourg luxembourgeois luxembourgeoise',
  'europe union-europeenne ue bruxelles europeen europeenne europeens',
  'asie asiatique asiatiques',
  'afrique africain africaine africains',
  'bretagne breton bretonne bretons bretonnes',
  'normandie normand normande normands',
  'alsace alsacien alsacienne',
  'corse corses',
  'jura jurassien jurassienne jurassiens',
  'valais valaisan valaisanne valaisans',
  'vaud vaudois vaudoise',
  'geneve genevois genevoise',
  'onu nations-unies',
  'otan alliance-atlantique organisation-du-traite-de-l-atlantique-nord atlantique-nord',
];

const NO_GROUPS: readonly number[] = [];
const GROUPS = new Map<string, number[]>();
ALIASES.forEach((line, i) => {
  for (const word of line.split(' ')) GROUPS.set(word, [...(GROUPS.get(word) ?? []), i]);
});

/** One of `a` and one of `b` are names of the same place. */
export function areAliases(a: readonly string[], b: readonly string[]): boolean {
  for (const key of a) {
    const groups = GROUPS.get(key);
    if (!groups) continue;
    for (const other of b) if (other !== key && GROUPS.get(other)?.some((group) => groups.includes(group))) return true;
  }
  return false;
}

/** Group numbers of a word, for demonyms and places alike. */
export function placeGroups(key: string): readonly number[] {
  const own = GROUPS.get(key);
  if (own || !key.includes('-')) return own ?? NO_GROUPS;
  // « franco-espagnole »: both.
  return key.split('-').flatMap((part) => GROUPS.get(PREFIXES.get(part) ?? part) ?? NO_GROUPS);
}

const PREFIXES = new Map(
  Object.entries({
    franco: 'france',
    germano: 'allemagne',
    italo: 'italie',
    hispano: 'espagne',
    belgo: 'belgique',
    russo: 'russie',
    americano: 'etats-unis',
    anglo: 'royaume-uni',
    sino: 'chine',
    nippo: 'japon',
    euro: 'europe',
    afro: 'afrique',
    israelo: 'israel',
    helvetico: 'suisse',
  }),
);
