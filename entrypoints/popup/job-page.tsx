/** Mounts the view of one tab's job: in the popup, in the side panel, or as a page (`?tab=ID`). */
import '../../components/tokens.css';
import '../../components/app.css';
import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { App } from '../../components/app.tsx';
import { lazy } from '../../components/lazy.tsx';
import { NO_VIEW, type View } from '../../components/view.ts';
import { language, t } from '../../utils/i18n.ts';
import { connectToJob } from './job-connection.ts';
import { useKeptFindings } from './kept-findings.ts';
import { besideOpener } from './open-beside.ts';
import { useSeo } from './use-seo.ts';

const EditorButtonBox = lazy(() => import('./editor-button-box.tsx').then((module) => module.EditorButtonBox));

type Surface = 'popup' | 'panel';

export function mountJobPage(surface: Surface): void {
  const asked = new URLSearchParams(location.search).get('tab');
  const root = document.getElementById('root');
  if (!root) return;
  document.documentElement.lang = language();
  document.documentElement.dataset.surface = surface === 'popup' && asked !== null ? 'page' : surface;
  document.title = t('name');
  // The frame that stood there goes in the same frame as the app comes.
  root.replaceChildren();
  render(<JobPage surface={surface} asked={asked === null ? null : Number(asked)} />, root);
}

function JobPage({ surface, asked }: { surface: Surface; asked: number | null }) {
  const [view, setView] = useState<View>(NO_VIEW);
  const connection = useMemo(() => connectToJob({ tabId: asked, surface }, setView), [asked, surface]);
  const tabId = useTabId(asked, surface === 'panel', (next) => connection.reopen({ tabId: next, surface }));
  const [kept, onKeep] = useKeptFindings(view.job?.id);
  useSeo(view.job, connection.send);
  const beside = surface === 'popup' ? besideOpener(view.job?.tabId ?? tabId) : null;
  // Focus starts on what there is to read.
  const reading = view.job?.progress.draft.sections.length ? 'text' : 'none';
  useEffect(() => {
    if (reading === 'text') void import('../../components/preview.tsx').then(() => requestAnimationFrame(focusPreview));
  }, [reading]);
  return (
    <App
      view={view}
      send={connection.send}
      kept={kept}
      onKeep={onKeep}
      onCopy={async (format) => {
        const { copyDraft } = await import('./copy-draft.ts');
        if (view.job) await copyDraft(view.job.progress.draft, format);
      }}
      onBeside={
        beside &&
        (() => {
          void beside().then(() => close());
        })
      }
      besideStart={<EditorButtonBox pageUrl={view.job?.capture?.pageUrl} />}
      onOptions={(way) => void browser.tabs.create({ url: browser.runtime.getURL(`/options.html${way ? `#${way}` : ''}`) })}
    />
  );
}

/** Unless the user is typing somewhere. */
function focusPreview(): void {
  if (document.activeElement?.matches('input, textarea, select')) return;
  document.querySelector<HTMLElement>('[data-testid="preview"]')?.focus({ preventScroll: true });
}

/** The tab shown. A side panel that belongs to the window follows the tab that is active in it. */
function useTabId(asked: number | null, follows: boolean, onChange: (tabId: number) => void): number | null {
  const [tabId, setTabId] = useState(asked);
  useEffect(() => {
    if (asked !== null) return;
    void browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => setTabId(tab?.id ?? null));
    if (!follows) return;
    const windowId = browser.windows.getCurrent().then((here) => here.id);
    const onActivated = (info: { tabId: number; windowId: number }) => {
      void windowId.then((id) => {
        if (id !== info.windowId) return undefined;
        setTabId(info.tabId);
        onChange(info.tabId);
        return undefined;
      });
    };
    browser.tabs.onActivated.addListener(onActivated);
    return () => browser.tabs.onActivated.removeListener(onActivated);
  }, [asked, follows]);
  return tabId;
}
