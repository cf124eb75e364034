/** The report of a draft that was changed by hand, by the same checks as at first. Pure. */
import type { Report } from '../article/report.ts';
import type { SourceArticle } from '../article/source-article.ts';
import type { Draft } from '../article/draft.ts';
import { buildReport } from '../checks/build-report.ts';
import { withoutInjections } from '../checks/injection.ts';
import { cutFacts } from '../facts/cut-facts.ts';
import type { RewriteOptions } from '../rewrite/options.ts';

/** Sentences that stood in the report before keep who wrote them; all others are by hand. */
export function recheck(given: { source: SourceArticle; draft: Draft; report: Report; options: RewriteOptions }): Report {
  const { source, draft, report, options } = given;
  const writers = new Map(report.evidence.map((entry) => [entry.sentence, entry.origin]));
  const next = buildReport({
    draft,
    clean: withoutInjections(cutFacts(source)),
    originOf: (sentence) => writers.get(sentence) ?? 'hand',
    // Found anew from the draft's words.
    notices: report.notices.filter((notice) => notice.code !== 'too_short'),
    minWords: options.minWords,
    narrowQuotes: options.narrowQuotes,
  });
  // The page's worker scores the new draft in a moment; until then the old lights stay.
  return { ...next, seo: report.seo };
}
