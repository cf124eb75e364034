/** The port of the popup and the side panel: each page that attaches gets a session of its own. */
import { browser } from 'wxt/browser';
import type { JobRunner } from '../../utils/jobs/job-runner.ts';
import { JOB_PORT, PageToBackground } from '../../utils/messages.ts';
import { z } from '../../utils/zod.ts';
import type { Intents } from './intents.ts';
import { isOwnPage } from './own-page.ts';
import { pageSession } from './page-session.ts';

export function registerJobPort({ runner, intents }: { runner: JobRunner; intents: Intents }): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== JOB_PORT || !isOwnPage(port.sender)) return port.disconnect();
    let open = true;
    const session = pageSession({
      runner,
      takeIntent: intents.take,
      post: (message) => {
        if (open) port.postMessage(message);
      },
    });
    port.onMessage.addListener((given: unknown) => {
      const message = z.safeParse(PageToBackground, given);
      if (message.success) session.hear(message.data);
      else console.error('a message that no one knows', z.prettifyError(message.error));
    });
    port.onDisconnect.addListener(() => {
      open = false;
      session.close();
    });
  });
}
