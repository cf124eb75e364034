/**
 * Language of a text, from its function words, its letters and its word endings. Made to say « this is not French » with
 * certainty, also of one sentence or a short title, not to tell all languages of the world apart.
 */
export type Language =
  | 'fr'
  | 'en'
  | 'es'
  | 'it'
  | 'de'
  | 'pt'
  | 'nl'
  | 'ca'
  | 'ru'
  | 'ar'
  | 'he'
  | 'el'
  | 'zh'
  | 'ja'
  | 'ko'
  | 'hi';

type Latin = 'fr' | 'en' | 'es' | 'it' | 'de' | 'pt' | 'nl' | 'ca';

const FUNCTION_WORDS: Record<Latin, string> = {
  fr: "le la les un une des du de au aux et ou où à en dans par pour sur avec sans sous ce cette ces cet son sa ses leur leurs mon ma mes notre nos votre vos il elle ils elles on nous vous je se qui que quoi dont ne pas plus est sont était étaient été être a ont avait avaient avoir aurait aussi mais donc ni car si comme entre depuis pendant selon après avant chez vers contre très tout tous toute toutes autre deux trois fait peut doit lui y c'est qu'il d'une d'un l'on n'a n'est s'est jusque afin ainsi alors encore déjà moins même été lors dès face ici cela celui celle ceux non oui va vont quel quelle quels quelles assure affirme",
  en: 'the of and to in is are was were be been has have had that this these those it its he she they we you his her their our your with for from by on at as an a not but or which who whom will would can could should may might must do does did there here what when where why how all any some no than then so if about into over after before more most other only also because between through during under i me my us him them say said says state write told today yesterday week years people news breaking denies denied report reports key figures background overview summary official officials government according announced claims ignore previous',
  es: 'el la los las un una unos unas de del al y o en con por para sin sobre entre que quien cuyo no se su sus lo le les es son era fue fueron ha han había ser este esta estos estas ese esa como más pero también muy ya hasta desde cuando donde según contra durante está están',
  it: 'il lo la i gli le un uno una di del dello della dei degli delle da dal dalla a al alla ai in nel nella con su sul sulla per tra fra e o che chi cui non si è sono era ha hanno come più ma anche se questo questa suo sua loro ed dopo prima quando dove perché essere stato stata',
  de: 'der die das den dem des ein eine einen einem einer und oder in im an am auf aus bei mit nach von vom zu zum zur für über unter gegen ohne durch um ist sind war waren wird werden wurde hat haben hatte nicht kein auch nur noch schon als wie wenn dass daß sich er sie es wir ihr sein seine ihre dieser diese dieses aber doch',
  pt: 'o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre e ou que quem não se seu sua seus suas é são era foi foram tem têm ser este esta isso como mais mas também muito já até quando onde ao aos à às segundo',
  nl: 'de het een van en of in op aan met voor door bij naar uit over onder tegen zonder is zijn was waren wordt worden werd heeft hebben had niet geen ook nog al als dat die deze dit er hij zij we ze je hun haar maar om te tot wel zich',
  ca: 'el la els les un una uns unes de del dels al als i o en amb per sense sobre entre que qui no es seu seva seus és són era va han ha ser aquest aquesta com més però també molt ja fins quan on segons',
};

const ENDINGS: Partial<Record<Latin, RegExp>> = {
  fr: /(?:[ée]ments?|eux|euses?|aient|ées?|és|eurs?|aises?|oises?|elles|ettes?|ique|iques|eront|ienne|ères?)$/u,
  en: /(?:ing|ings|ness|ship|ful|ously|ly|ght|ity|ed|wn|ck|th|sh)$/u,
  es: /(?:ción|ciones|dades|dad|mente|ando|iendo|aron|ieron|ías?|anza|ño|ña|ños)$/u,
  it: /(?:zione|zioni|mente|ità|aggio|ezza|ato|ata|ati|gli|cchi|sse)$/u,
  de: /(?:ung|ungen|lich|liche|keit|heit|schaft|isch|ische|tsch|chen)$/u,
  pt: /(?:ção|ções|dade|mente|ando|endo|aram|eiro|eira|ões|ãos)$/u,
  nl: /(?:ijk|ijke|heid|ingen|aar|oor|een|tje|uur|isch)$/u,
};

