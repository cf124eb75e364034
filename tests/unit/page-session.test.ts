import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageSession } from '../../entrypoints/background/page-session.ts';
import { createJobRunner } from '../../utils/jobs/job-runner.ts';
import type { BackgroundToPage } from '../../utils/messages.ts';
import { jobStoreInMemory } from '../support/job-store-in-memory.ts';

it('what has failed stays to be read when the SEO lights come in, until the user does something', async () => {
  // No editor in this tab: nothing can be injected, as wxt's fake browser has it.
  Object.assign(fakeBrowser.commands, { getAll: () => Promise.resolve([]) });
  const runner = createJobRunner({
    store: jobStoreInMemory(),
    rewrite: async function* () {},
    clientFor: () => Promise.reject(new Error('not used here')),
    now: () => 0,
    onBusy: () => undefined,
    onProgress: () => undefined,
  });
  const told: BackgroundToPage[] = [];
  const session = pageSession({ runner, takeIntent: () => false, post: (message) => void told.push(message) });
  const errors = () => told.map((message) => (message.kind === 'snapshot' ? (message.error?.code ?? null) : 'events'));

  session.hear({ kind: 'open', tabId: 1, surface: 'popup' });
  await vi.waitFor(() => expect(errors().at(-1)).toBe('not_editor'));
  told.length = 0;
  session.hear({ kind: 'seo', seo: [] });
  session.hear({ kind: 'cancel' });
  await vi.waitFor(() => expect(errors()).toEqual(['not_editor', null]));
  session.close();
});
