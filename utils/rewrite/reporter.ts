/** Title, fields and notices of a rewrite, and its report at any moment. */
import { buildReport } from '../checks/build-report.ts';
import type { Draft, DraftFields } from '../article/draft.ts';
import { EMPTY_DRAFT } from '../article/draft.ts';
import type { Notice, NoticeCode, Report } from '../article/report.ts';
import type { CleanSheet } from '../checks/injection.ts';
import { typographText } from '../french/typography.ts';
import type { Manuscript } from './manuscript.ts';
import type { RewriteOptions } from './options.ts';
import type { RewriteEvent } from './progress.ts';
import type { Settled } from './settle.ts';

export class Reporter {
  fields: DraftFields = EMPTY_DRAFT.fields;
  private readonly clean: CleanSheet;
  private readonly options: RewriteOptions;
  private readonly notices: Notice[];
  titles: { title: string; variants: string[] } = { title: '', variants: [] };

  constructor(clean: CleanSheet, options: RewriteOptions, notices: readonly Notice[]) {
    this.clean = clean;
    this.options = options;
    this.notices = [...notices];
  }

  title(title: string, variants: readonly string[]): void {
    const typographed = (text: string): string => typographText(text, this.options);
    this.titles = { title: typographed(title), variants: variants.map(typographed) };
  }

  titleEvent(): RewriteEvent {
    return { kind: 'title', ...this.titles };
  }

  notice(code: NoticeCode, detail?: string): void {
    if (this.notices.some((notice) => notice.code === code && notice.detail === detail)) return;
    this.notices.push(detail === undefined ? { code } : { code, detail });
  }

  settled({ notices }: Settled): void {
    for (const { code, detail } of notices) this.notice(code, detail);
  }

  build(manuscript: Manuscript): Report {
    const { title, variants } = this.titles;
    const draft: Draft = { title, titleVariants: variants, fields: this.fields, sections: manuscript.draftSections() };
    const { clean, notices, options } = this;
    return buildReport({
      draft,
      clean,
      originOf: (sentence) => manuscript.originOf(sentence),
      notices,
      minWords: options.minWords,
      narrowQuotes: options.narrowQuotes,
    });
  }

  report(manuscript: Manuscript): RewriteEvent {
    return { kind: 'report', report: this.build(manuscript) };
  }
}
