/** The progress before there is any, as `NO_PROGRESS` of the pipeline, without its schemas. */
import type { Progress } from '../utils/rewrite/progress.ts';

export const NO_PROGRESS: Progress = {
  ...{ stage: null, plan: null, sections: [], report: null, retry: null },
  draft: {
    ...{ title: '', titleVariants: [], sections: [] },
    fields: { seoTitle: '', metaDescription: '', slug: '', excerpt: '', keyphrase: '', tags: [] },
  },
  usage: { promptTokens: 0, completionTokens: 0, cachedTokens: 0, requests: 0, estimated: false },
};
