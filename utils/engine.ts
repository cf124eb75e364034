/**
 * The engine: everything that only a running job or a question to a model needs (the pipeline, its checks, the language
 * tables, the `openai` client). A script of its own, `engine.js`, so that a background woken for anything else does not
 * read it. This file is what the two know of each other.
 */
import type { recheck } from './jobs/recheck.ts';
import type { findLocalServers } from './llm/find-local.ts';
import type { listModels } from './llm/models.ts';
import type { openAiClient } from './llm/openai-client.ts';
import type { fixFinding, rewriteSection } from './rewrite/on-demand.ts';
import type { rewrite } from './rewrite/pipeline.ts';
import type { secondLook } from './rewrite/second-look.ts';

export interface Engine {
  rewrite: typeof rewrite;
  fixFinding: typeof fixFinding;
  rewriteSection: typeof rewriteSection;
  secondLook: typeof secondLook;
  recheck: typeof recheck;
  openAiClient: typeof openAiClient;
  listModels: typeof listModels;
  findLocalServers: typeof findLocalServers;
}

declare global {
  /** Left behind by `engine.js`. */
  var reecrireSeoEngine: Engine | undefined;
}
