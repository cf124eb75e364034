/** « Afficher un bouton dans l’éditeur de ce site »: this site only, its permission asked in the click. */
import { useEffect, useState } from 'preact/hooks';
import { forgetSite, shownSites, siteOf, wantSite } from '../../utils/editor-button.ts';
import { t } from '../../utils/i18n.ts';

export function EditorButtonBox({ pageUrl }: { pageUrl: string | undefined }) {
  const site = siteOf(pageUrl);
  const [shown, setShown] = useState<boolean | null>(null);
  useEffect(() => {
    if (site) void shownSites().then((sites) => setShown(sites.includes(site)));
  }, [site]);
  if (!site || shown === null) return null;
  const toggle = (wanted: boolean) => {
    setShown(wanted);
    // Some browsers close the popup to ask: the background goes on without it.
    if (wanted) void wantSite(site).then(setShown);
    else void forgetSite(site);
  };
  return (
    <label class="check-line">
      <input
        type="checkbox"
        class="checkbox"
        data-testid="editor-button"
        checked={shown}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      <span>
        {t('editor_button_box')} <span class="hint">{new URL(site).host}</span>
      </span>
    </label>
  );
}
