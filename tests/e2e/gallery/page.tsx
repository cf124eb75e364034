/** The real components on a plain page; the test says which view they show. */
import '../../../components/tokens.css';
import '../../../components/app.css';
import { render } from 'preact';
import { App } from '../../../components/app.tsx';
import { NO_VIEW, type View } from '../../../components/view.ts';
import type { PageToBackground } from '../../../utils/messages.ts';

declare global {
  interface Window {
    show: (view: View, kept?: string[]) => void;
    sent: PageToBackground[];
  }
}

const root = document.getElementById('root');
window.sent = [];
window.show = (view, kept = []) => {
  if (!root) return;
  render(
    <App
      view={view}
      send={(message) => window.sent.push(message)}
      onCopy={() => Promise.resolve()}
      onBeside={() => undefined}
      onOptions={() => undefined}
      kept={new Set(kept)}
      onKeep={() => undefined}
    />,
    root,
  );
};
window.show(NO_VIEW);
