/**
 * « Rewrite this », said by the context menu or the shortcut: remembered for the popup that opens on it, whose first
 * message is the one handler of all ways in.
 */
import { browser, type Browser } from 'wxt/browser';

export interface Intents {
  /** Must be called in the event's own turn: opening the popup needs the user's gesture. */
  rewriteIn(tab: Browser.tabs.Tab | undefined): void;
  /** The popup on that tab, and nothing asked of it: as a click on the toolbar button. */
  openOn(tab: Browser.tabs.Tab): void;
  /** Whether the popup that opens on this tab was asked to rewrite; true once. */
  take(tabId: number): boolean;
}

/** A popup opens in well under a second; an older intent is nobody's any more. ms. */
const LIFETIME_MS = 10_000;

export function createIntents(): Intents {
  const waiting = new Map<number | null, number>();
  return {
    rewriteIn(tab) {
      // Firefox gives no tab with a command in some versions: the popup that opens next is meant.
      waiting.set(tab?.id ?? null, Date.now());
      open(tab);
    },
    openOn(tab) {
      // An older wish must not become this one's.
      waiting.clear();
      open(tab);
    },
    take(tabId) {
      const key = waiting.has(tabId) ? tabId : null;
      const at = waiting.get(key);
      waiting.delete(key);
      return at !== undefined && Date.now() - at < LIFETIME_MS;
    },
  };
}

function open(tab: Browser.tabs.Tab | undefined): void {
  browser.action.openPopup(tab?.windowId === undefined ? undefined : { windowId: tab.windowId }).catch(() => openAsWindow(tab));
}

/** Browsers that open no popup from here (an unfocused window, an old version) get the same page in a window. */
function openAsWindow(tab: Browser.tabs.Tab | undefined): void {
  if (tab?.id === undefined) return;
  void browser.windows.create({
    url: browser.runtime.getURL(`/popup.html?tab=${tab.id}`),
    type: 'popup',
    width: 800,
    height: 640,
  });
}
