/** Cuts a source into numbered facts: one sentence each, with its quotations, speakers, numbers, dates, names and cautions. */
import type { SourceArticle } from '../article/source-article.ts';
import { textUnits, type TextUnit } from '../article/text-units.ts';
import { countWords } from '../article/words.ts';
import { analyse, type Analysis } from '../french/analyse.ts';
import { findMarks, type Mark } from '../french/cautions.ts';
import type { FoundDate } from '../french/dates.ts';
import { detectLanguage } from '../french/language.ts';
import type { FoundName } from '../french/names.ts';
import { type Span, splitSentences } from '../french/sentences.ts';
import { speechVerbs } from '../french/speech-verbs.ts';
import { lockedKind } from './datelines.ts';
import { findEntities, entityOf, type Entities } from './entities.ts';
import type { DateClaim, Fact, FactSheet, NumberClaim, Quotation } from './fact.ts';
import { leansBack } from './leans.ts';
import { linksOf } from './links.ts';
import { rememberIndex } from './sheet-index.ts';
import { newMemory, speakersOf, type Speaker } from './speakers.ts';

interface Piece {
  sourceId: string;
  paragraph: number;
  unit: TextUnit['kind'];
  text: string;
  links: { text: string; href: string }[];
  kind: Fact['kind'];
}

/** Characters that tell a source's language: some 400 words. */
const TELLS_LANGUAGE = 2500;

/** Facts of all sources, numbered through. Headings are facts too: a source's intertitle states something. */
export function cutFacts(article: SourceArticle): FactSheet {
  const pieces: Piece[] = [];
  let words = 0;
  for (const source of article.sources) {
    textUnits(source.blocks).forEach((unit, paragraph) => {
      words += countWords(unit.text);
      pieces.push(...piecesOf(unit, source.id, paragraph));
    });
  }
  const analyses = pieces.map((piece) => analyse(piece.text));
  const entities = findEntities(analyses);
  const memory = newMemory();
  const facts: Fact[] = [];
  const quotations: Quotation[] = [];
  pieces.forEach((piece, i) => {
    const analysis = analyses[i] ?? analyse(piece.text);
    const speakers = speakersOf(analysis, entities, memory, entities.sentences[i]?.names);
    const id = `F${facts.length + 1}`;
    const own = analysis.quotations.map((quotation, k): Quotation => {
      const speaker = speakers[k] ?? null;
      return {
        id: `C${quotations.length + k + 1}`,
        text: quotation.text,
        speaker: speakerAtBest(speaker),
        speakerName: speakerName(speaker),
        factId: id,
        whole: countWords(quotation.text) >= 3,
      };
    });
    quotations.push(...own);
    facts.push(factOf(id, piece, analysis, entities, entities.sentences[i]?.names ?? [], own));
  });
  const sheet: FactSheet = {
    facts,
    quotations,
    words,
    language:
      detectLanguage(
        pieces
          .map((piece) => piece.text)
          .join(' ')
          .slice(0, TELLS_LANGUAGE),
      ) ?? 'fr',
    translatedFrom: article.translatedFrom ?? null,
    undated: article.sources.filter((source) => source.date === null && !isDated(source.id, facts)).map(({ id }) => id),
  };
  rememberIndex(sheet, analyses, entities);
  return sheet;
}

/** « PARIS, 12 mars (AFP) – » */
function isDated(sourceId: string, facts: readonly Fact[]): boolean {
  return facts.some(
    (fact) => fact.sourceId === sourceId && fact.kind === 'dateline' && fact.dates.some((date) => date.day && date.month),
  );
}

function piecesOf(unit: TextUnit, sourceId: string, paragraph: number): Piece[] {
  const links = linksOf(unit);
  return withDashes(splitSentences(unit.text)).flatMap((span): Piece[] => {
    const own = links.filter((link) => link.start < span.end && link.end > span.start).map(({ text, href }) => ({ text, href }));
    return lockedKind(span.text).map(({ text, kind }) => ({
      sourceId,
      paragraph,
      unit: unit.kind,
      text,
      links: kind === 'statement' ? own : [],
      kind,
    }));
  });
}

