/**
 * The messages between the extension's own pages and its background, over one port named `JOB_PORT`. Direction in
 * the name. The background parses every message and checks its sender; it sends a snapshot when a page attaches and
 * whenever the job changes otherwise than by a rewrite event, and deltas in between.
 */
import { DraftFields } from './article/draft.ts';
import { Block } from './article/block.ts';
import type { ErrorCode } from './errors.ts';
import { FIELD_NAMES, type Job } from './jobs/job.ts';
import { InsertMode } from './editor/editor-protocol.ts';
import type { RewriteEvent } from './rewrite/progress.ts';
import { z } from './zod.ts';

export { JOB_PORT } from './job-port.ts';

export const PageToBackground = z.discriminatedUnion('kind', [
  /** First message of a popup or side panel. `tabId` null = the active tab of the current window. */
  z.object({ kind: z.literal('open'), tabId: z.nullable(z.number()), surface: z.enum(['popup', 'panel']) }),
  z.object({ kind: z.literal('start'), keyphrase: z.string(), note: z.string(), withoutModel: z.boolean() }),
  z.object({ kind: z.literal('cancel') }),
  /** After a failure, a cancel or an interruption: goes on with what is missing; `withoutModel` finishes by code. */
  z.object({ kind: z.literal('retry'), withoutModel: z.boolean() }),
  /** « Réessayer maintenant », while `progress.retry` counts down: the wait ends at once. */
  z.object({ kind: z.literal('retry-now') }),
  /** A fresh capture and a new job for this post. */
  z.object({ kind: z.literal('restart') }),
  /** The user has read what leaves and to whom. */
  z.object({ kind: z.literal('consent'), origin: z.string() }),
  z.object({ kind: z.literal('edit-title'), title: z.string() }),
  z.object({ kind: z.literal('edit-fields'), fields: DraftFields }),
  z.object({ kind: z.literal('edit-section'), section: z.number(), heading: z.nullable(z.string()), blocks: z.array(Block) }),
  z.object({ kind: z.literal('accept'), accepted: z.array(z.enum(FIELD_NAMES)) }),
  z.object({ kind: z.literal('insert-mode'), mode: InsertMode }),
  z.object({ kind: z.literal('insert'), force: z.boolean() }),
  /** `force`: over what was written since the insertion. */
  z.object({ kind: z.literal('restore'), force: z.boolean() }),
  z.object({ kind: z.literal('reveal') }),
  /** « Corriger » on a finding (index into the report's findings), « Réécrire cette section ». */
  z.object({ kind: z.literal('fix'), finding: z.number() }),
  z.object({ kind: z.literal('rewrite-section'), section: z.number() }),
  /** « Demander un second avis au modèle » */
  z.object({ kind: z.literal('second-look') }),
  /** What came of it: kept, or undone. Also puts away the error of a small request that failed. */
  z.object({ kind: z.literal('change'), keep: z.boolean() }),
  /** Yoast's assessments, computed in the page's worker. */
  z.object({ kind: z.literal('seo'), seo: z.array(z.object({ id: z.string(), score: z.number() })) }),
]);
export type PageToBackground = z.infer<typeof PageToBackground>;

/** What the popup knows beside the job. No key is ever in it. */
export interface Surroundings {
  provider: { id: string; model: string; origin: string; local: boolean } | null;
  /**
   * The provider's « what leaves, and to whom » is still to be read: no job with a model starts before `consent`.
   * Never for a local model. If a menu click or the shortcut is waiting for it, `consent` starts the job.
   */
  consentNeeded: boolean;
  minWords: number;
  /** Keyboard shortcut as the browser shows it, or null. */
  shortcut: string | null;
}

export type BackgroundToPage =
  | { kind: 'snapshot'; job: Job | null; surroundings: Surroundings; error: { code: ErrorCode; detail: string | null } | null }
  | { kind: 'events'; jobId: string; events: RewriteEvent[] };

/** One-shot requests of the options page (`runtime.sendMessage`), each answered with the type beside it. */
export const OptionsToBackground = z.discriminatedUnion('kind', [
  /** → `ConnectionResult`. Uses the saved provider and key. */
  z.object({ kind: z.literal('test-connection') }),
  /** → `{ models: string[] } | { code, detail }`. */
  z.object({ kind: z.literal('list-models') }),
  /** → `LocalServer[]`: Ollama, LM Studio and llama.cpp on their usual ports. Ask for `http://127.0.0.1/*` first, in the click. */
  z.object({ kind: z.literal('find-local') }),
]);
export type OptionsToBackground = z.infer<typeof OptionsToBackground>;

/** A server on this machine that answers. `code`: it is there, but refuses (`origin_refused`: show the preset's `originHint`). */
export interface LocalServer {
  id: 'ollama' | 'lmstudio' | 'llamacpp';
  baseUrl: string;
  models: string[];
  code: ErrorCode | null;
}

export type ConnectionResult = { ok: true; model: string; ms: number } | { ok: false; code: ErrorCode; detail: string | null };
