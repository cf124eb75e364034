/** The post's fields, each to be corrected and accepted on its own. */
import type { DraftFields } from '../utils/article/draft.ts';
import type { Job } from '../utils/jobs/job.ts';
import { t } from '../utils/i18n.ts';
import { FieldRow, tagsFrom } from './field-row.tsx';
import { GoogleResult } from './google-result.tsx';
import { isRunning, type FieldId, type Send } from './view.ts';

const FIELDS: readonly FieldId[] = ['title', 'seoTitle', 'metaDescription', 'slug', 'excerpt', 'keyphrase', 'tags'];
const MULTILINE: ReadonlySet<FieldId> = new Set(['title', 'metaDescription', 'excerpt']);
/** WordPress's words for a post that has a public address already. */
const PUBLIC: ReadonlySet<string> = new Set(['publish', 'future', 'private']);

export interface FieldsPanelProps {
  job: Job | null;
  send: Send;
}

export function FieldsPanel({ job, send }: FieldsPanelProps) {
  const draft = job?.progress.draft;
  const values = draft ? { title: draft.title, ...draft.fields, tags: draft.fields.tags.join(', ') } : null;
  const disabled = !job || isRunning(job.state) || job.state === 'idle' || job.state === 'applied';
  const accept = (field: FieldId, accepted: boolean) => {
    if (job)
      send({ kind: 'accept', accepted: accepted ? [...job.accepted, field] : job.accepted.filter((one) => one !== field) });
  };
  const change = (field: FieldId, value: string) => {
    if (!draft) return;
    if (field === 'title') send({ kind: 'edit-title', title: value });
    else send({ kind: 'edit-fields', fields: withField(draft.fields, field, value) });
  };
  return (
    <>
      {!values?.seoTitle && <p class="hint">{t('fields_waiting')}</p>}
      {FIELDS.map((field) => (
        <div key={field}>
          <FieldRow
            field={field}
            value={values?.[field] ?? ''}
            accepted={job?.accepted.includes(field) ?? false}
            disabled={disabled}
            old={oldValue(job, field)}
            warning={field === 'slug' ? slugWarning(job) : atOnceWarning(job, field)}
            multiline={MULTILINE.has(field)}
            onValue={(value) => change(field, value)}
            onAccept={(accepted) => accept(field, accepted)}
          />
          {field === 'title' && !disabled && (
            <Variants
              variants={draft?.titleVariants ?? []}
              current={draft?.title ?? ''}
              onChoose={(title) => change('title', title)}
            />
          )}
          {field === 'metaDescription' && values?.seoTitle && (
            <GoogleResult
              title={values.seoTitle}
              description={values.metaDescription}
              slug={values.slug}
              pageUrl={job?.capture?.pageUrl ?? null}
            />
          )}
        </div>
      ))}
    </>
  );
}

function Variants({
  variants,
  current,
  onChoose,
}: {
  variants: readonly string[];
  current: string;
  onChoose: (title: string) => void;
}) {
  const others = variants.filter((one) => one !== current);
  if (others.length === 0) return null;
  return (
    <details class="variants">
      <summary>{t('field_variants')}</summary>
      {others.map((title) => (
        <button key={title} type="button" class="variant" lang="fr" onClick={() => onChoose(title)}>
          {title}
        </button>
      ))}
    </details>
  );
}

function withField(fields: DraftFields, field: Exclude<FieldId, 'title'>, value: string): DraftFields {
  return field === 'tags' ? { ...fields, tags: tagsFrom(value) } : { ...fields, [field]: value };
}

function oldValue(job: Job | null, field: FieldId): string | null | undefined {
  const old = job?.capture?.fields[field];
  return Array.isArray(old) ? old.join(', ') : old;
}

const PLUGIN_NAMES = {
  yoast: 'Yoast SEO',
  'rank-math': 'Rank Math',
  seopress: 'SEOPress',
  aioseo: 'All in One SEO',
  jetpack: 'Jetpack',
};

function atOnceWarning(job: Job | null, field: FieldId): string | undefined {
  const plugin = job?.capture?.seoPlugin;
  const atOnce = job?.capture?.writesAtOnce?.some((one) => one === field);
  return plugin && atOnce ? t('field_at_once', PLUGIN_NAMES[plugin]) : undefined;
}

function slugWarning(job: Job | null): string | undefined {
  const status = job?.capture?.status ?? '';
  if (!PUBLIC.has(status)) return undefined;
  return t(
    'slug_warning',
    status === 'publish' ? t('slug_status_publish') : status === 'future' ? t('slug_status_future') : t('slug_status_private'),
  );
}
