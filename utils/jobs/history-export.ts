/**
 * Rewrites as JSON, for the archive of a newsroom, and their text as a file. What goes in is named here one by one: an
 * address without its credentials, never a key, nothing that a later field of a job would bring along. Pure.
 */
import type { Block } from '../article/block.ts';
import { type Draft, draftBlocks } from '../article/draft.ts';
import { escaped, htmlFromBlocks } from '../article/html-writer.ts';
import { markdownFromBlocks } from '../article/markdown-writer.ts';
import { standingOpinions } from '../rewrite/opinions.ts';
import type { Job } from './job.ts';
import type { ReviewEntry } from './review.ts';
import { reviewStatement } from './review-statement.ts';
import { editorUrl } from './history.ts';

export interface ExportedBy {
  /** ms since the epoch. */
  at: number;
  /** The name typed on the history page, null where there is none. */
  who: string | null;
}

/** Everything of these rewrites. Times as ISO 8601 in UTC. */
export function historyJson(jobs: readonly Job[], by: ExportedBy): string {
  return json({ format: 'reecrire-seo/history', version: 1, ...head(by), rewrites: jobs.map(rewriteOf) });
}

/** Only who accepted what, when, and what was open; with the statement. */
export function reviewJson(job: Job, by: ExportedBy): string {
  return json({
    ...{ format: 'reecrire-seo/review-trail', version: 1, ...head(by) },
    ...{ id: job.id, post: postOf(job), model: modelOf(job), usage: job.progress.usage },
    review: trailOf(job.review),
    statement: reviewStatement(job, by.who),
  });
}

/** How the file's name ends. */
export type TextFile = 'html' | 'md';

/** The text alone, its title first: to be read without this extension. HTML is a whole page. */
export function textFile(draft: Draft, end: TextFile): string {
  const blocks: Block[] = [{ kind: 'heading', level: 1, inlines: [{ text: draft.title }] }, ...draftBlocks(draft)];
  if (end === 'md') return `${markdownFromBlocks(blocks)}\n`;
  const head = `<!doctype html>\n<html lang="fr">\n<meta charset="utf-8">\n<title>${escaped(draft.title)}</title>`;
  return `${head}\n${htmlFromBlocks(blocks)}\n</html>\n`;
}

/** `reecrire-seo-2026-11-24-ukraine-le-kremlin.json` */
export function exportName(kind: string, at: number, slug: string, end = 'json'): string {
  const day = new Date(at).toISOString().slice(0, 10);
  return `${['reecrire-seo', kind, day, slug.replace(/[^a-z0-9-]/g, '').slice(0, 60)].filter(Boolean).join('-')}.${end}`;
}

function rewriteOf(job: Job) {
  const { capture, source, progress, receipt } = job;
  const { draft, report, usage } = progress;
  const { minWords, keyphrase, note, tone, keepDateline } = job.options;
  return {
    ...{ id: job.id, state: job.state, error: job.error?.code ?? null },
    ...{ created: iso(job.createdAt), started: iso(job.startedAt), finished: iso(job.finishedAt) },
    post: postOf(job),
    model: modelOf(job),
    usage,
    options: { minWords, keyphrase, note, tone, keepDateline },
    source: source && {
      title: source.title,
      texts: source.sources.map(({ kind, title, url, date, blocks }) => ({
        kind,
        title,
        url,
        date,
        html: htmlFromBlocks(blocks),
      })),
    },
    fieldsBefore: capture?.fields ?? null,
    draft: {
      title: draft.title,
      fields: draft.fields,
      html: htmlFromBlocks(draftBlocks(draft)),
      sections: draft.sections,
    },
    report,
    modelOpinions: progress.secondLook && opinionsOf(job),
    insertion: receipt && {
      ...{ mode: receipt.mode, verified: receipt.verified, blocks: receipt.blocks, fields: receipt.fields },
      original: { content: receipt.original.content, fields: receipt.original.fields },
    },
    review: trailOf(job.review),
  };
}

function postOf(job: Job) {
  const { capture } = job;
  return (
    capture && {
      ...{ title: capture.title, id: capture.postId || null, type: capture.postType, statusAtCapture: capture.status },
      ...{ editor: capture.editor, scope: capture.scope, seoPlugin: capture.seoPlugin, url: editorUrl(job) },
    }
  );
}

function modelOf(job: Job) {
  if (!job.provider) return null;
  const { id, baseUrl, model } = job.provider;
  const url = URL.parse(baseUrl);
  return { provider: id, model, endpoint: url ? url.origin + url.pathname : null };
}

function opinionsOf({ progress }: Job) {
  const { opinions, looked } = standingOpinions(progress);
  return { sentencesRead: looked, opinions: opinions.map(({ sentence, reason, model }) => ({ sentence, reason, model })) };
}

function trailOf(review: readonly ReviewEntry[] = []) {
  return review.map((entry) => ({ ...entry, at: iso(entry.at) }));
}

function head({ at, who }: ExportedBy) {
  return { exported: iso(at), exportedBy: who };
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
