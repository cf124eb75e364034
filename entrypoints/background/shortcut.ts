/** The keyboard shortcut. A command of our own: `_execute_action` opens the popup without telling the background. */
import { browser } from 'wxt/browser';
import type { Intents } from './intents.ts';

export const COMMAND = 'rewrite';

export function registerShortcut(intents: Intents): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND) intents.rewriteIn(tab);
  });
}

/** As the browser shows it, null where the user has taken it away. */
export async function shortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find((command) => command.name === COMMAND)?.shortcut || null;
}
