/** How the text came to be: stages, who wrote which words, what it cost, what to know. */
import type { ComponentChildren } from 'preact';
import type { Job } from '../utils/jobs/job.ts';
import type { Report } from '../utils/article/report.ts';
import type { Usage } from '../utils/llm/usage.ts';
import { formatDuration, formatNumber, language, t, tn } from '../utils/i18n.ts';
import { stagesOf } from './stage-line.tsx';

export function TrackingPanel({ job }: { job: Job | null }) {
  if (!job) return <p class="hint">{t('stage_idle')}</p>;
  const { report, usage } = job.progress;
  return (
    <>
      {report && report.notices.length > 0 && (
        <Part title={t('track_notices')}>
          <ul class="notices">
            {report.notices.map((notice, i) => (
              <li key={i} data-notice={notice.code}>
                {t(`notice_${notice.code}`)}
                {notice.detail && <p class="notice-detail">{notice.detail}</p>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('track_stages')}>
        <ol class="stage-list">
          {stagesOf(job).map(({ stage, status, count }) => (
            <li key={stage} class={`is-${status}`}>
              <span class="dot" aria-hidden="true" /> {t(`track_${stage}`)} {count}
              <span class="hint">
                {t(status === 'done' ? 'track_done' : status === 'current' ? 'track_current' : 'track_todo')}
              </span>
            </li>
          ))}
        </ol>
      </Part>
      {report && <Origin report={report} />}
      <Part title={t('track_model')}>
        <p>{job.provider ? `${job.provider.model} · ${job.provider.baseUrl}` : t('without_model')}</p>
      </Part>
      <Part title={t('track_cost')}>
        <Cost usage={usage} />
      </Part>
      {job.startedAt !== null && (
        <Part title={t('track_times')}>
          <p>
            {t('time_started', new Date(job.startedAt).toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' }))}
          </p>
          {job.finishedAt !== null && <p>{t('time_elapsed', formatDuration(job.finishedAt - job.startedAt))}</p>}
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h2 class="side-title">{title}</h2>
      {children}
    </section>
  );
}

function Origin({ report }: { report: Report }) {
  const { model, floor } = report.origin;
  return (
    <>
      <Part title={t('track_origin')}>
        {model > 0 ? (
          <>
            <div class="origin-bar" aria-hidden="true">
              <span class="is-model" style={{ flexGrow: model }} />
              <span class="is-floor" style={{ flexGrow: floor }} />
            </div>
            <p data-origin="model">{t('origin_model', tn('words', model))}</p>
            <p data-origin="floor">{t('origin_floor', tn('words', floor))}</p>
          </>
        ) : (
          <p>{t('origin_all_floor')}</p>
        )}
      </Part>
      <Part title={t('track_copied')}>
        <p>{tn('copied_sentences', report.copied.sentences)}</p>
        {report.copied.longestRun > 0 && <p>{t('copied_run', formatNumber(report.copied.longestRun))}</p>}
      </Part>
    </>
  );
}

function Cost({ usage }: { usage: Usage }) {
  if (usage.requests === 0) return <p>{t('tokens_none')}</p>;
  return (
    <>
      <dl class="figures">
        <dt>{t('tokens_in')}</dt>
        <dd>
          {formatNumber(usage.promptTokens)}
          {usage.cachedTokens > 0 && <span class="hint"> {t('tokens_cached', formatNumber(usage.cachedTokens))}</span>}
        </dd>
        <dt>{t('tokens_out')}</dt>
        <dd>{formatNumber(usage.completionTokens)}</dd>
      </dl>
      <p class="hint">
        {tn('requests', usage.requests)}
        {usage.estimated && <> · {t('tokens_estimated')}</>}
      </p>
    </>
  );
}
