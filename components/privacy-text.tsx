/** What leaves, to whom, and what stays. */
import { t } from '../utils/i18n.ts';

/** `recipient` null = no provider is chosen. */
export function PrivacyText({ recipient }: { recipient: string | null }) {
  return (
    <ul class="privacy">
      <li>{t('privacy_leaves')}</li>
      <li>{t('privacy_to', recipient ?? t('privacy_to_nobody'))}</li>
      <li>{t('privacy_stays')}</li>
      <li>{t('privacy_without')}</li>
    </ul>
  );
}
