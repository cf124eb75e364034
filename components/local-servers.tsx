/** The model servers found on this computer: one to use, or what to do so that it can be used. */
import { errorText, formatList, t } from '../utils/i18n.ts';
import { type ProviderPreset } from '../utils/llm/providers.ts';
import type { LocalServer } from '../utils/messages.ts';

export type LocalSearch = 'searching' | 'denied' | LocalServer[];

export interface LocalServersProps {
  presets: readonly ProviderPreset[];
  /** null before the first search. */
  search: LocalSearch | null;
  onSearch: () => void;
  onUse: (server: LocalServer) => void;
}

export function LocalServers({ presets, search, onSearch, onUse }: LocalServersProps) {
  return (
    <div class="local-search">
      <button type="button" class="button" data-testid="find-local" disabled={search === 'searching'} onClick={onSearch}>
        {t('find_local')}
      </button>
      <div role="status" aria-live="polite" data-testid="local-servers">
        {search === 'searching' && <p class="hint">{t('find_local_searching')}</p>}
        {search === 'denied' && <p class="is-denied">{t('find_local_denied')}</p>}
        {Array.isArray(search) && search.length === 0 && <p>{t('find_local_none')}</p>}
        {Array.isArray(search) &&
          search.map((server) => {
            const preset = presets.find((one) => one.id === server.id);
            return <Server key={server.id} server={server} preset={preset} onUse={() => onUse(server)} />;
          })}
      </div>
    </div>
  );
}

interface ServerProps {
  server: LocalServer;
  preset: ProviderPreset | undefined;
  onUse: () => void;
}

function Server({ server: { id, models, code }, preset, onUse }: ServerProps) {
  const name = preset?.name ?? id;
  return (
    <div class="local-server" data-testid="local-server" data-id={id} data-code={code ?? undefined}>
      {code === 'origin_refused' && preset?.originHint ? (
        <Refused name={name} variable={preset.originHint} />
      ) : (
        <>
          <p>
            <strong>{name}</strong>{' '}
            {code ? errorText(code) : models.length > 0 ? formatList(models.slice(0, 6)) : t('find_local_no_model')}
          </p>
          <button type="button" class="button is-strong" data-testid="use-local" onClick={onUse}>
            {t('find_local_use', name)}
          </button>
        </>
      )}
    </div>
  );
}

/** The line to copy for each system, as Ollama's own FAQ gives it. */
function Refused({ name, variable }: { name: string; variable: string }) {
  const [key = '', value = ''] = variable.split(/=(.*)/s);
  const lines = [
    ['Linux', `${key}='${value}' ollama serve`],
    ['macOS', `launchctl setenv ${key} "${value}"`],
    ['Windows', `setx ${key} "${value}"`],
  ] as const;
  return (
    <>
      <p>{t('find_local_refused', name)}</p>
      <dl>
        {lines.map(([system, line]) => (
          <div key={system}>
            <dt>{system}</dt>
            <dd>
              <code>{line}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t('find_local_again', name)}</p>
    </>
  );
}
