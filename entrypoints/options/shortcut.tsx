/** The keyboard shortcut as the browser has it, and the way to the browser's own page for it. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../utils/i18n.ts';

/** Firefox 137 and newer open their own page from here. */
interface ShortcutSettings {
  openShortcutSettings?: () => Promise<void>;
}

export function Shortcut() {
  const [keys, setKeys] = useState('');
  useEffect(() => {
    void browser.commands.getAll().then((all) => setKeys(all.find((one) => one.name === 'rewrite')?.shortcut ?? ''));
  }, []);
  const firefox: ShortcutSettings = Object(browser.commands);
  const isFirefox = location.protocol === 'moz-extension:';
  const change = isFirefox
    ? firefox.openShortcutSettings && (() => void firefox.openShortcutSettings?.())
    : () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
  return (
    <p class="shortcut">
      <kbd>{keys || t('options_shortcut_none')}</kbd>
      {change ? (
        <button type="button" class="link-button" onClick={change}>
          {t('options_shortcut_change')}
        </button>
      ) : (
        <span class="hint">{t('options_shortcut_firefox')}</span>
      )}
    </p>
  );
}
