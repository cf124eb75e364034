/** « Réécrire SEO » in the context menu. */
import { browser } from 'wxt/browser';
import { t } from '../../utils/i18n.ts';
import type { Intents } from './intents.ts';

const ITEM = 'rewrite';

export function registerContextMenu(intents: Intents): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === ITEM) intents.rewriteIn(tab);
  });
  // At every start, since a browser may forget the items of an extension that was off; one that is there is left alone.
  browser.contextMenus.create(
    {
      id: ITEM,
      title: t('menu_rewrite'),
      // In Firefox `page` matches only where nothing else does, and the block editor's canvas is a frame.
      contexts: ['selection', 'editable', 'page', 'frame', 'link', 'image'],
    },
    () => void browser.runtime.lastError,
  );
}
