/** What the checks say of a draft of the history, and how it came to be. To read only. */
import type { Job } from '../utils/jobs/job.ts';
import { t } from '../utils/i18n.ts';
import { standingOpinions } from '../utils/rewrite/opinions.ts';
import { byGravity } from './check-groups.ts';
import { Icon } from './icon.tsx';
import { OpinionList } from './opinion-list.tsx';
import { TrackingPanel } from './tracking-panel.tsx';

export function HistoryChecks({ job }: { job: Job }) {
  const { report } = job.progress;
  const findings = byGravity((report?.findings ?? []).map((finding, index) => ({ finding, index })));
  const { opinions } = standingOpinions(job.progress);
  return (
    <div class="history-checks">
      <section class="part">
        <h2 class="side-title">{t('tab_checks')}</h2>
        {!report && <p class="hint">{t('history_no_report')}</p>}
        {report && findings.length === 0 && <p>{t('findings_none')}</p>}
        <ul class="findings">
          {findings.map(({ finding, index }) => (
            <li key={index} class={`finding is-${finding.severity}`} data-testid="history-finding">
              <Icon name={finding.severity} />
              <div class="finding-body" lang="fr">
                <p>{finding.message}</p>
                {finding.excerpt && <p class="excerpt">{finding.excerpt}</p>}
                {finding.source && <p class="hint">{t('finding_source', finding.source)}</p>}
              </div>
            </li>
          ))}
        </ul>
      </section>
      {opinions.length > 0 && (
        <section class="part">
          <h2 class="side-title">{t('opinion_title')}</h2>
          <OpinionList opinions={opinions} />
        </section>
      )}
      <TrackingPanel job={job} />
    </div>
  );
}
