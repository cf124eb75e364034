/** Proper names of a sentence: runs of capitalised words, with the small words that belong to them. */
import type { Token } from './tokens.ts';

export interface FoundName {
  /** Token indexes [from, to). */
  from: number;
  to: number;
  start: number;
  end: number;
  /** Verbatim. */
  text: string;
  /** Folded keys of its capitalised words, in order. */
  keys: string[];
  /** What the words around it make of it. */
  kind: 'person' | 'place' | 'body' | 'unknown';
  /** « M. », « Mme », « Me », « Dr »… before it: folded, without the full stop. */
  title: string | null;
  /** Its first word opens the sentence, so that its capital says nothing. */
  initial: boolean;
}

const LINKS = new Set(
  "de du des d' la le les l' en sur sous aux au a lès et - – & von van der den di da del della bin ben ibn el al st".split(' '),
);
const AGENCIES = new Set(['AFP', 'ATS', 'APA', 'ANSA', 'AP']);
const TITLES = new Set('m mme mlle mm mmes me dr pr mgr maitre monsieur madame messieurs'.split(' '));
/** Heads that open the name of a body: what follows in lower case belongs to it (« Conseil de sécurité nationale »). */
const BODY_HEADS = new Set(
  (
    'academie agence alliance amicale armee assemblee association autorite banque bourse bureau caisse centre chambre cercle coalition collectif college comite commission communaute compagnie confederation confrerie congres conseil consortium coordination coop cooperative cour cercle croix departement direction ecole entreprise etablissement eveche faculte federation fondation fonds forum front ' +
    'garde gendarmerie groupe groupement haut haute hopital institut inspection intersyndicale laboratoire ligue maison ministere mission mouvement musee observatoire office ong ordre organisation parlement parquet parti police prefecture reseau region republique senat service services societe surete syndicat theatre tribunal union universite'
  ).split(' '),
);
const BODY_TAIL =
  /^(?:national|regional|departemental|municipal|european|europeen|francais|general|superieur|international|mondial|federal|central|public|social|unitaire|breton|americain|britannique|allemand|suisse|belge|italien|espagnol|russe|chinois|populaire|democrat|agricole|communal|constitutionnel|administratif|economique|medical|sanitaire|culturel)/u;

/**
 * Names of a sentence. A capital that opens the sentence, a quotation or a clause after « : » counts only where a
 * second capitalised word follows or `known` holds the word (folded): a name seen with a capital elsewhere.
 */
export function findNames(tokens: readonly Token[], known: ReadonlySet<string>): FoundName[] {
  const found: FoundName[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || !token.capital) continue;
    const initial = opens(tokens, i);
    if (initial && !token.content && !known.has(token.key)) continue;
    if (TITLES.has(token.key)) continue;
    if (token.key === 'etat' && tokens[i - 1]?.key !== "d'") {
      found.push(make(tokens, i, i + 1, initial));
      continue;
    }
    let to = i + 1;
    for (let k = i + 1; k < tokens.length; k++) {
      const next = tokens[k];
      if (!next) break;
      // « explique à l’AFP Hélène Tramoni »: whom it was told, then who told it.
      if (k === i + 1 && AGENCIES.has(token.text) && tokens[i - 1]?.key === "l'" && !isAcronym(next.text)) break;
      if (next.capital && !opens(tokens, k) && !TITLES.has(next.key)) {
        // « déclaré Delsaux à Bloomberg »: two names; « Nom, Prénom » never joins.
        to = k + 1;
        continue;
      }
      if (next.kind === 'number' && /^\d{1,4}$/u.test(next.text) && k === i + 1) break;
      if (!LINKS.has(next.key) || !joins(tokens, k)) break;
    }
    const last = tokens[to - 1];
    // A common noun that opens the sentence: « Procès des Charmilles ».
    if (initial && !tokens[i + 1]?.capital && !known.has(token.key) && !isAcronym(token.text) && !couldBeName(tokens, i))
      continue;
    if (!last) continue;
    const end = BODY_HEADS.has(token.key) ? bodyEnd(tokens, to) : to;
    found.push(make(tokens, i, end, initial));
    i = Math.max(i, end - 1);
  }
  return found;
}

