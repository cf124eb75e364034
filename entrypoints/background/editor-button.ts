/** Puts the button into the editors of the sites where it is wanted and allowed, takes it away elsewhere, hears its click. */
import { browser } from 'wxt/browser';
import { isAboutSites, OPEN_FROM_BUTTON, patternOf, REMOVE_BUTTON, wantedSites } from '../../utils/editor-button.ts';
import { originPattern } from '../../utils/llm/providers.ts';
import { readSettings } from '../../utils/settings-store.ts';
import type { Intents } from './intents.ts';

const SCRIPT = 'editor-button.js';
/** The pages with an editor, not the rest of the admin. */
const PAGES = ['post.php', 'post-new.php', 'site-editor.php'];

export function registerEditorButton(intents: Intents): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    // From our content script alone: a web page has no way to say this. And it only opens, as a click on the toolbar does.
    if (message === OPEN_FROM_BUTTON && sender.id === browser.runtime.id && sender.tab) intents.openOn(sender.tab);
    return undefined;
  });
  let queue = Promise.resolve();
  const settleSoon = () => {
    queue = queue.then(settle).catch((error: unknown) => console.error('editor button', error));
  };
  browser.permissions.onAdded.addListener(settleSoon);
  browser.permissions.onRemoved.addListener(settleSoon);
  browser.storage.local.onChanged.addListener((changes) => {
    if (isAboutSites(changes)) settleSoon();
  });
  // An update forgets the registered scripts, and so may a restart.
  browser.runtime.onInstalled.addListener(settleSoon);
  browser.runtime.onStartup.addListener(settleSoon);
}

/** From whatever there is to what is wanted and allowed. */
async function settle(): Promise<void> {
  const wanted = new Set((await wantedSites()).map(patternOf));
  const there = new Set((await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id));
  for (const pattern of there)
    if (!wanted.has(pattern) || !(await allowed(pattern))) await takeAway(pattern, wanted.has(pattern));
  for (const pattern of wanted) if (!there.has(pattern) && (await allowed(pattern))) await putInto(pattern);
}

function allowed(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

async function putInto(pattern: string): Promise<void> {
  const matches = pagesOf(pattern);
  await browser.scripting.registerContentScripts([{ id: pattern, js: [SCRIPT], matches, runAt: 'document_idle' }]);
  for (const { id = -1 } of await browser.tabs.query({ url: matches }))
    await browser.scripting.executeScript({ target: { tabId: id }, files: [`/${SCRIPT}`] }).catch(() => undefined);
}

async function takeAway(pattern: string, wanted: boolean): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [pattern] });
  // Asked for while the permission still tells which tabs they are.
  for (const { id = -1 } of await browser.tabs.query({ url: pagesOf(pattern) }))
    await browser.tabs.sendMessage(id, REMOVE_BUTTON).catch(() => undefined);
  const { provider } = await readSettings();
  // A model on the same host keeps its own permission.
  if (!wanted && !(provider && originPattern(provider.baseUrl) === pattern))
    await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}

function pagesOf(pattern: string): string[] {
  return PAGES.map((page) => pattern.replace(/\*$/, `*wp-admin/${page}*`));
}
