/** Quotations: words between quotation marks that the source does not have so. */
import type { SheetIndex } from '../facts/sheet-index.ts';
import { fold, foldQuotation, looseWords } from '../french/fold.ts';
import type { QuotedSpan } from '../french/quotations.ts';
import { findQuotations } from '../french/quotations.ts';
import type { Fault } from './fault.ts';
import type { DraftSentence } from './read-draft.ts';

interface SourceQuotation {
  text: string;
  folded: string;
}

interface QuotationIndex {
  quotations: SourceQuotation[];
  /** Verbatim. */
  texts: Set<string>;
  /** Sentences of the source. */
  sentences: string[];
}

const INDEXES = new WeakMap<SheetIndex, QuotationIndex>();

/** From this share of common words on, a quotation is held for an altered one, else for an invented one. */
const SAME_QUOTATION = 0.5;

export function checkQuotes(sentence: DraftSentence, index: SheetIndex): Fault[] {
  return sentence.analysis.quotations.flatMap((quotation) => checkQuotation(quotation, quotationIndex(index)));
}

function checkQuotation(quotation: QuotedSpan, index: QuotationIndex): Fault[] {
  const parts = quotation.words.split(/\s*(?:\[…\]|\(…\)|\[\.\.\.\]|\(\.\.\.\))\s*/u).filter((part) => part.trim() !== '');
  return parts.flatMap((part): Fault[] => {
    const offset = parts.length === 1 ? 0 : quotation.text.indexOf(part);
    return checkPart(part, quotation, Math.max(0, offset), index);
  });
}

function checkPart(part: string, quotation: QuotedSpan, offset: number, index: QuotationIndex): Fault[] {
  if (index.texts.has(part)) return [];
  const folded = trimEnds(foldQuotation(part));
  if (
    folded === '' ||
    index.quotations.some((candidate) => candidate.folded.includes(folded) || candidate.folded.includes(decapital(folded)))
  )
    return [];
  const loose = looseWords(part);
  const whole = { start: quotation.outerStart, end: quotation.outerEnd };
  const sameWords = index.quotations.find((candidate) => ` ${looseWords(candidate.text)} `.includes(` ${loose} `));
  if (sameWords) {
    return [
      {
        kind: 'quote-altered',
        severity: 'warning',
        ...whole,
        message: 'La ponctuation, une majuscule ou un accent diffère dans cette citation.',
        source: sameWords.text,
      },
    ];
  }
  const words = loose.split(' ');
  // Words of the source put between quotation marks: theirs, though nobody said them.
  // A draft may put quotation marks round words that the source has without.
  if (index.sentences.some((text) => ` ${looseWords(text)} `.includes(` ${loose} `))) {
    if (words.length < 4) return [];
    return [
      {
        kind: 'quote-invented',
        severity: 'warning',
        ...whole,
        message: 'Ces mots sont dans la source, mais pas entre guillemets.',
      },
    ];
  }
  let best: SourceQuotation | null = null;
  let bestShare = 0;
  for (const candidate of index.quotations) {
    const share = commonShare(words, looseWords(candidate.text).split(' '));
    if (share > bestShare) {
      best = candidate;
      bestShare = share;
    }
  }
  if (best && bestShare >= SAME_QUOTATION && words.length >= 2) {
    const change = changedWords(part, best);
    const from = quotation.start + offset + change.start;
    return [
      {
        kind: 'quote-altered',
        severity: 'error',
        start: from,
        end: quotation.start + offset + change.end,
        message: 'Cette citation ne reprend pas les mots de la source.',
        source: best.text,
      },
    ];
  }
  const severity = words.length >= 3 ? 'error' : 'warning';
  return [{ kind: 'quote-invented', severity, ...whole, message: 'Cette citation n’est pas dans la source.' }];
}

function quotationIndex(index: SheetIndex): QuotationIndex {
  const known = INDEXES.get(index);
  if (known) return known;
  const quotations = index.facts.flatMap(({ analysis }) =>
    analysis.quotations.flatMap((quotation): SourceQuotation[] => {
      const nested = findQuotations(quotation.text).map((inner) => inner.text);
      const texts = quotation.incise === null ? [quotation.text] : [quotation.text, quotation.words];
      return [...texts, ...nested].map((text) => ({ text, folded: foldQuotation(text) }));
    }),
  );
  const made = {
    quotations,
    texts: new Set(quotations.map(({ text }) => text)),
    sentences: index.facts.map(({ analysis }) => analysis.text),
  };
  INDEXES.set(index, made);
  return made;
}

function trimEnds(text: string): string {
  return text.replace(/^["\s…]+|["\s.,;:!?…]+$/gu, '');
}

function decapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Longest common subsequence of words, as a share of the shorter of the draft's quotation and the stretch it could come from. */
function commonShare(draft: readonly string[], source: readonly string[]): number {
  const common = commonSubsequence(draft, source).length;
  return common / Math.max(draft.length, Math.min(source.length, draft.length + 2));
}

/** Index pairs of a longest common subsequence. */
function commonSubsequence(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Characters [start, end) of `part` that hold its changed words, one word of the source's on each side. */
function changedWords(part: string, source: SourceQuotation): { start: number; end: number } {
  const spans = [...part.matchAll(/[\p{L}\p{N}%€$]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const words = spans.map((span) => fold(part.slice(span.start, span.end)));
  const pairs = commonSubsequence(words, looseWords(source.text).split(' '));
  const kept = new Set(pairs.map(([i]) => i));
  const changed = spans.map((_, i) => i).filter((i) => !kept.has(i));
  let first = changed[0];
  let last = changed.at(-1);
  if (first === undefined || last === undefined) {
    // Words were left out: the place where the common words stop being neighbours in the source.
    const gap = pairs.findIndex(([, j], k) => k > 0 && j !== (pairs[k - 1]?.[1] ?? j) + 1);
    first = last = Math.max(0, gap);
  }
  const from = spans[Math.max(0, first - 1)];
  const to = spans[Math.min(spans.length - 1, last + 1)];
  return { start: from?.start ?? 0, end: to?.end ?? part.length };
}
