/** What a screen reader is told: stages and results, never tokens. */
import { errorText, t, tn } from '../utils/i18n.ts';
import { errorOf, stateOf, type View } from './view.ts';

/** Text of the polite live region; it changes only when a stage or the state does. */
export function useAnnouncement(view: View, openErrors: number): string {
  const state = stateOf(view);
  const error = errorOf(view);
  if (error) return errorText(error.code);
  switch (state) {
    case 'planning':
    case 'writing':
    case 'checking':
    case 'repairing':
      return t('say_stage', t(`track_${state}`));
    case 'ready':
      return t('say_ready', tn('words', view.job?.progress.report?.words ?? 0), tn('count_errors', openErrors));
    case 'applied':
      return t('banner_applied');
    case 'cancelled':
    case 'interrupted':
      return t(`banner_${state}`);
    case 'idle':
    case 'capturing':
    case 'failed':
      return '';
  }
}
