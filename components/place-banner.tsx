/** The text is there and its place is not: what moved, and the ways that overwrite nothing unasked. */
import { errorText, t } from '../utils/i18n.ts';
import { Action } from './action.tsx';
import { Banner } from './banner.tsx';
import { ErrorText } from './error-actions.tsx';
import type { Send } from './view.ts';

export interface PlaceBannerProps {
  code: 'place_changed' | 'page_reloaded' | 'page_error';
  detail: string | null;
  /** The failure was of « Rétablir l’original » or « Voir dans l’article ». */
  applied: boolean;
  send: Send;
}

export function PlaceBanner({ code, detail, applied, send }: PlaceBannerProps) {
  const insert = (mode: 'after' | 'post', force: boolean) => {
    send({ kind: 'insert-mode', mode });
    send({ kind: 'insert', force });
  };
  const after = <Action strong testId="insert-after" label={t('insert_after')} onClick={() => insert('after', false)} />;
  if (applied)
    return (
      <Banner
        tone="error"
        testId="error"
        code={code}
        actions={<Action strong testId="reveal" label={t('reveal')} onClick={() => send({ kind: 'reveal' })} />}
      >
        <p>{code === 'place_changed' ? t('restore_changed') : errorText(code)}</p>
      </Banner>
    );
  if (code === 'page_error')
    return (
      <Banner
        tone="error"
        testId="error"
        code={code}
        actions={
          <Action strong testId="insert-again" label={t('try_again')} onClick={() => send({ kind: 'insert', force: false })} />
        }
      >
        <ErrorText code={code} detail={detail} />
      </Banner>
    );
  return (
    <Banner
      tone="error"
      testId="error"
      code={code}
      actions={
        <>
          {code === 'place_changed' ? (
            <Action testId="replace-anyway" label={t('replace_anyway')} onClick={() => send({ kind: 'insert', force: true })} />
          ) : (
            <Action testId="replace-anyway" label={t('mode_post')} onClick={() => insert('post', true)} />
          )}
          {after}
        </>
      }
    >
      <p>{code === 'page_reloaded' ? t('page_reloaded_text') : errorText(code)}</p>
    </Banner>
  );
}
