/** What tells a finding from another, from one report to the next. */
import type { Finding } from '../utils/article/report.ts';

/** A finding, or what can be put away like one. */
export type Keyed = Pick<Finding, 'excerpt' | 'source'> & { kind: string };

/** The same finding again after the draft has changed and been checked anew. */
export function findingKey(finding: Keyed): string {
  return `${finding.kind}|${finding.excerpt}|${finding.source ?? ''}`;
}
