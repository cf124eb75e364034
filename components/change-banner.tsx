/** What « Corriger » or « Réécrire cette section » has changed: the old words and the new, to be kept or undone. */
import { diffWords } from 'diff';
import { useMemo } from 'preact/hooks';
import { changedTexts } from '../utils/article/changed-text.ts';
import type { DraftSection } from '../utils/article/draft.ts';
import { t } from '../utils/i18n.ts';
import { Action } from './action.tsx';
import { Banner } from './banner.tsx';
import type { Send } from './view.ts';

export interface ChangeBannerProps {
  before: readonly DraftSection[];
  after: readonly DraftSection[];
  send: Send;
}

export function ChangeBanner({ before, after, send }: ChangeBannerProps) {
  const changes = useMemo(
    () => changedTexts(before, after).map((one) => ({ ...one, words: diffWords(one.old, one.new) })),
    [before, after],
  );
  const settle = (keep: boolean) => send({ kind: 'change', keep });
  if (changes.length === 0)
    return (
      <Banner
        tone="quiet"
        testId="change"
        actions={<Action strong testId="change-keep" label={t('dismiss')} onClick={() => settle(true)} />}
      >
        <p>{t('change_none')}</p>
      </Banner>
    );
  return (
    <Banner
      tone="ask"
      testId="change"
      actions={
        <>
          <Action testId="change-undo" label={t('undo')} onClick={() => settle(false)} />
          <Action strong testId="change-keep" label={t('keep')} onClick={() => settle(true)} />
        </>
      }
    >
      <div class="changes" lang="fr" tabIndex={0} role="group" aria-label={t('change_label')}>
        {changes.map(({ words }, i) => (
          <p key={i}>
            {words.map(({ value, added, removed }, k) =>
              removed ? <del key={k}>{value}</del> : added ? <ins key={k}>{value}</ins> : <span key={k}>{value}</span>,
            )}
          </p>
        ))}
      </div>
    </Banner>
  );
}
