/** The right column: checks, fields, log. All three stay in the document. */
import type { Finding, Report } from '../utils/article/report.ts';
import { needsModel, remedyOf } from '../utils/checks/remedy.ts';
import { ChecksPanel } from './checks-panel.tsx';
import type { Keyed } from './finding-key.ts';
import { FieldsPanel } from './fields-panel.tsx';
import { SecondLook } from './second-look.tsx';
import { TabPanel } from './tabs.tsx';
import { TrackingPanel } from './tracking-panel.tsx';
import { canAsk, isEditable, stateOf, type Send, type View } from './view.ts';

export type SideTab = 'checks' | 'fields' | 'tracking';

export interface SideColumnProps {
  view: View;
  /** null while it would speak of a text that is being replaced. */
  report: Report | null;
  open: SideTab;
  send: Send;
  isKept: (finding: Keyed) => boolean;
  onKeep: (finding: Keyed, kept: boolean) => void;
  onSee: (finding: number) => void;
  /** Index into the report's evidence. */
  onSeeSentence: (sentence: number) => void;
}

export function SideColumn({ view, report, open, send, isKept, onKeep, onSee, onSeeSentence }: SideColumnProps) {
  const job = view.job;
  return (
    <>
      <TabPanel name="side" id="checks" open={open}>
        <ChecksPanel
          report={report}
          isFixable={(finding) => isFixable(view, report, finding)}
          isKept={isKept}
          onFix={(finding) => send({ kind: 'fix', finding })}
          onKeep={onKeep}
          onSee={onSee}
        >
          {job && report && (
            <SecondLook
              progress={job.progress}
              onAsk={canAsk(view) ? () => send({ kind: 'second-look' }) : null}
              ready={stateOf(view) === 'ready'}
              isKept={isKept}
              onKeep={onKeep}
              onSee={onSeeSentence}
            />
          )}
        </ChecksPanel>
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

function isFixable(view: View, report: Report | null, finding: Finding): boolean {
  const remedy = report && isEditable(view) ? remedyOf(finding, report) : null;
  return remedy !== null && (!needsModel(remedy) || canAsk(view));
}
