/** The history: the rewrites on the left, the chosen one on the right; on a narrow page one above the other. */
import type { ComponentChildren } from 'preact';
import { HISTORY_LIMIT } from '../utils/jobs/history-limit.ts';
import { entryOf } from '../utils/jobs/history.ts';
import type { Job } from '../utils/jobs/job.ts';
import { t, tn } from '../utils/i18n.ts';
import { AskOnce } from './ask-once.tsx';
import { HistoryDetail, type HistoryDetailProps } from './history-detail.tsx';
import { HistoryList } from './history-list.tsx';
import { PlaceDiff } from './place-diff.tsx';
import { StatePicture } from './state-picture.tsx';

export interface HistoryViewProps extends Omit<HistoryDetailProps, 'job'> {
  /** Newest first; null while they are being read. */
  jobs: readonly Job[] | null;
  /** Those that have what was typed. */
  found: readonly Job[];
  chosen: Job | null;
  typed: string;
  /** Rewrites that the limit has taken out so far. */
  dropped: number;
  /** What has just happened: said aloud, and shown; `changed`: the post was written in since, HTML of both. */
  news: { text: string; bad: boolean; changed?: { before: string; now: string } | null } | null;
  onType: (typed: string) => void;
  onChoose: (id: string) => void;
  onExportAll: () => void;
  onDeleteAll: () => void;
}

export function HistoryView(props: HistoryViewProps) {
  const { jobs, found, chosen, typed, news } = props;
  const some = jobs !== null && jobs.length > 0;
  return (
    <div class="history">
      <header class="history-head">
        <img src="/icon/48.png" width="28" height="28" alt="" />
        <h1>{t('history_title')}</h1>
        {some && (
          <div class="actions">
            <button type="button" class="button" data-testid="export-all" onClick={props.onExportAll}>
              {t('history_export_all')}
            </button>
            <AskOnce
              testId="delete-all"
              label={t('history_delete_all')}
              question={t('history_delete_all_ask')}
              yes={t('history_delete_yes')}
              no={t('history_delete_no')}
              onYes={props.onDeleteAll}
            />
          </div>
        )}
      </header>
      <p class={news?.bad ? 'news is-bad' : 'news'} role="status" aria-live="polite" data-testid="news">
        {news?.text}
      </p>
      {news?.changed && (
        <div class="news-changed">
          <PlaceDiff {...news.changed} />
          <button type="button" class="button" data-testid="restore-anyway" onClick={() => props.onRestore(true)}>
            {t('restore_anyway')}
          </button>
        </div>
      )}
      {jobs !== null && jobs.length === 0 ? (
        <Empty dropped={props.dropped} />
      ) : (
        <div class="history-body">
          <nav class="history-side" aria-label={t('history_title')}>
            <label class="history-search">
              <span class="label">
                {t('history_search')} <span class="hint">{t('history_search_hint')}</span>
              </span>
              <input
                type="search"
                class="input"
                data-testid="search"
                value={typed}
                onInput={(event) => props.onType(event.currentTarget.value)}
              />
            </label>
            <p class="hint" data-testid="count" role="status">
              {some && (typed.trim() ? t('history_found', found.length, jobs.length) : tn('history_count', jobs.length))}
            </p>
            {some && found.length === 0 && <p data-testid="none-found">{t('history_none_found', typed.trim())}</p>}
            <HistoryList entries={found.map(entryOf)} chosen={chosen?.id ?? null} onChoose={props.onChoose} />
            <Limit dropped={props.dropped} />
          </nav>
          <main class="history-detail">{chosen && <HistoryDetail key={chosen.id} {...props} job={chosen} />}</main>
        </div>
      )}
    </div>
  );
}

function Empty({ dropped }: { dropped: number }): ComponentChildren {
  return (
    <main class="obstacle" data-testid="history-empty">
      <StatePicture picture="nothing" />
      <h2>{t('history_empty_title')}</h2>
      <p>{t('history_empty')}</p>
      <Limit dropped={dropped} />
    </main>
  );
}

function Limit({ dropped }: { dropped: number }): ComponentChildren {
  return (
    <p class="hint history-limit" data-testid="limit">
      {t('history_limit', HISTORY_LIMIT.rewrites, HISTORY_LIMIT.bytes / 1_000_000)}
      {dropped > 0 && ` ${tn('history_dropped', dropped)}`}
    </p>
  );
}
