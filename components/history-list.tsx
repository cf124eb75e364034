/** The rewrites, newest first: one button each; the arrows go from one to the next. */
import type { TargetedKeyboardEvent } from 'preact';
import type { HistoryEntry } from '../utils/jobs/history.ts';
import { isRunning } from '../utils/jobs/history-limit.ts';
import { t, tn } from '../utils/i18n.ts';
import { formatMoment } from './history-dates.ts';

export interface HistoryListProps {
  entries: readonly HistoryEntry[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

export function HistoryList({ entries, chosen, onChoose }: HistoryListProps) {
  const reached = entries.some((entry) => entry.id === chosen) ? chosen : entries[0]?.id;
  return (
    <ul class="history-list" aria-label={t('history_list')} onKeyDown={onArrow}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <button
            type="button"
            data-testid="history-entry"
            data-id={entry.id}
            aria-current={entry.id === chosen ? 'true' : undefined}
            tabIndex={entry.id === reached ? 0 : -1}
            onClick={() => onChoose(entry.id)}
          >
            <span class="entry-title">{entry.title || t('untitled')}</span>
            <span class="entry-line">
              <span class={`entry-state is-${entry.inserted ? 'applied' : entry.state}`}>{stateText(entry)}</span>
              {' · '}
              {formatMoment(entry.at)}
            </span>
            <span class="entry-line">
              {[entry.site, tn('words', entry.words), entry.model ?? t('without_model')].filter(Boolean).join(' · ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function stateText({ state, inserted }: HistoryEntry): string {
  if (inserted) return t('stage_applied');
  if (isRunning({ state })) return t('track_current');
  switch (state) {
    case 'failed':
      return t('stage_failed');
    case 'cancelled':
      return t('stage_cancelled');
    case 'idle':
      return t('stage_idle');
    default:
      return t('stage_ready');
  }
}

function onArrow(event: TargetedKeyboardEvent<HTMLUListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const button = next === undefined ? undefined : buttons[next];
  if (!button) return;
  event.preventDefault();
  button.focus();
  button.click();
}
