/** The kinds of findings, in the groups that an editor thinks in. Pure. */
import type { Finding, FindingKind, Report } from '../utils/article/report.ts';

export { findingKey } from './finding-key.ts';

export type GroupId = 'quotes' | 'facts' | 'evidence' | 'french' | 'structure' | 'seo';

const GROUP: Record<FindingKind, GroupId> = {
  ...{ 'quote-altered': 'quotes', 'quote-invented': 'quotes', 'quote-speaker': 'quotes' },
  ...{ number: 'facts', 'number-noun': 'facts', unit: 'facts', date: 'facts', name: 'facts', place: 'facts', link: 'facts' },
  ...{ polarity: 'facts', 'hedge-lost': 'facts', lost: 'facts', variant: 'facts', undated: 'facts', injection: 'facts' },
  ...{ 'fact-added': 'evidence', 'fact-added-entity': 'evidence', overlap: 'evidence' },
  ...{ language: 'french', typography: 'french', repetition: 'french', echo: 'french' },
  ...{ length: 'structure', structure: 'structure' },
  ...{ seo: 'seo', field: 'seo' },
};

export const GROUPS: readonly GroupId[] = ['quotes', 'facts', 'evidence', 'french', 'structure', 'seo'];

export interface NumberedFinding {
  finding: Finding;
  /** Index into `report.findings`. */
  index: number;
}

export interface CheckGroup {
  id: GroupId;
  errors: number;
  warnings: number;
  infos: number;
}

export function groupOf(kind: FindingKind): GroupId {
  return GROUP[kind];
}

export function checkGroups(findings: readonly NumberedFinding[]): CheckGroup[] {
  return GROUPS.map((id) => {
    const own = findings.filter(({ finding }) => groupOf(finding.kind) === id);
    const count = (severity: Finding['severity']) => own.filter(({ finding }) => finding.severity === severity).length;
    return { id, errors: count('error'), warnings: count('warning'), infos: count('info') };
  });
}

/** Errors first, then warnings, then remarks; the text's order inside. */
export function byGravity(findings: readonly NumberedFinding[]): NumberedFinding[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return findings.toSorted((a, b) => rank[a.finding.severity] - rank[b.finding.severity] || a.index - b.index);
}

/** Sentences that something of the source carries, or that state nothing, of all sentences. */
export function carriedSentences(report: Report): { carried: number; all: number } {
  return { carried: report.evidence.filter((one) => one.status === 'supported').length, all: report.evidence.length };
}
