/** The whole interface in a test, with what it sends. */
import { render } from '@testing-library/preact';
// What the interface loads after its first paint, loaded here beforehand: a busy machine must not decide a test.
import '../../components/block-editor.tsx';
import '../../components/change-banner.tsx';
import '../../components/decision-banners.tsx';
import '../../components/evidence-strip.tsx';
import '../../components/job-banner.tsx';
import '../../components/place-diff.tsx';
import '../../components/preview.tsx';
import '../../components/side-column.tsx';
import '../../components/start-panel.tsx';
import { App } from '../../components/app.tsx';
import type { View } from '../../components/view.ts';
import type { PageToBackground } from '../../utils/messages.ts';

export interface Shown {
  sent: PageToBackground[];
  opened: (string | undefined)[];
  copied: string[];
  kept: Map<string, boolean>;
  /** Waits for the parts that load after the first paint. */
  byTestId: (id: string) => Promise<HTMLElement>;
  all: (id: string) => HTMLElement[];
  update: (view: View) => void;
  container: Element;
}

export function showApp(view: View, kept: ReadonlySet<string> = new Set()): Shown {
  const sent: PageToBackground[] = [];
  const opened: (string | undefined)[] = [];
  const copied: string[] = [];
  const decided = new Map<string, boolean>();
  const app = (shown: View) => (
    <App
      view={shown}
      send={(message) => sent.push(message)}
      onCopy={(format) => {
        copied.push(format);
        return Promise.resolve();
      }}
      onBeside={null}
      onOptions={(way) => opened.push(way)}
      kept={kept}
      onKeep={(key, keep) => decided.set(key, keep)}
    />
  );
  const shown = render(app(view));
  return {
    ...{ sent, opened, copied, kept: decided, container: shown.container },
    byTestId: (id) => shown.findByTestId(id),
    all: (id) => shown.queryAllByTestId(id),
    update: (next) => shown.rerender(app(next)),
  };
}
