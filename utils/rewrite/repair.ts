/** Small requests that mend single sentences of a finished draft; what does not get better stays, with its finding. */
import type { Block } from '../article/block.ts';
import type { Finding, Report, SentenceEvidence } from '../article/report.ts';
import { inlineText } from '../article/inlines.ts';
import { mapInlines } from '../article/text-units.ts';
import { countWords } from '../article/words.ts';
import { LONG_SENTENCE } from '../checks/structure.ts';
import { CodedError } from '../errors.ts';
import { judgeLine, numberedLines, oneLine } from './ask-again.ts';
import type { Desk } from './desk.ts';
import { sentencesOf, sliceInlines } from './floor-rest.ts';
import { holdsKeyphrase } from './keyphrase.ts';
import { inlinesOf, plainOf } from './pieces.ts';
import type { RewriteEvent } from './progress.ts';
import { sentenceMessages, tokensFor } from './prompt.ts';
import { quotationsIn, withCodes } from './quotation-codes.ts';
import { SentencesSoFar } from './repetition.ts';
import { wholeAnswer } from './whole-answer.ts';

export interface ToMend {
  /** Index into the report's evidence. */
  entry: number;
  /** What is wrong, in French, as the model is told. */
  fault: string;
  /** What a better sentence must be, beside passing the gate. */
  better: (text: string) => boolean;
}

/** Words: yoastseo's limit is 25 (es, it, pt); a sentence is asked again only where it is much longer. */
const MUCH_TOO_LONG = 38;
/** Sentences asked again in one round. */
const MOST = 6;

/** What of the draft a model can mend: its own sentences only, the floor has nothing that another wording would cure. */
export function sentencesToMend(desk: Desk, report: Report): ToMend[] {
  const items: ToMend[] = [];
  report.evidence.forEach((entry, index) => {
    if (entry.origin !== 'model') return;
    const finding = report.findings.find((candidate) => candidate.sentence === index && candidate.severity === 'error');
    if (finding) items.push({ entry: index, fault: faultOf(finding), better: () => true });
    else if (entry.status === 'none')
      items.push({ entry: index, fault: 'elle dit ce qu’aucun fait ne dit', better: (text) => isCarried(desk, text) });
    else if (countWords(withoutQuotations(entry.sentence)) > MUCH_TOO_LONG) {
      items.push({
        entry: index,
        fault: TOO_LONG,
        better: (text) => longestOf(text) <= MUCH_TOO_LONG,
      });
    }
  });
  const lead = keyphraseMissing(desk, report);
  if (lead !== null && !items.some((item) => item.entry === lead)) {
    items.push({
      entry: lead,
      fault: withoutKeyphrase(desk),
      better: (text) => holdsKeyphrase(text, desk.keyphrase),
    });
  }
  return items.slice(0, MOST);
}

/**
 * One finding's sentence, whoever wrote it. What comes instead must be beyond doubt, since doubt is why it was asked for;
 * the user sees old and new side by side, so that a local model's own wording is let through here too. Returns the
 * sections that changed.
 */
export async function* mendFinding(desk: Desk, report: Report, finding: Finding): AsyncGenerator<RewriteEvent, Set<number>> {
  const entry = finding.sentence;
  const old = entry === undefined ? undefined : report.evidence[entry];
  if (entry === undefined || !old) return new Set();
  const [fault, better] = aimOf(desk, finding, old.sentence);
  return yield* mendSentences({ ...desk, gate: () => ({ ...desk.gate(), strictness: 'doubts' }) }, report, [
    { entry, fault, better },
  ]);
}

function aimOf(desk: Desk, finding: Finding, old: string): [fault: string, better: ToMend['better']] {
  if (finding.kind === 'seo') return [withoutKeyphrase(desk), (text) => holdsKeyphrase(text, desk.keyphrase)];
  if (finding.kind === 'structure')
    return [TOO_LONG, (text) => longestOf(text) <= Math.max(LONG_SENTENCE, 0.75 * longestOf(old))];
  return [faultOf(finding), () => true];
}