/** Without an article before a verb, a word that opens a sentence is a name: « Enedis a constaté ». */
function couldBeName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return false;
  if (/\d/u.test(token.text) || /\p{Ll}\p{Lu}/u.test(token.text)) return true;
  if (
    !/^(?:a|ont|est|sont|avait|etait|aurait|serait|va|doit|peut|aura|sera|n'|ne|se|s'|lui)$/u.test(next.key) ||
    next.text === 'à'
  )
    return false;
  // « Fermer ne soigne personne », « Rendez-vous est pris »: a verb or a noun without its article.
  return !/(?:é|ée|és|ées|ant|ment|er|ir)$/u.test(token.text) && token.key !== 'rendez-vous';
}

function isAcronym(text: string): boolean {
  return text.length >= 2 && text === text.toUpperCase() && /\p{L}{2}/u.test(text);
}

/** The token opens a sentence: first word, or after a full stop, « : », an opening mark. */
export function opens(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    const before = tokens[k];
    if (!before) return true;
    if (before.kind === 'word' && before.text.endsWith('’')) {
      if (before.capital) continue;
      return false;
    }
    if (before.kind !== 'punct') return false;
    if (before.text === '.') {
      const word = tokens[k - 1];
      return !(word && (TITLES.has(word.key) || word.text.length === 1));
    }
    if (/^[!?…:«“"•]$/u.test(before.text) || before.text === '–' || before.text === '—' || before.text === '-') {
      if (before.text === ':') return tokens[k + 1]?.text === '«' || tokens[k + 1]?.text === '“';
      if (before.text === '–' || before.text === '-') return k === 0;
      if (before.text === '«' || before.text === '“' || before.text === '"') return true;
      return true;
    }
    if (before.text === '(') return false;
    return false;
  }
  return true;
}

/** A small word joins two capitals of one name: « Haute-Sarre », « Royal de Mons », not « Paris et Lyon » or « Delsaux à Rennes ». */
function joins(tokens: readonly Token[], k: number): boolean {
  const link = tokens[k]?.key ?? '';
  if (
    link === 'et' ||
    link === 'a' ||
    link === 'au' ||
    link === 'en' ||
    link === 'sur' ||
    link === 'aux' ||
    link === '-' ||
    link === '–'
  )
    return false;
  let next = tokens[k + 1];
  if (next && LINKS.has(next.key) && next.key !== 'et' && next.key !== 'a' && !next.capital) next = tokens[k + 2];
  if (!next?.capital) return false;
  const before = tokens[k - 1];
  if (!before || isAcronym(before.text)) return false;
  // « Beaune de Lyon » hardly ever; a head of a body, a particle with a person or a capital article do join.
  if (link === 'la' || link === 'le' || link === 'les' || link === "l'") return before.capital === false && LINKS.has(before.key);
  return true;
}

