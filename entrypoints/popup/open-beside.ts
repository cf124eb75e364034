/** Opens the same view beside the page: Chrome's side panel for this tab, Firefox's sidebar. Call it from the click itself. */
import { browser } from 'wxt/browser';

/** Beside what the polyfill knows: Chrome's side panel under `chrome`, Firefox's sidebar under `browser`. */
interface Beside {
  sidePanel?: {
    setOptions(options: { tabId: number; path: string; enabled: boolean }): Promise<void>;
    open(options: { tabId: number }): Promise<void>;
  };
  sidebarAction?: { open(): Promise<void> };
}

/** null where the browser has neither. */
export function besideOpener(tabId: number | null): (() => Promise<void>) | null {
  const { sidePanel, sidebarAction } = besideApis();
  if (sidePanel && tabId !== null)
    return async () => {
      // Not awaited: `open` must be called in the click's own task.
      void sidePanel.setOptions({ tabId, path: `sidepanel.html?tab=${tabId}`, enabled: true });
      await sidePanel.open({ tabId });
    };
  return sidebarAction ? () => sidebarAction.open() : null;
}

function besideApis(): Beside {
  const chrome: Beside | undefined = Reflect.get(globalThis, 'chrome');
  const firefox: Beside = Object(browser);
  return { sidePanel: chrome?.sidePanel, sidebarAction: firefox.sidebarAction };
}
