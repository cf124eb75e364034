/** The popup and the side panel: reading, review, progress. The job is the background's; here is only what is looked at. */
import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Block } from '../utils/article/block.ts';
import { NO_PROGRESS } from './no-progress.ts';
import { t } from '../utils/i18n.ts';
import { findingKey, type Keyed } from './finding-key.ts';
import { copyOnlyIn } from './copy-only.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { lazy } from './lazy.tsx';
import type { SideTab } from './side-column.tsx';
import { TabList, TabPanel } from './tabs.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { useKeys } from './use-keys.ts';
import { canAsk, errorOf, hasText, isEditable, isRunning, stateOf, type CopyFormat, type Send, type View } from './view.ts';

const Preview = lazy(() => import('./preview.tsx').then((module) => module.Preview));
const EvidenceStrip = lazy(() => import('./evidence-strip.tsx').then((module) => module.EvidenceStrip));
const AskBanner = lazy(() => import('./decision-banners.tsx').then((module) => module.AskBanner));
const RemovedBanner = lazy(() => import('./decision-banners.tsx').then((module) => module.RemovedBanner));
const ChangeBanner = lazy(() => import('./change-banner.tsx').then((module) => module.ChangeBanner));
const JobBanner = lazy(() => import('./job-banner.tsx').then((module) => module.JobBanner));
const StartPanel = lazy(() => import('./start-panel.tsx').then((module) => module.StartPanel));
const SideColumn = lazy(() => import('./side-column.tsx').then((module) => module.SideColumn));
const DiffView = lazy(() => import('./diff-view.tsx').then((module) => module.DiffView));
const SourceView = lazy(() => import('./source-view.tsx').then((module) => module.SourceView));

export interface AppProps {
  view: View;
  send: Send;
  /** Rejects when the browser refuses the clipboard. */
  onCopy: (format: CopyFormat) => Promise<void>;
  onBeside: (() => void) | null;
  onOptions: (way?: 'key' | 'local') => void;
  /** Offered beside the start. */
  besideStart?: ComponentChildren;
  /** Findings that the user has kept, by `findingKey`. */
  kept: ReadonlySet<string>;
  onKeep: (key: string, kept: boolean) => void;
}

type ReadingTab = 'preview' | 'differences' | 'source';

interface Removed {
  section: number;
  heading: string | null;
  blocks: Block[];
}