/** « Conseil de sécurité nationale américain », « Syndicat unitaire des collèges »: the words in lower case that follow a head. */
function bodyEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  let k = from;
  while (k < tokens.length) {
    const token = tokens[k];
    if (!token || token.kind !== 'word') break;
    if (BODY_TAIL.test(token.key)) {
      to = ++k;
      continue;
    }
    if (!/^(?:de|du|des|d'|la|le|les|l')$/u.test(token.key)) break;
    let n = k + 1;
    while (/^(?:la|le|les|l')$/u.test(tokens[n]?.key ?? '')) n++;
    const noun = tokens[n];
    if (!noun || noun.kind !== 'word' || (!noun.content && !noun.capital)) break;
    to = n + 1;
    k = n + 1;
    if (noun.capital) while (tokens[k]?.capital) to = ++k;
  }
  return to;
}

function make(tokens: readonly Token[], from: number, to: number, initial: boolean): FoundName {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? 0;
  const inside = tokens.slice(from, to);
  const capitals = inside.filter((token) => token.capital && (token.content || inside.length === 1));
  const title = titleBefore(tokens, from);
  let text = '';
  for (let k = from; k < to; k++) {
    const token = tokens[k];
    const next = tokens[k + 1];
    if (!token) continue;
    text += token.text + (k + 1 < to && next && next.start > token.end ? ' ' : '');
  }
  return {
    from,
    to,
    start,
    end,
    text,
    keys: capitals.map((token) => token.key),
    kind: kindOf(tokens, from, to, capitals, title),
    title,
    initial,
  };
}

function titleBefore(tokens: readonly Token[], from: number): string | null {
  const before = tokens[from - 1];
  const title = before?.text === '.' ? tokens[from - 2] : before;
  return title && TITLES.has(title.key) ? title.key : null;
}

const PLACE_BEFORE = new Set(['depuis', 'a', 'en', 'au', 'aux', 'vers']);
const PLACE_HEADS = new Set(
  'ville commune village quartier rue avenue place boulevard stade salle gare port vallee riviere fleuve ile lac mont col rang canton departement region province pays cote plage barrage aeroport hameau lieu-dit parc bois foret montagne golfe mer baie'.split(
    ' ',
  ),
);

/** « l’association Beaubrun Solidaire », « la radio Canal Loire »: a noun that makes a body of the name after it. */
const BODY_NOUNS = new Set(
  'association groupe societe entreprise radio journal quotidien hebdomadaire magazine site chaine agence cooperative club syndicat collectif federation mouvement parti banque maison cabinet fonds festival festivals filiale marque enseigne compagnie start-up fabricant constructeur equipementier operateur distributeur editeur assureur equipe fondation ong institut cabinet plateforme media revue mensuel residence hopital college lycee ecole universite musee theatre'.split(
    ' ',
  ),
);

function kindOf(tokens: readonly Token[], from: number, to: number, capitals: Token[], title: string | null): FoundName['kind'] {
  if (title) return 'person';
  const first = capitals[0];
  if (!first) return 'unknown';
  if (BODY_HEADS.has(first.key)) return 'body';
  if (capitals.length === 1 && isAcronym(first.text)) return 'body';
  const before = tokens[from - 1]?.key ?? '';
  const noun = /^(?:de|du|des|d'|la|le|les|l')$/u.test(before) ? (tokens[from - 2]?.key ?? '') : before;
  if (PLACE_HEADS.has(noun)) return 'place';
  if (BODY_NOUNS.has(before) || BODY_NOUNS.has(noun) || BODY_NOUNS.has(first.key)) return 'body';
  if (/^(?:le|la|les|l')$/u.test(first.key)) return 'unknown';
  if (PLACE_BEFORE.has(before) && !speaksTo(tokens, from)) return 'place';
  if (before === 'dans' || (/^(?:la|le|les|l')$/u.test(before) && tokens[from - 2]?.key === 'dans')) return 'place';
  const plain =
    to - from === capitals.length &&
    capitals.length >= 2 &&
    capitals.length <= 3 &&
    capitals.every((token) => /^\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)*$/u.test(token.text));
  const article = /^(?:la|le|les|l'|du|au|des)$/u.test(before);
  if (plain && !article) return 'person';
  return 'unknown';
}

/** « a déclaré à Bloomberg », « a dit à Reuters »: a medium, not a place. */
function speaksTo(tokens: readonly Token[], from: number): boolean {
  return (
    tokens[from - 1]?.key === 'a' &&
    /^(?:declare|dit|confie|affirme|explique|raconte|indique|assure|precise|declarait)$/u.test(tokens[from - 2]?.key ?? '')
  );
}
