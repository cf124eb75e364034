/** The text is there and cannot go where it should: why, and the ways that overwrite nothing unasked. */
import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../utils/errors.ts';
import type { Job } from '../utils/jobs/job.ts';
import { errorText, t } from '../utils/i18n.ts';
import { Action } from './action.tsx';
import { Banner } from './banner.tsx';
import { ErrorText } from './error-actions.tsx';
import { lazy } from './lazy.tsx';
import type { Send } from './view.ts';

const PlaceDiff = lazy(() => import('./place-diff.tsx').then((module) => module.PlaceDiff));

const OF_PLACE = ['place_changed', 'page_reloaded', 'page_error', 'post_locked', 'read_only', 'session_expired'] as const;
type PlaceCode = (typeof OF_PLACE)[number];

export function isOfPlace(code: ErrorCode): code is PlaceCode {
  return OF_PLACE.some((one) => one === code);
}

export interface PlaceBannerProps {
  code: PlaceCode;
  /** As `EditorAnswer` says for each code. */
  detail: string | null;
  /** Inserted: the failure was of « Rétablir l’original » or « Voir dans l’article ». */
  job: Job;
  send: Send;
}

export function PlaceBanner({ code, detail, job, send }: PlaceBannerProps) {
  const applied = job.state === 'applied';
  const before = applied ? job.receipt?.original.contentAfter : job.capture?.html;
  return (
    <Banner tone="error" testId="error" code={code} actions={actions(code, applied, send)}>
      {code === 'page_error' ? <ErrorText code={code} detail={detail} /> : <p>{sentence(code, detail, applied)}</p>}
      {code === 'place_changed' && detail && before !== undefined && <PlaceDiff before={before} now={detail} />}
    </Banner>
  );
}

function sentence(code: PlaceCode, detail: string | null, applied: boolean): string {
  if (code === 'page_reloaded' && !applied) return t('page_reloaded_text');
  if (code === 'place_changed' && applied) return t('restore_changed');
  if (code === 'place_changed' && detail === '') return t('place_gone');
  return code === 'post_locked' && detail ? `${errorText(code)} ${t('locked_by', detail)}` : errorText(code);
}

function actions(code: PlaceCode, applied: boolean, send: Send): ComponentChildren {
  const insert = (mode: 'after' | 'post', force: boolean) => {
    send({ kind: 'insert-mode', mode });
    send({ kind: 'insert', force });
  };
  const reveal = <Action strong testId="reveal" label={t('reveal')} onClick={() => send({ kind: 'reveal' })} />;
  const restore = (force: boolean) => () => send({ kind: 'restore', force });
  const after = <Action strong testId="insert-after" label={t('insert_after')} onClick={() => insert('after', false)} />;
  switch (code) {
    case 'place_changed':
      return applied ? (
        <>
          <Action testId="restore-anyway" label={t('restore_anyway')} onClick={restore(true)} />
          {reveal}
        </>
      ) : (
        <>
          <Action testId="replace-anyway" label={t('replace_anyway')} onClick={() => send({ kind: 'insert', force: true })} />
          {after}
        </>
      );
    case 'page_reloaded':
      if (applied) return reveal;
      return (
        <>
          <Action testId="replace-anyway" label={t('mode_post')} onClick={() => insert('post', true)} />
          {after}
        </>
      );
    case 'page_error':
      if (applied) return reveal;
      return (
        <Action strong testId="insert-again" label={t('try_again')} onClick={() => send({ kind: 'insert', force: false })} />
      );
    case 'post_locked':
    case 'read_only':
    case 'session_expired': {
      const again = applied ? restore(false) : () => send({ kind: 'insert', force: false });
      return <Action strong testId={applied ? 'restore' : 'insert-again'} label={t('try_again')} onClick={again} />;
    }
  }
}
