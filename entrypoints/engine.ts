/** Read by the background when the first job starts, or when a model is asked something. See `utils/engine.ts`. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { recheck } from '../utils/jobs/recheck.ts';
import { findLocalServers } from '../utils/llm/find-local.ts';
import { listModels } from '../utils/llm/models.ts';
import { openAiClient } from '../utils/llm/openai-client.ts';
import { fixFinding, rewriteSection } from '../utils/rewrite/on-demand.ts';
import { rewrite } from '../utils/rewrite/pipeline.ts';
import { secondLook } from '../utils/rewrite/second-look.ts';

export default defineUnlistedScript(() => {
  globalThis.reecrireSeoEngine = {
    rewrite,
    fixFinding,
    rewriteSection,
    secondLook,
    recheck,
    openAiClient,
    listModels,
    findLocalServers,
  };
});
