/** Yoast's assessments with our own words and Yoast's colours: 1-4 red, 5-7 orange, 8-9 green, 0 or less no light. */
import { maybe, t } from '../utils/i18n.ts';

export type Light = 'good' | 'ok' | 'bad' | 'feedback';

export function lightOf(score: number): Light {
  return score >= 8 ? 'good' : score >= 5 ? 'ok' : score >= 1 ? 'bad' : 'feedback';
}

export function SeoLights({ seo }: { seo: readonly { id: string; score: number }[] }) {
  if (seo.length === 0) return <p class="hint">{t('seo_pending')}</p>;
  const rank = { bad: 0, ok: 1, good: 2, feedback: 3 };
  const sorted = seo.toSorted((a, b) => rank[lightOf(a.score)] - rank[lightOf(b.score)]);
  return (
    <ul class="lights">
      {sorted.map(({ id, score }) => (
        <li key={id} class={`light is-${lightOf(score)}`} data-testid="seo-check" data-id={id} data-score={score}>
          <span class="dot" aria-hidden="true" />
          <span class="sr-only">{t(`score_${lightOf(score)}`)} : </span>
          {messageOf(id, lightOf(score))}
        </li>
      ))}
    </ul>
  );
}

function messageOf(id: string, light: Light): string {
  return maybe(`seo_${id}_${light === 'feedback' ? 'bad' : light}`) ?? t('seo_unknown', id);
}
