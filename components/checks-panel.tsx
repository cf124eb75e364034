/** What code has to say of the draft: groups with their counts, then the findings, then the lights. */
import type { ComponentChildren } from 'preact';
import type { Finding, Report } from '../utils/article/report.ts';
import { formatNumber, t, tn } from '../utils/i18n.ts';
import { byGravity, carriedSentences, checkGroups, type CheckGroup } from './check-groups.ts';
import { FindingItem } from './finding-item.tsx';
import { SeoLights } from './seo-lights.tsx';

export interface ChecksPanelProps {
  report: Report | null;
  /** « Corriger » would do something about it, now. */
  isFixable: (finding: Finding) => boolean;
  isKept: (finding: Finding) => boolean;
  onFix: (finding: number) => void;
  onKeep: (finding: Finding, kept: boolean) => void;
  onSee: (finding: number) => void;
  /** Between the findings and the lights. */
  children?: ComponentChildren;
}

export function ChecksPanel({ report, isFixable, isKept, onFix, onKeep, onSee, children }: ChecksPanelProps) {
  if (!report)
    return (
      <>
        <Groups groups={checkGroups([])} waiting carried={null} />
        <p class="hint">{t('checks_waiting')}</p>
      </>
    );
  const all = byGravity(report.findings.map((finding, index) => ({ finding, index })));
  const open = all.filter(({ finding }) => !isKept(finding));
  const kept = all.filter(({ finding }) => isKept(finding));
  const item = ({ finding, index }: (typeof all)[number]) => (
    <FindingItem
      key={index}
      finding={finding}
      index={index}
      kept={isKept(finding)}
      fixable={isFixable(finding)}
      onFix={() => onFix(index)}
      onKeep={(keep) => onKeep(finding, keep)}
      onSee={() => onSee(index)}
    />
  );
  return (
    <>
      <Groups groups={checkGroups(open)} waiting={false} carried={carriedSentences(report)} />
      {open.length === 0 ? <p class="all-good">{t('findings_none')}</p> : <ul class="findings">{open.map(item)}</ul>}
      {kept.length > 0 && (
        <details class="kept-findings">
          <summary>{t('findings_kept', kept.length)}</summary>
          <ul class="findings">{kept.map(item)}</ul>
        </details>
      )}
      {children}
      <h2 class="side-title">{t('group_seo')}</h2>
      <SeoLights seo={report.seo} />
    </>
  );
}

interface GroupsProps {
  groups: readonly CheckGroup[];
  waiting: boolean;
  carried: { carried: number; all: number } | null;
}

/** The same rows before and after: only dots and counts change. */
function Groups({ groups, waiting, carried }: GroupsProps) {
  return (
    <ul class="groups">
      {groups.map((group) => (
        <li key={group.id} class={`group is-${waiting ? 'todo' : toneOf(group)}`}>
          <span class="dot" aria-hidden="true" />
          <span class="group-name">{t(`group_${group.id}`)}</span>
          {!waiting && <span class="group-count">{countText(group, carried)}</span>}
        </li>
      ))}
    </ul>
  );
}

function toneOf(group: CheckGroup): 'bad' | 'ok' | 'good' {
  return group.errors ? 'bad' : group.warnings ? 'ok' : 'good';
}

function countText({ id, errors, warnings, infos }: CheckGroup, carried: GroupsProps['carried']): string {
  const parts = [
    errors && tn('count_errors', errors),
    warnings && tn('count_warnings', warnings),
    infos && tn('count_infos', infos),
  ];
  const counts = parts.filter(Boolean).slice(0, 2).join(', ');
  if (counts) return counts;
  return id === 'evidence' && carried?.all
    ? t('evidence_count', formatNumber(carried.carried), formatNumber(carried.all))
    : t('count_ok');
}
