/** Quotations of a text: « », “ ”, " ", nested, over several sentences, with the incise that may stand inside. */

export interface QuotedSpan {
  /** What stands between the marks, verbatim, without the spaces inside them. */
  text: string;
  /** [start, end) of `text` in the whole. */
  start: number;
  end: number;
  /** [start, end) with the marks. */
  outerStart: number;
  outerEnd: number;
  /** The quotation without a reporting clause inside it: « Je lis des choses, oui, *a souri l’intéressé*, mais… ». */
  words: string;
  /** That clause, verbatim (« a souri l’intéressé »), or null. */
  incise: string | null;
}

const OPENING = /[«“"„‟]/gu;
const PAIRS: Record<string, string> = { '«': '»', '“': '”', '"': '"', '„': '”', '‟': '”' };

/** Outermost quotations, in order. One that is never closed runs to the end of the text given. */
export function findQuotations(text: string): QuotedSpan[] {
  const found: QuotedSpan[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const i = match.index;
    const open = match[0];
    const close = PAIRS[open] ?? open;
    const end = closingAt(text, i, open, close);
    const inner = text.slice(i + 1, end);
    const trimmed = inner.trim();
    if (trimmed !== '') {
      const start = i + 1 + inner.indexOf(trimmed);
      found.push({
        text: trimmed,
        start,
        end: start + trimmed.length,
        outerStart: i,
        outerEnd: Math.min(text.length, end + 1),
        ...withoutIncise(trimmed),
      });
    }
    OPENING.lastIndex = end + 1;
  }
  return found;
}

function closingAt(text: string, from: number, open: string, close: string): number {
  let depth = 1;
  for (let i = from + 1; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === close && --depth === 0) return i;
    if (char === open && open !== close) depth++;
    // A mixed pair (“ … ») is closed by the other mark where its own never comes.
    if (open !== '«' && char === '»' && text.indexOf(close, i) === -1) return i;
  }
  return text.length;
}

const SPEECH_INSIDE =
  /,\s((?:(?:a|ont|avait|avaient)-t-(?:il|elle|on|ils|elles)\s\p{L}+|(?:s[’'](?:est|était)|se sont|s[’'][ée]taient)(?:-(?:il|elle|ils|elles))?\s\p{L}+|(?:a|ont|avait|avaient)\s(?:\p{L}+\s)?\p{L}+(?:é|it|u|is|i|ert)\s(?:l[’']|[Ll][ea]s?\s|un\s|une\s|son\s|sa\s|M\.|Mme\s|\p{Lu})|(?:dit|dit-il|dit-elle|affirme|assure|explique|estime|raconte|ajoute|poursuit|précise|confie|déclare|répond|insiste|souligne)(?:-t-(?:il|elle)|-(?:il|elle|on))?)[^,.»!?]*(?:,\s\p{Lu}[^,.»!?]*)?)([,.!?])(?=\s|$)/u;

/** Takes a reporting clause out of a quotation. */
function withoutIncise(text: string): { words: string; incise: string | null } {
  const match = SPEECH_INSIDE.exec(text);
  const clause = match?.[1];
  if (!match || clause === undefined || clause.split(/\s+/u).length > 14) return { words: text, incise: null };
  const before = text.slice(0, match.index);
  const mark = match[match.length - 1] ?? ',';
  const after = text.slice(match.index + match[0].length).trim();
  // « oui, a souri X, mais » keeps one comma; « en rien, a-t-il dit. Jamais. » keeps the full stop.
  return { words: `${before}${after === '' && mark === ',' ? '' : mark} ${after}`.trim(), incise: clause.trim() };
}
