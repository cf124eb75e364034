/** « Plan ✓  Rédaction 3/6  Vérification   38 s », or the countdown to the next try. */
import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../utils/jobs/job.ts';
import type { Stage } from '../utils/rewrite/progress.ts';
import { formatDuration, t } from '../utils/i18n.ts';
import { isRunning } from './view.ts';

export interface StageLineProps {
  job: Job | null;
  onRetryNow: () => void;
}

export type StageStatus = 'done' | 'current' | 'todo';

const STAGES: readonly Stage[] = ['planning', 'writing', 'checking', 'repairing'];

export function StageLine({ job, onRetryNow }: StageLineProps) {
  const now = useNow(job !== null && isRunning(job.state));
  if (!job || job.state === 'idle') return <p class="stages">{job ? t('stage_idle') : ''}</p>;
  if (job.state === 'capturing') return <p class="stages">{t('stage_capturing')}</p>;
  const elapsed = job.startedAt === null ? null : (job.finishedAt ?? now) - job.startedAt;
  return (
    <p class="stages">
      {job.progress.retry ? (
        <RetryWait
          key={`${job.progress.retry.attempt} ${job.progress.retry.until}`}
          {...job.progress.retry}
          onRetryNow={onRetryNow}
        />
      ) : (
        stagesOf(job).map(({ stage, status, count }) => (
          <span key={stage} class={`stage is-${status}`}>
            {t(`track_${stage}`)} {count}{' '}
            {status === 'done' && (
              <>
                <span aria-hidden="true">✓</span>
                <span class="sr-only">{t('track_done')}</span>
              </>
            )}
          </span>
        ))
      )}
      {elapsed !== null && <span class="elapsed">{formatDuration(elapsed)}</span>}
    </p>
  );
}

/** Repair only where there was one. */
export function stagesOf(job: Job): { stage: Stage; status: StageStatus; count: string }[] {
  const { stage, sections } = job.progress;
  const finished = job.state === 'ready' || job.state === 'applied';
  const at = stage ? STAGES.indexOf(stage.stage) : -1;
  const shown = STAGES.filter((one) => one !== 'repairing' || stage?.stage === 'repairing');
  return shown.map((one) => {
    const rank = STAGES.indexOf(one);
    const status = finished || rank < at ? 'done' : rank === at ? 'current' : 'todo';
    const written = sections.length ? `${sections.length}/${sections.length}` : '';
    const own = status === 'current' && stage && stage.total > 1 ? `${stage.done}/${stage.total}` : '';
    return { stage: one, status, count: own || (one === 'writing' && status === 'done' ? written : '') };
  });
}

type Retry = NonNullable<Job['progress']['retry']>;

function RetryWait({ attempt, waitMs, until: end, onRetryNow }: Retry & { onRetryNow: () => void }) {
  const [until] = useState(() => end ?? Date.now() + waitMs);
  const now = useNow(true);
  return (
    <span class="stage is-current">
      {t('retry_wait', Math.max(0, Math.ceil((until - now) / 1000)), attempt)}{' '}
      <button type="button" class="link-button" data-testid="retry-now" onClick={onRetryNow}>
        {t('retry_now')}
      </button>
    </span>
  );
}

/** ms since the epoch, told again each second while `ticking`. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
