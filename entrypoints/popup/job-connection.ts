/** The page's end of the port: attaches, folds events into the last snapshot, attaches again when the worker restarts. */
import { browser, type Browser } from 'wxt/browser';
import { JOB_PORT } from '../../utils/job-port.ts';
import type { BackgroundToPage, PageToBackground } from '../../utils/messages.ts';
import { NO_VIEW, type Send, type View } from '../../components/view.ts';
import { anticipate } from './anticipate.ts';

type Opening = Omit<Extract<PageToBackground, { kind: 'open' }>, 'kind'>;
type Events = Extract<BackgroundToPage, { kind: 'events' }>;

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2000;

/** `onView` is called at most once a frame. */
export function connectToJob(opening: Opening, onView: (view: View) => void): { send: Send; reopen: (opening: Opening) => void } {
  let view = NO_VIEW;
  let port: Browser.runtime.Port | null = null;
  let wait = FIRST_WAIT_MS;
  let now = opening;
  // Events wait for the code that folds them, which comes after the first paint.
  let folded = Promise.resolve();

  let frame = 0;
  const show = (next: View) => {
    view = next;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      onView(view);
    });
  };

  const fold = ({ jobId, events }: Events) => {
    const queued = foldEvents();
    folded = folded
      .then(() => queued)
      .then((advance) => {
        const { job } = view;
        if (job?.id === jobId) show({ ...view, job: advance(job, events) });
        return undefined;
      });
  };

  const attach = () => {
    const opened = browser.runtime.connect({ name: JOB_PORT });
    port = opened;
    opened.onMessage.addListener((message) => {
      const told: BackgroundToPage = message;
      wait = FIRST_WAIT_MS;
      if (told.kind === 'events') fold(told);
      else {
        const { job, surroundings, error } = told;
        folded = folded.then(() => show({ job, surroundings, error, connected: true }));
      }
    });
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return;
      port = null;
      show({ ...view, connected: false });
      setTimeout(() => port ?? attach(), wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
    opened.postMessage({ kind: 'open', ...now } satisfies PageToBackground);
  };
  attach();

  return {
    send(message) {
      if (!port) attach();
      port?.postMessage(message);
      show(anticipate(view, message));
    },
    reopen(next) {
      now = next;
      if (port) port.postMessage({ kind: 'open', ...now } satisfies PageToBackground);
      else attach();
    },
  };
}

async function foldEvents() {
  const { fold } = await import('./fold-events.ts');
  return fold;
}
