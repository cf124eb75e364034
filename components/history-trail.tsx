/** Who accepted what, and when, with what was open at that moment; newest first. */
import type { Job } from '../utils/jobs/job.ts';
import type { Insertion, ReviewEntry } from '../utils/jobs/review.ts';
import { formatList, formatNumber, t, tn } from '../utils/i18n.ts';
import { formatMoment } from './history-dates.ts';
import { Icon } from './icon.tsx';

export interface HistoryTrailProps {
  review: Job['review'];
  /** null where nothing was inserted. */
  statement: string | null;
  who: string;
  onWho: (name: string) => void;
  onCopyStatement: () => void;
  onExport: () => void;
}

export function HistoryTrail({ review = [], statement, who, onWho, onCopyStatement, onExport }: HistoryTrailProps) {
  return (
    <div class="trail">
      <label class="trail-who">
        <span class="label">
          {t('trail_who')} <span class="hint">{t('trail_who_hint')}</span>
        </span>
        <input
          class="input"
          data-testid="reviewer"
          autocomplete="name"
          maxLength={120}
          value={who}
          onChange={(event) => onWho(event.currentTarget.value)}
        />
      </label>
      {review.length === 0 && <p class="hint">{t('trail_none')}</p>}
      <ol class="trail-list">
        {review.toReversed().map((entry) => (
          <li key={entry.at} data-testid="trail-entry" data-kind={entry.kind}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {statement !== null && (
        <section class="trail-statement">
          <h3 class="side-title">{t('trail_statement')}</h3>
          <p class="hint">{t('trail_statement_hint')}</p>
          <div class="statement" lang="fr" data-testid="statement">
            {statement.split('\n').map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <p class="actions">
            <button type="button" class="button" data-testid="copy-statement" onClick={onCopyStatement}>
              {t('trail_copy')}
            </button>
            <button type="button" class="button" data-testid="export-review" onClick={onExport}>
              {t('trail_export')}
            </button>
          </p>
        </section>
      )}
    </div>
  );
}

function Entry({ entry }: { entry: ReviewEntry }) {
  return (
    <>
      <p class="trail-head">
        <strong>{t(`trail_${entry.kind}`)}</strong> <span>{formatMoment(entry.at)}</span>{' '}
        <span class={entry.who === null ? 'hint' : ''}>{entry.who === null ? t('trail_nobody') : t('trail_by', entry.who)}</span>
      </p>
      {entry.kind === 'inserted' && <What entry={entry} />}
    </>
  );
}

function What({ entry }: { entry: Insertion }) {
  const { checks } = entry;
  const names = (outcome: Insertion['fields'][number]['outcome']) =>
    entry.fields.filter((one) => one.outcome === outcome).map((one) => t(`field_${one.field}`));
  const [written, differs, unavailable] = [names('written'), names('differs'), names('unavailable')];
  return (
    <dl class="figures is-wide">
      <dt>{t('trail_accepted')}</dt>
      <dd>
        {formatList([t('trail_body', t(`mode_${entry.mode}`)), ...written])} · {tn('words', entry.words)}
        {entry.forced && <p class="hint">{t('trail_forced')}</p>}
        {differs.length > 0 && <p class="hint">{t('outcome_differs', formatList(differs))}</p>}
        {unavailable.length > 0 && <p class="hint">{t('outcome_unavailable', formatList(unavailable))}</p>}
        {!entry.verified && <p class="hint">{t('banner_applied_unverified')}</p>}
      </dd>
      <dt>{t('track_model')}</dt>
      <dd>{entry.model ?? t('without_model')}</dd>
      <dt>{t('trail_checks')}</dt>
      <dd>{checks ? <Open checks={checks} /> : t('trail_unchecked')}</dd>
      <dt>{t('trail_hash')}</dt>
      <dd>
        <code>{entry.sha256.slice(0, 16)}…</code>
      </dd>
    </dl>
  );
}

function Open({ checks }: { checks: NonNullable<Insertion['checks']> }) {
  const { errors, warnings, infos, findings, withoutEvidence, byHand } = checks;
  return (
    <>
      {errors + warnings + infos === 0
        ? t('count_ok')
        : [tn('count_errors', errors), tn('count_warnings', warnings), tn('count_infos', infos)].join(' · ')}
      {findings.length > 0 && (
        <details>
          <summary>
            {t('details')} ({formatNumber(findings.length)})
          </summary>
          <ul class="findings">
            {findings.map((finding, i) => (
              <li key={i} class={`finding is-${finding.severity}`}>
                <Icon name={finding.severity} />
                <div class="finding-body">
                  <p lang="fr">{finding.message}</p>
                  {finding.excerpt && <p class="excerpt">{finding.excerpt}</p>}
                  {finding.kept && <p class="hint">{t('trail_kept')}</p>}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {withoutEvidence > 0 && <p class="hint">{tn('trail_bare', withoutEvidence)}</p>}
      {byHand > 0 && <p class="hint">{tn('trail_hand', byHand)}</p>}
    </>
  );
}