/** One request for all of them. Returns the sections that changed. */
export async function* mendSentences(
  desk: Desk,
  report: Report,
  items: readonly ToMend[],
): AsyncGenerator<RewriteEvent, Set<number>> {
  const changed = new Set<number>();
  const asked = items.flatMap((item) => {
    const entry = report.evidence[item.entry];
    return entry ? [{ item, entry }] : [];
  });
  if (asked.length === 0) return changed;
  const sentences = asked.map(({ item, entry }) => ({
    text: withCodes(entry.sentence, desk.sheet),
    fault: item.fault,
    facts: factsFor(desk, entry),
  }));
  let answer = '';
  try {
    const messages = sentenceMessages(sentences, desk.nonce);
    answer = yield* wholeAnswer(
      desk.client,
      { purpose: 'repair', messages, maxTokens: tokensFor(45 * asked.length) },
      desk.signal,
    );
  } catch (error) {
    if (error instanceof CodedError && ['truncated', 'empty', 'refused'].includes(error.code)) return changed;
    throw error;
  }
  const lines = numberedLines(answer);
  // Last first, so that the places of the others in the same paragraph stay right.
  for (let at = asked.length - 1; at >= 0; at--) {
    const pair = asked[at];
    const line = lines.get(at + 1) ?? (asked.length === 1 ? oneLine(answer) : '');
    if (!pair || line === '') continue;
    const text = betterText(desk, pair.entry, pair.item, line);
    if (text === null) continue;
    const { section } = pair.entry.place;
    desk.manuscript.replace(section, replaceAt(desk.manuscript.section(section).blocks, pair.entry.place, text), [plainOf(text)]);
    changed.add(section);
  }
  return changed;
}

/** The gate's word on a new sentence, all other sentences of the draft standing; null where it is no better. */
function betterText(desk: Desk, entry: SentenceEvidence, item: ToMend, line: string): string | null {
  const standing = new SentencesSoFar();
  for (const section of desk.manuscript.draftSections()) {
    for (const sentence of sentencesOf(section.blocks)) if (sentence !== entry.sentence) standing.add(sentence);
  }
  const verdict = judgeLine(line, { ...desk.gate(), standing, quoted: new Set() });
  if (verdict?.kind !== 'pass' || verdict.text === entry.sentence || !item.better(verdict.text)) return null;
  // A quotation of the old sentence must not be lost with it.
  const kept = quotationsIn(entry.sentence, desk.sheet);
  return kept.every((id) => verdict.quotations.includes(id)) ? verdict.markdown : null;
}

/** The blocks with the text at this place replaced. */
export function replaceAt(blocks: readonly Block[], place: SentenceEvidence['place'], text: string): Block[] {
  return mapInlines(blocks, (inlines, unit) => {
    if (unit.block !== place.block || unit.item !== place.item) return inlines;
    return [
      ...sliceInlines(inlines, 0, place.start),
      ...inlinesOf(text),
      ...sliceInlines(inlines, place.end, inlineText(inlines).length),
    ];
  });
}

function factsFor(desk: Desk, entry: SentenceEvidence): Desk['sheet']['facts'] {
  const planned = desk.manuscript.at(entry.place.section).planned.facts;
  const ids = entry.sources.length > 0 ? entry.sources : planned.slice(0, 3);
  return desk.sheet.facts.filter((fact) => ids.includes(fact.id));
}

/** Index of the first sentence where the introduction lacks the keyphrase, null where it has it. */
function keyphraseMissing(desk: Desk, report: Report): number | null {
  if (desk.keyphrase === '') return null;
  const intro = report.evidence.filter((entry) => entry.place.section === 0 && entry.place.block === 0);
  if (intro.length === 0 || intro.some((entry) => holdsKeyphrase(entry.sentence, desk.keyphrase))) return null;
  const first = report.evidence.findIndex((entry) => entry.place.section === 0 && entry.origin === 'model');
  return first === -1 ? null : first;
}

function isCarried(desk: Desk, text: string): boolean {
  return desk.claims.align(text).status !== 'none';
}

const TOO_LONG = 'elle est trop longue : la couper en deux phrases courtes';

function withoutKeyphrase({ keyphrase }: Desk): string {
  return `elle doit contenir l’expression « ${keyphrase} »`;
}

/** Words of the longest sentence, quotations aside: they are as long as they are. */
function longestOf(text: string): number {
  return Math.max(...text.split(/(?<=[.!?…])\s/u).map((part) => countWords(withoutQuotations(part))));
}

function faultOf(finding: Finding): string {
  const wording = finding.source ? ` ; la source dit : ${finding.source}` : '';
  return `« ${finding.excerpt} » : ${finding.message.replace(/\.$/u, '')}${wording}`;
}

function withoutQuotations(text: string): string {
  return text.replace(/«[^»]*»/gu, ' ');
}
