/** One rewrite of one post: what the background owns and IndexedDB keeps. */
import { Capture } from '../article/capture.ts';
import { SourceArticle } from '../article/source-article.ts';
import { InsertMode, Receipt } from '../editor/editor-protocol.ts';
import { ErrorCode } from '../errors.ts';
import { Progress } from '../rewrite/progress.ts';
import { RewriteOptions } from '../rewrite/options.ts';
import { Provider } from '../settings.ts';
import { z } from '../zod.ts';
import { Change } from './change.ts';
import { ReviewEntry } from './review.ts';

export const JobState = z.enum([
  'idle',
  'capturing',
  'planning',
  'writing',
  'checking',
  'repairing',
  'ready',
  'applied',
  'failed',
  'cancelled',
  'interrupted',
]);
export type JobState = z.infer<typeof JobState>;

export const RUNNING_STATES: readonly JobState[] = ['capturing', 'planning', 'writing', 'checking', 'repairing', 'interrupted'];

export const FIELD_NAMES = ['title', 'seoTitle', 'metaDescription', 'slug', 'excerpt', 'keyphrase', 'tags'] as const;

export const Job = z.object({
  id: z.string(),
  tabId: z.number(),
  /** `<admin page origin and path>#<post id>`: which post this is, across tabs and reloads. */
  postKey: z.string(),
  state: JobState,
  /** ms since the epoch. */
  createdAt: z.number(),
  /** When the rewrite was started, null while it waits for « Réécrire ». */
  startedAt: z.nullable(z.number()),
  finishedAt: z.nullable(z.number()),
  heartbeatAt: z.number(),
  capture: z.nullable(Capture),
  source: z.nullable(SourceArticle),
  options: RewriteOptions,
  /** null = composed without a model. */
  provider: z.nullable(Provider),
  progress: Progress,
  error: z.nullable(z.object({ code: ErrorCode, detail: z.nullable(z.string()) })),
  insertMode: InsertMode,
  /** Fields accepted for insertion. */
  accepted: z.array(z.enum(FIELD_NAMES)),
  receipt: z.nullable(Receipt),
  /** An insertion whose receipt has not come: under way, or its worker died. */
  inserting: z.optional(z.object({ attempt: z.string(), force: z.boolean() })),
  /** Oldest first; absent where nothing was inserted yet. */
  review: z.optional(z.array(ReviewEntry)),
  /** The last small request (« Corriger », « Réécrire cette section »), until it is kept or undone. */
  change: z.optional(Change),
});
export type Job = z.infer<typeof Job>;
