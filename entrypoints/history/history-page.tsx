/** The history page: what its buttons do in the browser. */
import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { CopyWhat } from '../../components/history-detail.tsx';
import { HistoryView, type HistoryViewProps } from '../../components/history-view.tsx';
import type { ErrorCode } from '../../utils/errors.ts';
import { errorText, t } from '../../utils/i18n.ts';
import { exportName, historyJson, reviewJson, textFile } from '../../utils/jobs/history-export.ts';
import type { HistoryAnswer, HistoryToBackground } from '../../utils/jobs/history-messages.ts';
import { matches, searchText } from '../../utils/jobs/history.ts';
import type { Job } from '../../utils/jobs/job.ts';
import { reviewStatement } from '../../utils/jobs/review-statement.ts';
import { writeReviewer } from '../../utils/jobs/reviewer.ts';
import { copyDraft } from '../popup/copy-draft.ts';
import { download } from './download.ts';
import { useHistory } from './use-history.ts';

export function HistoryPage({ reviewer }: { reviewer: string }) {
  const { jobs, dropped, reload } = useHistory();
  const [typed, setTyped] = useState('');
  const [chosenId, setChosenId] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [who, setWho] = useState(reviewer);
  const [news, setNews] = useState<HistoryViewProps['news']>(null);
  const searchable = useMemo(() => new Map<string, string>(), [jobs]);

  const found = useMemo(() => (jobs ?? []).filter((job) => has(job)), [jobs, typed]);
  const chosen = found.find((job) => job.id === chosenId) ?? found[0] ?? null;
  const name = who.trim() || null;

  /** Each text is folded once, at the first search. */
  function has(job: Job): boolean {
    if (!typed.trim()) return true;
    const text = searchable.get(job.id) ?? searchText(job);
    searchable.set(job.id, text);
    return matches(text, typed);
  }

  async function ask(
    message: HistoryToBackground,
    done: string,
    failure: (code: ErrorCode) => string,
  ): Promise<Extract<HistoryAnswer, { ok: false }> | null> {
    setNews(null);
    const answer: HistoryAnswer | undefined = await browser.runtime.sendMessage(message).catch(() => undefined);
    if (answer?.ok) setNews({ text: done, bad: false });
    else setNews({ text: answer ? failure(answer.code) : t('history_failed'), bad: true });
    await reload();
    return answer && !answer.ok ? answer : null;
  }

  async function restore(job: Job, force: boolean): Promise<void> {
    const before = job.receipt?.original.contentAfter ?? '';
    const failed = await ask({ kind: 'history-restore', id: job.id, force }, t('history_restored'), restoreText);
    if (failed?.code === 'place_changed' && failed.detail !== null)
      setNews({ text: restoreText(failed.code), bad: true, changed: { before, now: failed.detail } });
  }

  async function copy(what: CopyWhat): Promise<void> {
    if (!chosen) return;
    try {
      await put(chosen, what, name);
      setNews({ text: t('history_copied'), bad: false });
    } catch {
      setNews({ text: t('copy_failed'), bad: true });
    }
  }

  return (
    <HistoryView
      {...{ jobs, found, chosen, typed, news, who }}
      dropped={dropped}
      onType={setTyped}
      onChoose={(id) => {
        setNews(null);
        setChosenId(id);
        history.replaceState(null, '', `#${encodeURIComponent(id)}`);
      }}
      onWho={(next) => {
        setWho(next);
        void writeReviewer(next).then(() => setNews({ text: t('options_saved'), bad: false }));
      }}
      onCopy={(what) => void copy(what)}
      onRestore={(force) => chosen && void restore(chosen, force)}
      onExport={(what) => {
        if (!chosen) return;
        const by = { at: Date.now(), who: name };
        const { draft } = chosen.progress;
        const { slug } = draft.fields;
        if (what === 'html' || what === 'md') download(exportName('', by.at, slug, what), textFile(draft, what));
        else if (what === 'review') download(exportName('releve', by.at, slug), reviewJson(chosen, by));
        else download(exportName('', by.at, slug), historyJson([chosen], by));
      }}
      onExportAll={() => {
        const by = { at: Date.now(), who: name };
        download(exportName('historique', by.at, ''), historyJson(jobs ?? [], by));
      }}
      onDelete={() => chosen && void ask({ kind: 'history-remove', ids: [chosen.id] }, t('history_deleted'), errorText)}
      onDeleteAll={() => void ask({ kind: 'history-remove', ids: null }, t('history_deleted'), errorText)}
    />
  );
}

/** The original is the editor's own text of the whole body where one was replaced, else the passage that was read. */
async function put(job: Job, what: CopyWhat, who: string | null): Promise<void> {
  const { draft } = job.progress;
  if (what === 'html' || what === 'markdown') return copyDraft(draft, what);
  const text = what === 'statement' ? reviewStatement(job, who) : (job.receipt?.original.content ?? job.capture?.html);
  await navigator.clipboard.writeText(text ?? '');
}

function restoreText(code: ErrorCode): string {
  if (code === 'page_reloaded') return t('history_restore_away');
  return code === 'place_changed' ? t('restore_changed') : errorText(code);
}
