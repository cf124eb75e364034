/** What is rewritten, how much of it, with whom. */
import { t, tn } from '../utils/i18n.ts';
import { plainText } from '../utils/article/text-units.ts';
import { countWords } from '../utils/article/words.ts';
import { useMemo } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { isRunning, stateOf, type View } from './view.ts';

export interface HeaderProps {
  view: View;
  onRestart: () => void;
  /** null where there is no side panel, or where this is it. */
  onBeside: (() => void) | null;
  onOptions: () => void;
}

export function Header({ view, onRestart, onBeside, onOptions }: HeaderProps) {
  const { job, surroundings } = view;
  const capture = job?.capture;
  const words = useMemo(() => (capture ? countWords(plainText(capture.blocks)) : 0), [capture]);
  const provider = surroundings?.provider;
  const model = job?.startedAt ? (job.provider?.model ?? t('without_model')) : (provider?.model ?? t('without_model'));
  const status =
    capture && { publish: t('status_publish'), future: t('status_future'), private: t('status_private') }[capture.status];
  return (
    <header class="header">
      <img class="logo" src="/icon/32.png" width="20" height="20" alt="" />
      <p class="header-title" title={capture?.title}>
        {capture ? capture.title || t('untitled') : t('name')}
      </p>
      {status && <span class="chip is-status">{status}</span>}
      {capture && (
        <span class="chip">
          {t(`scope_${capture.scope}`)} · {tn('words', words)}
        </span>
      )}
      {surroundings && (
        <button
          type="button"
          class="chip is-button"
          title={provider ? t('model_chip_title', provider.model, provider.origin) : t('open_options')}
          onClick={onOptions}
        >
          {model}
        </button>
      )}
      {capture && <IconButton icon="restart" label={t('menu_restart')} disabled={isRunning(stateOf(view))} onClick={onRestart} />}
      {onBeside && <IconButton icon="beside" label={t('menu_beside')} onClick={onBeside} />}
      <a
        class="icon-button"
        href="/history.html"
        target="_blank"
        rel="noopener"
        title={t('history_title')}
        aria-label={t('history_title')}
      >
        <Icon name="history" />
      </a>
      <IconButton icon="settings" label={t('menu_options')} onClick={onOptions} />
    </header>
  );
}

interface IconButtonProps {
  icon: 'restart' | 'beside' | 'settings';
  label: string;
  disabled?: boolean;
  onClick: () => void;
}

function IconButton({ icon, label, disabled, onClick }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      data-testid={icon}
      title={label}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