/** « Lyon, le 3 mai 2026. – Le maire… »: the dash stays with the dateline that it closes. */
function withDashes(spans: readonly Span[]): Span[] {
  const [first, second, ...others] = spans;
  const dash = /^[–—-]+\s+/u.exec(second?.text ?? '')?.[0];
  if (!first || !second || !dash) return [...spans];
  const text = `${first.text} ${second.text}`;
  return lockedKind(text)[0]?.kind === 'dateline' ? [{ ...first, text, end: second.end }, ...others] : [...spans];
}

function factOf(
  id: string,
  piece: Piece,
  analysis: Analysis,
  entities: Entities,
  names: readonly FoundName[],
  quotations: Quotation[],
): Fact {
  const { tokens, quoted } = analysis;
  const marks = findMarks(tokens, quoted);
  const text = (mark: Mark): string => analysis.text.slice(tokens[mark.from]?.start ?? 0, tokens[mark.to - 1]?.end ?? 0);
  const attribution = marks.find((mark) => mark.kind === 'attribution');
  const denial = marks.find((mark) => mark.kind === 'denial');
  const isPlace = (keys: string[], kind: string): boolean => (entityOf(entities, keys)?.kind ?? kind) === 'place';
  return {
    id,
    sourceId: piece.sourceId,
    paragraph: piece.paragraph,
    unit: piece.unit,
    text: piece.text,
    kind: piece.kind,
    quotations,
    numbers: analysis.numbers.map((number): NumberClaim => ({
      text: piece.text.slice(number.start, number.end),
      value: number.value,
      noun: number.nouns[0] ?? null,
      unit: number.unit,
    })),
    dates: analysis.dates.map((date) => dateClaim(date, piece.text)),
    names: unique(names.filter((name) => !isPlace(name.keys, name.kind)).map((name) => name.text)),
    places: unique(names.filter((name) => isPlace(name.keys, name.kind)).map((name) => name.text)),
    links: piece.links,
    hedges: marks
      .filter((mark) => mark.kind === 'conditional' || mark.kind === 'attribution' || mark.kind === 'presumed')
      .map(text),
    negations: marks.filter((mark) => mark.kind === 'negation').map(text),
    denial: denial ? text(denial) : null,
    attribution: attribution ? text(attribution) : reported(analysis),
    leans: leansBack(analysis),
  };
}

/** « …, a rapporté Reuters »: the reporting clause that closes a sentence without quotation. */
function reported(analysis: Analysis): string | null {
  const verb = speechVerbs(analysis.tokens).findLast(
    (found) => found.strong && !analysis.quoted[found.from] && analysis.tokens[found.from - 1]?.text === ',',
  );
  if (!verb) return null;
  const start = analysis.tokens[verb.from]?.start ?? 0;
  return analysis.text.slice(start).replace(/[.!?…]\s*$/u, '');
}

function dateClaim(date: FoundDate, text: string): DateClaim {
  const { day, month, year, weekday } = date;
  return { text: text.slice(date.start, date.end), day, month, year, weekday, relative: date.relative };
}

/** « le porte-parole du Kremlin, Dmitri Peskov »: the phrase of the text, or name and description where it only said « il ». */
function speakerAtBest(speaker: Speaker | null): string | null {
  if (!speaker) return null;
  const { entity } = speaker;
  if (entity === null) return speaker.how === 'pronoun' || speaker.how === 'previous' ? null : speaker.phrase;
  if ((speaker.how === 'after' || speaker.how === 'incise') && speaker.phrase.includes(entity.name)) return speaker.phrase;
  return entity.description ? `${entity.name}, ${entity.description.replace(/^(?:le|la|l[’']|une|un)\s*/iu, '')}` : entity.name;
}

function speakerName(speaker: Speaker | null): string | null {
  if (!speaker) return null;
  if (speaker.entity) return speaker.entity.name;
  return speaker.how === 'pronoun' || speaker.how === 'previous' ? null : speaker.phrase;
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
