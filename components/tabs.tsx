/** A row of tabs. All panels stay in the document; the closed ones are hidden. */
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  /** A number beside the label, hidden when 0. */
  count?: number;
}

export interface TabListProps<Id extends string> {
  name: string;
  label: string;
  tabs: readonly Tab<Id>[];
  open: Id;
  onOpen: (id: Id) => void;
}

export function TabList<Id extends string>({ name, label, tabs, open, onOpen }: TabListProps<Id>) {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = tabs.findIndex((tab) => tab.id === open);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    onOpen(next.id);
    document.getElementById(`${name}-tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          aria-controls={`${name}-panel-${tab.id}`}
          aria-selected={tab.id === open}
          tabIndex={tab.id === open ? 0 : -1}
          onClick={() => onOpen(tab.id)}
        >
          {tab.label}
          {tab.count ? <span class="count">{tab.count}</span> : null}
        </button>
      ))}
    </div>
  );
}

export function TabPanel({ name, id, open, children }: { name: string; id: string; open: string; children: ComponentChildren }) {
  return (
    <div
      class="panel"
      role="tabpanel"
      id={`${name}-panel-${id}`}
      aria-labelledby={`${name}-tab-${id}`}
      hidden={id !== open}
      tabIndex={0}
    >
      {children}
    </div>
  );
}
