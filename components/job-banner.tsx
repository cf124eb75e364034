/** The banner of the job's state: inserted, failed, stopped, interrupted, moved. Nothing where all goes well. */
import { formatList, t } from '../utils/i18n.ts';
import type { FieldOutcome, Receipt } from '../utils/editor/editor-protocol.ts';
import { Banner } from './banner.tsx';
import { ErrorAction, ErrorText, retries } from './error-actions.tsx';
import { errorOf, hasText, stateOf, type Send, type View } from './view.ts';

export interface JobBannerProps {
  view: View;
  send: Send;
  onOptions: () => void;
}

export function JobBanner({ view, send, onOptions }: JobBannerProps) {
  const state = stateOf(view);
  const error = errorOf(view);
  const receipt = view.job?.receipt ?? null;
  const retry = (withoutModel: boolean) => send({ kind: 'retry', withoutModel });
  if (error && state !== 'idle') {
    const moved = error.code === 'place_changed';
    return (
      <Banner
        tone="error"
        testId="error"
        code={error.code}
        actions={
          <>
            {moved && (
              <button
                type="button"
                class="button"
                data-testid="replace-anyway"
                onClick={() => send({ kind: 'insert', force: true })}
              >
                {t('replace_anyway')}
              </button>
            )}
            {state === 'failed' && (
              <button type="button" class="button" data-testid="finish-without-model" onClick={() => retry(true)}>
                {t('finish_without_model')}
              </button>
            )}
            {state === 'failed' && !retries(error.code) && (
              <button type="button" class="button" data-testid="retry" onClick={() => retry(false)}>
                {t('retry')}
              </button>
            )}
            <ErrorAction code={error.code} send={send} onOptions={onOptions} />
          </>
        }
      >
        <ErrorText code={error.code} detail={error.detail} />
        {state === 'failed' && hasText(view) && <p class="hint">{t('text_kept')}</p>}
      </Banner>
    );
  }
  if (state === 'applied' && receipt)
    return (
      <Banner
        tone="good"
        actions={
          <>
            <button type="button" class="button" data-testid="restore" onClick={() => send({ kind: 'restore' })}>
              {t('restore')}
            </button>
            <button type="button" class="button is-strong" data-testid="reveal" onClick={() => send({ kind: 'reveal' })}>
              {t('reveal')}
            </button>
          </>
        }
      >
        <p>
          <strong>{receipt.verified ? t('banner_applied') : t('banner_applied_unverified')}</strong>
        </p>
        <p class="hint">{undoText(receipt)}</p>
      </Banner>
    );
  if (state === 'cancelled' || state === 'interrupted')
    return (
      <Banner
        tone="quiet"
        actions={
          <button type="button" class="button is-strong" data-testid="retry" onClick={() => retry(false)}>
            {t('resume')}
          </button>
        }
      >
        <p>{t(`banner_${state}`)}</p>
      </Banner>
    );
  return null;
}

/** Who takes back what, and what did not hold. */
function undoText(receipt: Receipt): string {
  const names = (test: (outcome: FieldOutcome) => boolean) => receipt.fields.filter(test).map(({ field }) => t(`field_${field}`));
  const written = (undo: FieldOutcome['undo']) => names((one) => one.outcome === 'written' && one.undo === undo);
  const body = (undo: 'editor' | 'restore') => (receipt.bodyUndo === undo ? [t('undo_body')] : []);
  const parts = [
    ['undo_editor', [...body('editor'), ...written('editor')]],
    ['undo_restore', [...body('restore'), ...written('restore')]],
    ['outcome_differs', names((one) => one.outcome === 'differs')],
    ['outcome_unavailable', names((one) => one.outcome === 'unavailable')],
  ] as const;
  return parts.flatMap(([key, list]) => (list.length ? [t(key, formatList(list))] : [])).join(' ');
}