export function App({ view, send, onCopy, onBeside, onOptions, besideStart, kept, onKeep }: AppProps) {
  const { job } = view;
  const state = stateOf(view);
  const progress = job?.progress ?? NO_PROGRESS;
  const [tab, setTab] = useState<ReadingTab>('preview');
  const [side, setSide] = useState<SideTab>('checks');
  const [active, setActive] = useState<number | null>(null);
  const [inserting, setInserting] = useState(false);
  const [asking, setAsking] = useState(false);
  const [removed, setRemoved] = useState<Removed | null>(null);
  const [copied, setCopied] = useState<CopyFormat | 'failed' | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const isKept = useCallback((finding: Keyed) => kept.has(findingKey(finding)), [kept]);
  // While text is written, the report is still that of the floor.
  const report = state === 'planning' || state === 'writing' ? null : progress.report;
  const openErrors = useMemo(
    () => report?.findings.filter((finding) => finding.severity === 'error' && !isKept(finding)).length ?? 0,
    [report, isKept],
  );
  const source = job?.source?.sources.flatMap((one) => one.blocks) ?? job?.capture?.blocks ?? [];
  const reading = hasText(view) || (job !== null && state !== 'idle' && state !== 'capturing');
  const asks = asking && openErrors > 0 && state !== 'applied' && !isRunning(state);

  const insert = () => {
    if (!hasText(view) || isRunning(state) || state === 'applied' || inserting || copyOnlyIn(view) !== null) return;
    // What is being typed counts: leaving the field sends it.
    if (document.activeElement instanceof HTMLElement && document.activeElement.matches('.side *')) document.activeElement.blur();
    if (openErrors && !asking) setAsking(true);
    else {
      setAsking(false);
      setInserting(true);
      send({ kind: 'insert', force: false });
    }
  };
  const see = (place: string, sentence?: number) => {
    setTab('preview');
    requestAnimationFrame(() => {
      const seen = root.current?.querySelector(place);
      seen?.scrollIntoView({ block: 'center' });
      const at = seen?.closest('[data-sentence]')?.getAttribute('data-sentence') ?? sentence;
      if (at !== undefined) setActive(Number(at));
    });
  };
  const copy = (format: CopyFormat) => {
    void onCopy(format).then(
      () => setCopied(format),
      () => setCopied('failed'),
    );
  };
  const remove = (section: number, block: number) => {
    const from = progress.draft.sections[section];
    if (!from) return;
    setRemoved({ section, heading: from.heading, blocks: from.blocks });
    send({ kind: 'edit-section', section, heading: from.heading, blocks: from.blocks.toSpliced(block, 1) });
  };

  useEffect(() => {
    if (copied === null) return;
    const timer = setTimeout(() => setCopied(null), 4000);
    return () => clearTimeout(timer);
  }, [copied]);
  // Asked for, until the background has an answer.
  useEffect(() => setInserting(false), [state, job?.error, view.error]);
  useEffect(() => {
    if (!inserting) return;
    const timer = setTimeout(() => setInserting(false), 15_000);
    return () => clearTimeout(timer);
  }, [inserting]);
  useEffect(() => {
    setActive(null);
    setRemoved(null);
    setAsking(false);
  }, [job?.id]);
  useKeys(root, { onInsert: insert, onStop: () => isRunning(state) && send({ kind: 'cancel' }) });
  const announcement = useAnnouncement(view, openErrors);

  return (
    <div ref={root} class="app" data-testid="job" data-state={state} data-reading={reading}>
      <Header view={view} onRestart={() => send({ kind: 'restart' })} onBeside={onBeside} onOptions={() => onOptions()} />
      <main class="reading" aria-label={t('region_reading')} data-region>
        <TabList
          name="reading"
          label={t('region_reading')}
          open={tab}
          onOpen={setTab}
          tabs={[
            { id: 'preview', label: t('tab_preview') },
            { id: 'differences', label: t('tab_differences') },
            { id: 'source', label: t('tab_source') },
          ]}
        />
        <TabPanel name="reading" id="preview" open={tab}>
          {!reading && <StartPanel view={view} send={send} onOptions={onOptions} beside={besideStart} />}
          <div class="sheet" hidden={!reading}>
            {reading && <h1 lang="fr">{progress.draft.title || job?.capture?.title || ''}</h1>}
            <Preview
              progress={progress}
              editable={isEditable(view)}
              running={isRunning(state)}
              active={active}
              onActive={setActive}
              isKept={isKept}
              onChange={(section, heading, blocks) => send({ kind: 'edit-section', section, heading, blocks })}
              onRemove={remove}
              onRewriteSection={canAsk(view) ? (section) => send({ kind: 'rewrite-section', section }) : null}
            />
          </div>
        </TabPanel>
        <TabPanel name="reading" id="differences" open={tab}>
          {tab === 'differences' &&
            (hasText(view) ? (
              <DiffView
                before={source}
                after={progress.draft.sections.flatMap(blocksWithHeading)}
                waiting={<p class="hint">{t('loading')}</p>}
              />
            ) : (
              <p class="hint">{t('diff_waiting')}</p>
            ))}
        </TabPanel>
        <TabPanel name="reading" id="source" open={tab}>
          {tab === 'source' && <SourceView blocks={source} report={progress.report} active={active} />}
        </TabPanel>
        <EvidenceStrip report={progress.report} active={active} waiting={<div class="evidence" />} />
      </main>
      <aside class="side" aria-label={t('region_side')} data-region>
        <TabList
          name="side"
          label={t('region_side')}
          open={side}
          onOpen={setSide}
          tabs={[
            { id: 'checks', label: t('tab_checks'), count: openErrors },
            { id: 'fields', label: t('tab_fields') },
            { id: 'tracking', label: t('tab_tracking') },
          ]}
        />
        <SideColumn
          view={view}
          report={report}
          open={side}
          send={send}
          isKept={isKept}
          onKeep={(finding, keep) => onKeep(findingKey(finding), keep)}
          onSee={(index) => see(`[data-flag="${index}"]`, progress.report?.findings[index]?.sentence)}
          onSeeSentence={(index) => see(`[data-sentence="${index}"]`)}
        />
      </aside>
      {asks ? (
        <AskBanner
          errors={openErrors}
          onBack={() => {
            setAsking(false);
            setSide('checks');
          }}
          onInsert={insert}
        />
      ) : removed ? (
        <RemovedBanner
          onUndo={() => {
            send({ kind: 'edit-section', ...removed });
            setRemoved(null);
          }}
        />
      ) : job?.change?.made && !errorOf(view) && state !== 'applied' ? (
        <ChangeBanner before={job.change.before.sections} after={progress.draft.sections} send={send} />
      ) : (
        <JobBanner view={view} send={send} onOptions={() => onOptions()} />
      )}
      <Footer
        view={view}
        openErrors={openErrors}
        inserting={inserting}
        onCopy={copy}
        onMode={(mode) => send({ kind: 'insert-mode', mode })}
        onInsert={insert}
        onCancel={() => send({ kind: 'cancel' })}
        onRetryNow={() => send({ kind: 'retry-now' })}
      />
      <p class={copied ? 'toast' : 'sr-only'} role="status" aria-live="polite">
        {copied ? t(copied === 'failed' ? 'copy_failed' : `copied_${copied}`) : view.connected ? announcement : t('disconnected')}
      </p>
    </div>
  );
}

function blocksWithHeading(section: { heading: string | null; level: 2 | 3; blocks: Block[] }): Block[] {
  const heading: Block[] =
    section.heading === null ? [] : [{ kind: 'heading', level: section.level, inlines: [{ text: section.heading }] }];
  return [...heading, ...section.blocks];
}
