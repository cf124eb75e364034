/** What « Corriger » can do about a finding: who would do it, code or a model. Types only are imported: the page asks it too. */
import type { Finding, FindingKind, Report } from '../article/report.ts';

/**
 * By a model: `reword` its sentence, `lengthen` the draft by a form not used yet.
 * By code: `requote` in the source's words, `put-back` a quotation, `unlink`, `typography`, `split` a paragraph.
 */
export type Remedy = 'reword' | 'lengthen' | 'requote' | 'put-back' | 'unlink' | 'typography' | 'split';

export function needsModel(remedy: Remedy): boolean {
  return remedy === 'reword' || remedy === 'lengthen';
}

/** null = nothing that would be more than a guess: no button. */
export function remedyOf(finding: Finding, report: Report): Remedy | null {
  const { kind, severity, excerpt, source = '' } = finding;
  const entry = finding.sentence === undefined ? undefined : report.evidence[finding.sentence];
  switch (kind) {
    case 'length':
      return 'lengthen';
    case 'lost':
      // A link stands on its own words or not at all.
      return source === '' || /^[a-z]+:/iu.test(source) ? null : 'put-back';
    case 'link':
      return 'unlink';
    case 'typography':
      return 'typography';
    case 'quote-altered':
      return entry && source !== '' ? 'requote' : null;
    case 'structure':
      if (entry?.sentence !== excerpt) return null;
      // A remark names the longest sentence, a warning the first one of a long paragraph.
      if (severity !== 'info') return 'split';
      // Quotations are as long as they are.
      return excerpt.replace(/«[^»]*»/gu, '').split(/\s+/u).length > 25 ? 'reword' : null;
    case 'seo':
      return entry && severity === 'warning' && entry.place.section === 0 ? 'reword' : null;
    default:
      return entry && severity !== 'info' && REWORDED.has(kind) ? 'reword' : null;
  }
}

const REWORDED: ReadonlySet<FindingKind> = new Set<FindingKind>([
  ...(['number', 'number-noun', 'unit', 'date', 'name', 'place', 'quote-invented', 'quote-speaker', 'polarity'] as const),
  ...(['hedge-lost', 'fact-added', 'fact-added-entity', 'language', 'injection', 'repetition', 'echo'] as const),
]);
