/** A failure in words, its detail on demand, and the one next action of its code. */
import type { ErrorCode } from '../utils/errors.ts';
import { errorAction, errorText, t } from '../utils/i18n.ts';
import type { Send } from './view.ts';

type Next = 'options' | 'retry' | 'restart';

const NEXT: Record<ErrorCode, Next> = {
  ...{
    no_model: 'options',
    foreign_source: 'options',
    no_key: 'options',
    bad_key: 'options',
    quota: 'options',
    model_not_found: 'options',
  },
  ...{ bad_endpoint: 'options', host_permission: 'options', refused: 'options' },
  ...{ rate_limited: 'retry', origin_refused: 'retry', network: 'retry', stream_cut: 'retry', stalled: 'retry', empty: 'retry' },
  ...{ truncated: 'retry', bad_answer: 'retry', server_error: 'retry' },
  ...{ not_editor: 'restart', nothing_to_rewrite: 'restart', page_reloaded: 'restart', page_error: 'restart' },
  // With a text these have ways of their own (`place-banner.tsx`).
  ...{ place_changed: 'restart', post_locked: 'restart', read_only: 'restart', session_expired: 'restart' },
};

export function ErrorText({ code, detail }: { code: ErrorCode; detail: string | null }) {
  return (
    <>
      <p>{errorText(code)}</p>
      {detail && (
        <details class="detail">
          <summary>{t('details')}</summary>
          <code>{detail}</code>
        </details>
      )}
    </>
  );
}

export interface ErrorActionProps {
  code: ErrorCode;
  send: Send;
  onOptions: () => void;
}

export function ErrorAction({ code, send, onOptions }: ErrorActionProps) {
  const next = NEXT[code];
  const act = () => {
    if (next === 'options') onOptions();
    else if (next === 'retry') send({ kind: 'retry', withoutModel: false });
    else send({ kind: 'restart' });
  };
  return (
    <button type="button" class="button is-strong" data-testid={next === 'retry' ? 'retry' : undefined} onClick={act}>
      {errorAction(code)}
    </button>
  );
}

/** The action of this code is « retry » itself. */
export function retries(code: ErrorCode): boolean {
  return NEXT[code] === 'retry';
}
