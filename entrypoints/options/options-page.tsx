/** The options: a model, how the house writes, the shortcut, and what leaves this browser. */
import { useEffect, useState } from 'preact/hooks';
import { ConnectionResultView } from '../../components/connection-result.tsx';
import { LocalServers } from '../../components/local-servers.tsx';
import { ModelCards, type Way } from '../../components/model-cards.tsx';
import { PrivacyText } from '../../components/privacy-text.tsx';
import { ProviderForm } from '../../components/provider-form.tsx';
import { recipientOf } from '../../components/recipient.ts';
import { WritingForm } from '../../components/writing-form.tsx';
import { t } from '../../utils/i18n.ts';
import { originOf, PROVIDERS } from '../../utils/llm/providers.ts';
import type { Settings } from '../../utils/settings.ts';
import { EditorButtonSites } from './editor-button-sites.tsx';
import { Shortcut } from './shortcut.tsx';
import { useOptions } from './use-options.ts';

const FIRST_OF: Record<'key' | 'local', (typeof PROVIDERS)[number]['id']> = { key: 'mistral', local: 'ollama' };

/** `way` = what the popup's card or the address says: `#key`, `#local`. */
export function OptionsPage({ settings, way }: { settings: Settings; way: Way | null }) {
  const page = useOptions(settings);
  const [chosen, setChosen] = useState<Way | null>(null);
  const choose = (next: Way) => {
    setChosen(next);
    if (next !== 'floor') page.chooseProvider(FIRST_OF[next]);
  };
  useEffect(() => {
    if (way && !settings.provider) choose(way);
  }, []);
  const { stored } = page;
  return (
    <>
      <header class="options-header">
        <img src="/icon/48.png" width="32" height="32" alt="" />
        <h1>{t('options_title')}</h1>
        <a class="options-history" href="/history.html" data-testid="open-history">
          {t('history_title')}
        </a>
      </header>
      <main class="options">
        {!settings.provider && (
          <section class="options-section">
            <p>{t('options_welcome')}</p>
            <ModelCards chosen={chosen} onChoose={choose} />
            {chosen === 'floor' && <p class="note">{t('options_ready_floor')}</p>}
          </section>
        )}
        <form
          class="options-form"
          onSubmit={(event) => {
            event.preventDefault();
            page.save();
          }}
        >
          <section class="options-section">
            <h2>{t('options_model')}</h2>
            <LocalServers presets={PROVIDERS} search={page.local} onSearch={page.findLocal} onUse={page.useLocal} />
            <ProviderForm
              presets={PROVIDERS}
              values={page.provider}
              keySaved={page.keySaved}
              baseUrlBad={page.baseUrlBad}
              models={page.models}
              onChange={page.changeProvider}
              onProvider={page.chooseProvider}
              onForgetKey={page.forgetKey}
              onListModels={page.listModels}
            />
          </section>
          <section class="options-section">
            <h2>{t('options_writing')}</h2>
            <WritingForm values={page.options} onChange={page.changeOptions} />
          </section>
          <div class="options-actions">
            <button type="submit" class="button is-primary" data-testid="save">
              {t('options_save')}
            </button>
            <button
              type="button"
              class="button"
              data-testid="test-connection"
              disabled={page.provider.id === '' || page.baseUrlBad}
              onClick={page.test}
            >
              {t('options_test')}
            </button>
            <div role="status" aria-live="polite">
              {page.saved && (
                <p class={page.saved.kind === 'saved' ? 'is-saved' : 'is-denied'} data-testid="saved">
                  {page.saved.kind === 'saved' ? t('options_saved') : t('options_permission_denied', page.saved.host)}
                </p>
              )}
              <ConnectionResultView result={page.result} />
            </div>
          </div>
        </form>
        <section class="options-section">
          <h2>{t('options_shortcut')}</h2>
          <Shortcut />
        </section>
        <section class="options-section">
          <h2>{t('options_button')}</h2>
          <EditorButtonSites />
        </section>
        <section class="options-section">
          <h2>{t('options_privacy')}</h2>
          <PrivacyText recipient={stored && recipientOf({ id: stored.id, origin: originOf(stored.baseUrl) })} />
        </section>
      </main>
    </>
  );
}
