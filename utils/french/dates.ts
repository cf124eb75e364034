/** Dates, days, times of day and relative dates of a sentence. */
import { numberWord } from './number-words.ts';
import { parseDigits } from './numbers.ts';
import type { Token } from './tokens.ts';

export interface FoundDate {
  /** Token indexes [from, to). */
  from: number;
  to: number;
  start: number;
  end: number;
  day: number | null;
  /** 1-12. */
  month: number | null;
  year: number | null;
  /** 0 = Monday. */
  weekday: number | null;
  /** Minutes since midnight. */
  time: number | null;
  /** Folded: `matin`, `soir`, `apres-midi`, `nuit`… */
  part: string | null;
  season: string | null;
  /** Folded relative expression (« cette semaine », « la veille »). */
  relative: string | null;
}

const MONTHS = new Map(
  (
    'janvier=1 fevrier=2 mars=3 avril=4 mai=5 juin=6 juillet=7 aout=8 septembre=9 octobre=10 novembre=11 decembre=12 ' +
    'janv=1 fevr=2 fev=2 avr=4 juil=7 sept=9 oct=10 nov=11 dec=12 mi-janvier=1 mi-fevrier=2 mi-mars=3 mi-avril=4 mi-mai=5 mi-juin=6 mi-juillet=7 mi-aout=8 mi-septembre=9 mi-octobre=10 mi-novembre=11 mi-decembre=12'
  )
    .split(' ')
    .map((pair): [string, number] => [pair.split('=')[0] ?? '', Number(pair.split('=')[1])]),
);
const WEEKDAYS = new Map(
  'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ').flatMap((day, i): [string, number][] => [
    [day, i],
    [`${day}s`, i],
  ]),
);
const PARTS = new Set(['matin', 'matinee', 'midi', 'apres-midi', 'soir', 'soiree', 'nuit', 'minuit', 'aube']);
const SEASONS = new Set(['printemps', 'ete', 'automne', 'hiver']);
const PERIODS = new Set([
  'semaine',
  'mois',
  'annee',
  'an',
  'trimestre',
  'semestre',
  'week-end',
  'ete',
  'hiver',
  'automne',
  'printemps',
  'siecle',
  'decennie',
  'saison',
  'rentree',
  'nuit',
  'matin',
  'soir',
  'apres-midi',
  'jour',
  'journee',
  'matinee',
  'soiree',
]);
/** Words that make a period a date when they stand before or after it: « cette semaine », « l’an dernier ». */
const DEICTIC_BEFORE = new Set(['cette', 'ce', 'cet']);
const DEICTIC_AFTER = new Set([
  'dernier',
  'derniere',
  'prochain',
  'prochaine',
  'passe',
  'passee',
  'suivant',
  'suivante',
  'precedent',
  'precedente',
]);
const SINGLE = new Set([
  'hier',
  'demain',
  "aujourd'hui",
  'avant-hier',
  'apres-demain',
  'lendemain',
  'veille',
  'surlendemain',
  'avant-veille',
]);

/** A date, a time of day or a relative date may start with the folded word. */
export function isDateWord(key: string): boolean {
  return (
    WEEKDAYS.has(key) ||
    MONTHS.has(key) ||
    SINGLE.has(key) ||
    DEICTIC_BEFORE.has(key) ||
    SEASONS.has(key) ||
    PERIODS.has(key) ||
    PARTS.has(key) ||
    key.startsWith('mi-') ||
    numberWord(key) !== null
  );
}

/** `taken` is filled: true for each token that belongs to a date. */
export function findDates(tokens: readonly Token[], taken: boolean[]): FoundDate[] {
  const found: FoundDate[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const date = dateAt(tokens, i);
    if (!date) continue;
    found.push(date);
    for (let k = date.from; k < date.to; k++) taken[k] = true;
    i = date.to - 1;
  }
  return found;
}

const EMPTY = { day: null, month: null, year: null, weekday: null, time: null, part: null, season: null, relative: null };

