/** A text unit cut at every border of a mark, a sentence and a finding: what the preview draws, piece by piece. Pure. */
import type { Inline, Mark } from '../utils/article/block.ts';
import type { SentenceEvidence } from '../utils/article/report.ts';
import type { FindingPlace } from './finding-places.ts';

export interface Piece {
  text: string;
  marks: readonly Mark[];
  /** The gravest finding over it. */
  finding: FindingPlace | null;
}

export interface SentencePieces {
  /** Index into `report.evidence`, null between sentences and before the report. */
  sentence: number | null;
  evidence: SentenceEvidence | null;
  pieces: Piece[];
}

export interface PlacedSentence {
  index: number;
  evidence: SentenceEvidence;
}

const GRAVITY = { error: 3, warning: 2, info: 1 };

export function piecesOf(
  inlines: readonly Inline[],
  sentences: readonly PlacedSentence[],
  findings: readonly FindingPlace[],
): SentencePieces[] {
  const runs = withOffsets(inlines);
  const length = runs.at(-1)?.end ?? 0;
  const borders = new Set([0, length]);
  for (const range of [...runs, ...sentences.map((one) => one.evidence.place), ...findings]) {
    if (range.start > 0 && range.start < length) borders.add(range.start);
    if (range.end > 0 && range.end < length) borders.add(range.end);
  }
  const sorted = [...borders].toSorted((a, b) => a - b);
  const groups: SentencePieces[] = [];
  for (const [i, start] of sorted.entries()) {
    const end = sorted[i + 1];
    if (end === undefined) break;
    const run = runs.find((one) => one.start <= start && start < one.end);
    if (!run) continue;
    const here = sentences.find(({ evidence: { place } }) => place.start <= start && start < place.end);
    const piece: Piece = {
      text: run.text.slice(start - run.start, end - run.start),
      marks: run.marks,
      finding: gravest(findings.filter((one) => one.start <= start && start < one.end)),
    };
    const last = groups.at(-1);
    if (last && last.sentence === (here?.index ?? null)) last.pieces.push(piece);
    else groups.push({ sentence: here?.index ?? null, evidence: here?.evidence ?? null, pieces: [piece] });
  }
  return groups;
}

function withOffsets(inlines: readonly Inline[]) {
  let start = 0;
  return inlines.map(({ text, marks }) => {
    const run = { text, marks: marks ?? [], start, end: start + text.length };
    start = run.end;
    return run;
  });
}

function gravest(findings: readonly FindingPlace[]): FindingPlace | null {
  return findings.reduce<FindingPlace | null>(
    (worst, one) => (worst && GRAVITY[worst.severity] >= GRAVITY[one.severity] ? worst : one),
    null,
  );
}
