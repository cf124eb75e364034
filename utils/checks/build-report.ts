/** What code has to say of a draft: words, evidence, findings, copied share, and who wrote which words. */
import type { Draft } from '../article/draft.ts';
import { draftBlocks } from '../article/draft.ts';
import type { Finding, Notice, Origin, Report, SentenceEvidence } from '../article/report.ts';
import { countBlockWords, countWords } from '../article/words.ts';
import { fold } from '../french/fold.ts';
import { creditLines, translationLine } from '../facts/end-lines.ts';
import type { FactSheet } from '../facts/fact.ts';
import { indexSheet } from '../facts/sheet-index.ts';
import { type CleanSheet, injectionFault, injectionFindings } from './injection.ts';
import { copiedShare } from './copied.ts';
import { checkReading } from './fidelity.ts';
import { checkForm } from './form.ts';
import { type DraftReading, readDraft } from './read-draft.ts';
import { checkUndated } from './undated.ts';

export interface ReportInput {
  draft: Draft;
  /** What the draft was written from. */
  clean: CleanSheet;
  /** Who wrote a sentence, by its plain text. */
  originOf: (sentence: string) => Origin;
  /** What the rewrite had to tell beside what is found here. */
  notices: readonly Notice[];
  /** Words, `RewriteOptions.minWords`. */
  minWords: number;
  narrowQuotes?: boolean;
}

export function buildReport(input: ReportInput): Report {
  const { draft, clean, minWords, narrowQuotes } = input;
  const { sheet, suspicious } = clean;
  const blocks = draftBlocks(draft);
  const reading = withoutNotes(readDraft(blocks, indexSheet(sheet)), sheet);
  const { evidence, ranks } = evidenceOf(draft, reading, input.originOf);
  const words = countBlockWords(blocks);
  const { sentences: copied, longestRun } = copiedShare(
    evidence.map((entry) => entry.sentence),
    sheet.facts.map((fact) => fact.text),
  );
  const read = [...checkReading(reading, sheet), ...checkUndated(reading, sheet)].map((finding): Finding => ({
    ...finding,
    sentence: finding.sentence === undefined ? undefined : ranks.get(finding.sentence),
  }));
  return {
    words,
    facts: sheet.facts.map(({ id, text }) => ({ id, text })),
    evidence,
    findings: [
      ...located([...planted(evidence, clean), ...read, ...checkForm(draft, { minWords, narrowQuotes })], evidence),
      ...injectionFindings(suspicious),
    ],
    notices: noticesOf(input, words),
    copied: { sentences: copied, longestRun },
    origin: originsOf(draft, reading, evidence, ranks),
    seo: [],
  };
}

/** « Citations traduites de l’anglais. » and an agency's credit say something of the article, not of its facts. */
function withoutNotes(reading: DraftReading, sheet: FactSheet): DraftReading {
  const notes = new Set([...creditLines(sheet), translationLine(sheet) ?? []].flat().map(fold));
  if (notes.size === 0) return reading;
  return { ...reading, sentences: reading.sentences.filter(({ analysis }) => !notes.has(fold(analysis.text))) };
}

/** The evidence, and the rank in it of each sentence of the reading: a subheading is read, but is no sentence. */
function evidenceOf(draft: Draft, reading: DraftReading, originOf: ReportInput['originOf']) {
  const places = placesOf(draft);
  const evidence: SentenceEvidence[] = [];
  const ranks = new Map<number, number>();
  reading.sentences.forEach(({ kind, unit, start, analysis: { text }, alignment: { sources, status } }, index) => {
    const at = reading.units[unit];
    const place = at && places[at.block];
    if (kind === 'heading' || !at || !place) return;
    ranks.set(index, evidence.length);
    const end = start + text.length;
    evidence.push({ sentence: text, sources, status, origin: originOf(text), place: { ...place, item: at.item, start, end } });
  });
  return { evidence, ranks };
}

/** Where each block of the body stands in the draft; -1 = the section's own subheading. */
function placesOf(draft: Draft): { section: number; block: number }[] {
  return draft.sections.flatMap(({ heading, blocks }, section) => [
    ...(heading === null ? [] : [{ section, block: -1 }]),
    ...blocks.map((_, block) => ({ section, block })),
  ]);
}

/** Words of the body by who wrote them: a subheading by who worded it, one inside a section by who wrote what follows. */
function originsOf(
  draft: Draft,
  reading: DraftReading,
  evidence: readonly SentenceEvidence[],
  ranks: ReadonlyMap<number, number>,
): Report['origin'] {
  const places = placesOf(draft);
  const origin = { model: 0, floor: 0 };
  reading.sentences.forEach(({ kind, unit, analysis }, index) => {
    const place = places[reading.units[unit]?.block ?? -1];
    const next = reading.sentences.findIndex((other, i) => i >= index && other.kind !== 'heading');
    const by =
      kind === 'heading' && place?.block === -1
        ? draft.sections[place.section]?.headingBy
        : evidence[ranks.get(next) ?? -1]?.origin;
    origin[by === 'model' || by === 'hand' ? 'model' : 'floor'] += countWords(analysis.text);
  });
  return origin;
}

function planted(evidence: readonly SentenceEvidence[], clean: CleanSheet): Finding[] {
  return evidence.flatMap((entry, sentence) => {
    const fault = injectionFault(entry.sentence, clean);
    return fault ? [{ ...fault, sentence }] : [];
  });
}

/** Each finding with the sentence that holds its excerpt: the first one that no like finding has taken. */
function located(findings: readonly Finding[], evidence: readonly SentenceEvidence[]): Finding[] {
  const taken = new Set<string>();
  return findings.map((finding) => {
    // A field's value may stand in the text too: it is not what is meant.
    if (finding.sentence !== undefined || finding.excerpt === '' || finding.kind === 'field') return finding;
    const sentence = evidence.findIndex(
      (entry, index) => entry.sentence.includes(finding.excerpt) && !taken.has(`${finding.kind} ${finding.excerpt} ${index}`),
    );
    if (sentence === -1) return finding;
    taken.add(`${finding.kind} ${finding.excerpt} ${sentence}`);
    return { ...finding, sentence };
  });
}

function noticesOf({ notices, minWords }: ReportInput, words: number): Notice[] {
  const kept = notices.filter((notice) => notice.code !== 'too_short');
  return words < minWords ? [...kept, { code: 'too_short', detail: `${words}/${minWords}` }] : kept;
}
