/** One attached popup or side panel: shows it its tab's job, and does what it asks. */
import { CodedError, type ErrorCode } from '../../utils/errors.ts';
import type { Job } from '../../utils/jobs/job.ts';
import type { JobNews, JobRunner } from '../../utils/jobs/job-runner.ts';
import type { BackgroundToPage, PageToBackground, Surroundings } from '../../utils/messages.ts';
import { readSettings, watchSettings } from '../../utils/settings-store.ts';
import type { Settings } from '../../utils/settings.ts';
import { actOn, startJob } from './job-actions.ts';
import { settleInsertion } from './editor-actions.ts';
import { eventBatch } from '../../utils/jobs/event-batch.ts';
import { activeTabId, openJob } from './open-job.ts';
import { shortcut } from './shortcut.ts';
import { surroundingsOf } from '../../utils/jobs/surroundings.ts';

export interface SessionWorld {
  runner: JobRunner;
  takeIntent(tabId: number): boolean;
  post(message: BackgroundToPage): void;
}

export interface PageSession {
  /** Messages are done one after the other, in the order they came. */
  hear(message: PageToBackground): void;
  close(): void;
}

export function pageSession({ runner, takeIntent, post }: SessionWorld): PageSession {
  let tabId: number | null = null;
  let job: Job | null = null;
  let error: { code: ErrorCode; detail: string | null } | null = null;
  let surroundings: Surroundings | null = null;
  let unwatch = (): void => undefined;
  let queue = Promise.resolve();
  let open = true;

  const batch = eventBatch((events) => {
    if (job) post({ kind: 'events', jobId: job.id, events });
  });

  function snapshot(): void {
    // What waits to be sent is in the job already.
    batch.drop();
    if (surroundings && open) post({ kind: 'snapshot', job, surroundings, error });
  }

  function fail(reason: unknown): void {
    if (reason instanceof CodedError) error = { code: reason.code, detail: reason.detail };
    else {
      console.error(reason);
      error = { code: 'page_error', detail: String(reason) };
    }
  }

  async function show(next: Job | null): Promise<void> {
    unwatch();
    unwatch = () => undefined;
    job = next;
    if (next && next.state !== 'capturing') {
      const watch = await runner.watch(next.id, hearNews);
      unwatch = watch.stop;
      job = watch.job;
      if (!open) unwatch();
    }
    snapshot();
  }

  function hearNews(news: JobNews): void {
    if (news.kind === 'event') return batch.add(news.event);
    job = news.job;
    snapshot();
  }

  async function settle(settings: Settings): Promise<void> {
    surroundings = surroundingsOf(settings, await shortcut());
  }

  /** `fresh`: a new capture, whatever job there is. */
  async function attach(how: { fresh: boolean; intent: boolean }): Promise<void> {
    error = null;
    if (tabId === null) throw new CodedError('not_editor', 'no tab');
    const settings = await readSettings();
    const found = await openJob({ runner, tabId, settings, ...how, onCapturing: (capturing) => void show(capturing) }).catch(
      async (reason: unknown) => {
        await show(null);
        throw reason;
      },
    );
    if (found.job) await settleInsertion(runner, found.job);
    await show(found.job);
    if (found.isNew && found.job && settings.provider === null) fail(new CodedError('no_model'));
    // Where consent is still to be given, the page asks for it and sends `start` itself, with what was typed meanwhile.
    else if (found.isNew && found.job && how.intent && !surroundings?.consentNeeded) {
      await startJob(runner, found.job, { keyphrase: '', note: '', withoutModel: false });
    }
    snapshot();
  }

  async function obey(message: PageToBackground): Promise<void> {
    switch (message.kind) {
      case 'open':
        await settle(await readSettings());
        tabId = message.tabId ?? (await activeTabId());
        return attach({ fresh: false, intent: tabId !== null && takeIntent(tabId) });
      case 'restart':
        return attach({ fresh: true, intent: false });
      case 'start':
        error = null;
        if (job) await startJob(runner, job, message);
        return snapshot();
      case 'consent':
        await settle(await actOn.consent(message.origin));
        return snapshot();
      default:
        // The SEO lights come by themselves: what has just failed is still to be read.
        if (message.kind !== 'seo') error = null;
        if (job) await actOn.job(runner, job.id, message);
        return snapshot();
    }
  }

  const unwatchSettings = watchSettings((settings) => {
    queue = queue
      .then(() => settle(settings))
      .then(() => {
        if (settings.provider !== null && error?.code === 'no_model') error = null;
        return snapshot();
      });
  });

  return {
    hear(message) {
      queue = queue
        .then(() => obey(message))
        .catch((reason: unknown) => {
          fail(reason);
          snapshot();
        });
    },
    close() {
      open = false;
      unwatch();
      unwatchSettings();
    },
  };
}
