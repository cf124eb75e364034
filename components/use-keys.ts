/** The keyboard: F6 goes round the regions, Ctrl+Enter inserts, Escape stops writing. Focus starts on the preview. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface Keys {
  onInsert: () => void;
  onStop: () => void;
}

export function useKeys(root: RefObject<HTMLElement | null>, keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'F6') goRound(root.current, event.shiftKey ? -1 : 1);
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) latest.current.onInsert();
      else if (event.key === 'Escape' && root.current?.querySelector('[data-testid="cancel"]')) latest.current.onStop();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root]);
}

function goRound(root: HTMLElement | null, step: 1 | -1): void {
  const regions = [...(root?.querySelectorAll('main, aside, footer') ?? [])];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length];
  const preview = next?.querySelector('[data-testid="preview"]');
  const first = next?.querySelector('[role="tab"][aria-selected="true"], button:not(:disabled)');
  const target = preview?.checkVisibility() ? preview : first;
  if (target instanceof HTMLElement) target.focus();
}
