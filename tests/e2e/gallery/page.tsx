/** The real components on a plain page; the test says which view they show. */
import '../../../components/tokens.css';
import '../../../components/app.css';
import { render } from 'preact';
import { App } from '../../../components/app.tsx';
import { NO_VIEW, type View } from '../../../components/view.ts';
import type { PageToBackground } from '../../../utils/messages.ts';

declare global {
  interface Window {
    /** From the beginning: no scroll, no open question of the view before. */
    show: (view: View) => void;
    /** What the background would send next. */
    update: (view: View) => void;
    sent: PageToBackground[];
  }
}

const NONE: ReadonlySet<string> = new Set();
const root = document.getElementById('root');
window.sent = [];
window.show = (view) => {
  if (root) render(null, root);
  window.update(view);
};
window.update = (view) => {
  if (!root) return;
  render(
    <App
      view={view}
      send={(message) => window.sent.push(message)}
      onCopy={() => Promise.resolve()}
      onBeside={() => undefined}
      onOptions={() => undefined}
      kept={NONE}
      onKeep={() => undefined}
    />,
    root,
  );
};
window.show(NO_VIEW);
