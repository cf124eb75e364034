/** The first install opens the options: there is no model yet. An update opens nothing. */
import { browser } from 'wxt/browser';

export function openOptionsOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.runtime.openOptionsPage();
  });
}
