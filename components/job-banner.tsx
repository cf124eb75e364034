/** The banner of the job's state: inserted, failed, stopped, interrupted, moved. Nothing where all goes well. */
import { useEffect, useRef } from 'preact/hooks';
import { formatList, t } from '../utils/i18n.ts';
import type { FieldOutcome, Receipt } from '../utils/editor/editor-protocol.ts';
import { Action } from './action.tsx';
import { Banner } from './banner.tsx';
import { CopyOnly, copyOnlyIn } from './copy-only.tsx';
import { ErrorAction, ErrorText, retries } from './error-actions.tsx';
import { isOfPlace, PlaceBanner } from './place-banner.tsx';
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
    if (hasText(view) && view.job && isOfPlace(error.code))
      return <PlaceBanner code={error.code} detail={error.detail} job={view.job} send={send} />;
    const failed = state === 'failed';
    // A small request failed: the text stands as it was, and there is nothing to go on with.
    const small = state === 'ready' && retries(error.code);
    return (
      <Banner
        tone="error"
        testId="error"
        code={error.code}
        actions={
          <>
            {failed && <Action testId="finish-without-model" label={t('finish_without_model')} onClick={() => retry(true)} />}
            {failed && !retries(error.code) && <Action testId="retry" label={t('retry')} onClick={() => retry(false)} />}
            {small ? (
              <Action strong testId="dismiss" label={t('dismiss')} onClick={() => send({ kind: 'change', keep: true })} />
            ) : (
              <ErrorAction code={error.code} send={send} onOptions={onOptions} />
            )}
          </>
        }
      >
        <ErrorText code={error.code} detail={error.detail} />
        {(failed || small) && hasText(view) && <p class="hint">{t('text_kept')}</p>}
      </Banner>
    );
  }
  if (state === 'applied' && receipt) return <Applied receipt={receipt} send={send} />;
  if (state === 'ready' && view.job?.review?.at(-1)?.kind === 'restored')
    return (
      <Banner tone="good" testId="restored" actions={null}>
        <p>{t('history_restored')}</p>
      </Banner>
    );
  if (state === 'cancelled' || state === 'interrupted')
    return (
      <Banner tone="quiet" actions={<Action strong testId="retry" label={t('resume')} onClick={() => retry(false)} />}>
        <p>{t(`banner_${state}`)}</p>
      </Banner>
    );
  if (state === 'ready' && copyOnlyIn(view) !== null)
    return (
      <Banner tone="quiet" actions={null}>
        <CopyOnly view={view} />
      </Banner>
    );
  return null;
}

function Applied({ receipt, send }: { receipt: Receipt; send: Send }) {
  // The button pressed is gone by now: the keyboard goes on from here.
  const reveal = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) reveal.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Banner
      tone="good"
      actions={
        <>
          <Action testId="restore" label={t('restore')} onClick={() => send({ kind: 'restore', force: false })} />
          <button
            ref={reveal}
            type="button"
            class="button is-strong"
            data-testid="reveal"
            onClick={() => send({ kind: 'reveal' })}
          >
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
