/**
 * A right-click on blocks selected as blocks puts the caret into one of them, and Gutenberg keeps that one only: by the
 * time the menu is used, the selection is gone (seen in 6.6 and 7.1). At the `contextmenu` event it still stands, but
 * only a script that was there before can see it: the button's, on the sites that show it. It keeps the blocks' IDs on
 * the button, where the page's own world finds them.
 */
export const BUTTON_ID = 'reecrire-seo-button';

/** Client IDs of the blocks that the last right-click fell on, if nothing was clicked or typed since. */
export function blocksAtMenu(): string[] {
  return document.getElementById(BUTTON_ID)?.dataset['blocks']?.split(' ') ?? [];
}

/** In the isolated world. `doc`: the page's document or its canvas's. */
export function watchMenu(doc: Document, button: HTMLElement): void {
  const forget = () => delete button.dataset['blocks'];
  doc.addEventListener(
    'contextmenu',
    (event) => {
      const ids = [...doc.querySelectorAll('.is-multi-selected')].flatMap((block) => block.getAttribute('data-block') ?? []);
      if (event.isTrusted && ids.length > 1) button.dataset['blocks'] = ids.join(' ');
      else forget();
    },
    true,
  );
  doc.addEventListener('keydown', forget, true);
  doc.addEventListener('pointerdown', (event) => event.button === 0 && forget(), true);
}
