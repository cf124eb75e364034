/** What the job tests do to a job, and how they see that nothing was paid for twice. */
import { originOf } from '../../utils/llm/providers.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/settings.ts';
import type { Chromium } from './chromium.ts';
import type { View } from './extension-view.ts';
import type { LlmRequest } from './llm-server.ts';

declare const chrome: { storage: { local: { set(items: object): Promise<void> } } };

/** A model as the chosen one, what leaves and to whom read, without the options page, which has its own tests. */
export async function saveLocalModel(
  extensionPage: View,
  baseUrl: string,
  change: Partial<Settings['options']> = {},
): Promise<void> {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    provider: { id: 'custom', baseUrl, model: 'modele-de-test' },
    consents: [originOf(baseUrl)],
    options: { ...DEFAULT_SETTINGS.options, ...change },
  };
  await extensionPage.run((given: object) => chrome.storage.local.set({ settings: given }), settings);
}

/** Ends the service worker as a crash does. (A bare `Target.closeTarget` leaves a worker that never answers.) */
export async function killWorker({ browser, extensionId }: Chromium): Promise<void> {
  const target = await browser.waitForTarget(
    (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(`chrome-extension://${extensionId}/`),
  );
  const worker = await target.worker();
  if (!worker) throw new Error('no service worker');
  await worker.close();
}

/** The questions that were answered to their end and asked again all the same: nothing paid for may be among them. */
export function askedTwice(requests: readonly LlmRequest[]): string[] {
  const answered = new Set<string>();
  const twice: string[] = [];
  for (const request of requests) {
    const asked = questionOf(request);
    if (answered.has(asked)) twice.push(asked.slice(-200));
    if (request.over && !request.aborted) answered.add(asked);
  }
  return twice;
}

/** What a request asks, the same for the same question: the nonce that marks off the source differs from run to run. */
export function questionOf(request: LlmRequest): string {
  return (request.body.messages.at(-1)?.content ?? '').replace(/[0-9a-f]{8,}/g, '');
}
