/** Which model, where, and with what key. The key is written and never shown again. */
import { t, tn } from '../utils/i18n.ts';
import type { ProviderPreset } from '../utils/llm/providers.ts';

export interface ProviderValues {
  /** '' = none chosen yet. */
  id: ProviderPreset['id'] | '';
  baseUrl: string;
  model: string;
  /** What is being typed: '' leaves the saved key as it is. */
  key: string;
}

export interface ProviderFormProps {
  presets: readonly ProviderPreset[];
  values: ProviderValues;
  keySaved: boolean;
  baseUrlBad: boolean;
  /** Names from the server's list, null before it was asked. */
  models: readonly string[] | null;
  onChange: (change: Partial<ProviderValues>) => void;
  onProvider: (id: ProviderValues['id']) => void;
  onForgetKey: () => void;
  onListModels: () => void;
}

export function ProviderForm(props: ProviderFormProps) {
  const { presets, values, models, onChange } = props;
  const preset = presets.find((one) => one.id === values.id);
  return (
    <>
      <label class="row">
        <span class="label">{t('options_provider')}</span>
        <select
          class="select"
          data-testid="provider"
          value={values.id}
          onChange={(event) => props.onProvider(presets.find((one) => one.id === event.currentTarget.value)?.id ?? '')}
        >
          <option value="">{t('options_provider_choose')}</option>
          <Presets label={t('options_group_hosted')} presets={presets.filter((one) => one.keyPage !== null)} />
          <Presets label={t('options_group_local')} presets={presets.filter((one) => one.locality === 'local')} />
          <Presets label={t('options_group_other')} presets={presets.filter((one) => one.id === 'custom')} />
        </select>
      </label>
      {preset?.originHint && (
        <p class="note">
          {t('options_local_help')} <code>{preset.originHint}</code>
        </p>
      )}
      <label class="row">
        <span class="label">{t('options_base_url')}</span>
        <input
          class="input"
          type="url"
          data-testid="base-url"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={props.baseUrlBad}
          value={values.baseUrl}
          onInput={(event) => onChange({ baseUrl: event.currentTarget.value })}
        />
        <span class={props.baseUrlBad ? 'hint is-bad' : 'hint'}>
          {t(props.baseUrlBad ? 'options_base_url_bad' : 'options_base_url_hint')}
        </span>
      </label>
      <KeyField {...props} preset={preset} />
      <label class="row">
        <span class="label">{t('options_model_name')}</span>
        <input
          class="input"
          data-testid="model"
          list="models"
          autocomplete="off"
          spellcheck={false}
          value={values.model}
          onInput={(event) => onChange({ model: event.currentTarget.value })}
        />
        <datalist id="models">
          {models?.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <span class="hint">{models ? tn('options_models_found', models.length) : t('options_model_hint')}</span>
      </label>
      <p>
        <button type="button" class="link-button" data-testid="list-models" onClick={props.onListModels}>
          {t('options_models_refresh')}
        </button>
      </p>
    </>
  );
}

function Presets({ label, presets }: { label: string; presets: readonly ProviderPreset[] }) {
  return (
    <optgroup label={label}>
      {presets.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name || t('provider_custom')}
        </option>
      ))}
    </optgroup>
  );
}

function KeyField({
  values,
  keySaved,
  preset,
  onChange,
  onForgetKey,
}: ProviderFormProps & { preset: ProviderPreset | undefined }) {
  return (
    <div class="row">
      <label>
        <span class="label">{t('options_api_key')}</span>
        <input
          class="input"
          type="password"
          data-testid="api-key"
          autocomplete="off"
          placeholder={keySaved ? t('options_api_key_saved') : ''}
          value={values.key}
          onInput={(event) => onChange({ key: event.currentTarget.value })}
        />
      </label>
      <p class="hint">{t(preset?.locality === 'local' ? 'options_api_key_local' : 'options_api_key_hint')}</p>
      <p class="key-state" data-testid="key-state" data-saved={keySaved}>
        <span class={keySaved ? 'is-saved' : 'hint'}>{t(keySaved ? 'options_api_key_saved' : 'options_api_key_none')}</span>
        {keySaved && (
          <button type="button" class="link-button" onClick={onForgetKey}>
            {t('options_api_key_forget')}
          </button>
        )}
        {preset?.keyPage && (
          <a href={preset.keyPage} target="_blank" rel="noopener noreferrer">
            {t('options_get_key')}
          </a>
        )}
      </p>
    </div>
  );
}
