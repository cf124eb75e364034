/** What the history page asks: to forget rewrites, to put an original back. */
import { browser } from 'wxt/browser';
import { CodedError } from '../../utils/errors.ts';
import { forgetDropped } from '../../utils/jobs/history-dropped.ts';
import { HistoryToBackground, type HistoryAnswer } from '../../utils/jobs/history-messages.ts';
import type { JobRunner } from '../../utils/jobs/job-runner.ts';
import { idbJobStore, type JobStore } from '../../utils/jobs/job-store.ts';
import { z } from '../../utils/zod.ts';
import { restoreJob } from './editor-actions.ts';
import { forgetJob } from './keep-short.ts';
import { isOwnPage } from './own-page.ts';

export function registerHistory(runner: JobRunner): void {
  const store = idbJobStore();
  browser.runtime.onMessage.addListener((given: unknown, sender, answer: (result: HistoryAnswer) => void) => {
    const request = z.safeParse(HistoryToBackground, given).data;
    if (!request || !isOwnPage(sender)) return undefined;
    void obey(runner, store, request).then(answer);
    return true;
  });
}

async function obey(runner: JobRunner, store: JobStore, request: HistoryToBackground): Promise<HistoryAnswer> {
  try {
    if (request.kind === 'history-restore') await restoreJob(runner, request.id, request.force);
    else {
      const ids = request.ids ?? (await store.weights()).map((one) => one.id);
      for (const id of ids) await forgetJob(runner, store, id);
      if (request.ids === null) await forgetDropped();
    }
    return { ok: true };
  } catch (error) {
    if (error instanceof CodedError) return { ok: false, code: error.code, detail: error.detail };
    console.error(error);
    return { ok: false, code: 'page_error', detail: String(error) };
  }
}