function dateAt(tokens: readonly Token[], i: number): FoundDate | null {
  const token = tokens[i];
  if (!token || !(token.opensDate || token.kind === 'number')) return null;
  const { key } = token;
  const make = (to: number, fields: Partial<FoundDate>): FoundDate => ({
    ...EMPTY,
    ...fields,
    from: i,
    to,
    start: token.start,
    end: tokens[to - 1]?.end ?? token.end,
  });

  const weekday = WEEKDAYS.get(key);
  if (weekday !== undefined && !isName(tokens, i)) {
    let to = i + 1;
    const fields: Partial<FoundDate> = { weekday };
    const day = dayAt(tokens, to);
    const part = tokens[to];
    if (day) {
      Object.assign(fields, day.fields);
      to = day.to;
    }
    if (part && PARTS.has(part.key)) {
      fields.part = part.key;
      to++;
    } else if (part && DEICTIC_AFTER.has(part.key)) {
      fields.relative = `${key} ${part.key}`;
      to++;
    }
    return make(to, fields);
  }
  if (token.kind === 'number') {
    const time = timeAt(tokens, i);
    if (time) return make(time.to, { time: time.minutes });
    const day = dayAt(tokens, i);
    if (day) return make(day.to, day.fields);
    const slashed = slashDate(tokens, i);
    if (slashed) return make(slashed.to, slashed.fields);
    const year = yearOf(tokens, i);
    if (year !== null) return make(i + 1, { year });
    return null;
  }
  if (key === 'midi' || key === 'minuit') {
    if (tokens[i - 1]?.capital || token.capital) return null;
    return make(i + 1, { time: key === 'midi' ? 720 : 0 });
  }
  const month = MONTHS.get(key);
  if (month !== undefined && !token.capital && !(key === 'sept' && isSeven(tokens, i))) {
    let to = i + 1;
    if (tokens[to]?.text === '.') to++;
    const year = tokens[to]?.kind === 'number' ? yearOf(tokens, to) : null;
    return make(year === null ? i + 1 : to + 1, { month, year });
  }
  const time = numberWord(key) !== null ? timeAt(tokens, i) : null;
  if (time && clockContext(tokens, i)) return make(time.to, { time: time.minutes });
  return relativeAt(tokens, i, make);
}

function relativeAt(
  tokens: readonly Token[],
  i: number,
  make: (to: number, fields: Partial<FoundDate>) => FoundDate,
): FoundDate | null {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token) return null;
  const { key } = token;
  if (SINGLE.has(key)) return make(i + 1, { relative: key });
  if (DEICTIC_BEFORE.has(key) && next && PERIODS.has(next.key))
    return make(i + 2, { relative: `${key} ${next.key}`, part: PARTS.has(next.key) ? next.key : null });
  if (SEASONS.has(key) && !(key === 'ete' && !isSummer(tokens, i))) {
    const year = next?.kind === 'number' ? yearOf(tokens, i + 1) : null;
    if (year !== null) return make(i + 2, { season: key, year });
    if (next && DEICTIC_AFTER.has(next.key)) return make(i + 2, { season: key, relative: `${key} ${next.key}` });
    return make(i + 1, { season: key });
  }
  if (PERIODS.has(key) && next && DEICTIC_AFTER.has(next.key)) return make(i + 2, { relative: `${key} ${next.key}` });
  if (key === 'mi' || !key.startsWith('mi-')) return null;
  const year = /^mi-(\d{4})$/u.exec(key)?.[1];
  return year ? make(i + 1, { year: Number(year) }) : null;
}

/** « sept » is a month before its full stop or a year; else a number. */
function isSeven(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  return !(next?.text === '.' && i + 2 < tokens.length) && !(next?.kind === 'number' && yearOf(tokens, i + 1) !== null);
}

/** « été » is a season after « l’ », « cet », « un », « en » ; else a participle. */
function isSummer(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:l'|cet|un|en|d'|chaque)$/u.test(tokens[i - 1]?.key ?? '') &&
    (tokens[i - 2]?.text === 'à' || !/^(?:a|ont|avait|aurait)$/u.test(tokens[i - 2]?.key ?? ''))
  );
}

/** « 14 novembre », « 1er septembre 2025 », « 12-13 mars »; the day stands at `i`. */
function dayAt(tokens: readonly Token[], i: number): { to: number; fields: Partial<FoundDate> } | null {
  const token = tokens[i];
  if (!token) return null;
  const day = token.kind === 'number' && /^\d{1,2}$/u.test(token.text) ? Number(token.text) : null;
  if (day === null || day < 1 || day > 31) return null;
  let to = i + 1;
  if (day === 1 && tokens[to]?.key === 'er') to++;
  let month = MONTHS.get(tokens[to]?.key ?? '');
  if (month === undefined) {
    // « du 9 au 12 juillet », « les 3 et 4 mai »: the first day takes the month of the second.
    const link = tokens[to]?.key ?? '';
    const other = tokens[to + 1];
    if (!['au', 'et', '-', '–', 'a', 'ou', ','].includes(link) || other?.kind !== 'number' || !/^\d{1,2}$/u.test(other.text))
      return null;
    let after = to + 2;
    if (tokens[after]?.key === 'er') after++;
    month = MONTHS.get(tokens[after]?.key ?? '');
    return month === undefined ? null : { to, fields: { day, month } };
  }
  to++;
  if (tokens[to]?.text === '.') to++;
  const year = tokens[to]?.kind === 'number' ? yearOf(tokens, to) : null;
  if (year !== null) to++;
  return { to, fields: { day, month, year } };
}

function slashDate(tokens: readonly Token[], i: number): { to: number; fields: Partial<FoundDate> } | null {
  if (tokens[i + 1]?.text !== '/' || tokens[i + 3]?.text !== '/') return null;
  const day = Number(tokens[i]?.text);
  const month = Number(tokens[i + 2]?.text);
  const year = Number(tokens[i + 4]?.text);
  if (!(day <= 31 && month <= 12 && year > 1000)) return null;
  return { to: i + 5, fields: { day, month, year } };
}

