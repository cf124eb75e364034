/** What tells a finding from another, from one report to the next. */
import type { Finding } from '../utils/article/report.ts';

/** The same finding again after the draft has changed and been checked anew. */
export function findingKey(finding: Finding): string {
  return `${finding.kind}|${finding.excerpt}|${finding.source ?? ''}`;
}
