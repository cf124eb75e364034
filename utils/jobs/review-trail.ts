/** Adds to a job's review trail. */
import { draftBlocks } from '../article/draft.ts';
import { htmlFromBlocks } from '../article/html-writer.ts';
import type { Finding, Report } from '../article/report.ts';
import { countBlockWords } from '../article/words.ts';
import type { Receipt } from '../editor/editor-protocol.ts';
import type { Job } from './job.ts';
import type { Insertion, ReviewEntry } from './review.ts';

/** A trail grows with each insertion of the same draft: the last ones are kept. */
const MAX_ENTRIES = 30;
const MAX_FINDINGS = 100;

export interface Accepted {
  receipt: Receipt;
  text: { words: number; sha256: string };
  forced: boolean;
  at: number;
  who: string | null;
  /** « Garder » was pressed on this finding. */
  isKept: (finding: Finding) => boolean;
}

/** Length and fingerprint of the body, as it is now. */
export async function acceptedText(job: Job): Promise<Accepted['text']> {
  const blocks = draftBlocks(job.progress.draft);
  return { words: countBlockWords(blocks), sha256: await sha256(htmlFromBlocks(blocks)) };
}

/** What was accepted of this job, as it was when the editor was asked. Pure. */
export function insertionEntry(job: Job, { receipt, text, forced, at, who, isKept }: Accepted): Insertion {
  const { draft, report } = job.progress;
  return {
    ...{ kind: 'inserted', at, who, forced },
    ...text,
    mode: receipt.mode,
    blocks: receipt.blocks,
    title: draft.title,
    fields: receipt.fields.map(({ field, outcome }) => ({ field, outcome })),
    verified: receipt.verified,
    model: job.provider?.model ?? null,
    checks: report && checksOf(report, isKept),
  };
}

/** The job with one more entry. Pure. */
export function withReview(job: Job, entry: ReviewEntry): Job {
  return { ...job, review: [...(job.review ?? []), entry].slice(-MAX_ENTRIES) };
}

function checksOf(report: Report, isKept: (finding: Finding) => boolean): Insertion['checks'] {
  const count = (severity: Finding['severity']) => report.findings.filter((one) => one.severity === severity).length;
  const rank = { error: 0, warning: 1, info: 2 };
  return {
    findings: report.findings
      .toSorted((a, b) => rank[a.severity] - rank[b.severity])
      .slice(0, MAX_FINDINGS)
      .map((finding) => {
        const { kind, severity, excerpt, message } = finding;
        return { kind, severity, excerpt, message, kept: isKept(finding) };
      }),
    ...{ errors: count('error'), warnings: count('warning'), infos: count('info') },
    byHand: report.evidence.filter((one) => one.origin === 'hand').length,
    withoutEvidence: report.evidence.filter((one) => one.status === 'none').length,
    sentences: report.evidence.length,
    origin: report.origin,
  };
}

async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
