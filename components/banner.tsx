/** What has just happened, or has to be decided, with its next action. Stands above the footer; the text does not move. */
import type { ComponentChildren } from 'preact';
import { t } from '../utils/i18n.ts';

export interface BannerProps {
  tone: 'good' | 'error' | 'ask' | 'quiet';
  children: ComponentChildren;
  actions: ComponentChildren;
  testId?: string;
  code?: string;
}

export function Banner({ tone, children, actions, testId, code }: BannerProps) {
  return (
    <section class={`banner is-${tone}`} aria-label={t('banner_label')} data-testid={testId} data-code={code}>
      <div class="banner-text">{children}</div>
      <div class="banner-actions">{actions}</div>
    </section>
  );
}