/** A year alone: four figures, 1000-2199, that no unit or noun follows. */
function yearOf(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  if (!token || !/^(?:1[0-9]|2[01])\d{2}$/u.test(token.text)) return null;
  const next = tokens[i + 1];
  if (next && (next.text === '%' || next.text === '€')) return null;
  const before = tokens[i - 1]?.key ?? '';
  if (
    /^(?:en|depuis|de|des|avant|apres|fin|debut|annee|annees|jusqu'|edition|saison|l'|ete|hiver|printemps|automne|des|et|mondial|coupe)$/u.test(
      before,
    ) ||
    MONTHS.has(before)
  ) {
    // « plus de 2000 personnes »: a noun follows a number, none a year.
    return next?.kind === 'word' &&
      next.content &&
      !next.capital &&
      (before === 'de' || before === 'des' || before === "l'" || before === 'et')
      ? null
      : Number(token.text);
  }
  if (next?.kind === 'word' && next.content && !next.capital) return null;
  if (next?.text === '-' || tokens[i - 1]?.text === '-') return null;
  if (next?.kind === 'word' && /^(?:de|d'|des)$/u.test(next.key)) return null;
  return Number(token.text);
}

/** « 15 h 40 », « 18h30 », « 6 heures », « 9 h », « trois heures et quart ». */
function timeAt(tokens: readonly Token[], i: number): { to: number; minutes: number } | null {
  const token = tokens[i];
  if (!token) return null;
  const hour = token.kind === 'number' ? (/^\d{1,2}$/u.test(token.text) ? parseDigits(token.text) : null) : numberWord(token.key);
  if (hour === null || hour > 24) return null;
  const mark = tokens[i + 1];
  const glued = mark?.kind === 'word' ? /^h(\d{2})?$/u.exec(mark.key) : null;
  if (mark && glued) {
    if (glued[1]) return { to: i + 2, minutes: hour * 60 + Number(glued[1]) };
    const minutes = tokens[i + 2];
    if (minutes?.kind === 'number' && /^\d{2}$/u.test(minutes.text))
      return { to: i + 3, minutes: hour * 60 + Number(minutes.text) };
    return clockContext(tokens, i) ? { to: i + 2, minutes: hour * 60 } : null;
  }
  if (
    mark?.text === ':' &&
    token.end === mark.start &&
    tokens[i + 2]?.kind === 'number' &&
    /^[0-5]\d$/u.test(tokens[i + 2]?.text ?? '')
  ) {
    return { to: i + 3, minutes: hour * 60 + Number(tokens[i + 2]?.text) };
  }
  if (mark?.key !== 'heures' && mark?.key !== 'heure') return null;
  if (!clockContext(tokens, i)) return null;
  const after = tokens[i + 2];
  if (after?.kind === 'number' && /^\d{2}$/u.test(after.text)) return { to: i + 3, minutes: hour * 60 + Number(after.text) };
  return { to: i + 2, minutes: hour * 60 };
}

/** « à 6 heures » is a time of day, « pendant 6 heures », « trois heures par semaine » a duration. */
function clockContext(tokens: readonly Token[], i: number): boolean {
  if (
    /^(?:par|de|d')$/u.test(tokens[i + 2]?.key ?? '') &&
    !/^(?:matin|apres-midi|soir)$/u.test(tokens[i + 4]?.key ?? tokens[i + 3]?.key ?? '')
  ) {
    const rate = tokens[i + 2]?.key === 'par' && !/^(?:la|le|l'|les|un|une)$/u.test(tokens[i + 3]?.key ?? '');
    if (rate || tokens[i - 1]?.key !== 'a') return false;
  }
  const before = tokens[i - 1]?.key ?? '';
  // « vendredi, 14 heures »
  if (WEEKDAYS.has(before) || (before === ',' && WEEKDAYS.has(tokens[i - 2]?.key ?? ''))) return true;
  // « aux alentours de 22 heures », « autour de », « peu avant ».
  if (before === 'de' && /^(?:alentours|environs|autour|coup|partir)$/u.test(tokens[i - 2]?.key ?? '')) return true;
  if (/^(?:vers|des|environ|avant|apres|jusqu'a|depuis)$/u.test(before)) return true;
  const further = tokens[i - 2]?.key ?? '';
  // « entre 9 et 10 heures », « de 9 heures à 18 heures ».
  if (before === 'et') return tokens.slice(Math.max(0, i - 4), i).some((token) => token.key === 'entre');
  if (before === 'entre') return true;
  if (before === 'de')
    return (
      !/^(?:plus|moins|pres|duree|moyenne|pause|retard|avance|seance)$/u.test(further) &&
      tokens.slice(i, i + 6).some((token) => token.text === 'à')
    );
  return before === 'a' && !(tokens[i - 2]?.kind === 'number' || numberWord(further) !== null);
}

/** « Mardi gras » and weekdays in a name. */
function isName(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return Boolean(token?.capital && i > 0 && (tokens[i - 1]?.capital || tokens[i + 1]?.capital));
}
