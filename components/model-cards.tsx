/** Three ways to a text, for whoever has set nothing yet. */
import { t } from '../utils/i18n.ts';
import { Icon, type IconName } from './icon.tsx';

export type Way = 'key' | 'local' | 'floor';

const WAYS: readonly { way: Way; icon: IconName }[] = [
  { way: 'key', icon: 'key' },
  { way: 'local', icon: 'computer' },
  { way: 'floor', icon: 'compose' },
];

export interface ModelCardsProps {
  chosen?: Way | null;
  onChoose: (way: Way) => void;
}

export function ModelCards({ chosen, onChoose }: ModelCardsProps) {
  return (
    <div class="cards" role="group" aria-label={t('cards_title')}>
      {WAYS.map(({ way, icon }) => (
        <button
          key={way}
          type="button"
          class={`card${chosen === way ? ' is-chosen' : ''}`}
          data-testid={way === 'floor' ? 'compose-without-model' : `card-${way}`}
          aria-pressed={chosen === undefined ? undefined : chosen === way}
          onClick={() => onChoose(way)}
        >
          <Icon name={icon} />
          <strong>{t(`card_${way}_title`)}</strong>
          <span>{t(`card_${way}_text`)}</span>
        </button>
      ))}
    </div>
  );
}
