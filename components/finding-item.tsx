/** One finding: what is wrong, what the source says, and what can be done. */
import { t } from '../utils/i18n.ts';
import type { NumberedFinding } from './check-groups.ts';
import { Icon } from './icon.tsx';

export interface FindingItemProps extends NumberedFinding {
  kept: boolean;
  /** « Corriger » is possible now. */
  fixable: boolean;
  onFix: () => void;
  onKeep: (kept: boolean) => void;
  onSee: () => void;
}

export function FindingItem({ finding, kept, fixable, onFix, onKeep, onSee }: FindingItemProps) {
  return (
    <li
      class={`finding is-${finding.severity}${kept ? ' is-kept' : ''}`}
      data-testid="finding"
      data-kind={finding.kind}
      data-severity={finding.severity}
    >
      <Icon name={finding.severity} />
      <div class="finding-body">
        <p>
          <span class="sr-only">{t(`severity_${finding.severity}`)} : </span>
          {finding.message}
        </p>
        {finding.excerpt && <p class="excerpt">{finding.excerpt}</p>}
        {finding.source && <p class="hint">{t('finding_source', finding.source)}</p>}
        <p class="finding-actions">
          {!kept && fixable && (
            <button type="button" class="link-button" data-testid="fix" onClick={onFix}>
              {t('fix')}
            </button>
          )}
          <button type="button" class="link-button" data-testid="keep" onClick={() => onKeep(!kept)}>
            {kept ? t('unkeep') : t('keep')}
          </button>
          {finding.excerpt && (
            <button type="button" class="link-button" data-testid="see" onClick={onSee}>
              {t('see')}
            </button>
          )}
        </p>
      </div>
    </li>
  );
}
