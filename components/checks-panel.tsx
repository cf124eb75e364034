/** What code has to say of the draft: groups with their counts, then the findings, then the lights. */
import type { Finding, Report } from '../utils/article/report.ts';
import { formatNumber, t, tn } from '../utils/i18n.ts';
import { byGravity, carriedSentences, checkGroups, type CheckGroup } from './check-groups.ts';
import { FindingItem } from './finding-item.tsx';
import { SeoLights } from './seo-lights.tsx';

export interface ChecksPanelProps {
  report: Report | null;
  fixable: boolean;
  isKept: (finding: Finding) => boolean;
  onFix: (finding: number) => void;
  onKeep: (finding: Finding, kept: boolean) => void;
  onSee: (finding: number) => void;
}

export function ChecksPanel({ report, fixable, isKept, onFix, onKeep, onSee }: ChecksPanelProps) {
  if (!report) return <p class="hint">{t('checks_waiting')}</p>;
  const all = byGravity(report.findings.map((finding, index) => ({ finding, index })));
  const open = all.filter(({ finding }) => !isKept(finding));
  const kept = all.filter(({ finding }) => isKept(finding));
  const item = ({ finding, index }: (typeof all)[number]) => (
    <FindingItem
      key={index}
      finding={finding}
      index={index}
      kept={isKept(finding)}
      fixable={fixable}
      onFix={() => onFix(index)}
      onKeep={(keep) => onKeep(finding, keep)}
      onSee={() => onSee(index)}
    />
  );
  const { carried, all: sentences } = carriedSentences(report);
  return (
    <>
      <ul class="groups">
        {checkGroups(open).map((group) => (
          <li key={group.id} class={`group is-${toneOf(group)}`}>
            <span class="dot" aria-hidden="true" />
            <span class="group-name">{t(`group_${group.id}`)}</span>
            <span class="group-count">
              {group.id === 'evidence' && sentences > 0 && (
                <span class="hint">{t('evidence_count', formatNumber(carried), formatNumber(sentences))} · </span>
              )}
              {countText(group)}
            </span>
          </li>
        ))}
      </ul>
      {open.length === 0 ? <p class="all-good">{t('findings_none')}</p> : <ul class="findings">{open.map(item)}</ul>}
      {kept.length > 0 && (
        <details class="kept-findings">
          <summary>{t('findings_kept', kept.length)}</summary>
          <ul class="findings">{kept.map(item)}</ul>
        </details>
      )}
      <h2 class="side-title">{t('group_seo')}</h2>
      <SeoLights seo={report.seo} />
    </>
  );
}

function toneOf(group: CheckGroup): 'bad' | 'ok' | 'good' {
  return group.errors ? 'bad' : group.warnings ? 'ok' : 'good';
}

function countText({ errors, warnings, infos }: CheckGroup): string {
  const parts = [
    errors && tn('count_errors', errors),
    warnings && tn('count_warnings', warnings),
    infos && tn('count_infos', infos),
  ];
  return parts.filter(Boolean).slice(0, 2).join(', ') || t('count_ok');
}
