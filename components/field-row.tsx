/** One field of the post: its value, its accept box, its measure, and what stood there before. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber, t, tn } from '../utils/i18n.ts';
import { countWords } from '../utils/article/words.ts';
import { measureOf, serpTitleWidth, verdictOf } from './field-measure.ts';
import type { FieldId } from './view.ts';

export interface FieldRowProps {
  field: FieldId;
  value: string;
  accepted: boolean;
  disabled: boolean;
  /** What stood in the post; null = no such field in this editor, undefined = not known. */
  old: string | null | undefined;
  /** A line to heed (« l’adresse publique changera »). */
  warning?: string | undefined;
  multiline?: boolean;
  onValue: (value: string) => void;
  onAccept: (accepted: boolean) => void;
}

/** As in the seams: `field-seo-title`, `accept-seo-title`. */
export function fieldTestId(prefix: 'field' | 'accept', field: FieldId): string {
  return `${prefix}-${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

const QUIET_MS = 300;

export function FieldRow({ field, value, accepted, disabled, old, warning, multiline, onValue, onAccept }: FieldRowProps) {
  const [text, setText] = useState(value);
  const focused = useRef(false);
  const unsent = useRef<string | null>(null);
  const send = useRef(onValue);
  send.current = onValue;
  const flush = () => {
    if (unsent.current !== null) send.current(unsent.current);
    unsent.current = null;
  };
  // What is being typed is not overwritten by what comes back from the background.
  useEffect(() => {
    if (!focused.current) setText(value);
  }, [value]);
  useEffect(() => {
    if (unsent.current === null) return;
    const timer = setTimeout(flush, QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  // A popup closes at the first click beside it.
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => removeEventListener('pagehide', flush);
  }, []);
  const shared = {
    class: 'input',
    id: fieldTestId('field', field),
    'data-testid': fieldTestId('field', field),
    value: text,
    disabled,
    lang: 'fr',
    onFocus: () => {
      focused.current = true;
    },
    onBlur: () => {
      focused.current = false;
      flush();
    },
    onInput: (event: { currentTarget: { value: string } }) => {
      unsent.current = event.currentTarget.value;
      setText(event.currentTarget.value);
    },
  };
  const absent = old === null;
  return (
    <div class={`field${accepted ? ' is-accepted' : ''}`}>
      <div class="field-head">
        <input
          type="checkbox"
          class="checkbox"
          data-testid={fieldTestId('accept', field)}
          aria-label={t('field_accept', t(`field_${field}`))}
          checked={accepted}
          disabled={disabled}
          onChange={(event) => onAccept(event.currentTarget.checked)}
        />
        <label for={fieldTestId('field', field)}>{t(`field_${field}`)}</label>
        <FieldMeasure field={field} text={text} />
      </div>
      {multiline ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />}
      {warning && <p class="field-warning">{warning}</p>}
      {absent && <p class="hint">{isSeo(field) ? t('field_no_seo') : t('field_absent')}</p>}
      {old && old !== text && <p class="hint">{t('field_old', old)}</p>}
    </div>
  );
}

function FieldMeasure({ field, text }: { field: FieldId; text: string }) {
  if (field === 'keyphrase') return <span class="measure">{text ? tn('field_words', countWords(text)) : ''}</span>;
  if (field === 'tags') return <span class="measure">{text ? tn('field_tags_count', tagsFrom(text).length) : ''}</span>;
  const measure = measureOf(field, text, serpTitleWidth);
  if (!measure || !text) return <span class="measure" />;
  const verdict = verdictOf(measure);
  return (
    <span class={`measure is-${verdict}`}>
      {t(`field_${measure.unit}`, formatNumber(measure.value), formatNumber(measure.max))}
      {verdict === 'fits' ? <span class="sr-only"> : {t('fits')}</span> : ` · ${t(verdict)}`}
    </span>
  );
}

/** Comma-separated, blanks and empty ones dropped. */
export function tagsFrom(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
}

function isSeo(field: FieldId): boolean {
  return field === 'seoTitle' || field === 'metaDescription' || field === 'keyphrase';
}
