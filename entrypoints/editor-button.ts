/**
 * « Réécrire SEO » in the editor's own bar, on the sites where the user asked for it. Runs in the isolated world, in the
 * top frame alone: no node of it is ever in what is edited. The page can forge events and move the button about; a click
 * counts only where the browser vouches for it, and does no more than open the popup.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { BUTTON_ID, watchMenu } from '../utils/editor/menu-selection.ts';

/** Written out: the module that holds them would bring the schemas along. */
const OPEN = 'open-from-editor-button';
const REMOVE = 'remove-editor-button';

/** Block editor since 6.6, before it; the row of « Add media » of a classic editor; its tabs where it has none. */
const PLACES = [
  ...['.editor-header__settings', '.edit-post-header__settings'],
  ...['#wp-content-media-buttons', '#wp-content-editor-tools'],
];

interface Extension {
  i18n: { getMessage(key: string): string };
  runtime: {
    id?: string;
    sendMessage(message: string): unknown;
    onMessage: { addListener(listener: (message: unknown) => void): void };
  };
}

export default defineUnlistedScript(() => {
  const extension: Extension = Reflect.get(globalThis, 'chrome');
  // The one of before an update of the extension is dead.
  document.getElementById(BUTTON_ID)?.remove();
  const button = makeButton(extension);
  const place = () => {
    if (button.isConnected) return;
    const bar = PLACES.map((one) => document.querySelector(one)).find((one) => one !== null);
    const classic = bar?.id.startsWith('wp-content');
    button.className = classic ? 'button' : 'components-button is-tertiary is-compact';
    if (classic) bar?.append(button);
    else bar?.prepend(button);
  };
  let waiting = 0;
  const watched = new WeakSet<Document>();
  const later = () => {
    waiting = 0;
    place();
    const canvas = document.querySelector<HTMLIFrameElement>('iframe[name="editor-canvas"]');
    // A frame that loads gets another document, and tells it by no mutation.
    if (canvas) canvas.onload = later;
    for (const doc of [document, canvas?.contentDocument]) {
      if (!doc || watched.has(doc)) continue;
      watched.add(doc);
      watchMenu(doc, button);
    }
  };
  // The editors draw their bars anew. Whatever changes costs two look-ups, once a frame.
  const observer = new MutationObserver(() => {
    waiting ||= requestAnimationFrame(later);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  later();
  extension.runtime.onMessage.addListener((message) => {
    if (message !== REMOVE) return;
    observer.disconnect();
    button.remove();
  });
});

function makeButton({ i18n, runtime }: Extension): HTMLButtonElement {
  const button = document.createElement('button');
  button.id = BUTTON_ID;
  button.type = 'button';
  button.textContent = i18n.getMessage('name');
  button.title = i18n.getMessage('editor_button_hint');
  button.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    // Without an id the extension is gone: taken off, or updated.
    if (!runtime.id) return button.remove();
    void Promise.resolve(runtime.sendMessage(OPEN)).catch(() => undefined);
  });
  return button;
}
