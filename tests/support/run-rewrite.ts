/** Runs the pipeline to its end and folds its events, as the background does. */
import type { SourceArticle } from '../../utils/article/source-article.ts';
import type { LlmClient } from '../../utils/llm/llm-client.ts';
import { DEFAULT_OPTIONS, type RewriteOptions } from '../../utils/rewrite/options.ts';
import { rewrite } from '../../utils/rewrite/pipeline.ts';
import { advance, NO_PROGRESS, type Progress, type RewriteEvent } from '../../utils/rewrite/progress.ts';

export interface Run {
  progress: Progress;
  events: RewriteEvent[];
  /** What it threw, if it did. */
  error: unknown;
}

export async function runRewrite(
  source: SourceArticle,
  client: LlmClient | null,
  options: Partial<RewriteOptions> = {},
  resume: Progress | null = null,
  signal = new AbortController().signal,
): Promise<Run> {
  let progress = resume ?? NO_PROGRESS;
  const events: RewriteEvent[] = [];
  try {
    for await (const event of rewrite({ source, options: { ...DEFAULT_OPTIONS, ...options }, client, resume, signal })) {
      events.push(event);
      progress = advance(progress, event);
    }
  } catch (error) {
    return { progress, events, error };
  }
  return { progress, events, error: null };
}
