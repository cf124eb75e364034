/** The sites whose editor shows the button: added with the browser's permission for each, and taken away with it. */
import { useEffect, useState } from 'preact/hooks';
import { forgetSite, shownSites, siteOf, wantSite } from '../../utils/editor-button.ts';
import { t } from '../../utils/i18n.ts';

export function EditorButtonSites() {
  const [sites, setSites] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const [news, setNews] = useState<{ text: string; bad: boolean } | null>(null);
  const reload = () => shownSites().then(setSites);
  useEffect(() => void reload(), []);
  const add = () => {
    const address = typed.trim();
    const site = siteOf(/^https?:/i.test(address) ? address : `https://${address}`);
    if (!site) return setNews({ text: t('options_button_bad'), bad: true });
    void wantSite(site).then(async (granted) => {
      setNews({ text: t(granted ? 'options_button_added' : 'options_permission_denied', new URL(site).host), bad: !granted });
      if (granted) setTyped('');
      return reload();
    });
  };
  return (
    <>
      <p>{t('options_button_why')}</p>
      {sites.length > 0 && (
        <ul class="site-list">
          {sites.map((site) => (
            <li key={site}>
              <span>{site}</span>
              <button
                type="button"
                class="button"
                data-testid="remove-editor-button"
                aria-label={t('options_button_remove_of', site)}
                onClick={() => void forgetSite(site).then(reload)}
              >
                {t('options_button_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="site-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label>
          <span class="label">{t('options_button_site')}</span>
          <input
            class="input"
            data-testid="editor-button-site"
            placeholder="https://"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" data-testid="add-editor-button" disabled={!typed.trim()}>
          {t('editor_button_box')}
        </button>
      </form>
      <p role="status" aria-live="polite" class={news?.bad ? 'is-denied' : 'is-saved'}>
        {news?.text}
      </p>
    </>
  );
}
