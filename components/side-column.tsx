/** The right column: checks, fields, log. All three stay in the document. */
import type { Finding } from '../utils/article/report.ts';
import { t } from '../utils/i18n.ts';
import { ChecksPanel } from './checks-panel.tsx';
import { FieldsPanel } from './fields-panel.tsx';
import { TabPanel } from './tabs.tsx';
import { TrackingPanel } from './tracking-panel.tsx';
import { isEditable, type Send, type View } from './view.ts';

export type SideTab = 'checks' | 'fields' | 'tracking';

export interface SideColumnProps {
  view: View;
  open: SideTab;
  send: Send;
  isKept: (finding: Finding) => boolean;
  onKeep: (finding: Finding, kept: boolean) => void;
  onSee: (finding: number) => void;
}

export function SideColumn({ view, open, send, isKept, onKeep, onSee }: SideColumnProps) {
  const job = view.job;
  return (
    <>
      <TabPanel name="side" id="checks" open={open}>
        <ChecksPanel
          report={job?.progress.report ?? null}
          fixable={isEditable(view)}
          isKept={isKept}
          onFix={(finding) => send({ kind: 'fix', finding })}
          onKeep={onKeep}
          onSee={onSee}
        />
      </TabPanel>
      <TabPanel name="side" id="fields" open={open}>
        <FieldsPanel job={job} send={send} />
      </TabPanel>
      <TabPanel name="side" id="tracking" open={open}>
        <TrackingPanel job={job} />
      </TabPanel>
    </>
  );
}
