/** One rewrite of the history: its text to read again, its source, its checks, and who accepted it. */
import { useState } from 'preact/hooks';
import { draftBlocks } from '../utils/article/draft.ts';
import type { TextFile } from '../utils/jobs/history-export.ts';
import { editorUrl, entryOf } from '../utils/jobs/history.ts';
import { isRunning } from '../utils/jobs/history-limit.ts';
import type { Job } from '../utils/jobs/job.ts';
import { reviewStatement } from '../utils/jobs/review-statement.ts';
import { formatNumber, t, tn } from '../utils/i18n.ts';
import { Action } from './action.tsx';
import { AskOnce } from './ask-once.tsx';
import { BlockView } from './block-view.tsx';
import { HistoryChecks } from './history-checks.tsx';
import { formatMoment } from './history-dates.ts';
import { HistoryTrail } from './history-trail.tsx';
import { SourceView } from './source-view.tsx';
import { TabList, TabPanel } from './tabs.tsx';

export type CopyWhat = 'html' | 'markdown' | 'original' | 'statement';
type DetailTab = 'text' | 'source' | 'checks' | 'trail';

export interface HistoryDetailProps {
  job: Job;
  who: string;
  onWho: (name: string) => void;
  onCopy: (what: CopyWhat) => void;
  /** `force`: over what was written since. */
  onRestore: (force: boolean) => void;
  onExport: (what: 'rewrite' | 'review' | TextFile) => void;
  onDelete: () => void;
}

export function HistoryDetail(props: HistoryDetailProps) {
  const { job, who, onCopy, onExport } = props;
  const [open, setOpen] = useState<DetailTab>('text');
  const blocks = draftBlocks(job.progress.draft);
  const running = isRunning(job);
  const { title } = entryOf(job);
  const copy = (what: CopyWhat, label: string) => <Action testId={`copy-${what}`} label={label} onClick={() => onCopy(what)} />;
  return (
    <>
      <header class="detail-head">
        <h2 lang="fr">{title || t('untitled')}</h2>
        <Facts job={job} />
        <div class="actions">
          {job.receipt && <Action strong testId="restore" label={t('restore')} onClick={() => props.onRestore(false)} />}
          {blocks.length > 0 && copy('html', t('history_copy_html'))}
          {blocks.length > 0 && copy('markdown', t('history_copy_markdown'))}
          {job.capture && copy('original', t('history_copy_original'))}
          {blocks.length > 0 && <Action testId="export-html" label={t('history_export_html')} onClick={() => onExport('html')} />}
          {blocks.length > 0 && <Action testId="export-md" label={t('history_export_markdown')} onClick={() => onExport('md')} />}
          <Action testId="export" label={t('history_export')} onClick={() => onExport('rewrite')} />
          <AskOnce
            testId="delete"
            label={t('history_delete')}
            question={t('history_delete_ask')}
            yes={t('history_delete_yes')}
            no={t('history_delete_no')}
            disabled={running}
            onYes={props.onDelete}
          />
        </div>
      </header>
      <TabList
        name="history"
        label={t('history_title')}
        open={open}
        onOpen={setOpen}
        tabs={[
          { id: 'text', label: t('history_tab_text') },
          { id: 'source', label: t('tab_source') },
          { id: 'checks', label: t('tab_checks') },
          { id: 'trail', label: t('history_tab_trail') },
        ]}
      />
      <TabPanel name="history" id="text" open={open}>
        <div class="sheet">
          <Fields job={job} />
          <div class="article" lang="fr" data-testid="history-text">
            {blocks.length === 0 && <p class="hint">{t('no_text')}</p>}
            {blocks.map((block, i) => (
              <BlockView key={i} block={block} sentences={[]} findings={[]} active={null} />
            ))}
          </div>
        </div>
      </TabPanel>
      <TabPanel name="history" id="source" open={open}>
        <SourceView blocks={job.capture?.blocks ?? []} report={null} active={null} />
      </TabPanel>
      <TabPanel name="history" id="checks" open={open}>
        <HistoryChecks job={job} />
      </TabPanel>
      <TabPanel name="history" id="trail" open={open}>
        <HistoryTrail
          review={job.review}
          statement={reviewStatement(job, who.trim() || null)}
          who={who}
          onWho={props.onWho}
          onCopyStatement={() => onCopy('statement')}
          onExport={() => onExport('review')}
        />
      </TabPanel>
    </>
  );
}

function Facts({ job }: { job: Job }) {
  const { at, site, model, words, tokens, inserted } = entryOf(job);
  const url = editorUrl(job);
  const number = job.capture?.postId ? `n°\u00A0${job.capture.postId}` : t('history_new_post');
  return (
    <dl class="detail-facts">
      <dt>{t('history_when')}</dt>
      <dd>{formatMoment(at)}</dd>
      <dt>{t('track_model')}</dt>
      <dd>
        {model ?? t('without_model')} · {tn('words', words)}
        {tokens > 0 && ` · ${tn('history_tokens', tokens)}`}
      </dd>
      <dt>{t('history_where')}</dt>
      <dd>
        {[site, number].filter(Boolean).join(' · ')}
        {url && (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noopener noreferrer" data-testid="open-post">
              {t('history_open_post')}
            </a>
          </>
        )}
        {inserted && <p class="is-saved">{t('history_inserted', formatMoment(inserted.at))}</p>}
      </dd>
    </dl>
  );
}

/** The fields that go with the text, those that are not empty. */
function Fields({ job }: { job: Job }) {
  const { fields } = job.progress.draft;
  const names = ['seoTitle', 'metaDescription', 'slug', 'excerpt', 'keyphrase'] as const;
  const filled = names.filter((name) => fields[name] !== '');
  if (filled.length === 0 && fields.tags.length === 0) return null;
  return (
    <details class="detail-fields">
      <summary>
        {t('tab_fields')} ({formatNumber(filled.length + (fields.tags.length > 0 ? 1 : 0))})
      </summary>
      <dl lang="fr">
        {filled.map((name) => (
          <div key={name}>
            <dt>{t(`field_${name}`)}</dt>
            <dd>{fields[name]}</dd>
          </div>
        ))}
        {fields.tags.length > 0 && (
          <div>
            <dt>{t('field_tags')}</dt>
            <dd>{fields.tags.join(', ')}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