const LETTERS: readonly (readonly [pattern: RegExp, language: Latin, weight: number])[] = [
  [/[œŒ]|«\s|\b(?:qu|jusqu|lorsqu|puisqu)['’]/giu, 'fr', 1.5],
  [/(?<![\p{L}])[ldjcnsm]['’](?=\p{L})/giu, 'fr', 0.6],
  [/[èêëîïûùâ]/giu, 'fr', 0.4],
  [/é/giu, 'fr', 0.3],
  [/[ñ¿¡]/giu, 'es', 1.5],
  [/[ãõ]/giu, 'pt', 1.5],
  [/[äöüß]/giu, 'de', 0.8],
  [/(?<![\p{L}])(?:dell|nell|all|dall|sull|un|quest)['’](?=\p{L})/giu, 'it', 1.2],
  [/l·l|(?<=\p{L})['’](?:s|re|ve|ll)\b/giu, 'en', 0.8],
  [/(?<=n)['’]t\b/giu, 'en', 1.2],
];

const SCRIPTS: readonly (readonly [pattern: RegExp, language: Language])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];

const LATIN = Object.keys(FUNCTION_WORDS) as Latin[];
const WORDS = wordTable();

/** null where nothing decides: a name, a number, one word. Other scripts are told by their letters. */
export function detectLanguage(text: string): Language | null {
  const foreign = scriptOf(text);
  if (foreign) return foreign;
  const scores = languageScores(text);
  const [best, second] = LATIN.toSorted((a, b) => scores[b] - scores[a]);
  if (!best || !second || scores[best] < 0.6) return null;
  return scores[best] > scores[second] * 1.15 ? best : null;
}

/** False only where another language is plain: a sentence of names and figures counts as French. */
export function isFrench(text: string): boolean {
  const language = detectLanguage(text);
  if (language === null || language === 'fr') return true;
  if (!LATIN.includes(language as Latin)) return false;
  const scores = languageScores(text);
  return scores[language as Latin] < CERTAIN || scores.fr > scores[language as Latin] * 0.7;
}

/** Points under which a few shared words (« non », « va ») may be chance. */
const CERTAIN = 1.3;

const WINDOW = 8;

/**
 * The words of a French text that are in another language, verbatim: the first run of eight words or so in which that
 * language's function words stand and none of French. null where there is none.
 */
export function foreignStretch(text: string): string | null {
  const matches = [...text.matchAll(/[\p{L}\p{M}'’-]+/gu)];
  for (let i = 0; i + 5 <= matches.length; i++) {
    const first = matches[i];
    const last = matches[Math.min(i + WINDOW, matches.length) - 1];
    if (!first || !last) break;
    const stretch = text.slice(first.index, last.index + last[0].length);
    const scores = languageScores(stretch);
    const language = LATIN.find((it) => it !== 'fr' && scores[it] >= 2.4 && scores.fr < 0.5);
    if (language) return stretch;
  }
  return null;
}

/** Points a language: a word that only it has counts 1, one that several share less. */
export function languageScores(text: string): Record<Latin, number> {
  const scores = Object.fromEntries(LATIN.map((language) => [language, 0])) as Record<Latin, number>;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/gu) ?? [];
  for (const written of words) {
    const word = written.replace('’', "'");
    const elided = word.includes("'") ? word.slice(word.indexOf("'") + 1) : word;
    const languages = WORDS.get(word) ?? WORDS.get(elided);
    for (const language of languages ?? []) scores[language] += 1 / (languages?.length ?? 1);
    if (!languages && elided.length > 4) for (const language of languagesByEnding(elided)) scores[language] += 0.35;
  }
  for (const [pattern, language, weight] of LETTERS) scores[language] += (text.match(pattern)?.length ?? 0) * weight;
  return scores;
}

/** Where the letters of the other scripts are. */
const OTHER_SCRIPTS = /[\u0370-\u1FFF\u2100-\u214F\u2C00-\uFFFF]/;

const BY_ENDING = new Map<string, readonly Latin[]>();

function languagesByEnding(word: string): readonly Latin[] {
  const known = BY_ENDING.get(word);
  if (known) return known;
  if (BY_ENDING.size > 5000) BY_ENDING.clear();
  const languages = LATIN.filter((language) => ENDINGS[language]?.test(word));
  BY_ENDING.set(word, languages);
  return languages;
}

function scriptOf(text: string): Language | null {
  if (!OTHER_SCRIPTS.test(text)) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [pattern, language] of SCRIPTS) if ((text.match(pattern)?.length ?? 0) > letters / 2) return language;
  return null;
}

function wordTable(): ReadonlyMap<string, readonly Latin[]> {
  const table = new Map<string, Latin[]>();
  for (const language of LATIN)
    for (const word of new Set(FUNCTION_WORDS[language].split(' '))) table.set(word, [...(table.get(word) ?? []), language]);
  return table;
}
