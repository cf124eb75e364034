/** Whether a message comes from a page of this extension: a content script in a web page has our id too, but not our address. */
import { browser, type Browser } from 'wxt/browser';

export function isOwnPage(sender: Browser.runtime.MessageSender | undefined): boolean {
  return sender?.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}
