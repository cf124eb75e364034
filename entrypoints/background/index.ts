/** The background: owns the jobs, the keys and the way to the editor. One concern per file; here they are put together. */
import { defineBackground } from 'wxt/utils/define-background';
import { closeStorage } from './close-storage.ts';
import { registerContextMenu } from './context-menu.ts';
import { registerEditorButton } from './editor-button.ts';
import { registerHistory } from './history-requests.ts';
import { registerEngine } from './engine.ts';
import { createIntents } from './intents.ts';
import { registerJobPort } from './job-port.ts';
import { registerOptionsRequests } from './options-requests.ts';
import { openOptionsOnInstall } from './on-install.ts';
import { createBackgroundRunner } from './runner.ts';
import { registerShortcut } from './shortcut.ts';
import { registerWatchdog } from './watchdog.ts';

export default defineBackground({
  // A classic script: `engine.ts` tells why.
  main() {
    // Listeners first, and at once: an event that woke the worker is given only to those registered in its first turn.
    registerEngine();
    const runner = createBackgroundRunner();
    const intents = createIntents();
    registerContextMenu(intents);
    registerShortcut(intents);
    registerJobPort({ runner, intents });
    registerOptionsRequests();
    registerHistory(runner);
    registerEditorButton(intents);
    registerWatchdog();
    openOptionsOnInstall();
    closeStorage();
    // Whatever woke this worker: a job that says it runs has lost its own.
    runner.resume().catch((error: unknown) => console.error('jobs not resumed', error));
  },
});
