/** What a model thinks of single sentences: like findings to the eye, and none of them. */
import type { ComponentChildren } from 'preact';
import type { StandingOpinion } from '../utils/rewrite/opinions.ts';
import { t } from '../utils/i18n.ts';
import { Icon } from './icon.tsx';

export interface OpinionListProps {
  opinions: readonly StandingOpinion[];
  actions?: (opinion: StandingOpinion) => ComponentChildren;
}

export function OpinionList({ opinions, actions }: OpinionListProps) {
  return (
    <ul class="findings">
      {opinions.map((opinion) => (
        <li key={opinion.index} class="finding is-opinion" data-testid="opinion">
          <Icon name="opinion" />
          <div class="finding-body">
            <p lang="fr">{opinion.reason}</p>
            <p class="excerpt" lang="fr">
              {opinion.sentence}
            </p>
            <p class="hint">{t('opinion_by', opinion.model)}</p>
            {actions && <p class="finding-actions">{actions(opinion)}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
