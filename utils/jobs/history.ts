/** The history as a list to read and to search. Pure. */
import { draftBlocks } from '../article/draft.ts';
import { plainText } from '../article/text-units.ts';
import { countBlockWords } from '../article/words.ts';
import { fold } from '../french/fold.ts';
import type { Job, JobState } from './job.ts';
import type { Insertion } from './review.ts';

export interface HistoryEntry {
  id: string;
  /** The draft's title, else the post's, else ''. */
  title: string;
  state: JobState;
  /** When the rewrite was started, ms since the epoch. */
  at: number;
  /** Host of the site, '' where the page had no web address. */
  site: string;
  /** null = no model. */
  model: string | null;
  words: number;
  /** Sent and received together. */
  tokens: number;
  /** The last insertion, null where there was none or where its original was put back since. */
  inserted: Insertion | null;
}

/** Rewrites that were started, newest first. */
export function historyOf(jobs: readonly Job[]): Job[] {
  return jobs.filter((job) => job.startedAt !== null).toSorted((a, b) => startOf(b) - startOf(a));
}

export function entryOf(job: Job): HistoryEntry {
  const { draft, usage } = job.progress;
  const last = job.review?.at(-1);
  return {
    id: job.id,
    title: draft.title || job.capture?.title || '',
    state: job.state,
    at: startOf(job),
    site: siteOf(job),
    model: job.provider?.model ?? null,
    words: countBlockWords(draftBlocks(draft)),
    tokens: usage.promptTokens + usage.completionTokens,
    inserted: last?.kind === 'inserted' ? last : null,
  };
}

/** Title, source, draft, fields, site and model, folded, to look for words in. */
export function searchText(job: Job): string {
  const { draft } = job.progress;
  const { seoTitle, metaDescription, excerpt, keyphrase, tags } = draft.fields;
  const source = job.source?.sources.flatMap((one) => [one.title, plainText(one.blocks)]) ?? [];
  return fold(
    [
      ...[draft.title, job.capture?.title, seoTitle, metaDescription, excerpt, keyphrase, ...tags],
      ...[siteOf(job), job.provider?.model, ...reviewers(job)],
      ...[plainText(draftBlocks(draft)), ...source],
    ].join('\n'),
  );
}

/** Whether a search text has every word of what was typed, accents and capitals aside. */
export function matches(searchable: string, typed: string): boolean {
  return fold(typed)
    .split(' ')
    .every((word) => searchable.includes(word));
}

/**
 * Where the post can be opened again: the admin page it was captured in; null for a post that had no number yet, and
 * for what is no web address.
 */
export function editorUrl(job: Job): string | null {
  const url = URL.parse(job.capture?.pageUrl ?? '');
  if (!url || !/^https?:$/.test(url.protocol) || !job.capture?.postId) return null;
  const folder = url.origin + url.pathname.replace(/[^/]*$/, '');
  return `${folder}post.php?post=${job.capture.postId}&action=edit`;
}

function siteOf(job: Job): string {
  return URL.parse(job.capture?.pageUrl ?? '')?.host ?? '';
}

function startOf(job: Job): number {
  return job.startedAt ?? job.createdAt;
}

function reviewers(job: Job): string[] {
  return [...new Set(job.review?.flatMap((entry) => entry.who ?? []))];
}
