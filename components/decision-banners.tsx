/** What has to be decided here, before the background hears of it. */
import { t, tn } from '../utils/i18n.ts';
import { Action } from './action.tsx';
import { Banner } from './banner.tsx';

/** Open errors do not forbid the insertion: they are asked about, once. */
export function AskBanner({ errors, onBack, onInsert }: { errors: number; onBack: () => void; onInsert: () => void }) {
  return (
    <Banner
      tone="ask"
      actions={
        <>
          <Action testId="insert-back" label={t('confirm_back')} onClick={onBack} />
          <Action strong testId="insert-confirm" label={t('confirm_insert')} onClick={onInsert} />
        </>
      }
    >
      <p>{tn('confirm_question', errors)}</p>
    </Banner>
  );
}

export function RemovedBanner({ onUndo }: { onUndo: () => void }) {
  return (
    <Banner tone="quiet" actions={<Action strong testId="undo-remove" label={t('undo')} onClick={onUndo} />}>
      <p>{t('removed_block')}</p>
    </Banner>
  );
}
