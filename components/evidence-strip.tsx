/** The source sentence that carries the draft sentence under the pointer or the caret. Its place never changes. */
import type { Report } from '../utils/article/report.ts';
import { t } from '../utils/i18n.ts';

export interface EvidenceStripProps {
  report: Report | null;
  /** Index into `report.evidence`. */
  active: number | null;
}

export function EvidenceStrip({ report, active }: EvidenceStripProps) {
  const evidence = active === null ? undefined : report?.evidence[active];
  const facts = evidence?.sources.flatMap((id) => report?.facts.find((fact) => fact.id === id) ?? []) ?? [];
  const status = evidence && (evidence.status === 'supported' && facts.length === 0 ? 'transition' : evidence.status);
  return (
    <div class={`evidence is-${status ?? 'empty'}`} data-testid="evidence" data-status={status ?? ''}>
      {!evidence && <p class="hint">{t('evidence_hint')}</p>}
      {status === 'transition' && <p>{t('evidence_transition')}</p>}
      {status === 'none' && facts.length === 0 && <p class="alert">{t('evidence_none')}</p>}
      {facts.map((fact) => (
        <p key={fact.id} data-fact={fact.id}>
          <span class="label">
            {t('evidence_source', fact.id.replace(/^F/, ''))}
            {status === 'weak' && fact === facts[0] && <> · {t('evidence_weak')}</>}
            {status === 'none' && fact === facts[0] && <> · {t('mark_none')}</>}
          </span>
          <q>{fact.text}</q>
        </p>
      ))}
    </div>
  );
}
