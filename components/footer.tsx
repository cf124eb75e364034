/** Progress, copy, and the one main button: « Insérer ». */
import type { InsertMode } from '../utils/editor/editor-protocol.ts';
import { t, tn } from '../utils/i18n.ts';
import { copyOnlyIn } from './copy-only.tsx';
import { StageLine } from './stage-line.tsx';
import { hasText, isRunning, stateOf, type CopyFormat, type View } from './view.ts';
import { WordCount } from './word-count.tsx';

export interface FooterProps {
  view: View;
  openErrors: number;
  /** Asked for, not answered yet. */
  inserting: boolean;
  onCopy: (format: CopyFormat) => void;
  onMode: (mode: InsertMode) => void;
  onInsert: () => void;
  onCancel: () => void;
  onRetryNow: () => void;
}

const MODES: readonly InsertMode[] = ['replace', 'after', 'post'];

export function Footer({ view, openErrors, inserting, onCopy, onMode, onInsert, onCancel, onRetryNow }: FooterProps) {
  const { job, surroundings } = view;
  const state = stateOf(view);
  const running = isRunning(state);
  const text = hasText(view);
  const shut = !text || running || state === 'applied' || copyOnlyIn(view) !== null;
  const mode = job?.insertMode ?? 'replace';
  const blocks =
    job?.progress.draft.sections.reduce(
      (sum, one) => (one ? sum + one.blocks.length + (one.heading === null ? 0 : 1) : sum),
      0,
    ) ?? 0;
  const what = [modeLabel(mode, view), tn('blocks', blocks), tn('fields', job?.accepted.length ?? 0)] as const;
  return (
    <footer class="footer" aria-label={t('region_footer')}>
      <div class="footer-line">
        <WordCount progress={job?.progress ?? null} target={job?.options.minWords ?? surroundings?.minWords ?? 700} />
        <StageLine job={job} onRetryNow={onRetryNow} />
      </div>
      <div class="footer-line">
        <div class="copy" role="group" aria-label={t('copy_as')}>
          <span aria-hidden="true">{t('copy_as')}</span>
          <button
            type="button"
            class="button"
            data-testid="copy-html"
            aria-label={`${t('copy')} ${t('copy_html')}`}
            disabled={!text}
            onClick={() => onCopy('html')}
          >
            HTML
          </button>
          <button
            type="button"
            class="button"
            data-testid="copy-markdown"
            aria-label={`${t('copy')} ${t('copy_markdown')}`}
            disabled={!text}
            onClick={() => onCopy('markdown')}
          >
            Markdown
          </button>
        </div>
        {running && (
          <button type="button" class="button" data-testid="cancel" title={t('cancel_hint')} onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
        <select
          class="select"
          data-testid="insert-mode"
          aria-label={t('insert_mode')}
          value={mode}
          disabled={shut}
          onChange={(event) => onMode(MODES.find((one) => one === event.currentTarget.value) ?? 'replace')}
        >
          {MODES.map((one) => (
            <option key={one} value={one}>
              {modeLabel(one, view)}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button is-primary"
          data-testid="insert"
          disabled={shut}
          title={t('insert_title', ...what)}
          onClick={onInsert}
        >
          <span class="insert-label">
            {inserting ? t('inserting') : openErrors ? tn('insert_errors', openErrors) : t('insert')}
          </span>
          {text && (
            <span class="insert-what">
              {what[1]} · {what[2]}
            </span>
          )}
        </button>
      </div>
    </footer>
  );
}

function modeLabel(mode: InsertMode, view: View): string {
  return mode === 'replace' && view.job?.capture?.scope === 'post' ? t('mode_replace_read') : t(`mode_${mode}`);
}
