/** How the house writes: length, tone, rules, typography. */
import type { RewriteOptions } from '../utils/rewrite/options.ts';
import { t } from '../utils/i18n.ts';

export interface WritingFormProps {
  values: RewriteOptions;
  onChange: (change: Partial<RewriteOptions>) => void;
}

export function WritingForm({ values, onChange }: WritingFormProps) {
  return (
    <>
      <label class="row">
        <span class="label">{t('options_min_words')}</span>
        <input
          class="input is-short"
          type="number"
          min={100}
          max={5000}
          step={50}
          data-testid="min-words"
          value={values.minWords}
          onInput={(event) => onChange({ minWords: Math.round(Number(event.currentTarget.value)) })}
        />
      </label>
      <label class="row">
        <span class="label">
          {t('options_tone')} <span class="hint">({t('options_tone_hint')})</span>
        </span>
        <input
          class="input"
          data-testid="tone"
          value={values.tone}
          onInput={(event) => onChange({ tone: event.currentTarget.value })}
        />
      </label>
      <label class="row">
        <span class="label">{t('options_house_style')}</span>
        <textarea
          class="input"
          rows={4}
          data-testid="house-style"
          value={values.houseStyle}
          onInput={(event) => onChange({ houseStyle: event.currentTarget.value })}
        />
        <span class="hint">{t('options_house_style_hint')}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          class="checkbox"
          data-testid="keep-dateline"
          checked={values.keepDateline}
          onChange={(event) => onChange({ keepDateline: event.currentTarget.checked })}
        />
        {t('options_keep_dateline')}
      </label>
      <label class="check">
        <input
          type="checkbox"
          class="checkbox"
          data-testid="narrow-quotes"
          checked={values.narrowQuotes}
          onChange={(event) => onChange({ narrowQuotes: event.currentTarget.checked })}
        />
        {t('options_narrow_quotes')}
      </label>
    </>
  );
}
