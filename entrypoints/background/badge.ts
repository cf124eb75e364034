/** The badge on the toolbar button of the job's tab: how far it is, « prêt », or that it failed. */
import { browser } from 'wxt/browser';
import { language } from '../../utils/i18n.ts';
import type { Job } from '../../utils/jobs/job.ts';

const COLOURS = { busy: '#1f5fa8', ready: '#1e7d46', failed: '#b3261e' };

export function showBadge(job: Job): void {
  const { text, colour } = badgeOf(job);
  const { tabId } = job;
  // The tab may be gone: the job goes on without its badge.
  browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
  if (text) browser.action.setBadgeBackgroundColor({ tabId, color: colour }).catch(() => undefined);
}

/** Pure. At most four characters: a badge shows no more. */
export function badgeOf(job: Job, french = language() === 'fr'): { text: string; colour: string } {
  switch (job.state) {
    case 'capturing':
    case 'planning':
    case 'interrupted':
      return { text: '…', colour: COLOURS.busy };
    case 'writing':
    case 'checking':
    case 'repairing':
      return { text: `${percent(job)} %`, colour: COLOURS.busy };
    case 'ready':
      return { text: french ? 'prêt' : 'done', colour: COLOURS.ready };
    case 'failed':
      return { text: '!', colour: COLOURS.failed };
    case 'idle':
    case 'applied':
    case 'cancelled':
      return { text: '', colour: COLOURS.busy };
  }
}

function percent({ state, progress }: Job): number {
  const written = progress.sections.filter((section) => section.state === 'written').length;
  const writing = progress.sections.length > 0 ? written / progress.sections.length : 0;
  // Checking and repairing come after the writing, and take little.
  return state === 'writing' ? Math.min(90, Math.round(5 + writing * 85)) : 95;
}
