/**
 * What goes into a job's review trail, from what this browser knows. Read before the editor is asked: once the text is
 * in, nothing may stand between it and its receipt.
 */
import { browser } from 'wxt/browser';
import { findingKey } from '../../components/check-groups.ts';
import type { Receipt } from '../../utils/editor/editor-protocol.ts';
import type { Job } from '../../utils/jobs/job.ts';
import { acceptedText, insertionEntry } from '../../utils/jobs/review-trail.ts';
import type { ReviewEntry } from '../../utils/jobs/review.ts';
import { readReviewer } from '../../utils/jobs/reviewer.ts';
import { z } from '../../utils/zod.ts';

/** Never rejects: a trail that cannot be told whole is told in part. */
export async function reviewOfInsertion(job: Job, forced: boolean): Promise<(receipt: Receipt) => ReviewEntry> {
  const [who, kept, text] = await Promise.all([nameOrNull(), keptFindings(job.id), acceptedText(job)]);
  return (receipt) =>
    insertionEntry(job, { receipt, text, forced, at: Date.now(), who, isKept: (finding) => kept.has(findingKey(finding)) });
}

export async function reviewOfRestoration(): Promise<() => ReviewEntry> {
  const who = await nameOrNull();
  return () => ({ kind: 'restored', at: Date.now(), who });
}

function nameOrNull(): Promise<string | null> {
  return readReviewer().catch(() => null);
}

/** As the page keeps them while the browser is open. */
async function keptFindings(jobId: string): Promise<ReadonlySet<string>> {
  const name = `kept:${jobId}`;
  const stored = await browser.storage.session.get(name).catch(() => null);
  return new Set(z.safeParse(z.array(z.string()), stored?.[name]).data ?? []);
}
